"""Marks for templates outside the search: an article shows those of the query one came with."""

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.language import parse_query
from search.snippet import Fragment, mark_text

register = template.Library()


@lru_cache(maxsize=64)
def _runs(query: str) -> tuple[str, ...]:
    return parse_query(query).runs


@register.simple_tag
def marked(text: str, query: str) -> tuple[Fragment, ...]:
    """Return a text in fragments, those that the query asks for marked: {% marked text query as fragments %}."""
    return mark_text(text, _runs(query) if query else ())


@register.simple_tag
def show(fragments: Iterable[Fragment]) -> SafeString:
    """Write fragments out, escaped, marks as <mark>: {% show fragments %}."""
    pieces = (format_html("<mark>{}</mark>", each.text) if each.is_mark else each.text for each in fragments)
    return format_html_join("", "{}", ((piece,) for piece in pieces))
