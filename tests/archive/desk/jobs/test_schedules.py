"""What the worker does by the clock."""

import ast
import datetime

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.module_loading import import_string
from django_q.models import Schedule

from archive.desk.jobs.schedules import schedule_jobs

pytestmark = pytest.mark.django_db


def test_sessions_that_ran_out_go_with_what_was_kept_in_them():
    for days in (-1, 1):
        session = SessionStore()
        session["kept_entry"] = {"path": "/desk/pages/add/", "entry": "text=..."}
        session.set_expiry(timezone.now() + datetime.timedelta(days=days))
        session.save()
    schedule_jobs()
    schedule = Schedule.objects.get(name="clear_sessions")
    import_string(schedule.func)(*ast.literal_eval(schedule.args))
    assert Session.objects.get().expire_date > timezone.now()


def test_a_second_start_schedules_nothing_twice():
    schedule_jobs()
    names = set(Schedule.objects.values_list("name", flat=True))
    schedule_jobs()
    assert Schedule.objects.count() == len(names)
