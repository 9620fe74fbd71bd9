"""Help: the search language with examples that are links, and how editors write an article down."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive.views.counts import results_url


@dataclass(frozen=True, slots=True)
class Example:
    """A query and what it finds. The query is a reader's own words and is not translated."""

    query: str
    meaning: str | Promise

    @property
    def url(self) -> str:
        """The address of its results."""
        return results_url(q=self.query)


EXAMPLES = (
    Example("工资集体协商", _("一个词：有这个词的报道，词出现得越完整越靠前")),
    Example("农民工 追讨工资", _("几个词，用空格隔开：每个词都有的报道")),
    Example("“两个普遍”", _("引号里的字必须原样连在一起，一字不差；跨过印刷换行的也算")),
    Example("「面对面、心贴心」", _('引号可用 " "、“ ”、「 」；引号里的标点对应任何标点或空格')),
    Example("工会 -农民工", _("减号：有“工会”而没有“农民工”的报道")),
    Example("送清凉 OR 送温暖", _("OR（大写）：两个词有其一即可")),
    Example("(送清凉 OR 送温暖) city:四川", _("括号把一部分合在一起")),
    Example("headline:送清凉", _("只在引题和主题里找")),
    Example("city:泸州", _("写到这个地区的报道；简称、全称、曾用名都可以，市里的区县也算在内")),
    Example("year:2008..2013", _("这些年份的报道；也可以写 year:2013、year:2008..、year:..2013")),
    Example("initiative:金秋助学", _("写到这个项目的报道，不论报道里用的是哪个名称")),
    Example("困", _("一个字也可以找")),
)


def help_page(request: HttpRequest) -> HttpResponse:
    """Show the help."""
    return render(request, "archive/help.html", {"examples": EXAMPLES})
