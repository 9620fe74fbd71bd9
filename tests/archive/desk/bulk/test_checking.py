"""The dry run tells of every row what would come of it, and of every problem where it is and what to do."""

import pytest

from archive.desk.bulk.checking import Fate, check_rows
from archive.desk.bulk.template import EXAMPLE
from archive.models import Article, Newspaper, Page, ReviewStep
from tests.archive.desk.bulk.tables import FIRST, SECOND, make_table

pytestmark = pytest.mark.usefixtures("vocabulary")


@pytest.fixture
def check(author):
    return lambda *rows: check_rows(make_table(*rows), author)


def problems_of(check, **cells):
    [row] = check({**FIRST, **cells})
    assert (row.fate is Fate.PROBLEM) == bool(row.problems)
    return [(problem.label, problem.cell, problem.message) for problem in row.problems]


def store(**changes):
    newspaper, _ = Newspaper.objects.get_or_create(name="样报")
    values = {"headline": FIRST["主题"], "body": FIRST["正文"], "date": "2013-09-23", "date_precision": "day"}
    article = Article.objects.create(newspaper=newspaper, **{**values, **changes})
    return Article.objects.get(pk=article.pk)


@pytest.mark.parametrize(
    ("cells", "label", "message"),
    [
        ({"日期": "去年秋天"}, "日期", "看不懂这个日期"),
        ({"日期": "2013-02-30"}, "日期", "没有 2013年2月30日这一天"),
        ({"日期": "1234-01-01"}, "日期", "年份不对"),
        ({"版次": "头版"}, "版次", "写成数字"),
        ({"版次": "4", "报纸": ""}, "版次", "就要写报纸和日期"),
        ({"主题": "长" * 301}, "主题", "最多 300 字，现在有 301 字"),
        ({"报纸": "报" * 101}, "报纸", "最多 100 字"),
        ({"主题": "", "正文": ""}, "正文", "至少要填一项"),
        ({"地区": "乌有市"}, "地区", "没有叫“乌有市”的地区"),
        ({"项目": "送温暖、夏送清凉"}, "项目", "没有叫“送温暖”的项目"),
        ({"状态": "已撤回"}, "状态", "可以写：草稿、待审、已发布"),
        ({"状态": "好"}, "状态", "可以写：草稿、待审、已发布"),
        ({"状态": "已发布"}, "状态", "您的账号不能发布稿件，请写“待审”"),
        ({"主题": "=A1&B1"}, "主题", "公式不计算"),
        ({"正文": '=HYPERLINK("x")'}, "正文", "公式不计算"),
        ({"主题": EXAMPLE["headline"]}, "整行", "样表里的例子"),
    ],
)
def test_a_problem_is_told_with_its_column_and_what_to_do(check, cells, label, message):
    [(found_label, _, found_message)] = problems_of(check, **cells)
    assert found_label == label
    assert message in found_message


def test_every_problem_of_a_row_is_told_at_once(check):
    found = problems_of(check, 日期="某日", 版次="头版", 地区="乌有市", 主题="=A1")
    assert {(label, cell) for label, cell, _ in found} == {
        ("日期", "某日"),
        ("版次", "头版"),
        ("地区", "乌有市"),
        ("主题", "=A1"),
    }


@pytest.mark.parametrize(
    "cells",
    [
        {"日期": "2013年9月"},
        {"日期": "41540"},
        {"日期": "20130923"},
        {"日期": ""},
        {"版次": "第04版"},
        {"报纸": "《样报》"},
        {"地区": "四川泸州", "项目": "夏送清凉"},
        {"主题": ""},
        {"正文": "=====\n第一段。"},
        {"状态": "待审"},
        {"状态": "In review"},
    ],
)
def test_what_people_write_in_tables_is_no_problem(check, cells):
    assert problems_of(check, **cells) == []


def test_a_formula_of_a_table_is_never_run_nor_taken_for_a_date(check):
    assert [label for label, _, _ in problems_of(check, 日期="=TODAY()")] == ["日期", "日期"]


def test_a_reviewer_may_publish_what_is_imported_unless_a_second_person_has_to(judge, settings):
    table = make_table({**FIRST, "状态": "已发布"})
    assert check_rows(table, judge)[0].fate is Fate.NEW
    settings.AUTHOR_MAY_PUBLISH = False
    assert "要由另一个人发布" in check_rows(table, judge)[0].problems[0].message


def test_who_may_not_add_newspapers_is_told_of_new_ones(check, author):
    store()
    group = author.groups.get()
    group.permissions.remove(group.permissions.get(codename="add_newspaper"))
    assert problems_of(check, 报纸="新报")[0][0] == "报纸"
    assert problems_of(check) == []


