"""Bulk import, the dry run: the rows of a table -> what would come of each, and every problem by row and column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.results import RowResult

from archive.desk.bulk.cells import read_status_cell
from archive.desk.bulk.columns import Column, Row, Table
from archive.desk.bulk.matching import Identity, Match, Similar, find_matches
from archive.desk.bulk.resource import ArticleResource
from archive.desk.bulk.row_changes import CellChange, RowChanges
from archive.desk.bulk.template import EXAMPLE
from archive.desk.near_duplicates import COPY
from archive.desk.vocabulary import load_vocabulary
from archive.models import Status

_LONGEST_SHOWN = 60
_MOST_ON_A_PAGE = 200
# What an office program computes; a line of signs, such as =====, is none.
_FORMULA = re.compile(r"=\s*[A-Za-z\"'(\[{@$+-]|=\s*\d+\s*[-+*/^&]")


class Fate(StrEnum):
    """What would come of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    LOCKED = "locked"
    PROBLEM = "problem"

    @property
    def label(self) -> str:
        """The word in the language of the interface."""
        return str(_FATES[self])


_FATES = {
    Fate.NEW: gettext_lazy("新稿件"),
    Fate.CHANGED: gettext_lazy("改已有草稿"),
    Fate.SAME: gettext_lazy("已有，不变"),
    Fate.LOCKED: gettext_lazy("已有而不同，不改"),
    Fate.PROBLEM: gettext_lazy("有问题"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell, or, where the column is empty, with the whole row."""

    column: str
    cell: str
    message: str

    @property
    def label(self) -> str:
        """The heading of the column, or what stands for the whole row."""
        return Column(self.column).label if self.column else _("整行")


@dataclass(frozen=True, slots=True)
class RowCheck:
    """What would come of a row.

    `article` is the key of the one that it is already, `new_newspaper` the name of one that would be added.
    """

    number: int
    name: str
    fate: Fate
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    changes: tuple[CellChange, ...] = ()
    similar: tuple[Similar, ...] = ()
    article: int | None = None
    new_newspaper: str = ""


def check_rows(table: Table, user: User) -> tuple[RowCheck, ...]:
    """Return what would come of each row that a person has imported. Nothing is written."""
    matches = find_matches(table.rows)
    resource = ArticleResource(load_vocabulary(), matches, user)
    first: dict[Identity, int] = {}
    checks = []
    for row in table.rows:
        check = _check_row(row, resource, matches[row.number])
        earlier = first.setdefault(matches[row.number].identity, row.number)
        if earlier != row.number and check.fate is Fate.NEW:
            note = _("与第 %(number)d 行是同一篇。") % {"number": earlier}
            check = RowCheck(check.number, check.name, Fate.SAME, notes=(note,))
        checks.append(check)
    return tuple(checks)


def find_form_problems(row: Row) -> tuple[Problem, ...]:
    """Return what is wrong with the form of a row, before anything in it is looked up."""
    return tuple(_find_form_problems(row))


def read_result(row: Row, result: RowResult, changes: RowChanges | None, match: Match) -> RowCheck:
    """Return what came of a row that was taken, or would come of it."""
    problems = tuple(_read_problems(row, result))
    changes = changes or RowChanges()
    fate = Fate.PROBLEM if problems else _decide(result, changes)
    newspaper = result.instance.newspaper if result.instance else None
    return RowCheck(
        number=row.number,
        name=row.name,
        fate=fate,
        problems=problems,
        notes=tuple(_write_notes(row, fate, changes, match)),
        changes=changes.made if fate is Fate.CHANGED else (),
        similar=match.similar if fate is Fate.NEW else (),
        article=match.article.pk if match.article else None,
        new_newspaper=newspaper.name if fate is Fate.NEW and newspaper and newspaper.pk is None else "",
    )


def _check_row(row: Row, resource: ArticleResource, match: Match) -> RowCheck:
    """Return what would come of a row."""
    result = resource.take_row(row, dry_run=True)
    check = read_result(row, result, resource.changes.get(row.number), match)
    if problems := find_form_problems(row):
        return RowCheck(row.number, check.name, Fate.PROBLEM, (*problems, *check.problems))
    return check


def _find_form_problems(row: Row) -> Iterator[Problem]:
    if row.surplus:
        message = _("这一行比标题行多出 %(count)d 格，多半是某一格里的逗号没有用引号括起来。")
        yield Problem("", "", message % {"count": row.surplus})
    if row.cells["headline"] == EXAMPLE[Column.HEADLINE]:
        yield Problem("", "", _("这一行是样表里的例子，请删去。"))
    if row.on_page > _MOST_ON_A_PAGE:
        message = _("表里有 %(count)d 行都在这一版，一个版面没有这么多稿件。请看报纸、日期、版次是不是填错了。")
        yield Problem(Column.PAGE, row.cells[Column.PAGE], message % {"count": row.on_page})
    for column in Column:
        if _FORMULA.match(row.cells[column]):
            message = _("这一格是公式，公式不计算。请改成算出来的文字再交。")
            yield Problem(column, row.cells[column][:_LONGEST_SHOWN], message)


def _read_problems(row: Row, result: RowResult) -> Iterator[Problem]:
    """Yield what is wrong, column by column as the template has them."""
    wrong = result.validation_error.message_dict if result.validation_error else {}
    for column in Column:
        for message in wrong.get(column.value, ()):
            yield Problem(column, row.cells[column][:_LONGEST_SHOWN], message)


def _decide(result: RowResult, changes: RowChanges) -> Fate:
    if not result.is_skip():
        return Fate.NEW if result.is_new() else Fate.CHANGED
    return Fate.LOCKED if changes.made else Fate.SAME


def _write_notes(row: Row, fate: Fate, changes: RowChanges, match: Match) -> Iterator[str]:
    if fate is Fate.LOCKED:
        yield _("不同的是：%(columns)s。") % {"columns": "、".join(column.label for column in changes.columns)}
    if changes.kept and fate is not Fate.PROBLEM:
        columns = "、".join(column.label for column in changes.kept)
        yield _("收入以后有人改过，保留现在的：%(columns)s。") % {"columns": columns}
    copies = [one for one in match.similar if one.percent >= 100 * COPY]
    if fate is Fate.NEW and copies and read_status_cell(row.cells[Column.STATUS]) == Status.PUBLISHED:
        yield _("像是已有稿件的翻版：先收为草稿，比较过再发布。")
