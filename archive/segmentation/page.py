"""Segmentation, the whole stage: the lines of a page -> its proposed articles."""

from collections.abc import Iterable
from dataclasses import replace

from archive.extraction.dateline import read_closing_dateline, read_dateline
from archive.extraction.gazetteer import Gazetteer
from archive.extraction.genre import ArticleKind, find_kind
from archive.extraction.people import (
    Person,
    read_byline,
    read_credit,
    read_letter_signature,
    read_photo_ending,
    read_signature,
)
from archive.extraction.places import FoundPlace, find_place
from archive.intake.lines import Line
from archive.segmentation.boundaries import settle_boundaries
from archive.segmentation.character_model import CharacterModel
from archive.segmentation.duplicates import find_duplicates, find_seams
from archive.segmentation.flow import arrange_article
from archive.segmentation.folio import read_folio
from archive.segmentation.lexicon import load_lexicon
from archive.segmentation.noise import find_noise, is_jump
from archive.segmentation.open_article import Form, OpenArticle
from archive.segmentation.paragraph import read_paragraphs
from archive.segmentation.parts import make_parts
from archive.segmentation.proposal import ArticleDraft, PageProposal, PartKind
from archive.segmentation.sources import Sources
from archive.segmentation.split import split_page


def segment_page(lines: Iterable[Line], gazetteer: Gazetteer, model: CharacterModel | None = None) -> PageProposal:
    """Return the articles that a page seems to hold, in the order in which they begin."""
    printed = read_paragraphs(lines)
    folio = read_folio(printed)
    noise = find_noise([line for line in printed if line.number not in folio.lines])
    jumps = {line.number for line in noise if is_jump(line)}
    apart = {*folio.lines, *(line.number for line in noise)}
    rest = [line for line in printed if line.number not in apart]
    duplicates = find_duplicates(rest)
    seams = find_seams(rest, duplicates)
    copies = {copy.number for copy, _ in duplicates}
    walk = split_page([line for line in rest if line.number not in copies], apart, jumps, gazetteer)
    apart |= {line.number for line in walk.noise}
    page_model = CharacterModel(under=model)
    page_model.train(line.text for line in rest)
    sources = Sources(gazetteer, page_model, load_lexicon(), seams)
    articles = settle_boundaries(walk.articles, sources)
    flows = [arrange_article(article, sources) for article in articles]
    return PageProposal(
        folio,
        tuple(
            replace(finish_article(article, gazetteer), parts=flow.parts)
            for article, flow in zip(articles, flows, strict=True)
        ),
        tuple(sorted(apart)),
        tuple((copy.number, original.number) for copy, original in duplicates),
        tuple(offer for flow in flows for offer in flow.offers),
    )


def finish_article(article: OpenArticle, gazetteer: Gazetteer) -> ArticleDraft:
    """Return an article with its paragraphs joined and what its own words tell: people, place, kind."""
    texts = [line.text for line in article.paragraphs]
    dateline = read_dateline(texts[0]) if texts else None
    people = _find_people(article, texts, gazetteer)
    kind = _find_kind(article, people, texts)
    return ArticleDraft(
        section=article.head.section,
        kicker=article.head.kicker,
        headline=article.head.headline,
        subhead=article.head.subhead,
        byline=(*article.head.byline, *article.closing_byline),
        parts=make_parts(article.items, frozenset()),
        kind=kind,
        dateline=dateline.text if dateline else read_closing_dateline(texts[-1]) if texts else "",
        place=_find_place(article, kind, gazetteer),
        people=people,
    )


def _find_people(article: OpenArticle, texts: list[str], gazetteer: Gazetteer) -> tuple[Person, ...]:
    """Return the people of bylines, dateline, signature and captions, each once."""
    people: list[Person] = []
    for line in (*article.head.byline, *article.closing_byline):
        people += read_credit(line.text) or read_byline(line.text) or read_letter_signature(line.text)
    if texts:
        dateline = read_dateline(texts[0])
        people += dateline.people if dateline else ()
        people += (person for text in texts for person in _read_signature(text, gazetteer))
        people += read_photo_ending(texts[-1]) if article.form is Form.PHOTO else ()
    for kind, line in article.items:
        people += read_photo_ending(line.text) if kind is PartKind.CAPTION else ()
    once: dict[str, Person] = {}
    for person in people:
        once.setdefault(person.name, person)
    return tuple(once.values())


def _read_signature(text: str, gazetteer: Gazetteer) -> tuple[Person, ...]:
    """Return the people who sign a text; the place where one lives may stand before the name: （泸州 王小明）."""
    people = read_signature(text)
    return tuple(one for one in people if one.name not in gazetteer.names) if len(people) > 1 else people


def _find_place(article: OpenArticle, kind: ArticleKind, gazetteer: Gazetteer) -> FoundPlace | None:
    """Return the place that the article is about; what a commentary takes for its example is not."""
    if kind is ArticleKind.COMMENTARY:
        return find_place(article.head.headings, (), gazetteer)
    return article.find_place(gazetteer)


def _find_kind(article: OpenArticle, people: tuple[Person, ...], texts: list[str]) -> ArticleKind:
    """Return the kind that the article's form or its words tell."""
    if article.form is Form.PHOTO:
        return ArticleKind.PHOTO
    if article.form is Form.BRIEF:
        return ArticleKind.BRIEF
    crossheads = sum(kind is PartKind.CROSSHEAD for kind, _ in article.items)
    roles = tuple(person.role for person in people)
    return find_kind(article.head.headings, roles, tuple(texts), crossheads)
