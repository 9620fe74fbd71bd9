"""Arrivals: a report arrives when readers can find it first, and once."""

import pytest
from django.conf import settings
from django.test import Client

from archive.models import Article, Status
from search.arrivals import newest_arrivals, newest_reports
from search.models import Arrival
from search.outbox import drain
from search.rebuild import rebuild
from tests.indexes import take_indexes_away
from tests.search.reports import add_report

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def archive() -> None:
    """An empty index, which takes the changes of the test."""
    take_indexes_away()
    rebuild(settings.SEARCH_ENGINE)


def arrived() -> list[int]:
    return [pk for pk, _time in newest_arrivals(10)]


def test_a_published_report_arrives_with_its_entry_in_the_index() -> None:
    report = add_report("新稿件", "工会的新做法。")
    assert arrived() == [report.pk]


def test_a_draft_arrives_when_it_is_published() -> None:
    draft = add_report("草稿", "工会。", status=Status.DRAFT)
    assert arrived() == []
    draft.status = Status.PUBLISHED
    draft.save()
    assert arrived() == [draft.pk]


def test_a_correction_and_a_second_publication_are_no_arrivals() -> None:
    report = add_report("新稿件", "工会的新做法。")
    before = Arrival.objects.get().arrived
    for status in (Status.WITHDRAWN, Status.PUBLISHED):
        report.status = status
        report.save()
    rebuild(settings.SEARCH_ENGINE)
    assert Arrival.objects.get().arrived == before


def test_what_is_there_before_the_first_index_arrives_with_it() -> None:
    Article.objects.bulk_create(
        [Article(headline=f"第{n}篇", body="工会。", status=Status.PUBLISHED) for n in range(3)]
    )
    Arrival.objects.all().delete()
    rebuild(settings.SEARCH_ENGINE)
    assert arrived() == sorted(Article.objects.values_list("pk", flat=True), reverse=True)


def test_what_a_killed_process_left_in_the_outbox_arrives_when_it_is_drained(monkeypatch) -> None:
    with monkeypatch.context() as killed:
        killed.setattr("search.outbox.drain_all", lambda: None)
        report = add_report("新稿件", "工会的新做法。")
    assert arrived() == []
    drain(settings.SEARCH_ENGINE)
    assert arrived() == [report.pk]


def test_the_newest_come_first_and_a_time_leaves_out_those_before() -> None:
    first, second = add_report("甲", "工会。"), add_report("乙", "工会。")
    assert arrived() == [second.pk, first.pk]
    assert [pk for pk, _time in newest_arrivals(10, after=Arrival.objects.get(pk=first.pk).arrived)] == [second.pk]
    assert len(newest_arrivals(1)) == 1


def latest_on_home(client: Client) -> list[str]:
    return [article.headline for article in client.get("/").context["latest"]]


def test_home_shows_what_was_added_last_whenever_it_was_printed(client: Client) -> None:
    for date in ("2014-07-28", "1998-05-01", ""):
        add_report(f"登于{date or '某日'}", "工会。", date=date)
    assert latest_on_home(client) == ["登于某日", "登于1998-05-01", "登于2014-07-28"]


def test_home_shows_as_many_as_ever_when_the_last_ones_were_withdrawn_or_deleted(client: Client) -> None:
    reports = [add_report(f"第{n}篇", "工会。") for n in range(9)]
    reports[8].delete()
    reports[7].status = Status.WITHDRAWN
    reports[7].save()
    assert latest_on_home(client) == [f"第{n}篇" for n in (6, 5, 4, 3, 2, 1)]


def test_the_last_reports_need_a_fixed_number_of_queries(django_assert_num_queries) -> None:
    for n in range(5):
        add_report(f"第{n}篇", "工会。")
    with django_assert_num_queries(5):
        assert len(newest_reports(3)) == 3
