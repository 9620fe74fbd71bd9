"""The desk: an article and its page's original text -> the article piece by piece, differences marked."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.body import BlockKind, parse_body
from archive.desk.alignment import Stretch
from archive.desk.differences import Change, Passage, find_stretches, fold_print, passages_of
from archive.desk.reviewing.printed import PlacedLine, PrintedLine, place_lines, read_printed_lines
from archive.models import Article

# So much of a line that the article lacks stands by itself; less stands in the piece that it follows.
_OWN_PIECE = 8
LEFT_OUT = "left_out"
HEADINGS = ("kicker", "headline", "subhead", "byline")


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading or a block of an article: its passages, and the numbers of the lines it was printed on.

    `kind` is a field's name, a block's kind, or left_out for lines that the article lacks.
    """

    kind: str
    passages: tuple[Passage, ...]
    lines: tuple[int, ...] = ()

    @property
    def is_left_out(self) -> bool:
        """Whether the article lacks it."""
        return self.kind == LEFT_OUT


@dataclass(frozen=True, slots=True)
class Comparison:
    """An article against its page. `lines` are those of the page, `own` the numbers of the article's."""

    pieces: tuple[Piece, ...]
    lines: tuple[PrintedLine, ...] = ()
    own: frozenset[int] = frozenset()

    @property
    def difference_count(self) -> int:
        """How many places differ; what is replaced is one of them."""
        count = 0
        for piece in self.pieces:
            before = Change.SAME
            for passage in piece.passages:
                count += passage.change is not Change.SAME and before is Change.SAME
                before = passage.change
        return count


def text_of_article(article: Article) -> str:
    """Return all that an article has of the print, as `read_pieces` has it."""
    return "\n".join(text for _kind, text in read_pieces(article))


def read_pieces(article: Article) -> list[tuple[str, str]]:
    """Return an article's headings and blocks, gaps included, in reading order, each with its kind."""
    headings = [(name, str(getattr(article, name))) for name in HEADINGS]
    blocks = [
        (block.kind.value, "" if block.kind is BlockKind.GAP else block.text) for block in parse_body(article.body)
    ]
    return [(kind, text) for kind, text in headings if text] + blocks


def compare_with_page(article: Article) -> Comparison:
    """Return the article against its page; without a page nothing is marked."""
    pieces = read_pieces(article)
    if article.page is None:
        plain = tuple(Piece(kind, (Passage(Change.SAME, text),)) for kind, text in pieces)
        return Comparison(plain)
    others = Article.objects.filter(page=article.page).only(*HEADINGS, "body")
    texts = {one.pk: text_of_article(one) for one in others}
    lines = read_printed_lines(article.page.text, texts)
    text = text_of_article(article)
    placed = place_lines([line for line in lines if article.pk in line.owners], text)
    return Comparison(
        pieces=tuple(_mark_pieces(pieces, text, placed)),
        lines=lines,
        own=frozenset(one.line.number for one in placed),
    )


def _mark_pieces(pieces: list[tuple[str, str]], text: str, placed: tuple[PlacedLine, ...]) -> Iterator[Piece]:
    """Yield the pieces with what differs between the lines and them."""
    original = "\n".join(one.line.text for one in placed)
    spans = find_spans([piece for _kind, piece in pieces])
    cut = _Cut(spans)
    for stretch in find_stretches(original, text, as_printed=True):
        cut.add(stretch, original, text)
    places = fold_print(text)[1]
    middles = [(places[min(one.place + len(one.line.keys) // 2, len(places) - 1)], one.line.number) for one in placed]
    for number, ((kind, _text), (start, end)) in enumerate(zip(pieces, spans, strict=True)):
        yield from (Piece(LEFT_OUT, (missing,)) for missing in cut.left_out[number])
        lines = tuple(line for middle, line in middles if start <= middle < end)
        yield Piece(kind, tuple(cut.passages[number]), lines)
    yield from (Piece(LEFT_OUT, (missing,)) for missing in cut.left_out[len(pieces)])


def find_spans(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return where each text begins and ends in all of them, a line break apart."""
    spans: list[tuple[int, int]] = []
    start = 0
    for text in texts:
        spans.append((start, start + len(text)))
        start += len(text) + 1
    return spans


class _Cut:
    """Stretches of a text, cut where its pieces end; `left_out` is what is missing before each, and after the last."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = spans
        self.starts = [start for start, _end in spans]
        self.passages: list[list[Passage]] = [[] for _span in spans]
        self.left_out: list[list[Passage]] = [[] for _span in range(len(spans) + 1)]

    def add(self, stretch: Stretch, original: str, text: str) -> None:
        """Add the next stretch."""
        for passage in passages_of(stretch, original, text):
            if passage.change is Change.REMOVED:
                self._add_removed(passage, stretch)
            else:
                self._add_present(passage.change, text, stretch.new_start, stretch.new_end)

    def _add_removed(self, passage: Passage, stretch: Stretch) -> None:
        number = self._piece_at(stretch.new_start)
        is_whole = stretch.new_start == stretch.new_end and len(passage.text) >= _OWN_PIECE
        if number < 0 or (is_whole and stretch.new_start >= self.spans[number][1]):
            self.left_out[number + 1].append(passage)
        elif is_whole and stretch.new_start == self.starts[number]:
            self.left_out[number].append(passage)
        else:
            self.passages[number].append(passage)

    def _add_present(self, change: Change, text: str, start: int, end: int) -> None:
        number = max(0, self._piece_at(start))
        while number < len(self.spans) and self.spans[number][0] < end:
            first, last = self.spans[number]
            if part := text[max(start, first) : min(end, last)]:
                self.passages[number].append(Passage(change, part))
            number += 1

    def _piece_at(self, place: int) -> int:
        """Return the number of the last piece that begins at a place or before it; -1 where there is none."""
        return bisect_right(self.starts, place) - 1
