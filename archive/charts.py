"""Counts of reports -> charts with positions and shades, which templates draw as SVG and tables.

Positions of the year bars are percentages, so that one chart fits every width; tiles count in squares of the grid.
"""

import csv
import math
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

DARKEST = 4
_FEWEST_FOR_DARKEST = 16
TILE = 56
_GAP = 4
_FEWEST_SLOTS = 6
_GAP_SHARE = 0.18
_LABEL_SHARE = 16
_HALF_LABEL = 6
_LOWEST_BAR = 2

# Each province on a square near where it lies; a dot is an empty square.
_LAYOUT = """\
.......黑
.....蒙.吉
新.甘宁.京津辽
.青.陕晋冀鲁.
藏.川渝豫皖苏沪
..云贵鄂赣浙.
...桂湘闽.台
....粤...
...琼澳港..
"""


@dataclass(frozen=True, slots=True)
class Tile:
    """A province's square. `x` and `y` are its corner in units of the drawing; `url` is empty without reports."""

    code: str
    name: str
    abbreviation: str
    x: int
    y: int
    count: int
    shade: int
    url: str


@dataclass(frozen=True, slots=True)
class TileMap:
    """The 34 squares; the drawing is `width` by `height`, a square `side` wide."""

    tiles: tuple[Tile, ...]
    width: int
    height: int
    side: int


@dataclass(frozen=True, slots=True)
class YearBar:
    """A year's bar: left edge, width, top and height in percent. A year without reports has no height."""

    year: int
    count: int
    slot_x: float
    slot_width: float
    x: float
    width: float
    y: float
    height: float
    is_chosen: bool
    url: str


@dataclass(frozen=True, slots=True)
class YearTick:
    """A year written below the bars. `anchor` is the SVG text-anchor that keeps it inside the drawing."""

    year: int
    x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class YearBars:
    """The bars of all years from the first to the last with reports."""

    bars: tuple[YearBar, ...]
    ticks: tuple[YearTick, ...]
    has_chosen: bool

    @property
    def filled(self) -> tuple[YearBar, ...]:
        """The years that have reports."""
        return tuple(bar for bar in self.bars if bar.count)


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The reports of one row in one year; `url` is empty without reports."""

    year: int
    count: int
    shade: int
    url: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A region or a programme with its years."""

    label: str
    url: str
    total: int
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows by years, from the first year with reports to the last."""

    years: tuple[int, ...]
    rows: tuple[MatrixRow, ...]


def shade_of(count: int, highest: int) -> int:
    """Return 0 without reports, else 1 to 4 by the square root: one region with very many leaves the others apart.

    >>> [shade_of(count, 100) for count in (0, 1, 25, 26, 100)]
    [0, 1, 2, 3, 4]
    """
    return math.ceil(DARKEST * math.sqrt(count / max(highest, _FEWEST_FOR_DARKEST)))


def _read_provinces() -> dict[str, tuple[str, str]]:
    """Return code and short name of each province by its abbreviation."""
    with (Path(__file__).parent / "data" / "provinces.csv").open(encoding="utf-8", newline="") as file:
        return {row["abbreviation"]: (row["code"], row["short_name"]) for row in csv.DictReader(file)}


_PROVINCES = _read_provinces()


def _squares() -> Iterable[tuple[str, int, int]]:
    for row, line in enumerate(_LAYOUT.splitlines()):
        for column, character in enumerate(line):
            if character != ".":
                yield character, column, row


def build_tile_map(counts: Mapping[str, int], link: Callable[[str], str]) -> TileMap:
    """Return the tile map of counts by province code; `link` gives the address of a code."""
    highest = max(counts.values(), default=0)
    tiles = []
    for abbreviation, column, row in _squares():
        code, name = _PROVINCES[abbreviation]
        count = counts.get(code, 0)
        shade, url = shade_of(count, highest), link(code) if count else ""
        tiles.append(Tile(code, name, abbreviation, column * TILE, row * TILE, count, shade, url))
    columns = max(map(len, _LAYOUT.splitlines()))
    return TileMap(tuple(tiles), columns * TILE - _GAP, _LAYOUT.count("\n") * TILE - _GAP, TILE - _GAP)


def _year_range(years: Iterable[int]) -> range:
    filled = set(years)
    return range(min(filled), max(filled) + 1) if filled else range(0)


def build_year_bars(counts: Mapping[int, int], link: Callable[[int], str], chosen: Container[int] = ()) -> YearBars:
    """Return the bars of counts by year; years missing between the first and the last are empty."""
    years = _year_range(year for year, count in counts.items() if count)
    slot = 100 / max(len(years), _FEWEST_SLOTS)
    highest = max(counts.values(), default=0)
    bars = tuple(
        _build_bar(year, index * slot, slot, counts.get(year, 0), highest, year in chosen, link)
        for index, year in enumerate(years)
    )
    return YearBars(bars, _place_ticks(bars, slot), any(bar.is_chosen for bar in bars))


def _build_bar(
    year: int, left: float, slot: float, count: int, highest: int, is_chosen: bool, link: Callable[[int], str]
) -> YearBar:
    height = max(100 * count / highest, _LOWEST_BAR) if count else 0
    return YearBar(
        year=year,
        count=count,
        slot_x=round(left, 3),
        slot_width=round(slot, 3),
        x=round(left + slot * _GAP_SHARE / 2, 3),
        width=round(slot * (1 - _GAP_SHARE), 3),
        y=round(100 - height, 2),
        height=round(height, 2),
        is_chosen=is_chosen,
        url=link(year) if count else "",
    )


def _place_ticks(bars: Sequence[YearBar], slot: float) -> tuple[YearTick, ...]:
    """Name the first and the last year, and between them as many, evenly apart, as do not touch each other."""
    if not bars:
        return ()
    last = len(bars) - 1
    parts = next((parts for parts in (3, 2) if last // parts * slot >= _LABEL_SHARE), 1)
    indexes = sorted({round(last * part / parts) for part in range(parts + 1)})
    return tuple(_place_tick(bars[index]) for index in indexes)


def _place_tick(bar: YearBar) -> YearTick:
    centre, right = bar.x + bar.width / 2, bar.x + bar.width
    if centre < _HALF_LABEL:
        return YearTick(bar.year, bar.x, "start")
    if centre > 100 - _HALF_LABEL:
        return YearTick(bar.year, round(right, 3), "end")
    return YearTick(bar.year, round(centre, 3), "middle")


def build_matrix(
    rows: Iterable[tuple[str, str, str]],
    counts: Mapping[tuple[str, int], int],
    link: Callable[[str, int], str],
) -> Matrix:
    """Return the matrix of counts by key and year, for rows of key, label and address, in the order given."""
    years = _year_range(year for (_key, year), count in counts.items() if count)
    highest = max(counts.values(), default=0)

    def build_cell(key: str, year: int) -> MatrixCell:
        count = counts.get((key, year), 0)
        return MatrixCell(year, count, shade_of(count, highest), link(key, year) if count else "")

    def build_row(key: str, label: str, url: str) -> MatrixRow:
        cells = tuple(build_cell(key, year) for year in years)
        return MatrixRow(label, url, sum(cell.count for cell in cells), cells)

    return Matrix(tuple(years), tuple(build_row(*row) for row in rows))
