"""An article's state in the admin follows the rules of the desk's reviews."""

from django.urls import reverse

from archive.models import Article

ADD = reverse("admin:archive_article_add")
LIST = reverse("admin:archive_article_changelist")


def change(article: Article) -> str:
    return reverse("admin:archive_article_change", args=[article.pk])


def seen(article: Article) -> str:
    return Article.objects.get(pk=article.pk).modified.isoformat()


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
