"""Arrivals: a report arrives when readers can find it first, and once."""

import pytest
from django.conf import settings

from archive.models import Article, Status
from search.arrivals import newest_arrivals
from search.models import Arrival
from search.outbox import drain
from search.rebuild import rebuild
from tests.search.reports import add_report

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def archive() -> None:
    """An empty index, which takes the changes of the test."""
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
