"""The list of programmes: found by any of their names, with how many articles have them."""

import pytest
from django.contrib.auth.models import Permission, User

from archive.desk.views import vocabulary as view
from tests.archive.desk.tagging.articles import add_article, add_programme, link

ADDRESS = "/desk/vocabulary/"

pytestmark = pytest.mark.django_db


def names(client, query: str = "") -> list[str]:
    return [programme.name for programme in client.get(f"{ADDRESS}{query}").context["programmes"]]


def test_programmes_stand_with_their_aliases_and_counts(editor):
    cooling = add_programme("送清凉", "清凉行动")
    link(add_article("一"), cooling)
    link(add_article("二"), cooling, is_confirmed=True)
    text = editor.get(ADDRESS).text
    assert f"/desk/vocabulary/programmes/{cooling.pk}/" in text
    assert "清凉行动" in text
    (programme,) = editor.get(ADDRESS).context["programmes"]
    assert (programme.articles, programme.confirmed) == (2, 1)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=清凉", ["送清凉"]),
        ("?q=行动", ["送清凉"]),
        ("?q=没有的", []),
        ("?category=服务职工", ["送清凉", "金秋助学"]),
        ("?category=nosuch", ["送清凉", "金秋助学"]),
        ("?category=经费", []),
        ("?q=%00", ["送清凉", "金秋助学"]),
    ],
)
def test_names_and_category_narrow_the_list(editor, query, found):
    add_programme("送清凉", "清凉行动")
    add_programme("金秋助学")
    assert names(editor, query) == found


def test_a_name_that_is_not_there_can_be_added(editor):
    add_programme("送清凉")
    assert "/desk/vocabulary/programmes/add/?name=%E5%A4%9C%E6%A0%A1" in editor.get(f"{ADDRESS}?q=夜校").text
    assert editor.get("/desk/vocabulary/programmes/add/?name=夜校").context["form"]["name"].value() == "夜校"


def test_a_long_list_is_shown_by_screenfuls_in_a_fixed_number_of_queries(
    editor, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr(view, "PROGRAMMES_ON_A_SCREEN", 10)
    for number in range(12):
        add_programme(f"项目{number:02}", f"别名{number}")
    assert names(editor, "?p=2") == ["项目10", "项目11"]
    with django_assert_max_num_queries(10):
        editor.get(ADDRESS)


def test_whoever_may_not_change_programmes_reads_them_without_links(client):
    programme = add_programme("送清凉")
    person = User.objects.create_user("anna")
    person.user_permissions.add(Permission.objects.get(codename="change_article"))
    client.force_login(person)
    text = client.get(ADDRESS).text
    assert "送清凉" in text
    assert f"/desk/vocabulary/programmes/{programme.pk}/" not in text
    assert "/desk/vocabulary/programmes/add/" not in text
    assert "/desk/vocabulary/words/" not in text


def test_readers_do_not_see_it(reader):
    assert reader.get(ADDRESS).status_code == 403
