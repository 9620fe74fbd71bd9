"""The work list: what waits, for how long, whose it is; narrowed, ordered, and never wrongly counted."""

import datetime
import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from archive.desk.holding import LAPSES_AFTER, take_hold
from archive.desk.jobs.starting import NewItem, start_job
from archive.desk.reviewing.steps import send_back, submit
from archive.models import Article, ErrorReport, Hold, Job, JobKind, JobState, KeptEntry, Newspaper, Page, Split, Status
from tests.archive.desk.reprints import EDITED, REPORT
from tests.archive.desk.splitting.made_up_page import open_made_up_split, step

DESK = "/desk/"


@pytest.fixture
def me(editor) -> User:
    return User.objects.get(username="person-0")


@pytest.fixture
def bo(reviewer) -> User:
    return User.objects.get(groups__name="审稿")


def add_draft(headline: str, days: float = 0, user: User | None = None, **fields: object) -> Article:
    article = Article(headline=headline, **{"body": "正文。", **fields})
    article._history_user = user  # type: ignore[attr-defined]
    article.save()
    Article.objects.filter(pk=article.pk).update(created=timezone.now() - datetime.timedelta(days=days))
    return article


def sections(client, query: str = "") -> dict[str, Any]:
    context = client.get(f"{DESK}{query}").context
    return {section.kind.value: section for section in context["sections"]}


def headlines(client, query: str = "", kind: str = "drafts") -> list[str]:
    return [row.thing.headline for row in sections(client, query)[kind].rows]


def test_whoever_may_not_edit_sees_no_list(reader, client):
    assert reader.get(DESK).status_code == 403
    assert client.get(DESK).url.startswith("/login/")


def test_an_empty_desk_says_what_fills_each_list(editor):
    text = editor.get(DESK).text
    for part in (
        "没有待拆的版面",
        "没有草稿",
        "没有待审的稿件",
        "没有待处理的报错",
        "没有看着重复的稿件",
        "/desk/pages/add/",
    ):
        assert part in text
    assert "没有撤回的稿件" in editor.get(f"{DESK}?kind=withdrawn").text


def test_a_page_waits_with_who_brought_it_who_holds_it_and_how_far_it_is(editor, me, bo, printed_page):
    added = printed_page.history.get()
    added.history_user = bo
    added.save()
    Split.objects.create(page=printed_page, draft={"articles": [{}, {}]})
    take_hold(me, page=printed_page)
    (row,) = sections(editor)["pages"].rows
    assert (row.person, row.holder, row.note) == ("person-1", "person-0", "拟拆 2 篇")
    assert f'/desk/pages/{printed_page.pk}/split/">{printed_page}<' in editor.get(DESK).text


def test_a_page_tells_who_changed_its_split_last(editor, me):
    step(open_made_up_split(), me, "noise", lines="5")
    (row,) = sections(editor)["pages"].rows
    assert row.note == "拟拆 2 篇，person-0 改过"


def test_a_finished_page_waits_no_more(editor, printed_page):
    Split.objects.create(page=printed_page, draft={"articles": []}, finished=timezone.now())
    assert sections(editor)["pages"].rows == ()


def test_what_waits_longest_comes_first_unless_another_order_is_asked_for(editor):
    paper = Newspaper.objects.create(name="甲报")
    add_draft("三天", days=3)
    add_draft("五天", days=5, newspaper=paper, date=datetime.date(2013, 9, 23))
    add_draft("刚来", days=0, newspaper=paper, date=datetime.date(2012, 9, 23))
    assert headlines(editor) == ["五天", "三天", "刚来"]
    assert headlines(editor, "?order=latest") == ["刚来", "三天", "五天"]
    assert headlines(editor, "?order=printed")[-2:] == ["刚来", "五天"]


def test_an_article_in_review_waits_since_it_was_submitted_by_whom(editor, me, bo):
    article = add_draft("送审的", days=9, user=bo)
    submit(article, me)
    (row,) = sections(editor)["reviews"].rows
    assert (row.person, row.age) == ("person-0", "刚刚")
    assert f"/desk/articles/{article.pk}/review/" in editor.get(DESK).text


