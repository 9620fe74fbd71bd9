"""Segmentation: an article as it was printed -> its parts in reading order, joined, and the joins to offer."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.segmentation.beginning import Printed, find_beginning, weigh_lead
from archive.segmentation.joins import Join, choose_joins, make_offers
from archive.segmentation.open_article import Item, OpenArticle
from archive.segmentation.order import order_lines
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.parts import make_parts
from archive.segmentation.proposal import JoinOffer, Part, PartKind
from archive.segmentation.signs import is_complete, may_be_text
from archive.segmentation.sources import Sources

_LEAST_ROUND = 3  # paragraphs of two columns, one of them in the wrong place


@dataclass(frozen=True, slots=True)
class Flow:
    """An article's parts in reading order, and what each sentence that breaks off may go on with."""

    parts: tuple[Part, ...]
    offers: tuple[JoinOffer, ...]


def arrange_article(article: OpenArticle, sources: Sources) -> Flow:
    """Put an article's lines in the order in which they are read, and return its parts."""
    texts, doubtful = _find_texts(article)
    crossheads = frozenset(line.number for kind, line in article.items if kind is PartKind.CROSSHEAD)
    place = article.find_place(sources.gazetteer)
    code = place.code if place else ""
    weights = sources.weigh(texts, crossheads, doubtful, _may_go_round(article, texts, code, sources))
    joins = choose_joins(weights)
    items = _decide_doubtful(article.items, doubtful & {texts[join.other].number for join in joins})
    printed = _print(article, items, texts, [join for join in joins if not is_doubtful_round(join, texts)])
    beginning = find_beginning(printed, code, sources.gazetteer)
    lines = [printed.lines[at] for at in order_lines(printed, beginning)]
    said = frozenset((texts[join.one].number, texts[join.other].number) for join in joins if join.is_said)
    article.set_items(_with_captions(lines, items))
    return Flow(make_parts(article.items, said), make_offers(weights, texts, joins))


def _may_go_round(article: OpenArticle, texts: Sequence[Paragraph], place: str, sources: Sources) -> bool:
    """Whether an article's first line may go on with its last; not where it names the place, as beginnings do."""
    if len(texts) < _LEAST_ROUND or article.is_carried_over:
        return False
    return weigh_lead(texts[0], place, sources.gazetteer) <= 0


def is_doubtful_round(join: Join, texts: Sequence[Paragraph]) -> bool:
    """Whether it is only likely that the first line goes on with one that is not the last: then it rather begins."""
    return not join.is_sure and join.other == 0 and join.one != len(texts) - 1


def _find_texts(article: OpenArticle) -> tuple[tuple[Paragraph, ...], frozenset[int]]:
    """Return the paragraphs and the other lines that may be text, and the numbers of the latter.

    A caption may be text set on where a picture stood; a crosshead may be a line of a narrow column.
    """
    doubtful: set[int] = set()
    above: Paragraph | None = None
    for kind, line in article.items:
        is_below_break = above is not None and above.number == line.line_above and not is_complete(above.text)
        is_piece = kind is PartKind.CROSSHEAD and not line.level and is_below_break
        if is_piece or (kind is PartKind.CAPTION and may_be_text(line)):
            doubtful.add(line.number)
        above = line if kind is PartKind.PARAGRAPH else None
    texts = (line for kind, line in article.items if kind is PartKind.PARAGRAPH or line.number in doubtful)
    return tuple(texts), frozenset(doubtful)


def _decide_doubtful(items: list[Item], text: frozenset[int]) -> list[Item]:
    """Return the items with those made paragraphs with which a sentence goes on."""
    return [(PartKind.PARAGRAPH if line.number in text else kind, line) for kind, line in items]


def _print(article: OpenArticle, items: list[Item], texts: tuple[Paragraph, ...], joins: Sequence[Join]) -> Printed:
    """Return the lines of the body as printed."""
    items = [(kind, line) for kind, line in items if kind is not PartKind.CAPTION]
    places = {line.number: at for at, (_, line) in enumerate(items)}
    head = (*article.head.kicker, *article.head.headline, *article.head.subhead, *article.head.byline)
    return Printed(
        tuple(line for _, line in items),
        frozenset(at for at, (kind, _) in enumerate(items) if kind is PartKind.CROSSHEAD),
        {places[texts[join.one].number]: places[texts[join.other].number] for join in joins},
        bool(head) and bool(items) and head[0].number < items[0][1].number,
    )


def _with_captions(lines: list[Paragraph], items: list[Item]) -> list[Item]:
    """Return the lines in their new order, each caption after the line under which it was printed."""
    kinds = {line.number: kind for kind, line in items}
    below: dict[int, list[Item]] = {}
    above = 0
    for kind, line in items:
        if kind is PartKind.CAPTION:
            below.setdefault(above, []).append((kind, line))
        else:
            above = line.number
    ordered = below.get(0, [])
    for line in lines:
        ordered += [(kinds[line.number], line), *below.get(line.number, [])]
    return ordered
