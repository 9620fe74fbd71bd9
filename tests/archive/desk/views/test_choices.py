"""Names offered for a few letters."""

import pytest

from archive.models import City, FormerName, InitiativeAlias

pytestmark = pytest.mark.django_db


def offered(client, kind: str, text: str) -> list[str]:
    return client.get("/desk/choices/", {"kind": kind, "q": text}).json()["choices"]


def test_places_are_offered_by_the_beginning_of_their_names_with_what_they_lie_in(editor, luzhou):
    assert offered(editor, "places", "泸") == ["泸州市（四川省）"]
    assert offered(editor, "places", "四川") == ["四川省"]
    assert offered(editor, "places", "州") == []


def test_a_place_is_offered_by_its_former_name(editor, luzhou):
    FormerName.objects.create(
        name="江城市", code="510590", seen_from=1980, seen_until=1998, province=luzhou.province, city=luzhou
    )
    assert offered(editor, "places", "江城") == ["泸州市（四川省）"]


def test_programmes_are_offered_by_any_part_of_any_name_once(editor, initiative):
    InitiativeAlias.objects.create(initiative=initiative, name="秋季助学行动")
    assert offered(editor, "programmes", "助学") == ["金秋助学"]
    assert offered(editor, "programmes", "行动") == ["金秋助学"]


def test_what_is_offered_is_taken(editor, luzhou, article):
    (name,) = offered(editor, "places", "泸")
    response = editor.post(
        f"/desk/articles/{article.pk}/",
        {"action": "add", "add:places": name, "genre": "news", "headline": "x"},
        headers={"accept": "application/json"},
    )
    assert 'name="place:510500" value="confirmed" checked' in response.json()["facts"]


def test_no_more_than_a_dozen_are_offered(editor, sichuan):
    for number in range(30):
        City.objects.create(code=f"51{number:02}00", name=f"泸{number}市", level="city", province=sichuan)
    assert len(offered(editor, "places", "泸")) == 12


@pytest.mark.parametrize(
    ("kind", "text"), [("places", ""), ("places", " "), ("places", "泸" * 31), ("people", "泸"), ("", "泸")]
)
def test_nothing_is_offered_for_nothing_and_for_nonsense(editor, luzhou, kind, text):
    assert offered(editor, kind, text) == []


def test_only_the_desk_is_offered_anything(reader, client):
    assert reader.get("/desk/choices/?kind=places&q=x").status_code == 403
    assert client.get("/desk/choices/?kind=places&q=x").status_code == 302
