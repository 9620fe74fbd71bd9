"""A version of an article: what it said, and the way back to it."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.desk.holding import take_hold
from archive.desk.reviewing.steps import latest_version
from archive.models import Article


@pytest.fixture
def changed(article):
    """A published article whose first version, a draft, had another headline."""
    article.headline, article.status = "工会送温暖到一线", "published"
    article.save()
    return article


def address(article, number=1):
    return f"/desk/articles/{article.pk}/history/{article.history.order_by('history_id')[number - 1].history_id}/"


def restore(client, article, **fields):
    fields = {"newest": latest_version(article), **fields}
    return client.post(address(article), fields, follow=True)


def test_it_shows_what_the_article_was_and_what_restoring_would_do(editor, changed):
    html = editor.get(address(changed)).text
    assert '<p class="preview-headline">工会送清凉到一线</p>' in html
    assert "工会送<del>温暖</del><ins>清凉</ins>到一线" in html
    assert "恢复后仍然是发布的" in html


def test_restoring_makes_a_new_version_and_leads_to_the_history(editor, changed):
    response = restore(editor, changed)
    assert "已恢复到第 1 版，成为新的一版。" in response.text
    assert response.redirect_chain == [(f"/desk/articles/{changed.pk}/history/", 302)]
    article = Article.objects.get()
    assert (article.headline, article.is_published, article.history.count()) == ("工会送清凉到一线", True, 3)


def test_the_newest_version_offers_no_restoring(editor, changed):
    html = editor.get(address(changed, 2)).text
    assert "这就是现在的稿件" in html
    assert 'name="newest"' not in html


@pytest.mark.parametrize("newest", ["", "0", "x", "9" * 5000])
def test_who_has_not_seen_the_newest_is_shown_it_and_restores_nothing(editor, changed, newest):
    response = restore(editor, changed, newest=newest)
    assert response.status_code == 409
    assert "有人又保存过" in response.text
    assert Article.objects.get().headline == "工会送温暖到一线"


def test_after_a_conflict_the_screen_shows_the_difference_as_it_is_now(editor, changed):
    seen = latest_version(changed)
    changed.headline = "工会送文化到一线"
    changed.save()
    response = restore(editor, changed, newest=seen)
    assert "<del>文化</del><ins>清凉</ins>" in response.text
    assert restore(editor, changed).status_code == 200
    assert Article.objects.get().headline == "工会送清凉到一线"


def test_who_edits_it_at_the_moment_is_named(editor, changed):
    take_hold(User.objects.create_user("other"), article=changed)
    assert "other从" in editor.get(address(changed)).text


def test_one_goes_from_version_to_version(editor, changed):
    assert f'rel="next" href="{address(changed, 2)}"' in editor.get(address(changed)).text
    assert f'rel="prev" href="{address(changed, 1)}"' in editor.get(address(changed, 2)).text


def test_a_forged_form_restores_nothing(editor, changed):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get())
    assert "还没有保存" in restore(strict, changed).text
    assert Article.objects.get().headline == "工会送温暖到一线"


def test_readers_neither_see_nor_restore(reader, client, changed):
    assert reader.get(address(changed)).status_code == 403
    assert restore(reader, changed).status_code == 403
    assert client.get(address(changed)).status_code == 302
    assert Article.objects.get().headline == "工会送温暖到一线"


def test_a_version_of_another_article_is_not_found(editor, changed):
    other = Article.objects.create(body="别的")
    key = other.history.get().history_id
    assert editor.get(f"/desk/articles/{changed.pk}/history/{key}/").status_code == 404
