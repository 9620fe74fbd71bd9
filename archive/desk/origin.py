"""Duplicate: the screen from which two articles were compared -> the way back to it, and where to go on from there."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.http import HttpRequest, QueryDict
from django.shortcuts import resolve_url
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from archive.desk.editing.leaving import next_address
from archive.desk.reviewing.leaving import next_in_review
from archive.desk.working.kinds import WorkKind
from archive.models import Article


class Origin(StrEnum):
    """The screen that leads to a comparison."""

    EDIT = "edit"
    REVIEW = "review"
    WORK_LIST = "work_list"


BACK: Mapping[Origin, Promise] = MappingProxyType(
    {
        Origin.EDIT: gettext_lazy("回到编辑"),
        Origin.REVIEW: gettext_lazy("回到审稿"),
        Origin.WORK_LIST: gettext_lazy("回到工作清单"),
    }
)


def read_origin(fields: QueryDict) -> Origin:
    """Return where a link or a form says that it comes from; whoever does not say goes on with editing."""
    name = fields.get("from", "")
    return Origin(name) if name in tuple(Origin) else Origin.EDIT


def find_way_back(origin: Origin, article: Article) -> str:
    """Return the address of the screen that one came from."""
    if origin is Origin.WORK_LIST:
        return f"{resolve_url('desk')}?kind={WorkKind.DUPLICATES}"
    return resolve_url(origin.value, article.pk)


def find_way_on(request: HttpRequest, origin: Origin, article: Article, following: Article | None) -> str:
    """Return the address of what comes next when an article is settled; in review it is `following`."""
    if origin is Origin.REVIEW:
        return next_in_review(request, following)
    return next_address(request, article) if origin is Origin.EDIT else find_way_back(origin, article)
