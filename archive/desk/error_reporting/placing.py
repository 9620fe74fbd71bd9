"""Error reports: an article and the words that a reader quoted -> where they stand in it, and on its page."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.desk.differences import fold_print
from archive.desk.reviewing.comparison import HEADINGS, Comparison, find_spans, read_pieces
from archive.models import Article

# So many pieces of the article, and lines of the page, are shown before and after those that are meant.
_AROUND = 1


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A piece or a line, with the part of it that was quoted; `is_meant` where it is the place of the report."""

    kind: str
    before: str
    marked: str
    after: str
    is_meant: bool
    number: int = 0


@dataclass(frozen=True, slots=True)
class ReportedPlace:
    """The place of a report in the article and on the page; `is_found` where the quoted words still stand there."""

    is_found: bool
    pieces: tuple[MarkedText, ...]
    lines: tuple[MarkedText, ...]


def find_span(text: str, quote: str, within: tuple[int, int] | None = None) -> tuple[int, int] | None:
    """Return where a quote begins and ends in a text, whatever white space and shapes of marks; None if nowhere.

    Of several places the first that begins within a stretch of the text is taken, if one does.

    >>> find_span("工会 送“清\\n凉”", "送\\"清凉")
    (3, 8)
    """
    keys, places = fold_print(text)
    wanted = fold_print(quote)[0]
    if not wanted:
        return None
    found = []
    at = keys.find(wanted)
    while at >= 0:
        # The end is behind the last character, not before the next one: white space between belongs to neither.
        found.append((places[at], places[at + len(wanted) - 1] + 1))
        at = keys.find(wanted, at + 1)
    inside = (span for span in found if within and within[0] <= span[0] < within[1])
    return next(inside, found[0] if found else None)


def place_report(article: Article, comparison: Comparison, quote: str, block: int | None) -> ReportedPlace:
    """Return the place that a report means: where its words stand, or else the block that it names."""
    pieces = read_pieces(article)
    texts = [text for _kind, text in pieces]
    spans = find_spans(texts)
    named = _piece_of_block(article, pieces, block)
    span = find_span("\n".join(texts), quote, spans[named] if named is not None else None)
    meant = _touched(spans, span) if span else ([named] if named is not None else [])
    shown = _around(meant, len(pieces))
    marked = [_mark(pieces[at][0], texts[at], spans[at][0], span, is_meant=at in meant, number=at + 1) for at in shown]
    return ReportedPlace(span is not None, tuple(marked), _place_on_page(comparison, meant, quote))


def _place_on_page(comparison: Comparison, meant: Sequence[int], quote: str) -> tuple[MarkedText, ...]:
    """Return the lines that the meant pieces were printed on, and those around them."""
    pieces = [piece for piece in comparison.pieces if not piece.is_left_out]
    wanted = {number for at in meant for number in pieces[at].lines}
    places = [at for at, line in enumerate(comparison.lines) if line.number in wanted]
    shown = [comparison.lines[at] for at in _around(places, len(comparison.lines))]
    spans = find_spans([line.text for line in shown])
    span = find_span("\n".join(line.text for line in shown), quote)
    return tuple(
        _mark("line", line.text, start, span, is_meant=line.number in wanted, number=line.number)
        for line, (start, _end) in zip(shown, spans, strict=True)
    )


def _piece_of_block(article: Article, pieces: Sequence[tuple[str, str]], block: int | None) -> int | None:
    """Return which piece a block of the body is; None where it is not there any more."""
    headings = sum(1 for name in HEADINGS if getattr(article, name))
    return headings + block if block is not None and headings + block < len(pieces) else None


def _touched(spans: Sequence[tuple[int, int]], span: tuple[int, int]) -> list[int]:
    return [at for at, (start, end) in enumerate(spans) if start < span[1] and span[0] < end]


def _around(places: Sequence[int], count: int) -> list[int]:
    """Return some places with their neighbours."""
    near = {at + step for at in places for step in range(-_AROUND, _AROUND + 1)}
    return sorted(at for at in near if 0 <= at < count)


def _mark(kind: str, text: str, start: int, span: tuple[int, int] | None, *, is_meant: bool, number: int) -> MarkedText:
    """Return a text that begins at `start` of the whole, with the part of it that lies in the span."""
    first, last = (max(0, span[0] - start), max(0, span[1] - start)) if span else (0, 0)
    return MarkedText(kind, text[:first], text[first:last], text[last:], is_meant, number)
