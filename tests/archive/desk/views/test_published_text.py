"""Where a second person has to publish, nobody changes the text that readers see; what was typed is not lost."""

import pytest

from archive.desk.reviewing.steps import latest_version
from archive.models import Article, ArticleCity, KeptEntry
from tests.archive.desk.views.edit_form import JSON, address, enter, read_form

PRINTED = "工会送清凉到一线"
REFUSAL = "改文字要由另一个人审"


@pytest.fixture(autouse=True)
def second_person(settings):
    settings.AUTHOR_MAY_PUBLISH = False


@pytest.fixture
def published(article, luzhou) -> Article:
    """A published article whose first version, a draft, had another headline."""
    ArticleCity.objects.create(article=article, city=luzhou, province=luzhou.province, evidence="四川泸州")
    article.headline, article.status = "审过的主题", "published"
    article.save()
    return article


@pytest.mark.parametrize("group", ["editor", "reviewer", "administrator"])
def test_a_changed_text_is_not_taken_and_is_still_in_the_form(request, published, group):
    client = request.getfixturevalue(group)
    response = client.post(address(published), enter(client, published, headline="没有审过的主题"))
    assert response.status_code == 409
    assert "没有保存，填写的内容都还在" in response.text
    assert REFUSAL in response.text
    assert read_form(response.text)["headline"] == "没有审过的主题"
    assert Article.objects.get().headline == "审过的主题"
    assert "没有审过的主题" in client.get(address(published)).text


@pytest.mark.parametrize(
    "fields",
    [{"body": "没有审过的正文。"}, {"date": "2012"}, {"newspaper": ""}, {"genre": "commentary"}, {"byline": "某人"}],
)
def test_every_field_of_the_text_is_asked_for(editor, published, fields):
    assert editor.post(address(published), enter(editor, published, **fields)).status_code == 409


def test_a_script_is_told_and_what_it_sent_is_kept(editor, published):
    response = editor.post(address(published), enter(editor, published, headline="没有审过的主题"), headers=JSON)
    assert response.status_code == 409
    assert REFUSAL in response.json()["message"]
    assert KeptEntry.objects.get().fields["headline"] == "没有审过的主题"


def test_what_was_found_is_confirmed_all_the_same(editor, published):
    entry = enter(editor, published, **{"place:510500": "confirmed"})
    assert editor.post(address(published), entry).status_code == 302
    assert ArticleCity.objects.get().is_confirmed


def test_once_it_is_a_draft_again_what_was_typed_is_saved(editor, reviewer, published):
    editor.post(address(published), enter(editor, published, headline="没有审过的主题"))
    for decision in ("withdrawn", "sent_back"):
        fields = {"action": decision, "reason": "主题要改", "version": latest_version(published)}
        reviewer.post(f"{address(published)}review/", fields)
    assert Article.objects.get().status == "draft"
    assert editor.post(address(published), enter(editor, published)).status_code == 302
    assert Article.objects.get().headline == "没有审过的主题"


def test_the_form_tells_it_before_anything_is_typed(editor, published, settings):
    html = editor.get(address(published)).text
    assert REFUSAL in html
    assert "读者马上看到" not in html
    settings.AUTHOR_MAY_PUBLISH = True
    assert REFUSAL not in editor.get(address(published)).text


def test_a_draft_is_changed_as_ever(editor, article):
    assert REFUSAL not in editor.get(address(article)).text
    assert editor.post(address(article), enter(editor, article, headline="新题")).status_code == 302
    assert Article.objects.get().headline == "新题"


def test_an_old_version_with_another_text_is_not_restored(reviewer, published):
    first = published.history.last().history_id
    old = f"{address(published)}history/{first}/"
    html = reviewer.get(old).text
    assert REFUSAL in html
    assert "<button>恢复</button>" not in html
    response = reviewer.post(old, {"newest": latest_version(published)})
    assert response.status_code == 409
    assert "没有恢复：" in response.text
    assert Article.objects.get().headline == "审过的主题"
