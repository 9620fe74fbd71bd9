"""The review screen: what a reviewer sees, what they decide, and that nothing of it is lost."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.desk.holding import take_hold
from archive.desk.reviewing.steps import latest_version, send_back, submit
from archive.models import Article, ComparedPair, ReviewStep, Split
from tests.archive.desk.logins import let_login_run_out
from tests.archive.desk.reprints import REPORT

PAGE_TEXT = "工会送清凉到一线\n\n各级工会走进车间，送去毛巾。\n\n没有人用的一行文字在这里。"


def person_of(client):
    """Return the person who is logged in."""
    return User.objects.get(pk=client.session["_auth_user_id"])


@pytest.fixture
def author(editor):
    return person_of(editor)


@pytest.fixture
def judge(reviewer):
    return person_of(reviewer)


@pytest.fixture
def waiting(article, printed_page, author):
    """An article in review that differs from its page in one word."""
    type(printed_page).objects.update(text=PAGE_TEXT)
    article.body = "各级工会走进车间，送去水果。"
    article._history_user = author
    article.save()
    submit(article, author)
    return Article.objects.get()


def address(article):
    return f"/desk/articles/{article.pk}/review/"


def decide(client, article, action, follow=True, **fields):
    fields = {"version": latest_version(article), **fields}
    return client.post(address(article), {"action": action, **fields}, follow=follow)


def test_differences_from_the_page_are_marked(reviewer, waiting):
    html = reviewer.get(address(waiting)).text
    assert "送去<del>毛巾</del><ins>水果</ins>。" in html
    assert "与原文有 1 处不同" in html
    assert "附近有 1 行不在任何稿件里" in html
    assert "没有人用的一行文字在这里。" in html


def test_a_line_that_was_marked_as_noise_raises_no_alarm(reviewer, waiting):
    Split.objects.create(page=waiting.page, draft={"noise": [[5, "paragraph"]]})
    html = reviewer.get(address(waiting)).text
    assert "不在任何稿件里" not in html
    assert "不属于稿件" in html


def test_the_steps_so_far_are_there_with_who_and_why(reviewer, waiting, author, judge):
    send_back(waiting, judge, "缺一段")
    html = reviewer.get(address(waiting)).text
    assert f"{author} 送审" in html
    assert f"{judge} 退回" in html
    assert "缺一段" in html


def test_what_was_changed_since_it_was_sent_back_is_shown(reviewer, waiting, author, judge):
    send_back(waiting, judge, "改一个词")
    waiting.body, waiting._history_user = "各级工会走进车间，送去西瓜。", author
    waiting.save()
    submit(waiting, author)
    html = reviewer.get(address(waiting)).text
    assert "上次退回以后改了 1 处" in html
    assert "<del>水果</del><ins>西瓜</ins>" in html


def test_the_facts_stand_before_the_text(reviewer, waiting):
    html = reviewer.get(address(waiting)).text
    assert html.index("2013-09-23") < html.index("各级工会走进车间")


def test_facts_are_shown_with_their_words_and_whether_anybody_looked_at_them(reviewer, waiting, luzhou):
    waiting.city_links.create(city=luzhou, province=luzhou.province, evidence="泸州市总工会")
    html = reviewer.get(address(waiting)).text
    assert "泸州市（四川省） <q>泸州市总工会</q>" in html
    assert "未核对" in html


def test_publishing_leads_to_the_next_in_the_queue(reviewer, waiting, author):
    following = Article.objects.create(headline="后面一篇", body="正文")
    submit(following, author)
    response = decide(reviewer, waiting, "published", follow=False)
    assert response["Location"] == address(following)
    assert Article.objects.get(pk=waiting.pk).is_published


def test_after_the_last_one_comes_the_work_list(reviewer, waiting):
    response = decide(reviewer, waiting, "published")
    assert response.redirect_chain == [("/desk/", 302)]
    assert "已发布：工会送清凉到一线" in response.text
    assert "没有别的待审稿件了" in response.text


def test_sending_back_takes_a_reason(reviewer, waiting):
    response = decide(reviewer, waiting, "sent_back", reason=" \n")
    assert response.status_code == 409
    assert "请写明原因" in response.text
    assert "已退回" in decide(reviewer, waiting, "sent_back", reason="少了副题").text
    assert ReviewStep.objects.last().reason == "少了副题"
    assert Article.objects.get().status == "draft"


def test_what_was_changed_under_the_reviewer_is_shown_and_the_reason_is_kept(reviewer, waiting, author):
    seen = latest_version(waiting)
    waiting.headline, waiting._history_user = "工会送温暖到一线", author
    waiting.save()
    response = decide(reviewer, waiting, "sent_back", version=seen, reason="写了很久的原因")
    assert response.status_code == 409
    assert "有人又修改了这篇稿件" in response.text
    assert "<del>清凉</del><ins>温暖</ins>" in response.text
    assert "写了很久的原因" in response.text
    assert Article.objects.get().status == "review"
    assert f'name="version" value="{latest_version(waiting)}"' in response.text


@pytest.mark.parametrize("version", ["", "0", "-1", "x", "9" * 40, "٣"])
def test_a_version_that_makes_no_sense_publishes_nothing(reviewer, waiting, version):
    assert decide(reviewer, waiting, "published", version=version).status_code == 409
    assert Article.objects.get().status == "review"


@pytest.mark.parametrize("action", ["", "delete", "submitted"])
def test_an_unknown_action_changes_nothing(reviewer, waiting, action):
    assert "没有这个操作" in decide(reviewer, waiting, action).text
    assert Article.objects.get().status == "review"


def test_the_second_reviewer_is_told_what_the_first_did(reviewer, waiting, judge):
    seen = latest_version(waiting)
    decide(reviewer, waiting, "published")
    response = decide(reviewer, waiting, "sent_back", version=seen, reason="太晚了")
    assert f"{judge}已在" in response.text
    assert "太晚了" in response.text
    assert Article.objects.get().is_published


def test_an_editor_sees_why_they_may_not_decide(editor, waiting):
    html = editor.get(address(waiting)).text
    assert "您可以看，不能处理：您的账号没有这个权限：发布。" in html
    assert "data-decision" not in html
    decide(editor, waiting, "published")
    assert Article.objects.get().status == "review"


def test_the_author_is_told_that_another_person_publishes(reviewer, waiting, judge, settings):
    settings.AUTHOR_MAY_PUBLISH = False
    waiting._history_user = judge
    waiting.body += "自己改的。"
    waiting.save()
    html = reviewer.get(address(waiting)).text
    assert "您不能发布：这篇稿件是您修改或送审的，按规定要由另一个人发布。" in html
    assert 'value="published"' not in html
    assert 'value="sent_back"' in html
    decide(reviewer, waiting, "published")
    assert Article.objects.get().status == "review"


def test_a_copy_of_another_article_is_compared_before_it_is_published(reviewer, author):
    other = Article.objects.create(headline="点单送清凉", body=REPORT, status="published")
    copy = Article.objects.create(headline="点单送清凉", body=REPORT)
    submit(copy, author)
    assert "与《点单送清凉》（报纸不详 日期不详）相似 100%" in reviewer.get(address(copy)).text
    response = decide(reviewer, copy, "published", follow=False)
    assert response["Location"] == f"/desk/articles/{copy.pk}/duplicates/{other.pk}/?from=review"
    assert Article.objects.get(pk=copy.pk).status == "review"
    ComparedPair.objects.create(first=other, second=copy)
    decide(reviewer, copy, "published")
    assert Article.objects.get(pk=copy.pk).is_published


def test_who_publishes_what_is_published_is_not_told_that_it_is_not(reviewer, author):
    Article.objects.create(headline="点单送清凉", body=REPORT, status="published")
    copy = Article.objects.create(headline="点单送清凉", body=REPORT)
    submit(copy, author)
    Article.objects.filter(pk=copy.pk).update(status="published")
    assert "没有改动：这篇稿件现在的状态是“已发布”" in decide(reviewer, copy, "published").text


def test_a_published_article_is_withdrawn_with_a_reason(reviewer, waiting):
    decide(reviewer, waiting, "published")
    assert "已经发布，读者看得到。" in reviewer.get(address(waiting)).text
    decide(reviewer, waiting, "withdrawn", reason="重复")
    assert Article.objects.get().status == "withdrawn"


def test_who_edits_it_at_the_moment_is_named(reviewer, waiting, author):
    take_hold(author, article=waiting)
    assert f"{author}从" in reviewer.get(address(waiting)).text


def test_a_reason_sent_after_the_session_ran_out_comes_back_after_the_login(log_in, waiting):
    reviewer = log_in("审稿")
    user = person_of(reviewer)
    let_login_run_out(reviewer)
    response = decide(reviewer, waiting, "sent_back", follow=False, reason="写了很久的原因")
    assert response["Location"].startswith("/login/?next=/desk/articles/")
    user.set_password("word")
    user.save()
    reviewer.post("/login/", {"username": user.username, "password": "word"})
    assert "写了很久的原因" in reviewer.get(address(waiting)).text
    assert Article.objects.get().status == "review"


def test_a_forged_form_decides_nothing_and_keeps_the_reason(judge, waiting):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(judge)
    response = decide(strict, waiting, "sent_back", reason="写了很久的原因")
    assert "写了很久的原因" in response.text
    assert Article.objects.get().status == "review"


def test_readers_do_not_see_it(reader, client, waiting):
    assert reader.get(address(waiting)).status_code == 403
    assert client.get(address(waiting)).status_code == 302
    assert reader.get("/desk/articles/999/review/").status_code == 403


def test_an_article_without_a_page_can_be_reviewed(reviewer, author):
    article = Article.objects.create(headline="来稿", body="没有版面的稿件。")
    submit(article, author)
    assert "没有版面原文" in reviewer.get(address(article)).text
    assert reviewer.get("/desk/articles/999/review/").status_code == 404


def test_in_english_a_word_that_chinese_uses_twice_is_the_right_one(reviewer, article):
    reviewer.cookies["django_language"] = "en"
    text = reviewer.get(f"/desk/articles/{article.pk}/review/").text
    assert f'<a href="/desk/articles/{article.pk}/">Edit</a>' in text
    assert '<span class="review-fact-label">Newspaper</span>' in text
