"""An archive that is prepared or rebuilt can be suggested from, and the worker keeps it so."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_q.models import Schedule

from search.models import SoundKey, SuggestionKey
from search.schedules import schedule_jobs

pytestmark = pytest.mark.django_db


def clear() -> None:
    SuggestionKey.objects.all().delete()
    SoundKey.objects.all().delete()


@pytest.mark.parametrize("command", ["ensure_index", "rebuild_index", "refresh_suggestions"])
def test_a_command_fills_what_is_missing(command: str, reports, labels) -> None:
    clear()
    call_command(command)
    assert labels("luzhou", "region") == ["泸州市"]
    assert SoundKey.objects.filter(word="两个普遍").exists()


def test_an_archive_that_was_filled_is_not_compared_at_every_start(reports) -> None:
    SuggestionKey.objects.filter(kind="programme").delete()
    call_command("ensure_index")
    assert not SuggestionKey.objects.filter(kind="programme").exists()


def test_the_worker_compares_every_day_and_not_at_once() -> None:
    schedule_jobs()
    schedule = Schedule.objects.get(name="refresh_suggestions")
    assert schedule.schedule_type == Schedule.DAILY
    assert schedule.next_run > timezone.now() + datetime.timedelta(hours=23)
    Schedule.objects.update(next_run=timezone.now())
    schedule_jobs()
    assert Schedule.objects.get(name="refresh_suggestions").next_run <= timezone.now()