def test_a_draft_that_was_sent_back_is_its_authors_and_says_why(editor, me, bo):
    article = add_draft("退回的", user=me)
    submit(article, me)
    send_back(article, bo, "数字对不上")
    (row,) = sections(editor)["drafts"].rows
    assert (row.person, row.note) == ("person-0", "退回：数字对不上")


def test_ones_own_hold_is_told_as_ones_own(editor, me):
    take_hold(me, article=add_draft("自己在做"))
    html = editor.get(DESK).text
    assert "您正在做" in html
    assert "person-0正在做" not in html


def test_only_a_hold_in_force_is_told(editor, bo):
    article = add_draft("有人在做")
    take_hold(bo, article=article)
    assert "person-1正在做" in editor.get(DESK).text
    Hold.objects.update(renewed=timezone.now() - 2 * LAPSES_AFTER)
    assert "正在做" not in editor.get(DESK).text


def test_the_page_and_the_article_of_one_key_do_not_share_a_hold(editor, bo):
    page = Page.objects.create(text="原文")
    Split.objects.create(page=page, draft={"articles": []})
    article = add_draft("同号的", pk=page.pk)
    take_hold(bo, page=page)
    lists = sections(editor)
    assert (lists["pages"].rows[0].holder, lists["drafts"].rows[0].holder) == ("person-1", "")
    assert headlines(editor, f"?person={bo.pk}") == []
    take_hold(bo, article=article)
    assert headlines(editor, f"?person={bo.pk}") == ["同号的"]


def test_a_report_of_a_reader_stands_with_its_passage_and_its_article(editor, article):
    report = ErrorReport.objects.create(article=article, quote="走进车间", note="应当是走进工地")
    ErrorReport.objects.create(article=article, note="处理过的", state="mended")
    text = editor.get(DESK).text
    place = f"/desk/error-reports/{report.pk}/"
    assert all(part in text for part in (place, "“走进车间”", "应当是走进工地", article.headline))
    (row,) = sections(editor)["error-reports"].rows
    assert (row.thing, row.person) == (report, "没有登录的读者")


def test_two_that_look_alike_are_listed_with_the_way_to_compare_them(editor, me):
    first = Article.objects.create(headline="清凉按单送", body=REPORT, status=Status.PUBLISHED)
    second = add_draft("工会按单送清凉", days=2, user=me, body=EDITED)
    (row,) = sections(editor)["duplicates"].rows
    assert (row.age, row.person) == ("2 天", "person-0")
    assert f"/desk/articles/{second.pk}/duplicates/{first.pk}/?from=work_list" in editor.get(DESK).text
    narrowed = sections(editor, "?q=没有的")["duplicates"]
    assert (narrowed.found, narrowed.total) == (0, 1)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=夜校", ["夜校开课"]),
        ("newspaper=jia", ["甲报的"]),
        ("newspaper=unknown", ["夜校开课", "老稿"]),
        ("date=2013-09", ["甲报的"]),
        ("date=2012", []),
        ("region=泸州", ["夜校开课"]),
        ("region=四川", ["夜校开课"]),
        ("person=me", ["夜校开课"]),
        ("age=7", ["老稿"]),
        ("q=夜校&age=7", []),
        ("region=没有的地方", ["老稿", "甲报的", "夜校开课"]),
    ],
)
def test_each_field_narrows_the_lists_and_the_count_says_of_how_many(editor, me, luzhou, query, found):
    paper = Newspaper.objects.create(name="甲报", slug="jia")
    add_draft("甲报的", days=2, newspaper=paper, date=datetime.date(2013, 9, 23))
    night_school = add_draft("夜校开课", days=1, user=me)
    night_school.city_links.create(city=luzhou, province=luzhou.province)
    add_draft("老稿", days=8)
    drafts = sections(editor, f"?{query}")["drafts"]
    assert sorted(row.thing.headline for row in drafts.rows) == sorted(found)
    assert (drafts.found, drafts.total) == (len(found), 3)


def test_a_narrowed_list_says_that_there_is_more_and_how_to_see_it(editor):
    add_draft("稿件")
    text = editor.get(f"{DESK}?kind=drafts&q=没有的").text
    assert "1 项中的 0 项" in text
    assert "没有符合筛选条件的" in text
    assert 'href="?kind=drafts"' in text


