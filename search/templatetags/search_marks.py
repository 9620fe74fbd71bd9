"""Marks for templates: hits show them, and an article those of the query one came with, numbered; and the way back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django import template
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.marking import read_asked, read_runs, results_url
from search.snippet import Fragment, mark_text

register = template.Library()


@dataclass(slots=True)
class PageMarks:
    """The runs that are marked on a page, and how many marks it has so far; it counts while the page is written."""

    runs: tuple[str, ...]
    count: int = 0

    @property
    def numbers(self) -> range:
        """The numbers of the marks."""
        return range(1, self.count + 1)


@register.simple_tag(takes_context=True)
def page_marks(context: Context) -> PageMarks:
    """Return the marks that the address of the page asks for, none yet written: {% page_marks as marks %}."""
    return PageMarks(read_runs(context["request"].GET))


@register.simple_tag(takes_context=True)
def way_back(context: Context) -> str:
    """Return the address of the results that the page was opened from, if it was: {% way_back as back_url %}."""
    return results_url(context["request"].GET)


@register.simple_tag(takes_context=True)
def asked(context: Context) -> str:
    """Return what the address of the page adds to those of other reports, with its `?`: {% asked as asked %}."""
    return read_asked(context["request"].GET)


@register.simple_tag
def marked(text: str, marks: PageMarks | None) -> SafeString:
    """Write a text out, escaped, its marks numbered through the page: {% marked text marks %}."""
    fragments = mark_text(text, marks.runs if marks else ())
    return format_html_join("", "{}", ((piece,) for piece in _number(fragments, marks)))


def _number(fragments: Iterable[Fragment], marks: PageMarks | None) -> Iterator[str]:
    for fragment in fragments:
        if marks and fragment.is_mark:
            marks.count += 1
            yield format_html('<mark id="mark-{}">{}</mark>', marks.count, fragment.text)
        else:
            yield fragment.text


@register.simple_tag
def show(fragments: Iterable[Fragment]) -> SafeString:
    """Write fragments out, escaped, marks as <mark>: {% show fragments %}."""
    pieces = (format_html("<mark>{}</mark>", each.text) if each.is_mark else each.text for each in fragments)
    return format_html_join("", "{}", ((piece,) for piece in pieces))
