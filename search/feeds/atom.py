"""The latest reports of a search -> an Atom 1.0 feed."""

import datetime
import re

from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.body import printed_text
from archive.models import Article
from search.describing import describe_requests
from search.feeds.address import write_address
from search.find import Answer
from search.latest import Latest
from search.marking import marked_url
from search.snippet import make_snippet
from search.templatetags.search_marks import show

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class AtomFeed(Atom1Feed):
    """A feed that stays the same as long as nothing changes, also while it has no entry."""

    def latest_post_date(self) -> datetime.datetime:
        """Return when the feed changed last."""
        latest: datetime.datetime = super().latest_post_date() if self.items else _NEVER
        return latest


def build_feed(request: HttpRequest, latest: Latest, key: str) -> AtomFeed:
    """Make the feed; what names it and its entries is the same for every key."""
    asked = latest.answer.request
    site = _("工会报道档案")
    feed = AtomFeed(
        title=_clean(f"{site}：{describe_requests([asked])[0]}"),
        subtitle=_("没有一篇报道与检索词完全相符，以下报道含有其中一部分。") if latest.answer.is_relaxed else None,
        description="",
        language=get_language(),
        author_name=site,
        link=request.build_absolute_uri(asked.url),
        feed_url=request.build_absolute_uri(write_address(asked, key)),
        feed_guid=request.build_absolute_uri(write_address(asked)),
    )
    for article, arrived in latest.reports:
        _add_entry(feed, request, latest.answer, article, arrived)
    return feed


def _add_entry(
    feed: AtomFeed, request: HttpRequest, answer: Answer, article: Article, arrived: datetime.datetime
) -> None:
    address = request.build_absolute_uri(article.get_absolute_url())
    feed.add_item(
        title=_clean(article.display_headline),
        link=request.build_absolute_uri(marked_url(article, answer.request, answer.is_relaxed)),
        unique_id=address,  # the same in every feed, so that a program shows the report once
        description=_clean(_summarize(article, answer)),
        author_name=_clean(article.byline) or None,
        pubdate=arrived,
        updateddate=max(arrived, article.modified),
    )


def _summarize(article: Article, answer: Answer) -> str:
    source = " ".join(filter(None, [article.newspaper.name if article.newspaper else "", article.display_date]))
    return format_html("<p>{}</p><p>{}</p>", source, show(make_snippet(printed_text(article.body), answer.parsed.runs)))


def _clean(text: str) -> str:
    """Return a text without the characters that no XML may hold."""
    return _NOT_IN_XML.sub("", text)
