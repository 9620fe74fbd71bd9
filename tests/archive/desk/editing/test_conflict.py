"""The screen on which two savers' changes are settled, and what is chosen there."""

import pytest
from django.contrib.auth.models import User

from archive.desk.editing.conflict import build_conflict, read_resolved
from archive.desk.editing.entry import FactState
from archive.desk.editing.merging import Conflict, Merge
from archive.desk.editing.saving import Outcome, save_entry
from archive.models import Article
from tests.archive.desk.editing.entries import open_form, place, save


@pytest.fixture
def conflict(db, article, luzhou):
    """Return what the screen shows after two people changed headline and place, and one of them the kicker."""
    anna, bo = User.objects.create_user("anna"), User.objects.create_user("bo")
    late = open_form(article, place(state=FactState.CONFIRMED), headline="波的题")
    save(article, anna, headline="安娜的题", kicker="引题")
    outcome = save_entry(article.pk, late, bo)
    return build_conflict(outcome, late)


def test_where_nobody_is_known_to_have_saved_it_was_somebody(db, article):
    late = open_form(article, headline="波的题")
    outcome = Outcome(article, Merge(late, (), (Conflict("headline", "安娜的题", "波的题"),)))
    assert build_conflict(outcome, late)["other"] == "别人"


def test_each_disputed_field_has_both_texts_and_what_differs(conflict):
    (dispute,) = conflict["disputes"]
    assert (dispute.label, dispute.theirs, dispute.mine, dispute.can_be_edited) == ("主题", "安娜的题", "波的题", True)
    assert [(one.change.value, one.text) for one in dispute.passages][:2] == [("removed", "安娜"), ("added", "波")]


def test_what_the_other_changed_alone_is_told(conflict):
    assert conflict["taken"] == ["引题"]
    assert conflict["saver"].name == conflict["other"] == "anna"
    assert not conflict["saver"].is_oneself


@pytest.mark.parametrize(
    ("side", "headline"), [("theirs", "安娜的题"), ("mine", "波的题"), ("edited", "合写的题"), ("junk", "波的题")]
)
def test_the_chosen_text_is_saved_with_all_the_rest(conflict, article, side, headline):
    fields = {
        **conflict["fields"],
        "theirs:headline": "安娜的题",
        "mine:headline": "波的题",
        "edited:headline": "合写的题",
        "choose:headline": side,
    }
    outcome = save_entry(article.pk, read_resolved(fields), User.objects.get(username="bo"))
    stored = Article.objects.get()
    assert outcome.is_saved
    assert (stored.headline, stored.kicker) == (headline, "引题")
    assert stored.city_links.get().is_confirmed


def test_one_who_saves_while_it_is_being_settled_is_not_overwritten(conflict, article):
    save(article, User.objects.get(username="anna"), headline="安娜又改了")
    fields = {**conflict["fields"], "theirs:headline": "安娜的题", "choose:headline": "theirs"}
    outcome = save_entry(article.pk, read_resolved(fields), User.objects.get(username="bo"))
    assert Article.objects.get().headline == "安娜又改了"
    assert outcome.is_saved  # the choice was theirs: it stands as they changed it


def test_a_fact_is_settled_by_choosing_and_cannot_be_written(db, article, luzhou):
    anna, bo = User.objects.create_user("anna"), User.objects.create_user("bo")
    save(article, anna, place())
    late = open_form(article, place(state=FactState.CONFIRMED))
    save(article, anna, place(state=FactState.REJECTED))
    shown = build_conflict(save_entry(article.pk, late, bo), late)
    (dispute,) = shown["disputes"]
    assert (dispute.shown_theirs, dispute.shown_mine, dispute.can_be_edited) == ("没有", "核对过", False)
    fields = {**shown["fields"], "theirs:place:510500": "rejected", "choose:place:510500": "theirs"}
    assert save_entry(article.pk, read_resolved(fields), bo).is_saved
    assert not Article.objects.get().city_links.exists()


def test_without_a_choice_mine_stays(conflict):
    assert read_resolved(conflict["fields"]).texts["headline"] == "波的题"
