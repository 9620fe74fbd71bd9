"""Segmentation: text over a headline -> what of it belongs to the article below.

The evidence is a sentence that goes on across the headline, a place, and words that both have.
"""

from collections.abc import Sequence

from archive.extraction.gazetteer import Gazetteer
from archive.extraction.mentions import find_mentions
from archive.extraction.places import FoundPlace, find_place
from archive.segmentation.beginning import weigh_lead
from archive.segmentation.cohesion import gather_words, overlap
from archive.segmentation.head import Head
from archive.segmentation.joins import choose_joins
from archive.segmentation.open_article import Form, Item, OpenArticle
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import PartKind
from archive.segmentation.signs import is_complete
from archive.segmentation.sources import Sources
from archive.segmentation.starts import starts_mid_sentence
from archive.segmentation.talks import goes_on_with_answer

LONGEST = 60  # paragraphs of two articles that are weighed together
_MOST = 100  # items of an article that are read again for each place of a cut; what is longer is no newspaper page
_CLEAR = 1.6  # the weight of a join that moves text over a headline
ACROSS_HEADLINE = 1.3  # what speaks against a sentence going on over a headline
CLEAR_ECHO = 1.0  # so much of the headline's words comes back in text that surely belongs to it
_APART = 3.0  # what it counts that the words above a cut do not come back below it
_BEGINNING = 5  # paragraphs that tell what a piece of text is about


def claim_text_above(above: OpenArticle, article: OpenArticle, sources: Sources) -> None:
    """Move to an article the text over its headline with which it begins."""
    if not article.head.headline or not above.paragraphs or above.form is not Form.ORDINARY:
        return
    at = _find_claim(above, article, sources)
    if at is None:
        return
    taken = above.take_from(at)
    rest = article.take_from(0)
    for kind, line in (*taken, *rest):
        article.add(kind, line)


def _find_claim(above: OpenArticle, article: OpenArticle, sources: Sources) -> int | None:
    """Return the place among the items above from which on they belong to the headline below, if there is one."""
    place = find_place(article.head.headings, (), sources.gazetteer)
    code = place.code if place else ""
    named = _find_named(above, article, code, sources) if code else None
    if named is not None:
        return named
    if _is_headline_below(above, article, code, sources) or goes_on_with_answer(above, article):
        return 0
    if not _goes_on_below(above, article, code, sources):
        return None
    return 0 if above.is_headless else _find_best_cut(above, article, code, sources)


def _is_headline_below(above: OpenArticle, article: OpenArticle, place: str, sources: Sources) -> bool:
    """Whether a headline below is that of a headless text: its words come back there, no place speaks against it."""
    if not above.is_headless or above.head.byline or above.is_closed:
        return False
    own = find_place_of(above.paragraphs, sources.gazetteer)
    if own and place and not sources.gazetteer.are_related(own.code, place):
        return False
    begins_below = any(weigh_lead(line, place, sources.gazetteer) > 1 for line in article.paragraphs[:1])
    return not begins_below and weigh_echo(article.head, above.paragraphs, sources) >= CLEAR_ECHO


def _goes_on_below(above: OpenArticle, article: OpenArticle, place: str, sources: Sources) -> bool:
    """Whether the text over a headline goes on under it."""
    last, first = above.paragraphs[-1], next(iter(article.paragraphs), None)
    if first is None or is_complete(last.text) or weigh_lead(first, place, sources.gazetteer) > 0:
        return False
    # A text without headline looks for one; nothing speaks against the next.
    against = 0.0 if above.is_headless and not above.has_dateline else ACROSS_HEADLINE
    return goes_on_across(last, first, [*above.paragraphs, *article.paragraphs], sources, against)


