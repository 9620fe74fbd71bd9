"""Bulk import: the rows of a table, its heading first -> rows by column, each with its number in the file."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from archive.desk.editing.entry import TEXTS, clean_texts


class Column(StrEnum):
    """The columns of a table of articles."""

    NEWSPAPER = "newspaper"
    DATE = "date"
    PAGE = "page"
    KICKER = "kicker"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BYLINE = "byline"
    DATELINE = "dateline"
    GENRE = "genre"
    BODY = "body"
    PLACES = "places"
    PROGRAMMES = "programmes"
    PEOPLE = "people"
    STATUS = "status"

    @property
    def label(self) -> str:
        """The heading in the language of the interface."""
        return str(_LABELS[self])


_LABELS = {
    Column.NEWSPAPER: pgettext_lazy("one", "报纸"),
    Column.DATE: gettext_lazy("日期"),
    Column.PAGE: gettext_lazy("版次"),
    Column.KICKER: gettext_lazy("引题"),
    Column.HEADLINE: gettext_lazy("主题"),
    Column.SUBHEAD: gettext_lazy("副题"),
    Column.BYLINE: gettext_lazy("署名"),
    Column.DATELINE: gettext_lazy("电头"),
    Column.GENRE: gettext_lazy("体裁"),
    Column.BODY: gettext_lazy("正文"),
    Column.PLACES: gettext_lazy("地区"),
    Column.PROGRAMMES: gettext_lazy("项目"),
    Column.PEOPLE: gettext_lazy("作者"),
    Column.STATUS: gettext_lazy("状态"),
}

# What a heading may be, in tables of any origin; the first is the template's.
HEADINGS: Mapping[Column, tuple[str, ...]] = {
    Column.NEWSPAPER: ("报纸", "报名", "报刊", "媒体", "newspaper", "paper"),
    Column.DATE: ("日期", "出版日期", "见报日期", "date"),
    Column.PAGE: ("版次", "版面", "版", "page"),
    Column.KICKER: ("引题", "肩题", "眉题", "kicker"),
    Column.HEADLINE: ("主题", "标题", "主标题", "题目", "headline", "title"),
    Column.SUBHEAD: ("副题", "副标题", "subhead", "subtitle"),
    Column.BYLINE: ("署名", "byline"),
    Column.DATELINE: ("电头", "dateline"),
    Column.GENRE: ("体裁", "文体", "genre"),
    Column.BODY: ("正文", "内容", "全文", "body", "text"),
    Column.PLACES: ("地区", "地点", "地方", "region", "place", "places", "city"),
    Column.PROGRAMMES: ("项目", "做法", "programme", "programmes", "program", "initiative"),
    Column.PEOPLE: ("作者", "记者", "author", "authors", "people"),
    Column.STATUS: ("状态", "status"),
}
_BY_HEADING = {heading: column for column, headings in HEADINGS.items() for heading in headings}
# An article needs one of them.
_NEEDED = frozenset({Column.HEADLINE, Column.BODY})
_OF_PAGE = (Column.NEWSPAPER, Column.DATE, Column.PAGE)
# So far down are the headings looked for: above them may stand what the table is called.
_ROWS_ABOVE = 10
_LONGEST_SHOWN = 60
_REMARK = re.compile(r"[（(].*?[)）]|[:：*＊]")


class HeadingsError(Exception):
    """A table whose columns cannot be told; its text says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number in the file, its cells by column, empty where there are none.

    `surplus` is how many filled cells stand beyond the last heading: somewhere a comma parts what belongs together.
    `on_page` is how many rows of the table are on the page that it gives; 0 where it gives none.
    """

    number: int
    cells: Mapping[str, str]
    surplus: int = 0
    on_page: int = 0

    @property
    def name(self) -> str:
        """What people know it by: the headline, or the first words of the body."""
        return (self.cells["headline"] or self.cells["body"])[:_LONGEST_SHOWN]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table that have anything in them, and the headings that nobody knows."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    unknown: tuple[str, ...]


def arrange_rows(rows: Sequence[Sequence[str]]) -> Table:
    """Return the rows by column. Raises HeadingsError where headings are missing, or say the same twice."""
    start = _find_headings(rows)
    headings = [heading.strip() for heading in rows[start]]
    columns = _name_columns(headings)
    _check_columns(headings, columns)
    numbered = enumerate(rows[start + 1 :], start=start + 2)
    arranged = _count_on_pages([_arrange_row(number, row, columns) for number, row in numbered if row])
    if not arranged:
        raise HeadingsError(_("表里只有标题行，没有稿件。"))
    unknown = tuple(heading for heading, column in zip(headings, columns, strict=True) if heading and column is None)
    return Table(arranged, tuple(column for column in columns if column), unknown)


def _find_headings(rows: Sequence[Sequence[str]]) -> int:
    """Return which row has the headings: the first that names what an article needs, else the first at all."""
    filled = [number for number, row in enumerate(rows) if row][:_ROWS_ABOVE]
    return next((number for number in filled if _NEEDED & set(_name_columns(rows[number]))), filled[0])


def _name_columns(headings: Sequence[str]) -> list[Column | None]:
    return [_BY_HEADING.get(_fold_heading(heading)) for heading in headings]


def _fold_heading(heading: str) -> str:
    """Return what is compared of a heading: “ 主题（必填）* ” is 主题."""
    folded = unicodedata.normalize("NFKC", heading).casefold()
    return "".join(_REMARK.sub("", folded).split())


def _check_columns(headings: Sequence[str], columns: Sequence[Column | None]) -> None:
    if not _NEEDED & set(columns):
        raise HeadingsError(
            _(
                "找不到列名：开头几行里没有“主题”，也没有“正文”。请在第一行写列名；认得的列名是：%(known)s。第一行现在是：%(found)s。"
            )
            % {
                "known": _join(heading for one in HEADINGS.values() for heading in one[:1]),
                "found": _join(headings)[:200],
            }
        )
    for column in Column:
        same = [heading for heading, other in zip(headings, columns, strict=True) if other is column]
        if len(same) > 1:
            message = _("有几列都是“%(column)s”：%(headings)s。请只留一列。")
            raise HeadingsError(message % {"column": column.label, "headings": _join(same)})


def _arrange_row(number: int, row: Sequence[str], columns: Sequence[Column | None]) -> Row:
    given = {column.value: cell for column, cell in zip(columns, row, strict=False) if column}
    cells = {column.value: given.get(column, "").strip() for column in Column}
    cells.update(clean_texts({name: cells[name] for name in TEXTS}))
    cells["body"] = part_paragraphs(cells["body"])
    return Row(number, cells, surplus=sum(1 for cell in row[len(columns) :] if cell.strip()))


def _count_on_pages(rows: Sequence[Row]) -> tuple[Row, ...]:
    pages = [tuple(row.cells[column] for column in _OF_PAGE) if row.cells[Column.PAGE] else None for row in rows]
    counts = Counter(filter(None, pages))
    return tuple(replace(row, on_page=counts[page]) if page else row for row, page in zip(rows, pages, strict=True))


def part_paragraphs(body: str) -> str:
    """Return a body with a blank line between its paragraphs; in a cell of a table often every line is one."""
    if "\n\n" in body:
        return body
    return "\n\n".join(line.strip() for line in body.split("\n") if line.strip())


def _join(names: Iterable[str]) -> str:
    return "、".join(filter(None, names))