def test_pages_of_a_region_cannot_be_told_and_that_is_said(editor, luzhou, printed_page):
    Split.objects.create(page=printed_page, draft={"articles": []})
    assert "按地区筛选时不列出" in editor.get(f"{DESK}?region=泸州").text


def test_a_long_list_is_cut_in_the_overview_and_shown_by_screenfuls_alone(editor):
    for number in range(53):
        add_draft(f"第{number}篇", days=60 - number)
    overview = sections(editor)["drafts"]
    assert (len(overview.rows), overview.found, overview.has_more) == (8, 53, True)
    assert re.search(r'href="\?kind=drafts"[^>]*>都列出来', editor.get(DESK).text)
    assert headlines(editor, "?kind=drafts&p=2") == ["第50篇", "第51篇", "第52篇"]
    assert list(sections(editor, "?kind=drafts")) == ["drafts"]


@pytest.mark.parametrize("query", ["?kind=nosuch", "?p=abc&kind=drafts", "?p=99&kind=drafts", "?kind=drafts&kind="])
def test_junk_in_the_address_shows_the_list(editor, query):
    add_draft("稿件")
    assert "稿件" in editor.get(f"{DESK}{query}").text


def test_what_one_typed_and_did_not_save_is_told_to_oneself_alone(editor, reviewer, me, article):
    KeptEntry.objects.create(article=article, user=me, fields={})
    assert "还没有保存" in editor.get(DESK).text
    assert "还没有保存" not in reviewer.get(DESK).text


def test_jobs_on_their_way_are_shown_and_finished_ones_are_not(editor, me):
    start_job(JobKind.ADD_PAGES, me, [NewItem("甲")])
    assert "没有做完的任务" in editor.get(DESK).text
    Job.objects.update(state=JobState.FINISHED)
    assert "没有做完的任务" not in editor.get(DESK).text


@pytest.mark.parametrize(
    ("seconds", "age"),
    [
        (0, "刚刚"),
        (-5, "刚刚"),
        (90, "1 分钟"),
        (3500, "58 分钟"),
        (3600, "1 小时"),
        (86_000, "23 小时"),
        (86_400, "1 天"),
    ],
)
def test_an_age_is_told_in_the_largest_unit_that_fits(editor, seconds, age):
    add_draft("稿件", days=seconds / 86_400)
    assert sections(editor)["drafts"].rows[0].age == age


def test_articles_can_be_chosen_for_one_change_in_a_list_of_their_own(editor):
    article = add_draft("稿件")
    box = f'<input type="checkbox" name="article" value="{article.pk}">'
    text = editor.get(f"{DESK}?kind=drafts").text
    assert box in text
    assert 'action="/desk/change/"' in text
    assert box not in editor.get(DESK).text


def test_the_published_and_the_withdrawn_have_lists_of_their_own(editor):
    add_draft("发了的", status=Status.PUBLISHED)
    add_draft("撤了的", status=Status.WITHDRAWN)
    assert headlines(editor, "?kind=published", "published") == ["发了的"]
    assert headlines(editor, "?kind=withdrawn", "withdrawn") == ["撤了的"]


def test_a_longer_list_takes_no_more_queries(editor, me, bo, printed_page, django_assert_max_num_queries):
    def fill(count: int) -> None:
        for number in range(count):
            submit(add_draft(f"送审{number}", user=me), me)
            take_hold(bo, article=add_draft(f"草稿{number}", user=me))
            page = Page.objects.create(text=f"原文{number} {Page.objects.count()}")
            take_hold(bo, page=page)
            Split.objects.create(page=page, draft={"articles": []})
            article = add_draft(f"有错{number}", user=me, status=Status.PUBLISHED)
            ErrorReport.objects.create(article=article, note="错", reporter=bo)
            for _ in range(2):
                Article.objects.create(headline=f"清凉{number}", body=f"第{number}次。{REPORT}")

    fill(1)
    with django_assert_max_num_queries(60) as few:
        editor.get(DESK)
    fill(6)
    with django_assert_max_num_queries(len(few)):
        editor.get(DESK)
