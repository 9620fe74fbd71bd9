"""Segmentation: articles as the walk left them -> articles with the columns that stood over or under a wrong headline.

A column may begin before the headline of its article, under the end of another; or the last column stand first.
The evidence is a sentence that goes on across the headline, a place, and words that both have.
"""

from collections.abc import Sequence
from dataclasses import replace

from archive.extraction.gazetteer import Gazetteer
from archive.extraction.mentions import find_mentions
from archive.extraction.people import read_signature
from archive.extraction.places import FoundPlace, find_place
from archive.segmentation.beginning import weigh_lead
from archive.segmentation.cohesion import gather_words, overlap
from archive.segmentation.elsewhere import find_turn
from archive.segmentation.head import Head
from archive.segmentation.joins import choose_joins
from archive.segmentation.open_article import Form, Item, OpenArticle
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import PartKind
from archive.segmentation.signs import is_complete, is_numbered, opens_report
from archive.segmentation.sources import Sources
from archive.segmentation.starts import starts_fresh, starts_mid_sentence

_CLEAR = 1.6  # the weight of a join that moves text over a headline
_HEADLINE = 1.3  # what speaks against a sentence going on over a headline
_ECHO, _CLEAR_ECHO = 0.5, 1.0  # so much of the headline's words comes back in text that belongs to it
_APART = 3.0  # what it counts that the words above a cut do not come back below it
_BEGINNING = 5  # paragraphs that tell what a piece of text is about
_LONGEST = 60  # paragraphs of two articles that are weighed together


def settle_boundaries(articles: Sequence[OpenArticle], sources: Sources) -> list[OpenArticle]:
    """Return the articles with each column where it belongs."""
    settled: list[OpenArticle] = []
    for article in articles:
        for piece in _split_by_place(article, sources):
            above = settled[-1] if settled else None
            if above and _begins_above(above, piece, sources):
                _merge(above, piece)
                continue
            if above:
                _claim_text_above(above, piece, sources)
                if not above.items and above.is_headless:
                    _give_byline(settled.pop(), piece)
            settled.append(piece)
    return settled


def _split_by_place(article: OpenArticle, sources: Sources) -> list[OpenArticle]:
    """Cut an article where a report about another place begins, and before what is left of others."""
    turn = find_turn(article, sources)
    pieces = [article] if turn is None else [article, _cut(article, article.paragraphs[turn])]
    return [piece for one in pieces for piece in _split_off_orphans(one, sources)]


def _split_off_orphans(article: OpenArticle, sources: Sources) -> list[OpenArticle]:
    """Cut an article before text that begins in mid-sentence, where nothing of the article breaks off for it."""
    if article.form is not Form.ORDINARY or len(article.paragraphs) > _LONGEST:
        return [article]
    starts = [
        at
        for at, (above, line) in enumerate(zip(article.paragraphs, article.paragraphs[1:], strict=False), start=1)
        if is_complete(above.text)
        and starts_mid_sentence(line.text)
        and not (starts_fresh(line.text) or is_numbered(line.text))
    ]
    if not starts:
        return [article]
    targets = {join.other for join in choose_joins(sources.weigh(article.paragraphs))}
    own = article.find_place(sources.gazetteer)
    for at in starts:
        other = _begin_place(article.paragraphs[at:], sources.gazetteer)
        if at not in targets and own and other and not sources.gazetteer.are_related(own.code, other.code):
            return [article, *_split_off_orphans(_cut(article, article.paragraphs[at]), sources)]
    return [article]


def _begin_place(texts: Sequence[Paragraph], gazetteer: Gazetteer) -> FoundPlace | None:
    """Return the place that the first of some paragraphs tell."""
    return find_place((), tuple(line.text for line in texts[:_BEGINNING]), gazetteer)


def _cut(article: OpenArticle, line: Paragraph) -> OpenArticle:
    """Take the lines from one on out of an article and return them as another."""
    rest = OpenArticle(is_closed=article.is_closed, closing_byline=article.closing_byline)
    rest.set_items(article.take_from(next(at for at, (_, one) in enumerate(article.items) if one is line)))
    article.is_closed, article.closing_byline = True, []
    return rest


def _begins_above(above: OpenArticle, article: OpenArticle, sources: Sources) -> bool:
    """Whether a headless article is the beginning of the one above it, whose last column was read first."""
    if article.head != Head() or not above.paragraphs or not article.paragraphs:
        return False
    first, last = above.paragraphs[0], article.paragraphs[-1]
    if above.form is Form.PHOTO or opens_report(first) or starts_fresh(first.text):
        return False
    echo = _echo(above.head, article.paragraphs, sources)
    if opens_report(article.paragraphs[0]) and echo >= _CLEAR_ECHO:
        return True
    goes_on = echo >= _ECHO and not is_complete(last.text)
    texts = [*above.paragraphs, *article.paragraphs]
    if read_signature(above.paragraphs[-1].text) and not above.is_headless:
        return echo >= _CLEAR_ECHO or sources.weigh(texts).get((len(texts) - 1, 0), 0.0) > 0
    return (goes_on and _goes_on(last, first, texts, sources, 0.0)) or _is_taken_up(first, article, texts, sources)


