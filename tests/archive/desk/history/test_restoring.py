"""An old version brought back: a new version, nothing published or withdrawn by the way, nobody's work lost."""

import pytest
from django.contrib.auth.models import User

from archive.desk.editing.kept import find_kept, keep
from archive.desk.editing.versions import read_stored
from archive.desk.history.restoring import RestoreError, restore_version
from archive.desk.reviewing.steps import latest_version
from archive.models import Article, ArticleCity, ArticleInitiative, ArticlePerson, Newspaper


@pytest.fixture
def user(db):
    return User.objects.create_superuser("restorer")


@pytest.fixture
def changed(article, luzhou):
    """An article with a place, of which then the headline was changed and the place taken away."""
    link = ArticleCity.objects.create(
        article=article, city=luzhou, province=luzhou.province, evidence="泸州", is_confirmed=True
    )
    article.headline, article.status = "改坏的主题", "published"
    article.save()
    link.delete()
    return article


def restore(article, user, number=1, seen=None):
    key = article.history.order_by("history_id")[number - 1].history_id
    return restore_version(article, key, latest_version(article) if seen is None else seen, user)


def test_text_and_links_are_again_what_they_were(changed, luzhou, user):
    outcome = restore(changed, user)
    article = Article.objects.get()
    assert (outcome.number, outcome.has_changed, outcome.lost) == (1, True, ())
    assert article.headline == "工会送清凉到一线"
    [link] = article.city_links.all()
    assert (link.city, link.evidence, link.is_confirmed) == (luzhou, "泸州", True)


def test_it_is_a_new_version_with_its_person_and_its_reason(changed, user):
    restore(changed, user)
    newest = changed.history.order_by("-history_id").first()
    assert changed.history.count() == 3
    assert (newest.history_user, newest.history_change_reason) == (user, "恢复到第 1 版")


def test_a_published_article_stays_published_though_it_was_a_draft_then(changed, user):
    assert changed.history.order_by("history_id").first().status == "draft"
    restore(changed, user)
    assert Article.objects.get().is_published


def test_restoring_can_be_undone_by_restoring(changed, user):
    restore(changed, user)
    restore(changed, user, number=2)
    article = Article.objects.get()
    assert (article.headline, article.city_links.count()) == ("改坏的主题", 0)


def test_a_version_that_says_what_the_article_says_makes_no_new_one(changed, user):
    outcome = restore(changed, user, number=2)
    assert not outcome.has_changed
    assert changed.history.count() == 2


def test_what_another_person_saved_meanwhile_is_not_overwritten(changed, user):
    seen = latest_version(changed)
    changed.body = "别人刚写的。"
    changed.save()
    with pytest.raises(RestoreError, match="有人又保存过"):
        restore(changed, user, seen=seen)
    assert Article.objects.get().body == "别人刚写的。"


def test_unsaved_entries_stay(changed, user):
    keep(changed, user, read_stored(changed).with_text("headline", "正在写的"))
    restore(changed, user)
    kept = find_kept(changed, user)
    assert kept is not None
    assert kept.fields["headline"] == "正在写的"


def test_a_link_written_in_bulk_is_not_taken_away(changed, initiative, user):
    ArticleInitiative.objects.bulk_create([ArticleInitiative(article=changed, initiative=initiative)])
    restore(changed, user)
    assert Article.objects.get().initiative_links.count() == 1


def test_what_is_not_in_the_archive_any_more_is_named(article, initiative, user):
    link = ArticleInitiative.objects.create(article=article, initiative=initiative)
    article.headline = "改过"
    article.save()
    link.delete()
    key = str(initiative.pk)
    initiative.delete()
    outcome = restore(article, user)
    assert outcome.lost == (key,)
    assert Article.objects.get().headline == "工会送清凉到一线"


def test_a_newspaper_that_is_gone_is_not_made_anew(article, user):
    gone = Newspaper.objects.create(name="停办的报")
    article.newspaper = gone
    article.save()
    article.newspaper = None
    article.save()
    gone.delete()
    restore(article, user, number=2)
    assert Article.objects.get().newspaper is None
    assert not Newspaper.objects.filter(name="停办的报").exists()


def test_people_are_brought_back_with_their_roles(article, user):
    person = ArticlePerson.objects.create(article=article, name="白云", role="本报记者")
    article.byline = "改过"
    article.save()
    person.delete()
    restore(article, user)
    assert [str(person) for person in Article.objects.get().people.all()] == ["本报记者 白云"]


def test_a_version_that_could_not_be_saved_today_is_refused_with_the_reason(article, user):
    article.headline = article.body = ""
    article.save()
    article.headline = "有主题了"
    article.save()
    with pytest.raises(RestoreError, match="主题和正文至少要填一项"):
        restore(article, user, number=2)
    assert Article.objects.get().headline == "有主题了"


def test_a_version_of_another_article_is_refused(article, user):
    other = Article.objects.create(body="别的")
    with pytest.raises(RestoreError, match="没有这个版本"):
        restore_version(article, other.history.get().history_id, latest_version(article), user)
