"""The desk: a proposed article -> the rows of an article with its place, programmes and people."""

from archive.body import Block, BlockKind, format_body
from archive.desk.vocabulary import Vocabulary
from archive.extraction.programmes import FoundProgramme, find_programmes
from archive.models import Article, ArticleCity, ArticleInitiative, ArticlePerson, Page, Province
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import ArticleDraft, Part, PartKind

_BLOCKS = {
    PartKind.PARAGRAPH: BlockKind.PARAGRAPH,
    PartKind.CROSSHEAD: BlockKind.CROSSHEAD,
    PartKind.CAPTION: BlockKind.CAPTION,
    PartKind.GAP: BlockKind.GAP,
}
_LONGEST_HEADING = 300
_LONGEST_DATELINE = 100
_LONGEST_EVIDENCE = 200


def store_article(draft: ArticleDraft, page: Page, order: int, status: str, vocabulary: Vocabulary) -> Article:
    """Write an article and its links, none of them confirmed; its date is where a person gave the page's.

    The common heading of briefs becomes the kicker.
    """
    article = Article.objects.create(
        newspaper=page.newspaper,
        date=page.date,
        date_precision=page.date_precision,
        is_date_confirmed=page.is_date_confirmed and page.date is not None,
        page=page,
        order=order,
        kicker=_heading((*draft.section, *draft.kicker)),
        headline=_heading(draft.headline),
        subhead=_heading(draft.subhead),
        byline=_heading(draft.byline),
        dateline=draft.dateline[:_LONGEST_DATELINE],
        genre=draft.kind.value,
        body=format_body(tuple(_block(part) for part in draft.parts)),
        status=status,
        is_sample=page.is_sample,
    )
    _store_place(article, draft)
    for found in find_article_programmes(draft, vocabulary):
        evidence = found.evidence[:_LONGEST_EVIDENCE]
        ArticleInitiative.objects.create(article=article, initiative_id=found.key, evidence=evidence)
    for person in draft.people:
        ArticlePerson.objects.create(article=article, name=person.name, role=person.role)
    return article


def find_article_programmes(draft: ArticleDraft, vocabulary: Vocabulary) -> tuple[FoundProgramme, ...]:
    """Return the programmes that an article's headings, paragraphs and captions name."""
    headings = (line.text for line in (*draft.section, *draft.kicker, *draft.headline, *draft.subhead))
    captions = (line.text for line in draft.captions)
    crossheads = (line.text for part in draft.parts if part.kind is PartKind.CROSSHEAD for line in part.lines)
    text = "\n".join((*headings, *draft.paragraphs, *crossheads, *captions))
    place = draft.place.code if draft.place else ""
    return find_programmes(text, vocabulary.programmes, place, vocabulary.gazetteer)


def _store_place(article: Article, draft: ArticleDraft) -> None:
    """Write the place: a province as a whole, or a city with its province."""
    if draft.place is None:
        return
    code, evidence = draft.place.code, draft.place.evidence[:_LONGEST_EVIDENCE]
    if Province.objects.filter(code=code).exists():
        link = ArticleCity(article=article, province_id=code, evidence=evidence)
    else:
        link = ArticleCity(article=article, city_id=code, evidence=evidence)
    link.clean()
    link.save()


def _heading(lines: tuple[Paragraph, ...]) -> str:
    """Return the lines of a heading as one."""
    return " ".join(line.text for line in lines)[:_LONGEST_HEADING]


def _block(part: Part) -> Block:
    """Return a part as a block of a stored body; where the print broke a paragraph it has a line break."""
    return Block(_BLOCKS[part.kind], part.reason or "\n".join(line.text for line in part.lines))
