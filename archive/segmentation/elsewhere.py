"""Segmentation: an article -> where in it a report about another place begins, one whose headline is lost.

The evidence is that of places alone: from some line on the article's own place is not named any more, and the union of
one other place is, again and again.
"""

from archive.extraction.dateline import read_dateline
from archive.extraction.gazetteer import Gazetteer
from archive.extraction.mentions import Mention, find_mentions
from archive.extraction.people import PHOTOGRAPHER, read_byline, read_signature
from archive.extraction.places import find_place
from archive.segmentation.beginning import weigh_lead
from archive.segmentation.cohesion import gather_words, overlap
from archive.segmentation.open_article import Form, OpenArticle
from archive.segmentation.signs import is_complete
from archive.segmentation.sources import Sources
from archive.segmentation.starts import starts_mid_sentence

_LEAST, _MOST = 3, 100  # paragraphs of a report; what is longer is no newspaper page
_LEAST_NAMED = 2  # of which so many name the union of its place
_APART = 3.0  # what it counts that the words above a cut do not come back below it


def find_turn(article: OpenArticle, sources: Sources) -> int | None:
    """Return the paragraph with which the other report begins, or None."""
    gazetteer, own = sources.gazetteer, article.find_early_place(sources.gazetteer)
    if article.form is not Form.ORDINARY or article.is_headless or own is None:
        return None
    if not _LEAST < len(article.paragraphs) <= _MOST:
        return None
    named = [find_mentions(line.text, gazetteer) for line in article.paragraphs]
    last_own = max((at for at, mentions in enumerate(named) if _is_named(mentions, own.code, gazetteer)), default=0)
    others = [(at, mention) for at in range(last_own + 1, len(named)) for mention in named[at]]
    unions = [(at, mention) for at, mention in others if mention.is_of_union]
    # Where its union is named but once, no place but that one may be named at all.
    telling = unions if len({at for at, _mention in unions}) >= _LEAST_NAMED else others
    if not unions or len(named) - last_own <= _LEAST or len({at for at, _mention in telling}) < _LEAST_NAMED:
        return None
    first, code = telling[0][0], unions[0][1].code
    is_one = all(gazetteer.are_related(mention.code, code) for _at, mention in telling)
    is_new = not any(_is_named(mentions, code, gazetteer) for mentions in named[: last_own + 1])
    return _find_cut(article, range(last_own + 1, first + 1), code, sources) if is_one and is_new else None


def find_signed_turn(article: OpenArticle, sources: Sources) -> int | None:
    """Return the paragraph with which the end of another report begins: it is signed, and this one names its writers.

    One mention of another place is enough, where the article's own is named no more.
    """
    if article.form is Form.PHOTO or article.is_headless or not _has_other_signature(article):
        return None
    if len(article.paragraphs) > _MOST:
        return None
    gazetteer, place = sources.gazetteer, find_place(article.head.headings, (), sources.gazetteer)
    named = [find_mentions(line.text, gazetteer) for line in article.paragraphs]
    own = place.code if place else next((mention.code for mentions in named for mention in mentions), "")
    last_own = max((at for at, mentions in enumerate(named) if own and _is_named(mentions, own, gazetteer)), default=0)
    others = [(at, mention.code) for at in range(last_own + 1, len(named)) for mention in named[at]]
    if not others:
        return None
    first, code = others[0]
    return _find_cut(article, range(last_own + 1, first + 1), code, sources, is_torn=True)


def _has_other_signature(article: OpenArticle) -> bool:
    """Whether an article ends with a signature of others than those whom its byline or dateline names."""
    if not article.paragraphs:
        return False
    dateline = read_dateline(article.paragraphs[0].text)
    makers = [person for line in article.head.byline for person in read_byline(line.text)]
    names = {person.name for person in (*makers, *(dateline.people if dateline else ()))}
    signed = {person.name for person in read_signature(article.paragraphs[-1].text) if person.role != PHOTOGRAPHER}
    return bool(names and signed) and not names & signed


def _is_named(mentions: tuple[Mention, ...], code: str, gazetteer: Gazetteer) -> bool:
    """Whether a place is among mentions, or one in it or around it."""
    return any(gazetteer.are_related(mention.code, code) for mention in mentions)


def _find_cut(article: OpenArticle, places: range, code: str, sources: Sources, *, is_torn: bool = False) -> int | None:
    """Return before which of some paragraphs the words change most, or None where no sentence ends over any.

    Where a column may have been torn off above, the text need not have come to an end.
    """
    lines = article.paragraphs
    best, found = float("-inf"), None
    for at in places:
        is_end = is_complete(lines[at - 1].text) or (is_torn and not starts_mid_sentence(lines[at].text))
        if not is_end:
            continue
        upper = gather_words([*article.head.headline, *lines[:at]], sources.lexicon)
        lower = gather_words(lines[at:], sources.lexicon)
        score = weigh_lead(lines[at], code, sources.gazetteer) - _APART * overlap(upper, lower)
        if score > best:
            best, found = score, at
    return found