def test_more_articles_than_a_page_holds_are_told_and_not_made_one_page(check):
    rows = check(*({**FIRST, "主题": f"第{n}篇", "版次": "4"} for n in range(201)))
    assert {row.fate for row in rows} == {Fate.PROBLEM}
    assert "表里有 201 行都在这一版" in rows[0].problems[0].message
    assert problems_of(check, 版次="4") == []


def test_new_newspapers_are_named_so_that_slips_are_seen(check):
    assert [row.new_newspaper for row in check(FIRST, {**SECOND, "报纸": ""})] == ["样报", ""]


def test_an_article_that_is_there_is_found_whatever_marks_and_spaces_it_has(check):
    article = store(body=FIRST["正文"].replace("，", ", "))
    first, second = check({**FIRST, "主题": "工会 把清凉，送到工地"}, SECOND)
    assert (first.article, second.article) == (article.pk, None)


def test_a_caption_is_compared_without_its_mark(check):
    store(body=f"{FIRST['正文']}\n\n[图] 工会干部在工地上。")
    [row] = check({**FIRST, "正文": f"{FIRST['正文']}\n\n[图] 工会干部在工地上。"})
    assert row.fate is Fate.SAME


def test_the_same_report_in_another_paper_is_new_and_shown(check):
    article = store()
    [row] = check({**FIRST, "报纸": "别报"})
    assert row.fate is Fate.NEW
    assert [(one.article, one.percent) for one in row.similar] == [(article.pk, 100)]


def test_what_would_change_in_a_draft_is_told_with_both_texts(check):
    store(byline="本报记者 王小明")
    [row] = check({**FIRST, "署名": "本报记者 王大明", "地区": "泸州", "项目": "送清凉"})
    assert row.fate is Fate.CHANGED
    assert [(one.column.label, one.before, one.after) for one in row.changes] == [
        ("署名", "本报记者 王小明", "本报记者 王大明"),
        ("地区", "", "泸州市"),
        ("项目", "", "送清凉"),
    ]


def test_an_empty_cell_changes_nothing(check):
    store(byline="本报记者 王小明", genre="feature")
    assert check(FIRST)[0].fate is Fate.SAME


@pytest.mark.parametrize("status", ["review", "published", "withdrawn"])
def test_an_article_that_is_no_draft_any_more_is_not_changed(check, status):
    store(status=status)
    assert check({**FIRST, "署名": "本报记者 王小明"})[0].fate is Fate.LOCKED
    assert check(FIRST)[0].fate is Fate.SAME


def test_what_a_person_corrected_since_stays_corrected(check):
    article = store(byline="本报记者 王小明")
    article.byline = "本报记者 王小鸣"
    article.save()
    [row] = check({**FIRST, "署名": "本报记者 王小明"})
    assert row.fate is Fate.SAME
    assert "保留现在的：署名" in row.notes[0]


def test_an_article_is_known_by_what_it_was_before_it_was_corrected(check):
    article = store(date="2013-09-22")
    Article.history.filter(id=article.pk).update(date="2013-09-23")
    article.headline, article.body = "工会把清凉送到了工地", article.body.replace("二十多个", "近三十个")
    article.save()
    [row] = check(FIRST)
    assert (row.article, row.fate) == (article.pk, Fate.SAME)


def test_a_row_that_comes_twice_is_taken_once(check):
    rows = check(FIRST, SECOND, FIRST)
    assert [row.fate for row in rows] == [Fate.NEW, Fate.NEW, Fate.SAME]
    assert rows[2].notes == ("与第 2 行是同一篇。",)


def test_a_copy_would_not_be_published_unseen(judge):
    store()
    [row] = check_rows(make_table({**FIRST, "报纸": "别报", "状态": "已发布"}), judge)
    assert "先收为草稿" in row.notes[0]


def test_nothing_is_written(check):
    store()
    before = Article.history.count()
    check({**FIRST, "署名": "某", "版次": "4"}, {**SECOND, "报纸": "新报", "版次": "4"})
    assert (Article.objects.count(), Article.history.count(), Newspaper.objects.count()) == (1, before, 1)
    assert not Page.objects.exists()
    assert not ReviewStep.objects.exists()


def test_the_number_of_queries_does_not_grow_with_the_rows(check, django_assert_max_num_queries):
    rows = [{**FIRST, "主题": f"第{number}篇", "正文": f"{number}" * 40} for number in range(90)]
    with django_assert_max_num_queries(25):
        assert {row.fate for row in check(*rows)} == {Fate.NEW}
