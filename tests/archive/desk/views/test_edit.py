"""The edit screen: shown, saved, kept, and what the editor is told."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User

from archive.desk.holding import take_hold
from archive.models import Article, ArticleCity, ArticlePerson, Hold, KeptEntry, Page, Split, Status
from tests.archive.desk.reprints import EDITED, REPORT
from tests.archive.desk.views.edit_form import JSON, address, enter, read_form

pytestmark = pytest.mark.django_db

NOTHING: dict[str, Any] = {"articles": [], "noise": [], "unplaced": [], "copies": [], "offers": {}}


@pytest.fixture
def draft(article, luzhou) -> Article:
    ArticleCity.objects.create(article=article, city=luzhou, province=luzhou.province, evidence="四川泸州")
    return article


@pytest.fixture
def next_draft(draft) -> Article:
    return Article.objects.create(page=draft.page, order=2, headline="下一篇")


def test_the_form_is_filled_with_what_was_found_and_shows_the_words(editor, draft):
    html = editor.get(address(draft)).text
    fields = read_form(html)
    assert (fields["headline"], fields["date"], fields["newspaper"]) == ("工会送清凉到一线", "2013-09-23", "样报")
    assert fields["place:510500"] == "found"
    for part in ("泸州市（四川省）", "四川泸州</q>", "3 处未核对", "版面原文", "读者看到的样子"):
        assert part in html


def test_it_is_saved_and_the_editor_stays(editor, draft):
    response = editor.post(address(draft), enter(editor, draft, headline="新题", **{"place:510500": "confirmed"}))
    assert response.url == address(draft)
    assert Article.objects.get().headline == "新题"
    assert ArticleCity.objects.get().is_confirmed
    assert "已保存：新题" in editor.get(address(draft)).text


def test_after_the_last_draft_of_a_page_one_is_led_to_the_work_list(editor, draft, next_draft):
    assert editor.post(address(draft), enter(editor, draft, "save_next")).url == address(next_draft)
    Article.objects.filter(pk=draft.pk).update(status=Status.REVIEW)
    response = editor.post(address(next_draft), enter(editor, next_draft, "save_next"), follow=True)
    assert response.redirect_chain[0][0] == "/desk/"
    assert "这一版没有别的草稿了" in response.text


def finish_page(client, draft):
    return client.post(address(draft), enter(client, draft, "submit"), follow=True)


def test_after_the_last_draft_of_a_page_one_is_led_to_the_next_page_to_be_split(editor, draft):
    for key, text in ((draft.page_id - 1, "先收下的"), (draft.page_id + 1, "后收下的")):
        Split.objects.create(page=Page.objects.create(pk=key, text=text), draft=NOTHING)
    shown = finish_page(editor, draft)
    assert shown.redirect_chain[0][0] == f"/desk/pages/{draft.page_id + 1}/split/"
    assert "接着是下一个待拆的版面" in shown.text


def test_a_page_that_another_person_has_open_is_not_led_to(editor, reviewer, draft):
    held = Split.objects.create(page=Page.objects.create(text="后来收下的"), draft=NOTHING)
    take_hold(User.objects.get(groups__name="审稿"), page=held.page)
    assert finish_page(editor, draft).redirect_chain[0][0] == "/desk/"


def test_where_nothing_is_left_to_split_who_may_review_the_page_does_so_by_one_key(reviewer, draft, next_draft):
    Article.objects.filter(pk=next_draft.pk).update(status=Status.REVIEW)
    shown = finish_page(reviewer, draft)
    assert shown.redirect_chain[0][0] == "/desk/"
    assert f'<a href="/desk/articles/{draft.pk}/review/" autofocus>审这一版的 2 篇</a>' in shown.text


def test_going_on_lets_go_of_the_article(editor, draft, next_draft):
    editor.post(address(draft), enter(editor, draft))
    assert Hold.objects.filter(article=draft).exists()
    editor.post(address(draft), enter(editor, draft, "save_next"))
    assert not Hold.objects.filter(article=draft).exists()


def test_it_is_submitted_and_the_next_draft_of_the_page_comes(editor, draft, next_draft):
    response = editor.post(address(draft), enter(editor, draft, "submit", headline="新题"))
    assert response.url == address(next_draft)
    draft.refresh_from_db()
    assert (draft.status, draft.headline) == (Status.REVIEW, "新题")


def test_who_may_publish_publishes(reviewer, draft):
    assert reviewer.post(address(draft), enter(reviewer, draft, "publish")).url == "/desk/"
    assert Article.objects.get().is_published


def test_who_may_not_publish_saves_and_is_told(editor, draft):
    assert 'value="publish"' not in editor.get(address(draft)).text
    response = editor.post(address(draft), enter(editor, draft, "publish", headline="新题"), follow=True)
    assert "已保存，但是：您的账号没有这个权限" in response.text
    assert (Article.objects.get().status, Article.objects.get().headline) == (Status.DRAFT, "新题")


def test_a_copy_is_compared_before_it_is_published(reviewer, draft):
    other = Article.objects.create(headline="按单送清凉", body=REPORT, status=Status.PUBLISHED)
    fields = enter(reviewer, draft, "publish", headline="工会按单送清凉", body=EDITED)
    response = reviewer.post(address(draft), fields)
    assert response.url == f"/desk/articles/{draft.pk}/duplicates/{other.pk}/"
    draft.refresh_from_db()
    assert (draft.status, draft.headline) == (Status.DRAFT, "工会按单送清凉")
    html = reviewer.get(address(draft)).text
    assert "并排比较" in html
    assert "按单送清凉》" in html


def test_of_many_articles_that_look_like_it_the_first_three_are_shown(editor, draft):
    Article.objects.filter(pk=draft.pk).update(body=REPORT)
    for number in range(5):
        Article.objects.create(headline=f"第{number}次", body=REPORT, status=Status.PUBLISHED)
    shown, folded = re.search(
        r'near-duplicates">(.*?)<details>(.*?)</details>', editor.get(address(draft)).text, re.DOTALL
    ).groups()
    assert [text.count("并排比较") for text in (shown, folded)] == [3, 2]
    assert "还有 2 篇相似的" in folded


def test_what_is_wrong_is_told_and_all_that_was_entered_is_there_now_and_later(editor, draft):
    fields = enter(editor, draft, date="某日", headline="新题", body="新的<正文>", **{"add:places": "没有此地"})
    response = editor.post(address(draft), fields)
    assert response.status_code == 422
    assert "没有保存：有 2 处要改" in response.text
    for html in (response.text, editor.get(address(draft)).text):
        shown = read_form(html)
        assert {name: shown[name] for name in ("date", "headline", "body", "add:places")} == {
            "date": "某日",
            "headline": "新题",
            "body": "新的<正文>",
            "add:places": "没有此地",
        }
    assert Article.objects.get().headline == "工会送清凉到一线"


def test_what_is_typed_is_kept_and_comes_back_until_it_is_saved(editor, draft):
    response = editor.post(address(draft), enter(editor, draft, "keep", headline="还没存"), headers=JSON)
    assert "已暂存" in response.json()["message"]
    html = editor.get(address(draft)).text
    assert "还没有保存的内容" in html
    assert "1 处不同" in html
    assert read_form(html)["headline"] == "还没存"
    editor.post(address(draft), {**read_form(html), "action": "save"})
    assert not KeptEntry.objects.exists()
    assert Article.objects.get().headline == "还没存"


def test_what_is_kept_is_its_editors_alone(editor, reviewer, draft):
    editor.post(address(draft), enter(editor, draft, "keep", headline="还没存"), headers=JSON)
    assert read_form(reviewer.get(address(draft)).text)["headline"] == "工会送清凉到一线"


def test_what_is_kept_can_be_thrown_away(editor, draft):
    editor.post(address(draft), enter(editor, draft, "keep", headline="还没存"), headers=JSON)
    editor.post(address(draft), enter(editor, draft, "discard"))
    assert read_form(editor.get(address(draft)).text)["headline"] == "工会送清凉到一线"


def test_nothing_typed_is_nothing_kept(editor, draft):
    assert editor.post(address(draft), enter(editor, draft, "keep"), headers=JSON).json() == {"message": ""}
    assert not KeptEntry.objects.exists()


@pytest.mark.parametrize("action", ["preview", "find", "add"])
def test_without_scripts_what_was_entered_is_shown_and_kept(editor, draft, action):
    html = editor.post(address(draft), enter(editor, draft, action, headline="还没存")).text
    assert read_form(html)["headline"] == "还没存"
    assert read_form(editor.get(address(draft)).text)["headline"] == "还没存"


def test_a_script_gets_the_preview_alone(editor, draft):
    response = editor.post(address(draft), enter(editor, draft, "preview", headline="<b>新题"), headers=JSON)
    assert "&lt;b&gt;新题" in response.json()["preview"]
    assert "<form" not in response.json()["preview"]


def test_typed_names_become_facts(editor, draft, initiative):
    added = {"add:programmes": "金秋助学", "add:people": "本报记者 王小明", "add:places": "四川"}
    response = editor.post(address(draft), enter(editor, draft, "add", **added), headers=JSON)
    shown = response.json()["facts"]
    for name in (f"programme:{initiative.pk}", "person:王小明", "place:510000"):
        assert f'name="{name}" value="confirmed" checked' in shown


def test_found_anew_what_was_confirmed_stays(editor, draft):
    fields = enter(editor, draft, "find", **{"place:510500": "confirmed"}, body="没有地名的正文。")
    response = editor.post(address(draft), fields, headers=JSON)
    assert 'name="place:510500" value="confirmed" checked' in response.json()["facts"]


def test_a_script_is_told_where_to_go_on_and_what_hinders(editor, draft):
    assert editor.post(address(draft), enter(editor, draft), headers=JSON).json()["url"] == address(draft)
    response = editor.post(address(draft), enter(editor, draft, date="某日"), headers=JSON)
    assert (response.status_code, KeptEntry.objects.get().fields["date"]) == (422, "某日")


def test_why_it_was_sent_back_is_told(editor, reviewer, draft):
    editor.post(address(draft), enter(editor, draft, "submit"))
    draft.review_steps.create(action="sent_back", user=User.objects.last(), reason="年份不对，\n请核对。")
    assert "年份不对，\n请核对。" in editor.get(address(draft)).text


def test_another_person_at_work_is_told(editor, draft):
    take_hold(User.objects.create_user("other"), article=draft)
    assert "other从" in editor.get(address(draft)).text


def test_a_published_article_says_that_readers_see_each_save(editor, draft):
    Article.objects.update(status=Status.PUBLISHED)
    assert "保存以后，读者马上看到" in editor.get(address(draft)).text


def test_no_browser_brings_back_an_older_form(editor, draft):
    assert "no-store" in editor.get(address(draft))["Cache-Control"]


def test_an_article_without_page_date_or_links_can_be_edited(editor, db):
    bare = Article.objects.create(body="只有正文。")
    assert editor.post(address(bare), enter(editor, bare, "save_next")).url == "/desk/"


@pytest.mark.parametrize(
    "fields", [{}, {"action": "junk"}, {"version": "9" * 30, "genre": "news", "headline": "x" * 400}]
)
def test_nonsense_changes_nothing(editor, draft, fields):
    response = editor.post(address(draft), fields)
    assert response.status_code == 422
    assert Article.objects.get().history.count() == 1


def test_a_page_of_half_a_million_characters_does_not_hinder(editor, draft):
    type(draft.page).objects.filter(pk=draft.page_id).update(text="工会送清凉。\n" * 83_334)
    assert "原文太长" in editor.get(address(draft)).text


def test_an_article_with_hundreds_of_people_can_be_saved_again(editor, draft):
    ArticlePerson.objects.bulk_create(ArticlePerson(article=draft, name=f"劳模{number}") for number in range(600))
    assert editor.post(address(draft), enter(editor, draft, headline="六百人的名单")).status_code == 302
    assert Article.objects.get().headline == "六百人的名单"


def test_the_number_of_queries_does_not_grow_with_the_facts(editor, draft, django_assert_max_num_queries):
    for number in range(12):
        draft.people.create(name=f"记者{number}")
    editor.get(address(draft))
    with django_assert_max_num_queries(30):
        editor.get(address(draft))


def test_only_editors_edit(reader, client, draft):
    assert reader.get(address(draft)).status_code == 403
    assert client.get(address(draft)).status_code == 302
    assert reader.post(address(draft), {"headline": "x"}).status_code == 403


def test_there_is_no_article_of_another_number(editor):
    assert editor.get("/desk/articles/999999/").status_code == 404
