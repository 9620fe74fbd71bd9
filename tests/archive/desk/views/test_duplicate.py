"""Two articles that look alike, side by side, and what an editor decides of them."""

import re

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse

from archive.desk.near_duplicates import find_near_duplicates, keep_both
from archive.models import Article, ComparedPair, Status
from tests.archive.desk.logins import let_login_run_out
from tests.archive.desk.reprints import EDITED, REPORT

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(db) -> Article:
    return Article.objects.create(headline="清凉按单送", body=REPORT, status=Status.PUBLISHED)


@pytest.fixture
def reprint(report, printed_page) -> Article:
    return Article.objects.create(headline="工会按单送清凉", body=EDITED, page=printed_page, order=1)


def address(article: Article, other: Article) -> str:
    return f"/desk/articles/{article.pk}/duplicates/{other.pk}/"


def version_of(client, path: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', client.get(path).text)
    assert found
    return found[1]


def withdraw(client, article: Article, other: Article, reason: str, version: str = "") -> HttpResponse:
    path = address(article, other)
    fields = {"action": "withdraw", "reason": reason, "version": version or version_of(client, path)}
    return client.post(path, fields, follow=True)


def test_both_texts_are_there_with_what_is_only_in_one_of_them(editor, report, reprint):
    html = editor.get(address(reprint, report)).text
    assert re.search(r"相似 (8|9)\d%", html)
    for part in ("<del>四十六</del>", "<ins>46</ins>", "入夏以来", "近日", "像是同一篇报道"):
        assert part in html


def test_the_keys_stand_on_what_they_press(editor, reviewer, report, reprint):
    both, dropped = 'data-main aria-keyshortcuts="Control+Enter"', 'aria-keyshortcuts="R" data-reason'
    published = 'data-publish aria-keyshortcuts="Control+Alt+Enter"'
    of_editor, of_reviewer = (client.get(address(reprint, report)).text for client in (editor, reviewer))
    assert [key in of_reviewer for key in (both, dropped, published, "下一处、上一处不同")] == [True] * 4
    assert (both in of_editor, published in of_editor) == (True, False)


def test_where_nothing_differs_no_key_leads_to_a_difference(editor, report):
    copy = Article.objects.create(headline=report.headline, body=report.body)
    assert "下一处、上一处不同" not in editor.get(address(copy, report)).text


def test_both_are_kept_and_not_told_again(editor, report, reprint):
    assert editor.post(address(reprint, report), {"action": "keep_both"}).url == f"/desk/articles/{reprint.pk}/"
    assert find_near_duplicates(reprint) == ()
    assert {article.status for article in Article.objects.all()} == {Status.DRAFT, Status.PUBLISHED}


def test_the_copy_is_put_aside_with_the_reason_that_is_proposed(editor, report, reprint):
    html = editor.get(address(reprint, report)).text
    assert 'value="与《清凉按单送》（报纸不详 日期不详）重复。"' in html
    response = withdraw(editor, reprint, report, "重复。")
    assert "这一篇不用了" in response.text
    reprint.refresh_from_db()
    assert (reprint.status, reprint.review_steps.get().reason) == (Status.WITHDRAWN, "重复。")


def test_who_has_not_seen_the_newest_version_puts_nothing_aside_and_keeps_the_reason(reviewer, report, reprint):
    version = version_of(reviewer, address(reprint, report))
    reprint.status = Status.PUBLISHED
    reprint.save()
    response = withdraw(reviewer, reprint, report, "写了很久的原因", version=version)
    assert "有人又修改了这篇稿件" in response.text
    assert 'value="写了很久的原因"' in response.text
    assert Article.objects.get(pk=reprint.pk).is_published


def test_who_comes_second_is_told_and_keeps_the_reason(editor, report, reprint):
    version = version_of(editor, address(reprint, report))
    withdraw(editor, reprint, report, "重复。")
    response = withdraw(editor, reprint, report, "写了很久的原因", version=version)
    assert "现在的状态是“已撤回”" in response.text
    assert "您写的原因：写了很久的原因" in response.text


def test_without_a_reason_nothing_is_put_aside(editor, report, reprint):
    assert "请写明原因" in editor.post(address(reprint, report), {"action": "withdraw"}, follow=True).text
    assert Article.objects.get(pk=reprint.pk).status == Status.DRAFT


def test_both_are_kept_and_this_one_published_by_who_may(reviewer, report, reprint):
    path = address(reprint, report)
    assert reviewer.post(path, {"action": "publish", "version": version_of(reviewer, path)}).url == "/desk/"
    assert Article.objects.get(pk=reprint.pk).is_published
    assert ComparedPair.objects.count() == 1


def test_who_may_not_publish_does_not(editor, report, reprint):
    path = address(reprint, report)
    assert 'value="publish"' not in editor.get(path).text
    editor.post(path, {"action": "publish", "version": version_of(editor, path)})
    assert not Article.objects.get(pk=reprint.pk).is_published
    assert not ComparedPair.objects.exists()


def test_what_was_changed_since_it_was_compared_is_not_published(reviewer, report, reprint):
    path = address(reprint, report)
    version = version_of(reviewer, path)
    reprint.save()
    response = reviewer.post(path, {"action": "publish", "version": version}, follow=True)
    assert "有人又修改了这篇稿件" in response.text
    assert not Article.objects.get(pk=reprint.pk).is_published
    assert not ComparedPair.objects.exists()


def test_one_more_copy_is_compared_first(reviewer, report, reprint):
    third = Article.objects.create(headline="又一次", body=REPORT, status=Status.PUBLISHED)
    keep_both(report, third, User.objects.get())
    path = address(reprint, report)
    response = reviewer.post(path, {"action": "publish", "version": version_of(reviewer, path)})
    assert response.url == f"{address(reprint, third)}?from=edit"
    assert not Article.objects.get(pk=reprint.pk).is_published


@pytest.mark.parametrize(
    ("origin", "back", "label"),
    [
        ("edit", "/desk/articles/{}/", "回到编辑"),
        ("review", "/desk/articles/{}/review/", "回到审稿"),
        ("work_list", "/desk/?kind=duplicates", "回到工作清单"),
        ("https://example.org/", "/desk/articles/{}/", "回到编辑"),
    ],
)
def test_the_way_leads_back_to_where_one_came_from(editor, report, reprint, origin, back, label):
    path, back = address(reprint, report), back.format(reprint.pk)
    assert f'<a href="{back}">{label}</a>' in editor.get(path, {"from": origin}).text
    assert editor.post(path, {"action": "keep_both", "from": origin}).url == back


@pytest.mark.parametrize(
    ("origin", "on"), [("review", "/desk/articles/{}/review/"), ("work_list", "/desk/?kind=duplicates")]
)
def test_who_publishes_goes_on_where_they_came_from(reviewer, report, reprint, origin, on):
    waiting = Article.objects.create(headline="等着审的", body="工会送清凉。", status=Status.REVIEW)
    path = address(reprint, report)
    response = reviewer.post(path, {"action": "publish", "version": version_of(reviewer, path), "from": origin})
    assert response.url == on.format(waiting.pk)


def test_the_reason_that_is_missing_is_asked_for_without_forgetting_where_one_came_from(editor, report, reprint):
    response = editor.post(address(reprint, report), {"action": "withdraw", "from": "work_list"})
    assert response.status_code == 409
    assert "请写明原因" in response.text
    assert 'name="from" value="work_list"' in response.text


@pytest.mark.parametrize("action", ["", "junk"])
def test_without_a_button_nothing_is_decided(editor, report, reprint, action):
    editor.post(address(reprint, report), {"action": action})
    assert (ComparedPair.objects.count(), Article.objects.get(pk=reprint.pk).status) == (0, Status.DRAFT)


def test_the_reason_comes_back_after_the_login_ran_out(editor, report, reprint):
    user = User.objects.get()
    let_login_run_out(editor)
    editor.post(address(reprint, report), {"action": "withdraw", "reason": "我写的原因"})
    editor.force_login(user)
    assert 'value="我写的原因"' in editor.get(address(reprint, report)).text


def test_an_article_is_not_compared_with_itself_nor_with_none(editor, report):
    assert editor.get(address(report, report)).status_code == 404
    assert editor.get(f"/desk/articles/{report.pk}/duplicates/99999/").status_code == 404


def test_only_editors_compare(reader, report, reprint):
    assert reader.get(address(reprint, report)).status_code == 403
