"""Bulk import, the dry run: the rows of a table -> what would come of each, and every problem by row and column."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.results import RowResult

from archive.desk.bulk.columns import Column, Row, Table
from archive.desk.bulk.matching import Match, Similar, find_matches, identify_row
from archive.desk.bulk.resource import ArticleResource
from archive.desk.vocabulary import load_vocabulary

_LONGEST_SHOWN = 60


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
    similar: tuple[Similar, ...] = ()
    article: int | None = None
    new_newspaper: str = ""


def check_rows(table: Table, may_add_newspapers: bool) -> tuple[RowCheck, ...]:
    """Return what would come of each row. Nothing is written, and nobody has to wait for it."""
    matches = find_matches(table.rows)
    resource = ArticleResource(load_vocabulary(), matches)
    first: dict[tuple[str, str, str], int] = {}
    checks = []
    for row in table.rows:
        check = _check_row(row, resource, matches[row.number], may_add_newspapers)
        earlier = first.setdefault(identify_row(row), row.number)
        if earlier != row.number and check.fate is Fate.NEW:
            note = _("与第 %(number)d 行是同一篇。") % {"number": earlier}
            check = RowCheck(check.number, check.name, Fate.SAME, notes=(note,))
        checks.append(check)
    return tuple(checks)


def name_row(row: Row) -> str:
    """Return what people know a row by: its headline, or the first words of its body."""
    return (row.cells["headline"] or row.cells["body"])[:_LONGEST_SHOWN]


def _check_row(row: Row, resource: ArticleResource, match: Match, may_add_newspapers: bool) -> RowCheck:
    result = resource.take_row(row, dry_run=True)
    newspaper = result.instance.newspaper if result.instance else None
    new_newspaper = newspaper.name if newspaper and newspaper.pk is None else ""
    problems = [*_read_problems(row, result)]
    if new_newspaper and not may_add_newspapers:
        message = _("档案里没有这份报纸，您的账号不能新加报纸。")
        problems.append(Problem(Column.NEWSPAPER, new_newspaper, message))
    changes = resource.changes.get(row.number, ())
    fate = Fate.PROBLEM if problems else _decide(result, changes)
    return RowCheck(
        number=row.number,
        name=name_row(row),
        fate=fate,
        problems=tuple(problems),
        notes=tuple(_write_notes(row, fate, changes)),
        similar=match.similar if fate is Fate.NEW else (),
        article=match.article.pk if match.article else None,
        new_newspaper=new_newspaper if fate is Fate.NEW else "",
    )


def _read_problems(row: Row, result: RowResult) -> Iterator[Problem]:
    """Yield what is wrong, column by column as the template has them."""
    if row.surplus:
        message = _("这一行比标题行多出 %(count)d 格，多半是某一格里的逗号没有用引号括起来。")
        yield Problem("", "", message % {"count": row.surplus})
    wrong = result.validation_error.message_dict if result.validation_error else {}
    for column in Column:
        for message in wrong.get(column.value, ()):
            yield Problem(column, row.cells[column][:_LONGEST_SHOWN], message)


def _decide(result: RowResult, changes: tuple[Column, ...]) -> Fate:
    if not result.is_skip():
        return Fate.NEW if result.is_new() else Fate.CHANGED
    return Fate.LOCKED if changes else Fate.SAME


def _write_notes(row: Row, fate: Fate, changes: tuple[Column, ...]) -> Iterator[str]:
    if fate in (Fate.CHANGED, Fate.LOCKED):
        yield _("不同的是：%(columns)s。") % {"columns": "、".join(column.label for column in changes)}
    formulas = [column.label for column in Column if row.cells[column].startswith("=")]
    if formulas:
        yield _("公式按文字收下，不计算：%(columns)s。") % {"columns": "、".join(formulas)}
