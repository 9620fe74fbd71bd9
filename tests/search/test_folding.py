"""Versions of one report among others, and how the results show them."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.desk.near_duplicates import keep_both
from archive.models import Article
from search.folding import fold_versions
from tests.archive.desk.reprints import ANOTHER_BRIEF, BRIEF, BRIEF_ELSEWHERE, EDITED, REPORT, SAME_PROGRAMME, TRUNCATED
from tests.search.reports import add_report, add_vocabulary

pytestmark = pytest.mark.django_db

BODIES = {
    "report": REPORT,
    "same programme": SAME_PROGRAMME,
    "edited": EDITED,
    "brief": BRIEF,
    "brief elsewhere": BRIEF_ELSEWHERE,
    "another brief": ANOTHER_BRIEF,
    "truncated": TRUNCATED,
}


@pytest.fixture(scope="module")
def versions(fill_archive) -> dict[str, Article]:
    """A report, its reprints and others, by their key, in the database and in both indexes."""

    def add() -> dict[str, Article]:
        add_vocabulary()
        return {key: add_report(f"清凉{key}", body, newspaper="甲报") for key, body in BODIES.items()}

    return fill_archive(add)


def fold_names(versions: dict[str, Article], *keys: str) -> list[list[str]]:
    names = {article.pk: key for key, article in versions.items()}
    return [[names[article.pk] for article in group] for group in fold_versions(versions[key] for key in keys)]


def read(client: Client, query: str = "清凉") -> str:
    return re.sub(r"\s+", " ", client.get("/search/", {"q": query}).content.decode())


def test_copies_are_folded_into_the_first_and_others_stay(versions):
    assert fold_names(versions, *BODIES) == [
        ["report", "edited", "truncated"],
        ["same programme"],
        ["brief", "brief elsewhere"],
        ["another brief"],
    ]


def test_the_order_of_the_list_is_kept(versions):
    assert fold_names(versions, "another brief", "edited", "same programme", "report") == [
        ["another brief"],
        ["edited", "report"],
        ["same programme"],
    ]


def test_nothing_folds_into_nothing():
    assert fold_versions([]) == []


def test_reports_without_text_are_no_versions_of_each_other(versions):
    empty = [add_report("", ""), add_report("", "")]
    assert [len(group) for group in fold_versions(empty)] == [1, 1]


def test_two_that_an_editor_kept_are_not_folded(versions):
    keep_both(versions["edited"], versions["report"], User.objects.create(username="editor"))
    assert fold_names(versions, "report", "edited", "truncated") == [["report", "truncated"], ["edited"]]


def test_a_report_kept_apart_from_one_version_does_not_join_the_others(versions):
    keep_both(versions["edited"], versions["truncated"], User.objects.create(username="editor"))
    assert fold_names(versions, "report", "edited", "truncated") == [["report", "edited"], ["truncated"]]


def test_folding_takes_two_queries_whatever_the_number(versions, django_assert_num_queries):
    with django_assert_num_queries(2):
        fold_versions(versions.values())


def test_results_show_versions_as_one_hit_and_count_every_report(versions, client):
    page = read(client)
    assert "<h1>7 篇</h1>" in page
    assert page.count('<li class="item hit">') == 4
    assert page.count("<summary>3 个版本</summary>") == 1
    assert page.count("<summary>2 个版本</summary>") == 1


def test_every_version_is_a_link_with_its_source(versions, client):
    page = read(client)
    folded = page.partition('<details class="versions">')[2].partition("</details>")[0]
    assert folded.count("甲报") == folded.count("/articles/")
    assert all(f"/articles/{article.pk}/?q=" in page for article in versions.values())


def test_below_few_hits_versions_are_folded_too_and_those_of_a_hit_are_not_told_again(client: Client, versions) -> None:
    above, _, below = read(client, "清凉 report 农民工").partition('<section class="in-part"')
    assert above.count('<li class="item hit">') == 1
    assert "另有 6 篇含有检索词的一部分，这里是最接近的 4 篇。" in below
    assert "truncated" not in below
    assert below.count('<li class="item hit">') == 3
    assert "2 个版本" in below  # the brief
    assert "in-part" not in read(client, "report 遮阳帽 藿香")  # its versions alone