def _is_taken_up(first: Paragraph, article: OpenArticle, texts: Sequence[Paragraph], sources: Sources) -> bool:
    """Whether among texts a sentence of an article surely goes on with a paragraph above it."""
    if len(texts) > _LONGEST:
        return False
    weights = sources.weigh(texts)
    own, other = {texts.index(line) for line in article.paragraphs}, texts.index(first)
    return any(join.is_sure and join.one in own and join.other == other for join in choose_joins(weights))


def _echo(head: Head, texts: Sequence[Paragraph], sources: Sources) -> float:
    """Return the weight of the headline's words that come back in texts."""
    headings = gather_words((*head.kicker, *head.headline, *head.subhead), sources.lexicon)
    words = gather_words(texts, sources.lexicon)
    return sum(weight for word, weight in headings.items() if word in words)


def _goes_on(
    one: Paragraph, other: Paragraph, texts: Sequence[Paragraph], sources: Sources, against: float = _HEADLINE
) -> bool:
    """Whether among texts a paragraph goes on with another, though something speaks against it."""
    if len(texts) > _LONGEST:
        return False
    pair = texts.index(one), texts.index(other)
    weights = sources.weigh(texts)
    weights[pair] -= against
    chosen = any((join.one, join.other) == pair for join in choose_joins(weights))
    return chosen and weights[pair] >= (_CLEAR if against else 0.0)


def _merge(above: OpenArticle, article: OpenArticle) -> None:
    """Add an article's lines to the one above."""
    for kind, line in article.items:
        above.add(kind, line)
    above.closing_byline += article.closing_byline


def _give_byline(above: OpenArticle, article: OpenArticle) -> None:
    """Leave nothing behind of a headless article all of whose text was another's."""
    head = article.head
    article.head = replace(
        head, section=(*above.head.section, *head.section), byline=(*above.head.byline, *head.byline)
    )
    article.closing_byline = [*above.closing_byline, *article.closing_byline]


def _claim_text_above(above: OpenArticle, article: OpenArticle, sources: Sources) -> None:
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
    named = _find_named(above, code, sources.gazetteer) if code else None
    if named is not None:
        return named
    if _is_headline_below(above, article, code, sources):
        return 0
    if not _goes_on_below(above, article, code, sources):
        return None
    return 0 if above.is_headless else _find_best_cut(above, article, code, sources)


def _is_headline_below(above: OpenArticle, article: OpenArticle, place: str, sources: Sources) -> bool:
    """Whether a headline below is that of a headless text: its words come back there, no place speaks against it."""
    if not above.is_headless or above.head.byline or above.is_closed:
        return False
    own = _begin_place(above.paragraphs, sources.gazetteer)
    if own and place and not sources.gazetteer.are_related(own.code, place):
        return False
    begins_below = any(weigh_lead(line, place, sources.gazetteer) > 1 for line in article.paragraphs[:1])
    return not begins_below and _echo(article.head, above.paragraphs, sources) >= _CLEAR_ECHO


def _goes_on_below(above: OpenArticle, article: OpenArticle, place: str, sources: Sources) -> bool:
    """Whether the text over a headline goes on under it."""
    last, first = above.paragraphs[-1], next(iter(article.paragraphs), None)
    if first is None or is_complete(last.text) or weigh_lead(first, place, sources.gazetteer) > 0:
        return False
    return _goes_on(last, first, [*above.paragraphs, *article.paragraphs], sources)


def _find_named(above: OpenArticle, code: str, gazetteer: Gazetteer) -> int | None:
    """Return the first item about a place, under all that are about the article's own, if that is another place."""
    own = above.find_early_place(gazetteer) if above.head.headline else _begin_place(above.paragraphs, gazetteer)
    if (own is None and not above.is_headless) or (own and gazetteer.are_related(own.code, code)):
        return None
    first = None
    for at, (kind, line) in enumerate(above.items):
        codes = {mention.code for mention in find_mentions(line.text, gazetteer)}
        if own and own.code in codes:
            first = None
        elif code in codes and first is None and at and kind is not PartKind.CROSSHEAD:
            first = at
    return _with_heading(above.items, first) if first is not None else None


def _with_heading(items: list[Item], at: int) -> int:
    """Return the place of the crosshead or caption directly over an item, or its own."""
    while at > 1 and items[at - 1][0] is not PartKind.PARAGRAPH:
        at -= 1
    return at


def _find_best_cut(above: OpenArticle, article: OpenArticle, place: str, sources: Sources) -> int | None:
    """Return where the items above are best cut in two: over a lead, where the words change."""
    below = [line for _, line in article.items]
    best, found = float("-inf"), None
    for at in range(1, len(above.items)):
        kind, line = above.items[at]
        if kind is not PartKind.PARAGRAPH or starts_mid_sentence(line.text) or not _is_after_end(above.items, at):
            continue
        upper = gather_words([*above.head.headline, *(one for _, one in above.items[:at])], sources.lexicon)
        lower = gather_words([*(one for _, one in above.items[at:]), *below], sources.lexicon)
        score = weigh_lead(line, place, sources.gazetteer) - _APART * overlap(upper, lower)
        if score > best:
            best, found = score, at
    return found


def _is_after_end(items: list[Item], at: int) -> bool:
    """Whether the paragraph above an item has come to its end."""
    texts = [line for kind, line in items[:at] if kind is PartKind.PARAGRAPH]
    return not texts or is_complete(texts[-1].text)
