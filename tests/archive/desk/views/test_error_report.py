"""The screen of a reader's error report: where it is, what became of the text since, and the decision."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils.html import strip_tags

from archive.models import Article, ErrorReport


@pytest.fixture
def report(article, printed_page):
    type(printed_page).objects.update(text="工会送清凉到一线\n\n各级工会走进车间。")
    Article.objects.update(status="published")
    return ErrorReport.objects.create(article=article, quote="走进车间", block=0, note="应当是“走进工地”。")


def address(report):
    return f"/desk/error-reports/{report.pk}/"


def act(client, report, action, **fields):
    return client.post(address(report), {"action": action, **fields}, follow=True)


def text_of(response):
    return " ".join(strip_tags(response.text.partition("<main")[2]).split())


def test_the_passage_is_shown_in_the_article_and_on_the_page(editor, report):
    html = editor.get(address(report)).text
    assert html.count("各级工会<mark>走进车间</mark>。") == 2
    assert "应当是“走进工地”。" in html
    assert "没有登录的读者" in html
    assert f'href="/desk/articles/{report.article_id}/"' in html


def test_what_was_changed_since_is_shown_and_that_the_words_are_gone(editor, report):
    assert "报错以来稿件还没有改过" in editor.get(address(report)).text
    article = Article.objects.get()
    article.body = "各级工会走进工地。"
    article.save()
    html = editor.get(address(report)).text
    assert "报错以后稿件改过；引的原文已经不在了。" in html
    assert "走进<del>车间</del><ins>工地</ins>" in html


def test_a_change_elsewhere_leaves_the_quoted_words_where_they_are(editor, report):
    article = Article.objects.get()
    article.headline = "工会送温暖到一线"
    article.save()
    assert "报错以后稿件改过；引的原文还在。" in editor.get(address(report)).text


def test_words_that_never_stood_there_are_told_of(editor, report):
    ErrorReport.objects.update(quote="别处看到的")
    assert "稿件里没有找到引的这几个字；报错以后稿件没有改过。" in editor.get(address(report)).text


def test_settling_leads_to_the_next_one_or_to_the_work_list(editor, report):
    following = ErrorReport.objects.create(article=report.article, note="另一处")
    response = act(editor, report, "mended", answer="改好了，谢谢。")
    assert response.redirect_chain == [(address(following), 302)]
    assert "已处理" in response.text
    response = act(editor, following, "declined", answer="原文如此")
    assert response.redirect_chain == [("/desk/", 302)]
    assert [one.state for one in ErrorReport.objects.all()] == ["mended", "declined"]


def test_declining_without_an_answer_is_refused(editor, report):
    assert "请写明为什么不改" in act(editor, report, "declined", answer=" ").text
    assert ErrorReport.objects.get().state == "open"


def test_the_second_editor_keeps_what_they_wrote(editor, reviewer, report):
    act(editor, report, "mended")
    response = act(reviewer, report, "declined", answer="写了很久的说明")
    assert response.status_code == 409
    assert "已在" in response.text
    assert "写了很久的说明" in response.text
    assert ErrorReport.objects.get().state == "mended"


def test_a_settled_report_is_shown_with_its_answer_and_opened_again(editor, report):
    act(editor, report, "declined", answer="原文如此")
    text = text_of(editor.get(address(report)))
    assert "处理过：不改 原文如此" in text
    act(editor, report, "reopen")
    assert ErrorReport.objects.get().state == "open"


@pytest.mark.parametrize("action", ["", "open", "delete"])
def test_an_unknown_action_changes_nothing(editor, report, action):
    response = act(editor, report, action, answer="说明")
    assert "没有这个操作" in response.text
    assert "说明" in response.text
    assert ErrorReport.objects.get().state == "open"


def test_the_other_reports_on_the_article_are_named(editor, report):
    other = ErrorReport.objects.create(article=report.article, note="标题也不对")
    html = editor.get(address(report)).text
    assert f'href="{address(other)}" lang="zh-Hans">标题也不对' in html


def test_what_a_reader_wrote_is_shown_as_text(editor, report):
    ErrorReport.objects.update(note="<script>alert(1)</script>", quote="<b>")
    html = editor.get(address(report)).text.partition("<main")[2]
    assert "<script>" not in html
    assert "<b>" not in html


def test_an_answer_sent_with_a_forged_token_comes_back(editor, report):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get())
    assert "写了很久的说明" in act(strict, report, "declined", answer="写了很久的说明").text
    assert ErrorReport.objects.get().state == "open"


def test_only_the_desk_sees_it(reader, client, report):
    assert reader.get(address(report)).status_code == 403
    assert client.get(address(report)).status_code == 302
    assert act(reader, report, "mended").status_code == 403
    assert ErrorReport.objects.get().state == "open"


def test_there_is_no_report_of_another_number(editor):
    assert editor.get("/desk/error-reports/999/").status_code == 404
