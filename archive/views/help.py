"""Help: the search language with examples that are links, and the editors' work step by step."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive.views.counts import results_url


@dataclass(frozen=True, slots=True)
class Example:
    """A query, what is chosen beside it, and what it finds. The query is a reader's own words and is not translated."""

    query: str
    meaning: str | Promise
    choice: str | Promise = ""
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def url(self) -> str:
        """The address of its results."""
        return results_url(q=self.query, **dict(self.choices))


LANGUAGE = (
    Example("工资集体协商", _("一个词：有这个词的报道，词出现得越完整越靠前")),
    Example("农民工 追讨工资", _("几个词，用空格隔开：每个词都有的报道")),
    Example("“两个普遍”", _("引号里的字必须原样连在一起，一字不差；跨过印刷换行的也算")),
    Example("「面对面、心贴心」", _('引号可用 " "、“ ”、「 」；引号里的标点对应任何标点或空格')),
    Example("工会 -农民工", _("减号：有“工会”而没有“农民工”的报道")),
    Example("送清凉 OR 送温暖", _("OR（大写）：两个词有其一即可")),
    Example(
        "困难 送清凉 OR 送温暖",
        _("OR 比空格先合：有“困难”，又有后面两个词之一；写明的 AND（大写）比 OR 更先合，括号最先"),
    ),
    Example("(送清凉 OR 送温暖) city:四川", _("括号把一部分合在一起")),
    Example("headline:送清凉", _("只在引题和主题里找")),
    Example("city:泸州", _("写到这个地区的报道；简称、全称、曾用名都可以，市里的区县也算在内")),
    Example(
        "year:2008..2013", _("这些年份的报道；也可以写 year:2013、year:2008..、year:..2013；日期不详的是 year:undated")
    ),
    Example("initiative:金秋助学", _("写到这个项目的报道，不论报道里用的是哪个名称")),
    Example("困", _("一个字也可以找")),
)

GENEROSITY = (
    Example("夏送清凉", _("项目、地区、机构的一个名称：它的别名、简称、曾用名也一起查，结果上方写着“也查了”哪些")),
    Example(
        "夏送清凉",
        _("在结果上方点“只查原词”，就只按写的找；引号里的字从来不换名称"),
        _("只查原词"),
        (("literal", "1"),),
    ),
    Example(
        "困难职工子女上大学，工会怎样帮他们交学费？",
        _("整句话也可以：没有一篇完全相符时，改找含有一部分的，并在结果上方说明"),
    ),
    Example(
        "农民工 追讨工资 内江",
        _("三个词以上，合乎的报道又很少：下面另列含有其中一部分的，最接近的在前，不算在篇数里"),
    ),
    Example(
        "落实“两个普遍”的要求",
        _("句子中间的引号先按一字不差找；没有这样的报道，就当作普通的标点"),
    ),
    Example("2013年9月 工会", _("日期：先按字找，结果上方也可以点开那时见报的")),
    Example("工资集体写商", _("写错的字：结果上方问“您要找的是不是”，点了才换")),
    Example("jinqiuzhuxue", _("忘了切换输入法，打成拼音：也会问")),
)

SCOPE = (
    Example("送清凉", _("只在引题和主题里找，同 headline: 一样，但管整个检索式"), _("只查标题"), (("in", "headline"),)),
    Example(
        "送清凉",
        _("见报日期在这两天之间；一头可以空着"),
        _("2009-01-01—2013-12-31"),
        (("date", "2009-01-01..2013-12-31"),),
    ),
    Example("工会", _("按地区排：同一个地区的排在一起；也可以从新到旧、从旧到新"), _("按地区"), (("sort", "place"),)),
)


def help_page(request: HttpRequest) -> HttpResponse:
    """Show the help."""
    return render(request, "archive/help.html", {"queries": LANGUAGE, "generosity": GENEROSITY, "scope": SCOPE})
