"""The work list: the pages that wait to be split -> those that an editor wants to see, and their lines."""

from collections.abc import Iterable
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.desk.page_names import name_pages
from archive.desk.people import name_people
from archive.desk.working.conditions import of_issue, of_person, waits_since, with_text
from archive.desk.working.kinds import WorkOrder
from archive.desk.working.rows import Row, name_holders
from archive.desk.working.wanted import Wanted
from archive.models import Page, Split, SplitStep

_ORDERS = {
    WorkOrder.LONGEST: ("created", "pk"),
    WorkOrder.LATEST: ("-created", "-pk"),
    WorkOrder.PRINTED: ("page__newspaper__name", "page__date", "page__number", "pk"),
}


def waiting_pages() -> QuerySet[Split]:
    """Return the splits that are not finished."""
    return Split.objects.filter(finished=None)


def find_pages(wanted: Wanted) -> QuerySet[Split]:
    """Return those of the waiting pages that are wanted; what a page is about nobody knows yet."""
    if wanted.codes:
        return Split.objects.none()
    first_version = Page.history.filter(id=OuterRef("page_id")).order_by("history_id")
    last_step = SplitStep.objects.filter(split=OuterRef("pk")).order_by("-number")
    return (
        waiting_pages()
        .annotate(
            handed_in_by=Subquery(first_version.values("history_user")[:1]),
            worked_on_by=Subquery(last_step.values("user")[:1]),
        )
        .filter(
            of_issue(wanted, "page__"),
            with_text(wanted, ("page__source_name", "page__section_label", "page__text")),
            of_person(wanted, ("handed_in_by", "worked_on_by"), "page", "page"),
            waits_since(wanted, "created"),
        )
        .select_related("page__newspaper")
        .defer("page__text")
        .order_by(*_ORDERS[wanted.order])
    )


def describe_pages(splits: Iterable[Any]) -> tuple[Row, ...]:
    """Return the line of each split that `find_pages` found."""
    shown = tuple(splits)
    people = name_people(key for split in shown for key in (split.handed_in_by, split.worked_on_by))
    holders = name_holders(pages=(split.page_id for split in shown))
    names = name_pages(split.page for split in shown)
    return tuple(
        Row(
            thing=split,
            since=split.created,
            person=people.get(split.handed_in_by, ""),
            holder=holders.get(split.page_id, ""),
            note=_describe_state(split, people.get(split.worked_on_by, "")),
            name=names.get(split.page_id, ""),
        )
        for split in shown
    )


def _describe_state(split: Split, worked_on_by: str) -> str:
    """Return how many articles there are so far, and who changed something last."""
    count = len(split.draft["articles"])
    articles = ngettext("拟拆 %(count)d 篇", "拟拆 %(count)d 篇", count) % {"count": count}
    if not worked_on_by:
        return articles
    return _("%(articles)s，%(person)s 改过") % {"articles": articles, "person": worked_on_by}
