"""A table that was checked is imported row by row; the same table again changes nothing."""

import logging
import os
import time
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone

from archive.desk.bulk.import_job import start_import
from archive.desk.bulk.kept_table import find_table
from archive.desk.jobs.files import remove_old_files
from archive.desk.jobs.running import run_job
from archive.models import Article, JobState, Newspaper, Page, Status
from archive.models.job import keep_privately
from tests.archive.desk.bulk.tables import FIRST, SECOND, keep, outcomes, run_import, run_kept

pytestmark = pytest.mark.usefixtures("vocabulary")


def versions():
    return Article.history.count(), Page.history.count()


def test_rows_become_drafts_with_what_they_give_and_what_is_found_in_them(tmp_path, author):
    job = run_import(tmp_path, author, {**FIRST, "署名": "本报记者 王小明", "地区": "泸州", "项目": "夏送清凉"}, SECOND)
    job.refresh_from_db()
    assert (job.state, outcomes(job)) == (JobState.FINISHED, [("done", ""), ("done", "")])
    article = Article.objects.get(headline=FIRST["主题"])
    assert (article.status, article.newspaper.name, article.display_date) == ("draft", "样报", "2013年9月23日")
    assert (article.dateline, article.is_date_confirmed, article.is_genre_confirmed) == ("本报讯", True, False)
    assert [(link.place.name, link.is_confirmed) for link in article.city_links.all()] == [("泸州市", True)]
    assert [link.initiative.name for link in article.initiative_links.all()] == ["送清凉"]
    assert [(one.name, one.is_confirmed) for one in article.people.all()] == [("王小明", False)]
    assert article.history.get().history_user == author


def test_items_are_named_by_row_and_lead_to_their_articles(tmp_path, author):
    job = run_import(tmp_path, author, FIRST)
    item = job.items.get()
    assert item.name == "第 2 行：工会把清凉送到工地"
    assert item.articles.get() == Article.objects.get()


def test_the_same_table_again_changes_nothing(tmp_path, author):
    rows = ({**FIRST, "版次": "4", "地区": "泸州", "状态": "待审"}, {**SECOND, "署名": "本报记者 王小明"})
    run_import(tmp_path, author, *rows)
    before = versions()
    job = run_import(tmp_path, author, *rows)
    assert outcomes(job) == [("skipped", "已有，不变。")] * 2
    assert versions() == before


def test_the_same_table_again_takes_no_correction_back(tmp_path, author):
    rows = ({**FIRST, "署名": "本报记者 王小明", "地区": "泸州"},)
    run_import(tmp_path, author, *rows)
    article = Article.objects.get()
    article.headline, article.byline = "工会把清凉送到了工地", "本报记者 王小鸣"
    article.save()
    article.city_links.all().delete()
    before = versions()
    [(state, message)] = outcomes(run_import(tmp_path, author, *rows))
    assert state == "skipped"
    assert "保留现在的：主题、署名、地区" in message
    assert versions() == before


def test_a_draft_takes_what_a_later_table_adds(tmp_path, author):
    run_import(tmp_path, author, FIRST)
    job = run_import(tmp_path, author, {**FIRST, "署名": "本报记者 王小明", "地区": "泸州"})
    assert outcomes(job) == [("done", "已有的草稿，改了：署名、地区。")]
    article = Article.objects.get()
    assert (article.byline, article.city_links.get().city_id) == ("本报记者 王小明", "510500")


def test_what_a_person_changed_after_the_check_is_not_overwritten(tmp_path, author):
    run_import(tmp_path, author, FIRST)
    key = keep(tmp_path, author, {**FIRST, "署名": "表里的署名"})
    article = Article.objects.get()
    article.kicker = "有人刚写的引题"
    article.save()
    [(state, message)] = outcomes(run_kept(key, author))
    assert state == "skipped"
    assert "有了改动" in message
    article.refresh_from_db()
    assert (article.kicker, article.byline) == ("有人刚写的引题", "")


def test_what_came_in_after_the_check_is_not_doubled(tmp_path, author):
    key = keep(tmp_path, author, FIRST)
    run_import(tmp_path, author, FIRST)
    assert outcomes(run_kept(key, author)) == [("skipped", "已有，不变。")]
    assert Article.objects.count() == 1


def test_two_rows_that_seem_one_article_do_not_overwrite_each_other(tmp_path, author):
    job = run_import(tmp_path, author, FIRST, {**FIRST, "正文": f"{FIRST['正文']}\n又及，明天还去。"})
    assert [state for state, _ in outcomes(job)] == ["done", "skipped"]
    assert "又及" not in Article.objects.get().body


def test_a_row_with_a_problem_fails_alone_and_can_be_read_in_the_report(tmp_path, author):
    job = run_import(tmp_path, author, {**FIRST, "地区": "乌有市", "版次": "头版"}, {**SECOND, "主题": "=A1"}, SECOND)
    first, second, third = outcomes(job)
    assert first == ("failed", "版次：版次要写成数字，如 4 或 第4版。 地区：没有叫“乌有市”的地区。")
    assert second[0] == "failed"
    assert third == ("done", "")
    assert Article.objects.count() == 1


