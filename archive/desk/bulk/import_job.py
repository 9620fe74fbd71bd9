"""Bulk import: a table that was checked -> a job that imports its rows one by one."""

from dataclasses import replace
from functools import lru_cache, partial

from django.contrib.auth.models import User
from django.db.models import Max
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from archive.desk.bulk.cells import read_status_cell
from archive.desk.bulk.checking import Fate, Problem, RowCheck, find_form_problems, read_result
from archive.desk.bulk.columns import Column, Row
from archive.desk.bulk.kept_table import KeptTable
from archive.desk.bulk.matching import Match, find_matches
from archive.desk.bulk.resource import ArticleResource
from archive.desk.bulk.row_items import make_items, read_row, write_page_text
from archive.desk.jobs.kinds import ItemOutcome
from archive.desk.jobs.starting import start_job
from archive.desk.near_duplicates import find_copies
from archive.desk.reviewing.rules import ReviewError
from archive.desk.reviewing.steps import publish, submit
from archive.desk.vocabulary import Vocabulary, load_vocabulary
from archive.models import (
    Article,
    City,
    FormerName,
    Initiative,
    InitiativeAlias,
    ItemState,
    Job,
    JobItem,
    JobKind,
    Province,
    Status,
)


def start_import(kept: KeptTable, user: User) -> Job:
    """Start the import of a table that was checked."""
    parameters = {"table": kept.name, "checked": kept.checked.isoformat()}
    return start_job(JobKind.IMPORT_ARTICLES, user, make_items(kept.table.rows), parameters)


def read_vocabulary(item: JobItem) -> Vocabulary:
    """Return what the names in an item's row are looked up in."""
    return _load_vocabulary(_stamp_vocabulary())


def import_row(item: JobItem, vocabulary: Vocabulary) -> ItemOutcome:
    """Import an item's row, unless it has a problem or its article was changed since the table was checked."""
    row, user = read_row(item), item.job.user
    if user is None:
        return ItemOutcome(ItemState.FAILED, _("导入的人的账号已经不在了。"))
    if problems := find_form_problems(row):
        return _fail(problems)
    match = _lock(find_matches([row])[row.number])
    is_outdated = _has_changed(match.article, item.job.parameters["checked"])
    resource = ArticleResource(vocabulary, {row.number: match}, user)
    result = resource.take_row(row, is_outdated, partial(write_page_text, item), item.job.parameters["table"])
    check = read_result(row, result, resource.changes.get(row.number), match)
    if check.fate is Fate.PROBLEM:
        return _fail(check.problems)
    if check.fate not in (Fate.NEW, Fate.CHANGED):
        return _skip(match, " ".join((_("%(fate)s。") % {"fate": check.fate.label}, *check.notes)))
    if is_outdated:
        return _skip(match, _("检查表格以后，这篇稿件有了改动（或者表里有两行都是它），没有再动。请再检查一遍。"))
    return _go_on(result.instance, row, check, user)


@lru_cache(maxsize=1)
def _load_vocabulary(stamp: tuple[object, ...]) -> Vocabulary:
    """Return the vocabulary that goes with a stamp: to read it takes longer than to import a row."""
    return load_vocabulary()


def _stamp_vocabulary() -> tuple[object, ...]:
    """Return what is another whenever a name comes, changes or goes."""
    last = (one.history.aggregate(last=Max("history_date"))["last"] for one in (City, Initiative, InitiativeAlias))
    counts = (one.objects.count() for one in (Province, City, FormerName, Initiative, InitiativeAlias))
    return (*last, *counts)


def _lock(match: Match) -> Match:
    """Return a match with its article as it is stored now, and so that nobody changes it meanwhile."""
    if match.article is None:
        return match
    articles = Article.objects.select_for_update(of=("self",)).select_related("newspaper", "page")
    return replace(match, article=articles.filter(pk=match.article.pk).first())


def _has_changed(article: Article | None, checked: str) -> bool:
    """Return whether an article has a version that is later than the check of the table."""
    return article is not None and article.history.filter(history_date__gt=parse_datetime(checked)).exists()


def _fail(problems: tuple[Problem, ...]) -> ItemOutcome:
    return ItemOutcome(ItemState.FAILED, " ".join(f"{problem.label}：{problem.message}" for problem in problems))


def _skip(match: Match, message: str) -> ItemOutcome:
    return ItemOutcome(ItemState.SKIPPED, message, articles=(match.article,) if match.article else ())


def _go_on(article: Article, row: Row, check: RowCheck, user: User) -> ItemOutcome:
    """Return what was done with a row, its article brought where the row says that it shall stand."""
    sentences = []
    if check.fate is Fate.CHANGED:
        columns = "、".join(change.column.label for change in check.changes)
        sentences.append(_("已有的草稿，改了：%(columns)s。") % {"columns": columns})
    if check.fate is Fate.NEW or Column.STATUS in (change.column for change in check.changes):
        sentences.append(_take_step(article, read_status_cell(row.cells[Column.STATUS]), user))
    return ItemOutcome(ItemState.DONE, " ".join(filter(None, sentences)), articles=(article,))


def _take_step(article: Article, status: str, user: User) -> str:
    """Submit or publish an article; return why that could not be, empty where it could."""
    try:
        if status == Status.REVIEW:
            submit(article, user)
        elif status == Status.PUBLISHED:
            if find_copies(article):
                return _("收为草稿，没有发布：像是已有稿件的翻版，请先比较。")
            publish(article, user)
    except ReviewError as refusal:
        return _("收为草稿，没有再进一步：%(refusal)s") % {"refusal": refusal}
    return ""
