"""An entry is saved as a version with its links, together with what others saved meanwhile."""

from dataclasses import replace

import pytest
from django.contrib.auth.models import User

from archive.desk.editing.entry import FactState, read_fields
from archive.desk.editing.kept import keep
from archive.desk.editing.saving import save_entry
from archive.desk.editing.versions import read_stored, read_version
from archive.models import Article, ArticleCity, ArticleInitiative, KeptEntry, Newspaper
from tests.archive.desk.editing.entries import open_form, person, place, save


@pytest.fixture
def anna(db) -> User:
    return User.objects.create_user("anna", first_name="安娜")


@pytest.fixture
def bo(db) -> User:
    return User.objects.create_user("bo")


def test_all_of_it_is_in_the_article_and_its_version_names_the_editor(anna, article, luzhou):
    entry = replace(
        open_form(article, place(words="泸州"), headline="新题", date="2014年5月"), confirmed=frozenset({"date"})
    )
    save_entry(article.pk, entry, anna)
    article = Article.objects.get()
    assert (article.headline, article.display_date, article.is_date_confirmed) == ("新题", "2014年5月", True)
    link = article.city_links.get()
    assert (link.city, link.evidence, link.is_confirmed) == (luzhou, "泸州", False)
    assert article.history.first().history_user == anna
    assert link.history.get().history_user == anna


def test_an_entry_that_changes_nothing_makes_no_version(anna, article):
    assert save(article, anna).is_saved
    assert article.history.count() == 1


def test_confirming_a_link_makes_one_version_of_it_and_none_of_the_others(anna, article, luzhou):
    save(article, anna, place(), person())
    save(article, anna, place(state=FactState.CONFIRMED))
    article = Article.objects.get()
    assert article.city_links.get().history.count() == 2
    assert article.people.get().history.count() == 1


def test_a_rejected_fact_is_unlinked_and_one_that_leads_nowhere_is_left_out(anna, article, luzhou):
    save(article, anna, place(), place("999999"), person())
    save(article, anna, place(state=FactState.REJECTED))
    assert not ArticleCity.objects.exists()
    assert [str(one) for one in article.people.all()] == ["王小明"]


def test_a_new_newspaper_is_added_and_no_name_is_no_newspaper(anna, article):
    save(article, anna, newspaper="新报")
    assert Article.objects.get().newspaper == Newspaper.objects.get(name="新报")
    save(article, anna, newspaper="")
    assert Article.objects.get().newspaper is None


def test_what_two_saved_in_different_fields_is_all_there(anna, bo, article, luzhou):
    late = open_form(article, kicker="引题")
    save(article, anna, place(state=FactState.CONFIRMED), headline="安娜的题")
    outcome = save_entry(article.pk, late, bo)
    assert outcome.is_saved
    assert outcome.saver.name == "安娜"
    assert set(outcome.merge.taken) == {"headline", "place:510500"}
    stored = Article.objects.get()
    assert (stored.kicker, stored.headline) == ("引题", "安娜的题")
    assert stored.city_links.get().is_confirmed


def test_what_two_changed_otherwise_is_not_saved_and_both_texts_are_told(anna, bo, article):
    late = open_form(article, headline="波的题")
    save(article, anna, headline="安娜的题")
    outcome = save_entry(article.pk, late, bo)
    assert not outcome.is_saved
    (conflict,) = outcome.merge.conflicts
    assert (conflict.theirs, conflict.mine) == ("安娜的题", "波的题")
    assert Article.objects.get().headline == "安娜的题"


def test_a_link_that_was_taken_out_by_one_is_not_put_back_by_the_other(anna, bo, article, luzhou):
    save(article, anna, place())
    late = open_form(article, kicker="引题")
    save(article, anna, place(state=FactState.REJECTED))
    assert save_entry(article.pk, late, bo).is_saved
    assert not ArticleCity.objects.exists()


def test_a_programme_that_a_job_linked_meanwhile_stays(anna, article, initiative):
    late = open_form(article, kicker="引题")
    ArticleInitiative.objects.create(article=article, initiative=initiative, evidence="助学")
    save_entry(article.pk, late, anna)
    assert ArticleInitiative.objects.get().evidence == "助学"


def test_what_was_kept_goes_with_the_save_of_its_editor_alone(anna, bo, article):
    for user in (anna, bo):
        keep(article, user, open_form(article, headline="暂存"))
    save(article, anna, headline="保存")
    assert [kept.user for kept in KeptEntry.objects.all()] == [bo]


def test_a_version_is_read_with_the_links_that_it_had(anna, article, luzhou):
    first = read_stored(article)
    save(article, anna, place(), headline="第二版")
    second = read_stored(article)
    save(article, anna, place(state=FactState.REJECTED), person(), headline="第三版")
    assert read_version(article, first.version).values() == first.values()
    assert read_version(article, second.version).values() == second.values()
    assert read_version(article, 999_999) is None


def test_an_entry_of_a_version_that_never_was_overwrites_nothing_unseen(anna, article):
    fields = {"version": "999999", "headline": "别的", "genre": "news"}
    assert not save_entry(article.pk, read_fields(fields), anna).is_saved
    assert Article.objects.get().headline == "工会送清凉到一线"


@pytest.mark.parametrize("body", ["", "工会" * 50_000])
def test_a_body_of_any_length_is_saved(anna, article, body):
    save(article, anna, body=body)
    assert Article.objects.get().body == body
