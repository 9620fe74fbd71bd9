"""The screen of a job: how far it is, item by item, and what can be done with it."""

import csv
import datetime
import io
import re

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from archive.desk import trouble
from archive.desk.jobs.running import run_job
from archive.desk.views import job as view
from archive.models import Job, JobItem, JobState, Page, Split
from tests.archive.desk.jobs.made_up_work import made_up_work, start_made_up_job, states_of
from tests.archive.desk.splitting.made_up_page import open_made_up_split

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def work():
    with made_up_work():
        yield


@pytest.fixture
def finished(editor) -> Job:
    job = start_made_up_job("甲", "skip", "refused", user=User.objects.get())
    run_job(job.pk)
    return job


def address(job: Job) -> str:
    return f"/desk/jobs/{job.pk}/"


def test_each_item_is_there_with_what_became_of_it_and_why(editor, finished):
    text = " ".join(editor.get(address(finished)).text.split())
    for part in ("共 3 项 · 完成 1 · 跳过 1 · ", "失败 1</span>", "已经有了。", "文件是空的，没有文字。", "已完成"):
        assert part in text


def test_progress_is_that_of_the_items_that_are_settled(editor):
    job = start_made_up_job("甲", "乙", "丙", "丁")
    run_job(job.pk, seconds=0)
    text = editor.get(address(job)).text
    assert 'aria-valuemax="4" aria-valuenow="1"' in text
    assert '<rect class="job-bar-done" width="1"' in text


def test_an_open_job_asks_again_by_itself_and_a_finished_one_does_not(editor, finished):
    waiting = start_made_up_job("甲")
    assert "every 1s" in editor.get(address(waiting)).text
    assert 'http-equiv="refresh"' in editor.get(address(waiting)).text
    assert "every 1s" not in editor.get(address(finished)).text
    assert 'http-equiv="refresh"' not in editor.get(address(finished)).text


def test_the_script_gets_the_changing_part_and_at_the_end_the_whole_screen(editor, finished):
    waiting = start_made_up_job("甲")
    piece = editor.get(address(waiting), headers={"HX-Request": "true"})
    assert "<html" not in piece.text
    assert "HX-Refresh" not in piece.headers
    assert editor.get(address(finished), headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_the_script_of_whoever_is_logged_out_leads_to_the_login(editor, finished):
    editor.logout()
    response = editor.get(address(finished), headers={"HX-Request": "true"})
    assert (response.status_code, response["HX-Refresh"]) == (401, "true")


def test_a_job_is_stopped_and_goes_on(editor):
    job = start_made_up_job("甲")
    assert "停下" in editor.post(address(job), {"action": "stop"}, follow=True).text
    assert Job.objects.get().state == JobState.STOPPED
    assert "任务已经停了" in editor.post(address(job), {"action": "stop"}, follow=True).text
    editor.post(address(job), {"action": "resume"})
    run_job(job.pk)
    assert Job.objects.get().state == JobState.FINISHED
    assert "不用继续" in editor.post(address(job), {"action": "resume"}, follow=True).text


def test_what_failed_can_be_tried_again(editor, finished):
    finished.items.filter(name="refused").update(name="好了")
    editor.post(address(finished), {"action": "retry"})
    run_job(finished.pk)
    assert states_of(finished) == ["done", "skipped", "done"]


@pytest.mark.parametrize("fields", [{}, {"action": "delete"}, {"action": "stop", "extra": "<script>"}])
def test_other_actions_change_nothing(editor, finished, fields):
    assert editor.post(address(finished), fields).status_code == 302
    assert Job.objects.get().state == JobState.FINISHED


def test_why_a_job_stands_still_and_that_nothing_is_heard_of_it_is_said(editor):
    job = start_made_up_job("disk full")
    run_job(job.pk)
    assert "磁盘满了" in editor.get(address(job)).text
    long_ago = timezone.now() - datetime.timedelta(hours=1)
    Job.objects.update(state=JobState.RUNNING, heard=long_ago)
    assert "很久没有动静" in editor.get(address(job)).text


def test_the_first_page_that_waits_to_be_split_is_offered(editor, finished):
    pages = [item.pages.get() for item in finished.items.exclude(pages=None).order_by("number")]
    assert editor.get(address(finished)).context["page_to_split"] is None
    for page in pages:
        Split.objects.create(page=page, draft={"articles": []})
    assert editor.get(address(finished)).context["page_to_split"] == pages[0]
    Split.objects.filter(page=pages[0]).update(finished=timezone.now())
    assert editor.get(address(finished)).context["page_to_split"] == pages[1]


def test_a_page_that_an_item_seems_to_repeat_is_linked_for_whoever_may_open_it(editor, finished):
    similar = Page.objects.create(text="很像的一版", source_name="<b>旧.txt")
    finished.items.first().similar_pages.add(similar)
    link = f'href="/desk/pages/{similar.pk}/split/"'
    text = editor.get(address(finished)).text
    for part in ("很像的版面：", link, "&lt;b&gt;旧.txt"):
        assert part in text
    editor.cookies["django_language"] = "en"
    assert "A very similar page: " in editor.get(address(finished)).text
    User.objects.get().groups.clear()
    User.objects.get().user_permissions.add(Permission.objects.get(codename="change_article"))
    assert link not in editor.get(address(finished)).text


def test_pages_that_do_not_say_which_they_are_go_by_their_first_headline(editor, finished):
    first, second, _ = finished.items.order_by("number")
    first.pages.set([open_made_up_split().page])
    second.pages.set([Page.objects.create(text="没有主题的一段话。", source_name="第二版.txt")])
    rows = re.findall(
        r'<a id="item-\d-page-\d+"[^>]*>(.*?)</a> <span class="quiet">(.*?)</span>', editor.get(address(finished)).text
    )
    assert rows == [
        ("河湾市总工会把夜校办进车间", "报纸不详 日期不详 版次不详"),
        ("第二版.txt", "报纸不详 日期不详 版次不详"),
    ]


def test_items_are_shown_by_screenfuls_and_by_their_state(editor, finished, monkeypatch):
    def names(query: str = "") -> list[str]:
        return [row.item.name for row in editor.get(f"{address(finished)}{query}").context["rows"]]

    monkeypatch.setattr(view, "ITEMS_ON_A_SCREEN", 2)
    assert names() == ["甲", "skip"]
    assert names("?p=2") == ["refused"]
    assert names("?state=failed") == ["refused"]
    assert len(names("?state=junk&p=junk")) == 2


def test_the_number_of_queries_does_not_grow_with_the_items(editor, finished):
    many = start_made_up_job(*["甲"] * 40)
    run_job(many.pk)
    with CaptureQueriesContext(connection) as few:
        editor.get(address(finished))
    with CaptureQueriesContext(connection) as queries:
        editor.get(address(many))
    assert len(queries) <= len(few)


def test_the_report_is_a_table_that_office_programs_read_and_run_nothing_of(editor, finished):
    JobItem.objects.filter(name="甲").update(name='=HYPERLINK("x")')
    response = editor.get(f"{address(finished)}report.csv")
    assert response["Content-Disposition"] == f'attachment; filename="job-{finished.pk}.csv"'
    rows = list(csv.reader(response.content.decode("utf-8-sig").splitlines()))
    assert rows[0] == ["序号", "名称", "结果", "说明", "版面", "稿件"]
    assert rows[1][:3] == ["1", '\'=HYPERLINK("x")', "完成"]
    assert rows[3] == ["3", "refused", "失败", "文件是空的，没有文字。", "", ""]
    assert response.content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "\n="])
