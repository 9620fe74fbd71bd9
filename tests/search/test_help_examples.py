"""Every example of the help, followed on the sample archive and a real index, finds what the help says of it."""

import html
import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.core.management import call_command
from django.test import Client

from archive.body import printed_text
from archive.models import Article
from search.jobs import refresh_suggestions

Address = tuple[tuple[str, str], ...]

NAMES_OF_BARGAINING = ("工资专项集体合同", "工资集体合同", "工资集体协议")


@dataclass(frozen=True, slots=True)
class Report:
    """A report as its reader sees it, written apart from the index: punctuation is a blank."""

    text: str
    headline: str
    codes: frozenset[str]
    year: int
    programmes: frozenset[str]

    def holds(self, *runs: str) -> bool:
        """Return whether all of the runs stand in it."""
        return all(run in self.text for run in runs)

    def holds_any(self, *runs: str) -> bool:
        """Return whether any of the runs stands in it."""
        return any(run in self.text for run in runs)

    def has_in_headline(self, *runs: str) -> bool:
        """Return whether all of the runs stand in its kicker and headline."""
        return all(run in self.headline for run in runs)


def query(text: str, **choices: str) -> Address:
    """Return the parameters of an example."""
    return (("q", text), *choices.items())


FOUND: dict[Address, Callable[[Report], bool]] = {
    query("工资集体协商"): lambda report: (
        report.holds("工资", "集体", "协商") or report.holds_any(*NAMES_OF_BARGAINING)
    ),
    query("农民工 追讨工资"): lambda report: report.holds("农民工", "追讨", "工资"),
    query("“两个普遍”"): lambda report: report.holds("两个普遍"),
    query("「面对面、心贴心」"): lambda report: report.holds("面对面 心贴心"),
    query("工会 -农民工"): lambda report: report.holds("工会") and not report.holds("农民工"),
    query("送清凉 OR 送温暖"): lambda report: report.holds_any("送清凉", "送温暖"),
    query("困难 送清凉 OR 送温暖"): lambda report: report.holds("困难") and report.holds_any("送清凉", "送温暖"),
    query("(送清凉 OR 送温暖) city:四川"): lambda report: (
        report.holds_any("送清凉", "送温暖") and "510000" in report.codes
    ),
    query("headline:送清凉"): lambda report: report.has_in_headline("送", "清凉"),
    query("city:泸州"): lambda report: "510500" in report.codes,
    query("year:2008..2013"): lambda report: 2008 <= report.year <= 2013,
    query("initiative:金秋助学"): lambda report: "金秋助学" in report.programmes,
    query("困"): lambda report: report.holds("困"),
    query("夏送清凉"): lambda report: report.holds("夏送", "清凉") or report.holds("送清凉"),
    query("夏送清凉", literal="1"): lambda report: report.holds("夏送", "清凉"),
    query("送清凉", **{"in": "headline"}): lambda report: report.has_in_headline("送", "清凉"),
    query("送清凉", date="2009-01-01..2013-12-31"): lambda report: (
        report.holds("送清凉") and 2009 <= report.year <= 2013
    ),
    query("工会", sort="place"): lambda report: report.holds("工会"),
}
SAID = {
    query("夏送清凉"): '也查了：<q class="other-name">送清凉</q>',
    query("困难职工子女上大学，工会怎样帮他们交学费？"): "没有一篇报道与检索词完全相符",
    query("农民工 追讨工资 内江"): "含有其中一部分的报道</h2>",
    query("落实“两个普遍”的要求"): "没有一篇报道与检索词完全相符",
    query("2013年9月 工会"): "按见报日期找：<a>工会 · 2013-09-01—2013-09-30",
    query("工资集体写商"): "您要找的是不是：<a>工资集体协商",
    query("jinqiuzhuxue"): "您要找的是不是：<a>金秋助学",
}


@pytest.fixture(scope="module", autouse=True)
def sample(fill_archive: Callable) -> None:
    """The sample archive, indexed."""

    def add() -> None:
        call_command("load_reference", verbosity=0)
        call_command("load_sample", verbosity=0)
        refresh_suggestions()

    fill_archive(add)


@pytest.fixture(scope="module")
def reports(sample: None, django_db_blocker) -> dict[int, Report]:
    with django_db_blocker.unblock():
        articles = Article.objects.published().prefetch_related("city_links__city", "initiative_links__initiative")
        return {article.pk: read_report(article) for article in articles}


def as_read(*texts: str) -> str:
    return re.sub(r"[\W_]+", " ", "\n".join(texts).replace("\n\n", "|")).lower()


def read_report(article: Article) -> Report:
    links = article.city_links.all()
    codes = {link.province_id for link in links} | {
        code for link in links if link.city for code in (link.city_id, link.city.parent_id) if code
    }
    head = (article.kicker, article.headline)
    return Report(
        text=as_read(*head, article.subhead, article.byline, printed_text(article.body)),
        headline=as_read(*head),
        codes=frozenset(codes),
        year=article.date.year if article.date else 0,
        programmes=frozenset(link.initiative.name for link in article.initiative_links.all()),
    )


def examples(client: Client) -> list[Address]:
    links = re.findall(r'<td><a href="/search/(\?[^"]+)"', client.get("/help/").content.decode())
    return [tuple(parse_qsl(urlsplit(html.unescape(link)).query)) for link in links]


def read_page(client: Client, address: Address, number: int) -> tuple[set[int], str]:
    """Return the keys of the hits of one page, not of those in part, and what it says, links without addresses."""
    page = client.get("/search/", dict(address) | {"p": str(number)}).content.decode()
    hits = page.partition('<section class="in-part"')[0]
    keys = {int(key) for key in re.findall(r'item-headline"><a href="/articles/(\d+)/', hits)}
    return keys, re.sub(r"<a [^>]*>", "<a>", page)


def follow(client: Client, address: Address) -> set[int]:
    """Return the keys of all hits of an example. A page after the last is the last."""
    keys: set[int] = set()
    for number in itertools.count(1):
        found, _text = read_page(client, address, number)
        if found <= keys:
            break
        keys |= found
    return keys


@pytest.mark.django_db
def test_every_example_is_known_here(client: Client) -> None:
    assert set(examples(client)) == set(FOUND) | set(SAID)


@pytest.mark.django_db
@pytest.mark.parametrize("address", FOUND, ids=str)
def test_an_example_finds_exactly_what_the_help_says(
    client: Client, reports: dict[int, Report], address: Address
) -> None:
    keys = follow(client, address)
    assert keys
    assert keys == {key for key, report in reports.items() if FOUND[address](report)}


@pytest.mark.django_db
@pytest.mark.parametrize("address", SAID, ids=str)
def test_the_results_say_what_was_done(client: Client, address: Address) -> None:
    _keys, text = read_page(client, address, 1)
    assert SAID[address] in text


@pytest.mark.django_db
def test_reports_of_a_place_stand_together_where_they_are_sorted_by_place(client: Client) -> None:
    page = client.get("/search/", {"q": "工会", "sort": "place"}).content.decode()
    keys = [int(key) for key in re.findall(r'item-headline"><a href="/articles/(\d+)/', page)]
    places = [
        Article.objects.get(pk=key).city_links.order_by("city").values_list("city", flat=True).first() for key in keys
    ]
    changes = [place for before, place in zip([None, *places], places, strict=False) if place != before]
    assert len(changes) == len(set(changes))
