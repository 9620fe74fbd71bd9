"""Splitting, first step: the proposal for a page -> the draft that an editor corrects, stored with the page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive.desk.splitting.draft import Copy, Draft, DraftArticle, Entry, Role, write_draft
from archive.desk.splitting.entries import settle
from archive.desk.splitting.printed import read_printed
from archive.desk.taking_in import propose_articles
from archive.desk.vocabulary import recent_gazetteer
from archive.extraction.genre import ArticleKind
from archive.intake.refusal import RefusedError
from archive.models import Page, Split
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import ArticleDraft, Folio, JoinOption, PageProposal, Part, PartKind
from archive.segmentation.signs import is_complete

_ROLES = {
    PartKind.PARAGRAPH: Role.PARAGRAPH,
    PartKind.CROSSHEAD: Role.CROSSHEAD,
    PartKind.CAPTION: Role.CAPTION,
}
# The kinds that a page tells by its form, and the words of an article alone do not.
_FORMS = (ArticleKind.BRIEF, ArticleKind.PHOTO)


def open_split(page: Page, proposal: PageProposal | None = None) -> Split:
    """Return the split of a page, made of the proposal where there is none yet; that of an earlier call otherwise."""
    if known := Split.objects.filter(page=page).first():
        return known
    draft = draft_proposal(proposal, read_printed(page.text).values()) if proposal else propose_draft(page)
    return Split.objects.get_or_create(page=page, defaults={"draft": write_draft(draft)})[0]


def propose_draft(page: Page) -> Draft:
    """Return what segmentation proposes for a page now; nothing where it is no page but a whole book."""
    try:
        proposal = propose_articles(page.text, recent_gazetteer())
    except RefusedError:
        proposal = PageProposal(Folio(), (), (), ())
    return draft_proposal(proposal, read_printed(page.text).values())


def draft_proposal(proposal: PageProposal, printed: Iterable[Paragraph]) -> Draft:
    """Return a proposal as a draft that holds each printed line once; what was proposed nowhere is unplaced."""
    placed: set[int] = set()

    def take(entries: Iterable[Entry]) -> tuple[Entry, ...]:
        taken: dict[int, Entry] = {}
        for entry in entries:
            if entry.line not in placed:
                taken.setdefault(entry.line, entry)
        placed.update(taken)
        return settle(taken.values())

    lines = tuple(printed)
    offers: dict[int, tuple[JoinOption, ...]] = {line.number: () for line in lines if not is_complete(line.text)}
    offers |= {offer.line: offer.options for offer in proposal.offers}
    copies = {copy: original for copy, original in proposal.duplicates if copy != original}
    sections: dict[int, int] = {}
    articles = []
    for key, article in enumerate(proposal.articles, start=1):
        heading = article.section[0].number if article.section else 0
        under = sections.get(heading)
        if heading and under is None:
            sections[heading] = key
        entries = take(_head_entries(article)) + take(_body_entries(article, offers))
        articles.append(DraftArticle(key, entries, under, article.kind if article.kind in _FORMS else None))
    noise = take(Entry(line) for line in proposal.noise)
    copied = take(Entry(line) for line in copies)
    return Draft(
        tuple(article for article in articles if article.entries),
        noise,
        take(Entry(line.number) for line in lines),
        tuple(Copy(entry, copies[entry.line]) for entry in copied),
        offers,
    )


def _head_entries(article: ArticleDraft) -> Iterator[Entry]:
    """Give an article's head, line by line."""
    heads = (
        (Role.SECTION, article.section),
        (Role.KICKER, article.kicker),
        (Role.HEADLINE, article.headline),
        (Role.SUBHEAD, article.subhead),
        (Role.BYLINE, article.byline),
    )
    return (Entry(line.number, role) for role, lines in heads for line in lines)


def _body_entries(article: ArticleDraft, offers: dict[int, tuple[JoinOption, ...]]) -> list[Entry]:
    """Return an article's body, line by line.

    A gap belongs to the line before it. Where lines are offered that may go on there, none is certain to be lost.
    """
    entries: list[Entry] = []
    gap: str | None = None
    for part in article.parts:
        if part.kind is not PartKind.GAP:
            entries += _part_entries(part, gap)
            gap = None
        elif not entries:
            gap = ""
        elif not offers.get(entries[-1].line):
            entries[-1] = replace(entries[-1], gap_after="")
    return entries


def _part_entries(part: Part, gap_before: str | None) -> Iterator[Entry]:
    is_paragraph = part.kind is PartKind.PARAGRAPH
    for at, line in enumerate(part.lines):
        yield Entry(line.number, _ROLES[part.kind], is_paragraph and at > 0, None if at else gap_before)
