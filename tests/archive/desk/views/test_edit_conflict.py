"""Two people save one article: the second is shown the other's change, and nothing is lost."""

import pytest

from archive.models import Article, KeptEntry
from tests.archive.desk.views.edit_form import JSON, address, enter, read_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_saved(editor, reviewer, article):
    """Let both open the article, the reviewer save first; return what the editor sends then."""
    late = enter(editor, article, headline="编辑的题", subhead="编辑的副题")
    reviewer.post(address(article), enter(reviewer, article, headline="审稿的题", kicker="审稿的引题"))
    return late


def test_the_second_is_shown_both_and_nothing_is_saved_or_lost(editor, article, two_saved):
    response = editor.post(address(article), two_saved)
    assert response.status_code == 409
    for part in ("两个人改了同一处", "审稿的题", "编辑的题", "<del>审稿</del>", "<ins>编辑</ins>", "引题"):
        assert part in response.text
    assert Article.objects.get().headline == "审稿的题"
    assert KeptEntry.objects.get().fields["headline"] == "编辑的题"


@pytest.mark.parametrize(("side", "headline"), [("theirs", "审稿的题"), ("mine", "编辑的题"), ("edited", "两人的题")])
def test_what_the_second_chooses_is_saved_with_both_peoples_other_changes(editor, article, two_saved, side, headline):
    shown = read_form(editor.post(address(article), two_saved).text)
    settled = {**shown, "action": "resolve", "choose:headline": side, "edited:headline": "两人的题"}
    editor.post(address(article), settled)
    stored = Article.objects.get()
    assert (stored.headline, stored.kicker, stored.subhead) == (headline, "审稿的引题", "编辑的副题")
    assert not KeptEntry.objects.exists()


def test_changes_in_different_fields_are_put_together_and_told(editor, reviewer, article):
    late = enter(editor, article, subhead="编辑的副题")
    reviewer.post(address(article), enter(reviewer, article, kicker="审稿的引题"))
    response = editor.post(address(article), late, follow=True)
    assert "改了：引题。这些改动和您的合在了一起" in response.text
    stored = Article.objects.get()
    assert (stored.kicker, stored.subhead) == ("审稿的引题", "编辑的副题")


def test_what_another_person_changed_is_looked_at_before_it_is_published(editor, reviewer, article):
    late = enter(reviewer, article, "publish", subhead="审稿的副题")
    editor.post(address(article), enter(editor, article, kicker="编辑的引题"))
    response = reviewer.post(address(article), late, follow=True)
    assert response.redirect_chain[0][0] == address(article)
    assert "请先看一遍合在一起的稿件" in response.text
    stored = Article.objects.get()
    assert (stored.is_published, stored.kicker, stored.subhead) == (False, "编辑的引题", "审稿的副题")


def test_a_script_is_told_of_the_conflict_and_what_was_entered_is_kept(editor, article, two_saved):
    response = editor.post(address(article), two_saved, headers=JSON)
    assert (response.status_code, KeptEntry.objects.get().fields["subhead"]) == (409, "编辑的副题")


def test_what_is_written_while_settling_is_kept_and_the_other_change_still_to_be_settled(editor, article, two_saved):
    response = editor.post(address(article), two_saved)
    written = {"choose:headline": "edited", "edited:headline": "两人的题", "version": str(response.context["opened"])}
    editor.post(address(article), {**read_form(response.text), **written, "action": "keep"}, headers=JSON)
    shown = read_form(editor.get(address(article)).text)
    assert shown["headline"] == "两人的题"
    assert editor.post(address(article), {**shown, "action": "save"}).status_code == 409
    assert Article.objects.get().headline == "审稿的题"


def test_keeping_an_outdated_form_says_that_somebody_saved(editor, article, two_saved):
    response = editor.post(address(article), {**two_saved, "action": "keep"}, headers=JSON)
    assert "刚有人保存过" in response.json()["message"]


def test_who_leaves_the_conflict_finds_the_entry_again(editor, article, two_saved):
    editor.post(address(article), two_saved)
    html = editor.get(address(article)).text
    assert "在这之后稿件又保存过" in html
    assert read_form(html)["headline"] == "编辑的题"
    assert editor.post(address(article), {**read_form(html), "action": "save"}).status_code == 409


def test_the_same_change_of_both_is_no_conflict(editor, reviewer, article):
    late = enter(editor, article, headline="一样的题")
    reviewer.post(address(article), enter(reviewer, article, headline="一样的题"))
    assert editor.post(address(article), late).status_code == 302