def test_a_sign_that_begins_a_formula_is_disarmed(editor, finished, sign):
    JobItem.objects.filter(name="甲").update(name=f"{sign}1+1")
    report = editor.get(f"{address(finished)}report.csv").content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(report, newline="")))[1][1] == f"'{sign}1+1"


def test_there_is_no_job_of_another_number(editor):
    assert editor.get("/desk/jobs/999/").status_code == 404
    assert editor.get("/desk/jobs/999/report.csv").status_code == 404


def test_readers_see_no_jobs(reader):
    job = start_made_up_job("甲")
    for path in (address(job), f"{address(job)}report.csv", "/desk/jobs/"):
        assert reader.get(path).status_code == 403
    assert reader.post(address(job), {"action": "stop"}).status_code == 403
    assert Job.objects.get().state == JobState.WAITING


def test_who_may_not_do_the_work_sees_it_and_cannot_stop_it(editor):
    user = User.objects.get()
    user.groups.get().permissions.remove(user.groups.get().permissions.get(codename="add_page"))
    job = start_made_up_job("甲")
    assert 'value="stop"' not in editor.get(address(job)).text
    assert editor.post(address(job), {"action": "stop"}).status_code == 403


def test_the_item_that_the_worker_has_in_hand_is_named(editor):
    job = start_made_up_job("甲", "乙")
    assert "正在做" not in editor.get(address(job)).text
    Job.objects.update(state=JobState.RUNNING)
    assert editor.get(address(job)).context["current"].name == "甲"
    job.items.filter(name="甲").update(state="done")
    assert editor.get(address(job)).context["current"].name == "乙"
    assert editor.get(address(job)).text.count("正在做") == 1


def test_a_full_disk_is_told_while_the_job_is_open(editor, finished, monkeypatch):
    waiting = start_made_up_job("甲")
    assert "磁盘满了" not in editor.get(address(waiting)).text
    monkeypatch.setattr(trouble, "_LEAST_ROOM", 10**18)
    assert "腾出空间以后，任务会自己接着做" in editor.get(address(waiting)).text
    assert "磁盘满了" not in editor.get(address(finished)).text
