"""Splitting: a draft and its printed lines -> the articles being made, as the screen shows them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.desk.splitting.article_changes import has_section
from archive.desk.splitting.describing import Printed, describe_article, is_undecided
from archive.desk.splitting.draft import HEAD_ROLES, Draft, DraftArticle, Role
from archive.desk.splitting.entries import find_jumps
from archive.desk.splitting.labelling import ROLES, link_lines
from archive.desk.splitting.rows import ArticleMark, mark_articles, open_text
from archive.extraction.gazetteer import Gazetteer, shorten_name
from archive.models import Genre
from archive.segmentation.proposal import ArticleDraft, Part, PartKind


@dataclass(frozen=True, slots=True)
class Panel:
    """An article being made: what it is called, what its words tell, what is wrong, its lines in reading order.

    `chains` are the lines, those that are joined together in one; `jumps` those that are read next though another is
    printed next. `under` is the number of the article whose section
    heading it stands under too, `before` the key of the article before it; 0 for none.
    """

    mark: ArticleMark
    headline: str
    opening: str
    facts: tuple[str, ...]
    problems: tuple[str, ...]  # lines are named in them by links
    chains: tuple[tuple[int, ...], ...]
    jumps: frozenset[int]
    under: int
    before: int
    is_last: bool
    can_be_put_under: bool


@dataclass(frozen=True, slots=True)
class ReadPart:
    """A piece of an article as it reads: its lines with their numbers, or the reason why text is missing there."""

    kind: str
    label: str
    lines: tuple[tuple[int, str], ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article from its head to its end, to be read through."""

    mark: ArticleMark
    parts: tuple[ReadPart, ...]


def build_panels(draft: Draft, printed: Printed, gazetteer: Gazetteer) -> tuple[Panel, ...]:
    """Return the articles of a draft in their order."""
    marks, places = mark_articles(draft), range(len(draft.articles))
    first_section = next((at for at in places if has_section(draft.articles[at])), len(places))
    return tuple(_build_panel(draft, at, marks, first_section, printed, gazetteer) for at in places)


def read_through(draft: Draft, key: int, printed: Printed, gazetteer: Gazetteer) -> Reading | None:
    """Return an article to be read through; None where it is gone."""
    article = draft.article(key)
    if article is None:
        return None
    heads = (
        ReadPart(entry.role.value, str(ROLES[entry.role]), ((entry.line, printed[entry.line].text),))
        for entry in article.entries
        if entry.role in HEAD_ROLES
    )
    described = describe_article(draft, article, printed, gazetteer)
    return Reading(mark_articles(draft)[key], (*heads, *map(_read_part, described.parts)))


def _read_part(part: Part) -> ReadPart:
    label = "" if part.kind is PartKind.GAP else str(ROLES[Role(part.kind.value)])
    return ReadPart(part.kind.value, label, tuple((line.number, line.text) for line in part.lines), part.reason)


def _build_panel(
    draft: Draft,
    at: int,
    marks: Mapping[int, ArticleMark],
    first_section: int,
    printed: Printed,
    gazetteer: Gazetteer,
) -> Panel:
    article = draft.articles[at]
    described = describe_article(draft, article, printed, gazetteer)
    return Panel(
        marks[article.key],
        " ".join(line.text for line in described.headline),
        open_text(printed[article.entries[0].line].text),
        tuple(_find_facts(described, len(article.entries), gazetteer)),
        tuple(_find_problems(draft, article)),
        tuple(_find_chains(article)),
        frozenset(find_jumps(article.entries).values()),
        marks.get(article.under or 0, ArticleMark()).number,
        draft.articles[at - 1].key if at else 0,
        at == len(draft.articles) - 1,
        first_section < at and not has_section(article),
    )


def _find_facts(described: ArticleDraft, lines: int, gazetteer: Gazetteer) -> Iterator[str]:
    if described.place:
        yield _name_place(described.place.code, gazetteer)
    if described.people:
        yield "、".join(person.name for person in described.people)
    yield str(Genre(described.kind.value).label)
    yield ngettext("%(count)d 行", "%(count)d 行", lines) % {"count": lines}


def _name_place(code: str, gazetteer: Gazetteer) -> str:
    """Return a place with what it lies in, short: 四川泸州."""
    names = []
    while place := gazetteer.places.get(code):
        names.append(shorten_name(place.name))
        code = place.parent
    return "".join(reversed(names))


def _find_problems(draft: Draft, article: DraftArticle) -> Iterator[str]:
    entries = article.entries
    if not any(entry.role is Role.HEADLINE for entry in entries):
        yield _("没有主题")
    body = next((entry for entry in entries if entry.role not in HEAD_ROLES), None)
    if body is None:
        yield _("没有正文")
    elif body.gap_before is not None:
        yield format_html(_("开头缺文：{lines}从半句开始"), lines=link_lines((body.line,)))
    if undecided := tuple(entry.line for at, entry in enumerate(entries) if is_undecided(draft, article, at)):
        yield format_html(_("没有说完：{lines}"), lines=link_lines(undecided))


def _find_chains(article: DraftArticle) -> Iterator[tuple[int, ...]]:
    chain: tuple[int, ...] = ()
    for entry in article.entries:
        if entry.is_joined:
            chain = (*chain, entry.line)
            continue
        if chain:
            yield chain
        chain = (entry.line,)
    if chain:
        yield chain
