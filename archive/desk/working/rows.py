"""The work list: a thing that waits -> what its line shows: since when, who handed it in, who is at it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.desk.holding import holds_in_force
from archive.desk.near_duplicates import WaitingPair
from archive.desk.people import name_person
from archive.models import Article, ErrorReport, Split

Thing = Split | Article | ErrorReport | WaitingPair
_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. `since` is when it came to wait here, `holder` who has it open at the moment.

    `name` is what a page is called that does not say which it is.
    """

    thing: Thing
    since: datetime.datetime
    person: str = ""
    holder: str = ""
    note: str = ""
    name: str = ""

    @property
    def age(self) -> str:
        """How long it has waited, in the largest unit that fits."""
        seconds = int((timezone.now() - self.since).total_seconds())
        if seconds >= _DAY:
            return ngettext("%(count)d 天", "%(count)d 天", seconds // _DAY) % {"count": seconds // _DAY}
        if seconds >= _HOUR:
            return ngettext("%(count)d 小时", "%(count)d 小时", seconds // _HOUR) % {"count": seconds // _HOUR}
        if seconds < _MINUTE:
            return _("刚刚")
        return ngettext("%(count)d 分钟", "%(count)d 分钟", seconds // _MINUTE) % {"count": seconds // _MINUTE}


def name_holders(*, pages: Iterable[int] = (), articles: Iterable[int] = ()) -> Mapping[int, str]:
    """Return who has each of some pages, or of some articles, open at the moment, by its key."""
    holds = holds_in_force().filter(Q(page__in=list(pages)) | Q(article__in=list(articles)))
    return {hold.page_id or hold.article_id or 0: name_person(hold.user) for hold in holds}
