"""Splitting: an article of a draft -> its parts with their texts, and what its words tell: place, people, kind."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from archive.desk.splitting.draft import HEAD_ROLES, Draft, DraftArticle, Entry, Role
from archive.extraction.gazetteer import Gazetteer
from archive.extraction.genre import ArticleKind
from archive.segmentation.head import Head
from archive.segmentation.open_article import Form, OpenArticle
from archive.segmentation.page import finish_article
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import ArticleDraft, Part, PartKind

PART_KINDS = {
    Role.PARAGRAPH: PartKind.PARAGRAPH,
    Role.CROSSHEAD: PartKind.CROSSHEAD,
    Role.CAPTION: PartKind.CAPTION,
}
_FORMS = {ArticleKind.BRIEF: Form.BRIEF, ArticleKind.PHOTO: Form.PHOTO, None: Form.ORDINARY}

Printed = Mapping[int, Paragraph]
Heads = tuple[tuple[Paragraph, ...], ...]


def describe_article(draft: Draft, article: DraftArticle, printed: Printed, gazetteer: Gazetteer) -> ArticleDraft:
    """Return an article as it is stored and shown."""
    parts = tuple(_find_parts(draft, article, printed))
    heads = tuple(_find_head(article, role, printed) for role in HEAD_ROLES)
    section = heads[0] or find_section(draft, article, printed)
    return replace(_find_facts(heads, parts, _FORMS[article.kind], gazetteer), section=section, parts=parts)


def find_section(draft: Draft, article: DraftArticle, printed: Printed) -> tuple[Paragraph, ...]:
    """Return the section heading of another article that an article stands under too."""
    other = draft.article(article.under) if article.under else None
    return _find_head(other, Role.SECTION, printed) if other else ()


def is_undecided(draft: Draft, article: DraftArticle, at: int) -> bool:
    """Whether nobody has said how the sentence goes on that the line at a place in an article breaks off."""
    entry, following = article.entries[at], article.entries[at + 1 : at + 2]
    is_open = entry.role is Role.PARAGRAPH and entry.line in draft.offers
    is_joined = any(one.is_joined for one in following)
    return is_open and not (is_joined or entry.is_whole or entry.gap_after is not None)


def _find_head(article: DraftArticle, role: Role, printed: Printed) -> tuple[Paragraph, ...]:
    return tuple(printed[entry.line] for entry in article.entries if entry.role is role)


def _find_parts(draft: Draft, article: DraftArticle, printed: Printed) -> Iterator[Part]:
    """Give the parts of the body; where a sentence breaks off and nobody has said how it goes on, text is missing."""
    lines: list[Paragraph] = []
    gap: str | None = None  # text is lost before the next line, and why
    for at, entry in enumerate(article.entries):
        if entry.role in HEAD_ROLES:
            continue
        if gap is None or entry.gap_before:
            gap = entry.gap_before
        if gap is not None:
            yield Part(PartKind.GAP, (), gap)
        lines = [*lines, printed[entry.line]] if entry.is_joined else [printed[entry.line]]
        if not _goes_on(article.entries, at):
            yield Part(PART_KINDS[entry.role], tuple(lines))
        gap = entry.gap_after
        if gap is None and is_undecided(draft, article, at):
            gap = ""
    if gap is not None:
        yield Part(PartKind.GAP, (), gap)


def _goes_on(entries: tuple[Entry, ...], at: int) -> bool:
    return any(following.is_joined for following in entries[at + 1 : at + 2])


# An article is described when it is shown, and again when another one is changed.
@lru_cache(maxsize=2048)
def _find_facts(heads: Heads, parts: tuple[Part, ...], form: Form, gazetteer: Gazetteer) -> ArticleDraft:
    """Return what segmentation reads in an article; its own joins and gaps are not wanted here."""
    section, kicker, headline, subhead, byline = heads
    items = [(part.kind, line) for part in parts for line in part.lines]
    paragraphs = [line for kind, line in items if kind is PartKind.PARAGRAPH]
    head = Head(kicker, headline, subhead, byline, section)
    return finish_article(OpenArticle(head, form, items, paragraphs), gazetteer)
