"""Segmentation: articles as the walk left them -> articles with the columns that stood over or under a wrong headline.

A column may begin before the headline of its article, under the end of another; or the last column stand first.
The evidence is a sentence that goes on across the headline, a place, and words that both have.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from archive.extraction.people import read_signature
from archive.segmentation.claims import (
    ACROSS_HEADLINE,
    CLEAR_ECHO,
    LONGEST,
    claim_text_above,
    find_place_of,
    goes_on_across,
    weigh_echo,
)
from archive.segmentation.elsewhere import find_signed_turn, find_turn
from archive.segmentation.head import Head
from archive.segmentation.joins import choose_joins
from archive.segmentation.open_article import Form, OpenArticle
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.signs import is_complete, is_numbered, opens_report
from archive.segmentation.sources import Sources
from archive.segmentation.starts import starts_fresh, starts_mid_sentence

_ECHO = 0.5  # so much of the headline's words comes back in text that belongs to it


def settle_boundaries(articles: Sequence[OpenArticle], sources: Sources) -> list[OpenArticle]:
    """Return the articles with each column where it belongs."""
    pieces = [piece for article in articles for piece in _split_by_place(article, sources)]
    settled: list[OpenArticle] = []
    for article in _put_beginnings_back(pieces, sources):
        if settled:
            claim_text_above(settled[-1], article, sources)
            if not settled[-1].items and settled[-1].is_headless:
                _give_byline(settled.pop(), article)
        settled.append(article)
    return settled


def _put_beginnings_back(pieces: Sequence[OpenArticle], sources: Sources) -> list[OpenArticle]:
    """Add each headless article to the one above it whose beginning it is.

    Done before text above headlines is claimed: where a sentence may go on is known once an article is whole.
    """
    whole: list[OpenArticle] = []
    for piece, following in zip_longest(pieces, pieces[1:]):
        if whole and _begins_above(whole[-1], piece, following, sources):
            _merge(whole[-1], piece)
        else:
            whole.append(piece)
    return whole


def _split_by_place(article: OpenArticle, sources: Sources) -> list[OpenArticle]:
    """Cut an article where a report about another place begins, and before what is left of others."""
    turn = find_turn(article, sources) or find_signed_turn(article, sources)
    pieces = [article] if turn is None else [article, _cut(article, article.paragraphs[turn])]
    return [piece for one in pieces for piece in _split_off_orphans(one, sources)]


def _split_off_orphans(article: OpenArticle, sources: Sources) -> list[OpenArticle]:
    """Cut an article before text that begins in mid-sentence, where nothing of the article breaks off for it."""
    if article.form is not Form.ORDINARY or len(article.paragraphs) > LONGEST:
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
        other = find_place_of(article.paragraphs[at:], sources.gazetteer)
        if at not in targets and own and other and not sources.gazetteer.are_related(own.code, other.code):
            return [article, *_split_off_orphans(_cut(article, article.paragraphs[at]), sources)]
    return [article]


def _cut(article: OpenArticle, line: Paragraph) -> OpenArticle:
    """Take the lines from one on out of an article and return them as another."""
    rest = OpenArticle(is_closed=article.is_closed, closing_byline=article.closing_byline)
    rest.set_items(article.take_from(next(at for at, (_, one) in enumerate(article.items) if one is line)))
    article.is_closed, article.closing_byline = True, []
    return rest


def _begins_above(above: OpenArticle, article: OpenArticle, following: OpenArticle | None, sources: Sources) -> bool:
    """Whether a headless article is the beginning of the one above it, whose last column was read first.

    What stands under a signed end rather belongs to the article that follows where its sentence goes on there.
    """
    if article.head != Head() or not above.paragraphs or not article.paragraphs:
        return False
    first, last = above.paragraphs[0], article.paragraphs[-1]
    if above.form is Form.PHOTO or opens_report(first) or starts_fresh(first.text):
        return False
    echo = weigh_echo(above.head, article.paragraphs, sources)
    if opens_report(article.paragraphs[0]) and echo >= CLEAR_ECHO:
        return True
    is_broken = echo >= _ECHO and not is_complete(last.text)
    texts = [*above.paragraphs, *article.paragraphs]
    if read_signature(above.paragraphs[-1].text) and not above.is_headless:
        return echo >= CLEAR_ECHO or _goes_up(above, article, following, sources)
    if is_broken and goes_on_across(last, first, texts, sources, 0.0):
        return True
    return _is_taken_up(first, article, texts, sources)


def _goes_up(above: OpenArticle, article: OpenArticle, following: OpenArticle | None, sources: Sources) -> bool:
    """Whether an article's last sentence goes on in the first line of the one above, rather than of the one below."""
    round_weights = sources.weigh([*above.paragraphs, *article.paragraphs], may_go_round=True)
    up = round_weights.get((len(above.paragraphs) + len(article.paragraphs) - 1, 0), 0.0)
    if following is None or following.has_dateline or not following.paragraphs:
        return up > 0
    own = article.paragraphs
    down = sources.weigh([*own, following.paragraphs[0]]).get((len(own) - 1, len(own)), 0.0)
    return up > max(0.0, down - ACROSS_HEADLINE)


def _is_taken_up(first: Paragraph, article: OpenArticle, texts: Sequence[Paragraph], sources: Sources) -> bool:
    """Whether among texts a sentence of an article surely goes on with a paragraph above it."""
    if len(texts) > LONGEST:
        return False
    weights = sources.weigh(texts)
    own, other = {texts.index(line) for line in article.paragraphs}, texts.index(first)
    return any(join.is_sure and join.one in own and join.other == other for join in choose_joins(weights))


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