def _find_named(above: OpenArticle, article: OpenArticle, code: str, sources: Sources) -> int | None:
    """Return the first item about the place of the article below, under all that are about the upper one's own.

    Between those may stand text that names neither; it is cut where the words change most, a picture's caption and a
    crosshead with the text below them.
    """
    gazetteer = sources.gazetteer
    own = above.find_early_place(gazetteer) if above.head.headline else find_place_of(above.paragraphs, gazetteer)
    if (own is None and not above.is_headless) or (own and gazetteer.are_related(own.code, code)):
        return None
    first, last_own = None, -1
    for at, (kind, line) in enumerate(above.items):
        codes = {mention.code for mention in find_mentions(line.text, gazetteer)}
        if own and own.code in codes:
            first, last_own = None, at
        elif code in codes and first is None and at and kind is not PartKind.CROSSHEAD:
            first = at
    if first is None:
        return None
    between = range(max(1, last_own + 1), first) if len(above.items) <= _MOST else ()
    under_picture = (at for at in between if above.items[at - 1][0] is PartKind.CAPTION)
    places = (first, *(at for at in between if _may_cut(above.items, at)), *under_picture)
    cuts = sorted({_with_heading(above.items, at) for at in places})
    return min(cuts, key=lambda at: _overlap_at(above, article, at, sources))


def _may_cut(items: list[Item], at: int) -> bool:
    """Whether another article's text may begin with an item: a sentence has ended above, and it begins one."""
    kind, line = items[at]
    is_text = kind is PartKind.PARAGRAPH and not starts_mid_sentence(line.text)
    return is_text and _is_after_end(items, at)


def _overlap_at(above: OpenArticle, article: OpenArticle, at: int, sources: Sources) -> float:
    """Return how much the words above a cut come back below it."""
    upper = gather_words([*above.head.headline, *(one for _, one in above.items[:at])], sources.lexicon)
    below = [line for _, line in article.items]
    return overlap(upper, gather_words([*(one for _, one in above.items[at:]), *below], sources.lexicon))


def _with_heading(items: list[Item], at: int) -> int:
    """Return the place of the crosshead or caption directly over an item, or its own."""
    while at > 1 and items[at - 1][0] is not PartKind.PARAGRAPH:
        at -= 1
    return at


def _find_best_cut(above: OpenArticle, article: OpenArticle, place: str, sources: Sources) -> int | None:
    """Return where the items above are best cut in two: over a lead, where the words change."""
    best, found = float("-inf"), None
    for at in range(1, len(above.items)):
        if not _may_cut(above.items, at):
            continue
        lead = weigh_lead(above.items[at][1], place, sources.gazetteer)
        score = lead - _APART * _overlap_at(above, article, at, sources)
        if score > best:
            best, found = score, at
    return found


def _is_after_end(items: list[Item], at: int) -> bool:
    """Whether the paragraph above an item has come to its end."""
    texts = [line for kind, line in items[:at] if kind is PartKind.PARAGRAPH]
    return not texts or is_complete(texts[-1].text)


def weigh_echo(head: Head, texts: Sequence[Paragraph], sources: Sources) -> float:
    """Return the weight of the headline's words that come back in texts."""
    headings = gather_words((*head.kicker, *head.headline, *head.subhead), sources.lexicon)
    words = gather_words(texts, sources.lexicon)
    return sum(weight for word, weight in headings.items() if word in words)


def goes_on_across(
    one: Paragraph, other: Paragraph, texts: Sequence[Paragraph], sources: Sources, against: float = ACROSS_HEADLINE
) -> bool:
    """Whether among texts a paragraph goes on with another, though something speaks against it."""
    if len(texts) > LONGEST:
        return False
    pair = texts.index(one), texts.index(other)
    weights = sources.weigh(texts)
    weights[pair] -= against
    chosen = any((join.one, join.other) == pair for join in choose_joins(weights))
    return chosen and weights[pair] >= (_CLEAR if against else 0.0)


def find_place_of(texts: Sequence[Paragraph], gazetteer: Gazetteer) -> FoundPlace | None:
    """Return the place that the first of some paragraphs tell."""
    return find_place((), tuple(line.text for line in texts[:_BEGINNING]), gazetteer)