def test_articles_go_where_the_row_says_and_the_steps_are_noted(tmp_path, author, judge):
    run_import(tmp_path, author, {**FIRST, "状态": "待审"})
    run_import(tmp_path, judge, {**SECOND, "状态": "已发布"})
    assert Article.objects.get(headline=FIRST["主题"]).review_steps.get().action == "submitted"
    published = Article.objects.get(headline=SECOND["主题"])
    assert (published.status, published.review_steps.get().user) == (Status.PUBLISHED, judge)


def test_a_draft_that_is_there_goes_on_without_another_version_of_its_text(tmp_path, author):
    run_import(tmp_path, author, FIRST)
    job = run_import(tmp_path, author, {**FIRST, "状态": "待审"})
    assert outcomes(job) == [("done", "已有的草稿，改了：状态。")]
    assert list(Article.objects.get().history.values_list("status", flat=True)) == ["review", "draft"]


def test_what_was_sent_back_is_not_submitted_by_the_same_table(tmp_path, author, judge):
    rows = ({**FIRST, "状态": "待审"},)
    run_import(tmp_path, author, *rows)
    article = Article.objects.get()
    article.status = Status.DRAFT
    article.save()
    assert "保留现在的：状态" in outcomes(run_import(tmp_path, author, *rows))[0][1]
    assert Article.objects.get().status == Status.DRAFT


def test_a_copy_is_taken_as_a_draft_and_not_published_unseen(tmp_path, judge):
    rows = ({**FIRST, "状态": "已发布"}, {**FIRST, "报纸": "别报", "状态": "已发布"})
    first, second = outcomes(run_import(tmp_path, judge, *rows))
    assert first == ("done", "")
    assert "没有发布：像是已有稿件的翻版" in second[1]
    assert Article.objects.published().count() == 1


def test_who_lost_the_right_meanwhile_imports_no_published_article(tmp_path, judge):
    key = keep(tmp_path, judge, {**FIRST, "状态": "已发布"})
    judge.groups.clear()
    judge.user_permissions.add(Permission.objects.get(codename="add_newspaper"))
    assert outcomes(run_kept(key, User.objects.get(pk=judge.pk)))[0][0] == "failed"


def test_rows_of_a_page_that_is_not_there_make_it_with_all_that_the_table_has_of_it(tmp_path, author):
    rows = [{**FIRST, "版次": "4"}, {**SECOND, "日期": "2013-09-23", "版次": "第04版"}, SECOND]
    run_import(tmp_path, author, *rows)
    page = Page.objects.get()
    assert str(page) == "样报 2013年9月23日 第4版"
    assert page.source_name == "稿件.csv"
    for row in rows[:2]:
        assert row["主题"] in page.text
        assert row["正文"] in page.text
    assert list(page.articles.order_by("order").values_list("headline", "order")) == [
        (FIRST["主题"], 1),
        (SECOND["主题"], 2),
    ]


def test_rows_of_a_page_that_is_there_are_put_last_on_it(tmp_path, author, printed_page, article):
    run_import(tmp_path, author, {**FIRST, "版次": "4"})
    assert list(printed_page.articles.order_by("order").values_list("headline", flat=True)) == [
        article.headline,
        FIRST["主题"],
    ]
    assert Page.objects.get().text == "版面原文"


def test_a_row_that_cannot_be_written_leaves_nothing_behind(tmp_path, author, monkeypatch, caplog):
    def fail(*_):
        raise RuntimeError("怪")

    monkeypatch.setattr("archive.desk.bulk.writing.write_links", fail)
    with caplog.at_level(logging.CRITICAL):
        job = run_import(tmp_path, author, {**FIRST, "版次": "4"})
    assert outcomes(job)[0][0] == "failed"
    assert not Article.objects.exists()
    assert not Page.objects.exists()
    assert not Newspaper.objects.exists()


def test_names_are_looked_up_as_they_are_when_a_row_is_imported(tmp_path, author, vocabulary):
    run_import(tmp_path, author, {**FIRST, "项目": "送清凉"})
    key = keep(tmp_path, author, {**SECOND, "项目": "送清凉"})
    vocabulary.name = "夏日关怀"
    vocabulary.save()
    assert outcomes(run_kept(key, author)) == [("failed", "项目：没有叫“送清凉”的项目。")]


def test_the_import_of_a_person_who_is_gone_fails(tmp_path, author):
    kept = find_table(keep(tmp_path, author, FIRST), author)
    job = start_import(kept, author)
    author.delete()
    run_job(job.pk)
    assert outcomes(job) == [("failed", "导入的人的账号已经不在了。")]


def test_a_table_that_nobody_imports_is_gone_after_a_day(tmp_path, author):
    key = keep(tmp_path, author, FIRST)
    remove_old_files()
    assert find_table(key, author) is not None
    path = Path(keep_privately().path(f"jobs/{key}"))
    assert path.stat().st_mode & 0o077 == 0
    os.utime(path, (0, time.time() - 25 * 3600))
    remove_old_files()
    assert find_table(key, author) is None


def test_a_kept_table_is_its_own_persons_and_comes_back_as_it_was_checked(tmp_path, author, judge):
    key = keep(tmp_path, author, {**FIRST, "署名": "某", "地区": "乌有市"}, SECOND)
    kept = find_table(key, author)
    assert kept.checked <= timezone.now()
    assert [row.name for row in kept.table.rows] == [row.name for row in kept.checks]
    assert kept.checks[0].problems[0].label == "地区"
    for wrong in (key[:-1], "../archive.sqlite3", "", "g" * 32):
        assert find_table(wrong, author) is None
    assert find_table(key, judge) is None
