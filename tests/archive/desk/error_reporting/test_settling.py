"""Error reports are settled once, with an answer, and can be opened again."""

import pytest
from django.contrib.auth.models import User

from archive.desk.error_reporting.settling import SettleError, find_next, reopen, settle
from archive.models import ErrorReport, ErrorReportState

MENDED, DECLINED = ErrorReportState.MENDED, ErrorReportState.DECLINED


@pytest.fixture
def user(db):
    return User.objects.create_user("editor", last_name="张")


@pytest.fixture
def reports(article):
    return [ErrorReport.objects.create(article=article, note=f"第{number}处") for number in range(3)]


def test_a_settled_report_tells_by_whom_when_and_why(reports, user):
    settle(reports[0], DECLINED, " 原文如此 ", user)
    report = ErrorReport.objects.get(pk=reports[0].pk)
    assert (report.state, report.answer, report.settled_by) == ("declined", "原文如此", user)
    assert report.settled is not None


def test_declining_takes_an_answer_and_mending_none(reports, user):
    with pytest.raises(SettleError, match="为什么不改"):
        settle(reports[0], DECLINED, " \n", user)
    settle(reports[0], MENDED, "", user)
    assert ErrorReport.objects.get(pk=reports[0].pk).state == "mended"


def test_the_second_editor_is_told_of_the_first_and_changes_nothing(reports, user):
    settle(reports[0], DECLINED, "原文如此", user)
    with pytest.raises(SettleError, match=r"张已在 .* 处理过：不改"):
        settle(reports[0], MENDED, "改了", User.objects.create_user("late"))
    assert ErrorReport.objects.get(pk=reports[0].pk).answer == "原文如此"


def test_a_report_is_opened_again_and_keeps_its_answer(reports, user):
    settle(reports[0], DECLINED, "原文如此", user)
    reopen(reports[0])
    report = ErrorReport.objects.get(pk=reports[0].pk)
    assert (report.state, report.settled, report.settled_by, report.answer) == ("open", None, None, "原文如此")
    settle(reports[0], MENDED, "", user)


def test_the_next_one_is_the_one_behind_or_else_the_first_that_waits(reports, user):
    assert find_next(reports[0]) == reports[1]
    assert find_next(reports[2]) == reports[0]
    settle(reports[0], MENDED, "", user)
    settle(reports[1], MENDED, "", user)
    assert find_next(reports[2]) is None
