"""The history of an article: its versions, who made them, and the differences between any two."""

import pytest
from django.contrib.auth.models import User
from django.utils.html import strip_tags

from archive.desk.reviewing.steps import submit
from archive.desk.views import history as view
from archive.models import Article, ArticleCity


def address(article, **query):
    return f"/desk/articles/{article.pk}/history/" + (
        "?" + "&".join(f"{k}={v}" for k, v in query.items()) if query else ""
    )


def change(article, user=None, **fields):
    for name, value in fields.items():
        setattr(article, name, value)
    article._history_user = user
    article.save()


def key(article, number):
    return article.history.order_by("history_id")[number - 1].history_id


def text_of(response):
    return " ".join(strip_tags(response.text.partition("<main")[2]).split())


@pytest.fixture
def person(editor):
    return User.objects.get(pk=editor.session["_auth_user_id"])


def test_each_version_has_its_person_and_what_it_changed(editor, article, person, luzhou):
    change(article, person, headline="新主题", body="新正文。")
    ArticleCity.objects.create(article=article, city=luzhou, province=luzhou.province)
    submit(article, person)
    versions = editor.get(address(article)).context["versions"]
    assert [(version.number, version.person, version.changed) for version in versions] == [
        (3, person.username, ("状态：草稿 → 待审",)),
        (2, person.username, ("主题", "正文", "地区：泸州市（四川省）")),
        (1, "", ()),
    ]
    assert (versions[0].is_newest, versions[2].is_first) == (True, True)


def test_what_was_done_last_is_shown_to_begin_with(editor, article, person):
    change(article, person, headline="工会送温暖到一线")
    response = editor.get(address(article))
    assert "工会送<del>清凉</del><ins>温暖</ins>到一线" in response.text
    assert "第 1 版到第 2 版" in text_of(response)


def test_any_two_are_compared_in_whatever_order_they_were_chosen(editor, article, person):
    change(article, person, headline="工会送温暖到一线")
    change(article, person, subhead="副题")
    for old, new in ((1, 3), (3, 1)):
        response = editor.get(address(article, old=key(article, old), new=key(article, new)))
        assert "第 1 版到第 3 版" in text_of(response)
        assert "<ins>副题</ins>" in response.text
        assert "<del>清凉</del><ins>温暖</ins>" in response.text


def test_a_version_compared_with_itself_has_no_differences(editor, article):
    assert "两版没有差别" in editor.get(address(article, old=key(article, 1), new=key(article, 1))).text


def test_the_state_is_compared_too(editor, article, person):
    submit(article, person)
    response = editor.get(address(article, old=key(article, 1), new=key(article, 2)))
    assert "<dt>状态</dt>" in response.text
    assert "<del>草稿</del><ins>待审</ins>" in response.text


@pytest.mark.parametrize("given", ["", "0", "x", "-1", "9" * 5000, "999999"])
def test_versions_that_are_not_there_are_told_of(editor, article, given):
    assert "没有这样的两个版本" in editor.get(address(article, old=given, new=key(article, 1))).text


def test_an_article_without_history_says_so(editor, article):
    article.history.all().delete()
    assert "没有留下历史" in editor.get(address(article)).text


def test_links_of_which_nothing_was_noted_are_named(editor, article, luzhou):
    assert "没有留下历史" not in editor.get(address(article)).text
    ArticleCity.objects.bulk_create([ArticleCity(article=article, city=luzhou, province=luzhou.province)])
    assert "不知道是哪一版起有的；比较和恢复都不动它们：泸州市（四川省）" in text_of(editor.get(address(article)))


def test_long_histories_come_by_screenfuls_with_their_right_numbers(editor, article, person, monkeypatch):
    monkeypatch.setattr(view, "VERSIONS_ON_A_SCREEN", 2)
    for number in range(4):
        change(article, person, headline=f"主题{number}")
    numbers = [
        [(version.number, version.changed) for version in editor.get(address(article, p=p)).context["versions"]]
        for p in (1, 2, 3)
    ]
    assert numbers == [[(5, ("主题",)), (4, ("主题",))], [(3, ("主题",)), (2, ("主题",))], [(1, ())]]


@pytest.mark.parametrize("saves", [3, 25])
def test_the_number_of_queries_does_not_grow_with_the_versions(
    editor, article, person, luzhou, django_assert_max_num_queries, saves
):
    ArticleCity.objects.create(article=article, city=luzhou, province=luzhou.province)
    for number in range(saves):
        change(article, person, headline=f"主题{number}")
    with django_assert_max_num_queries(40):
        editor.get(address(article))


def test_only_the_desk_sees_it(reader, client, article):
    assert reader.get(address(article)).status_code == 403
    assert client.get(address(article)).status_code == 302


def test_there_is_no_history_of_what_is_not_there(editor):
    assert Article.objects.count() == 0
    assert editor.get("/desk/articles/999/history/").status_code == 404
