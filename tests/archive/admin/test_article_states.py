"""An article's state in the admin follows the rules of the desk's reviews."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from archive.models import Article

ADD = reverse("admin:archive_article_add")
LIST = reverse("admin:archive_article_changelist")


def change(article: Article) -> str:
    return reverse("admin:archive_article_change", args=[article.pk])


def seen(article: Article) -> str:
    return Article.objects.get(pk=article.pk).modified.isoformat()


def form_of(article: Article, filled: Callable[..., dict[str, object]], **fields: object) -> dict[str, object]:
    """Return what the form of an article sends where some fields were changed."""
    names = ("headline", "body", "date", "date_precision", "newspaper_id", "page_id", "order", "genre", "status")
    stored = {name.removesuffix("_id"): getattr(article, name) for name in names}
    return filled(**{**stored, "seen_modified": seen(article), **fields})


@pytest.fixture
def published(article: Article) -> Article:
    article.status = "published"
    article.save()
    return article


def test_publishing_in_the_admin_is_noted_as_a_step(reviewer, article):
    reviewer.post(LIST, {"action": "publish", "_selected_action": [article.pk]})
    assert [(step.action, step.user.username) for step in article.review_steps.all()] == [("published", "person-0")]


def test_a_state_set_in_the_form_is_noted_as_a_step(editor, filled, article):
    editor.post(change(article), filled(status="review", seen_modified=seen(article)))
    assert [step.action for step in article.review_steps.all()] == ["submitted"]


def test_where_a_second_person_publishes_the_action_leaves_out_ones_own(settings, reviewer, filled, article):
    settings.AUTHOR_MAY_PUBLISH = False
    reviewer.post(ADD, filled())
    own = Article.objects.exclude(pk=article.pk).get()
    chosen = {"action": "publish", "_selected_action": [article.pk, own.pk]}
    html = reviewer.post(LIST, chosen, follow=True).content.decode()
    assert "要由另一个人发布" in html
    assert "1 篇稿件已发布" in html
    assert [one.is_published for one in (Article.objects.get(pk=article.pk), Article.objects.get(pk=own.pk))] == [
        True,
        False,
    ]


def test_where_a_second_person_publishes_the_form_refuses_ones_own(settings, reviewer, filled, article):
    settings.AUTHOR_MAY_PUBLISH = False
    for address, fields in ((ADD, {}), (change(article), {"seen_modified": seen(article)})):
        html = reviewer.post(address, filled(status="published", **fields)).content.decode()
        assert "要由另一个人发布" in html
    assert not Article.objects.published().exists()


def test_what_another_person_wrote_in_several_lines_is_published_in_the_form(settings, reviewer, filled, article):
    settings.AUTHOR_MAY_PUBLISH = False
    article.body = "第一段。\n\n第二段。"
    article.save()
    fields = form_of(article, filled, status="published", body="第一段。\r\n\r\n第二段。")
    assert reviewer.post(change(article), fields).status_code == 302
    assert Article.objects.get().is_published


@pytest.mark.parametrize("group", ["editor", "reviewer", "administrator"])
def test_where_a_second_person_publishes_nobody_changes_the_text_of_what_is(
    settings, request, filled, published, group
):
    settings.AUTHOR_MAY_PUBLISH = False
    client = request.getfixturevalue(group)
    html = client.post(change(published), form_of(published, filled, headline="没有审过的主题")).text
    assert "改文字要由另一个人审" in html
    assert Article.objects.get().headline == "工会送清凉到一线"
    assert client.post(change(published), form_of(published, filled, order=7)).status_code == 302
    assert Article.objects.get().order == 7


def test_who_may_withdraw_may_change_the_text_with_it(settings, reviewer, filled, published):
    settings.AUTHOR_MAY_PUBLISH = False
    reviewer.post(change(published), form_of(published, filled, headline="新的主题", status="withdrawn"))
    article = Article.objects.get()
    assert (article.headline, article.status) == ("新的主题", "withdrawn")


def test_an_old_version_brings_no_text_of_ones_own_before_readers(settings, reviewer, filled, published):
    settings.AUTHOR_MAY_PUBLISH = False
    old = published.history.first()
    published.status = "withdrawn"
    published.save()
    address = reverse("admin:archive_article_simple_history", args=[published.pk, old.history_id])
    html = reviewer.post(address, form_of(published, filled, headline="没有审过的主题", status="published")).text
    assert "要由另一个人发布" in html
    assert not Article.objects.published().exists()
