"""Programmes, aliases, newspapers and regions in the admin."""

import pytest
from django.urls import reverse

from archive.models import City, Initiative


def programme(name: str, *aliases: str) -> dict[str, object]:
    fields: dict[str, object] = {
        "name": name,
        "category": "服务职工",
        "scope": "local",
        "aliases-TOTAL_FORMS": len(aliases),
        "aliases-INITIAL_FORMS": 0,
    }
    return {**fields, **{f"aliases-{number}-name": alias for number, alias in enumerate(aliases)}}


def test_editor_adds_a_programme_with_aliases(editor, luzhou):
    fields = {**programme("职工夜校", "夜校", "工会夜校"), "origin_city": luzhou.code}
    assert editor.post(reverse("admin:archive_initiative_add"), fields).status_code == 302
    initiative = Initiative.objects.get()
    assert initiative.slug
    assert initiative.origin_city == luzhou
    assert [alias.name for alias in initiative.aliases.all()] == ["夜校", "工会夜校"]


def test_editor_removes_an_alias(editor, initiative):
    alias = initiative.aliases.create(name="助学")
    fields = {
        **programme("金秋助学", "助学"),
        "slug": initiative.slug,
        "aliases-INITIAL_FORMS": 1,
        "aliases-0-id": alias.pk,
        "aliases-0-initiative": initiative.pk,
        "aliases-0-DELETE": "on",
    }
    address = reverse("admin:archive_initiative_change", args=[initiative.pk])
    assert editor.post(address, fields).status_code == 302
    assert not initiative.aliases.exists()


def test_a_second_programme_of_the_same_name_is_refused_in_chinese(editor, initiative):
    response = editor.post(reverse("admin:archive_initiative_add"), programme("金秋助学"))
    assert "已存在" in response.content.decode()


@pytest.mark.parametrize("kind", ["newspaper", "page", "initiative", "city", "province", "formername"])
def test_lists_open_and_are_searched(administrator, kind, luzhou, printed_page, initiative):
    luzhou.former_names.create(name="泸县地区", code="510500", seen_from=2002, seen_until=2003, province_id="510000")
    address = reverse(f"admin:archive_{kind}_changelist")
    assert administrator.get(address).status_code == 200
    assert administrator.get(address, {"q": "市"}).status_code == 200


def test_a_city_is_found_by_its_former_name(editor, luzhou):
    luzhou.former_names.create(name="江阳府", code="510500", seen_from=2002, seen_until=2003, province_id="510000")
    html = editor.get(reverse("admin:archive_city_changelist"), {"q": "江阳府"}).content.decode()
    assert "泸州市" in html


def test_the_code_of_a_city_cannot_be_changed(administrator, luzhou):
    address = reverse("admin:archive_city_change", args=[luzhou.code])
    fields = {"code": "510599", "name": "泸州市", "level": "city", "province": "510000"}
    assert administrator.post(address, fields).status_code == 302
    assert [city.code for city in City.objects.all()] == ["510500"]


def test_editor_looks_regions_up_but_does_not_change_them(editor, luzhou):
    address = reverse("admin:archive_city_change", args=[luzhou.code])
    assert editor.get(address).status_code == 200
    assert editor.post(address, {"name": "别的市"}).status_code == 403


@pytest.mark.parametrize("kind", ["newspaper", "city", "initiative"])
def test_history_opens(administrator, kind, luzhou, printed_page, initiative):
    key = {"newspaper": printed_page.newspaper_id, "city": luzhou.code, "initiative": initiative.pk}[kind]
    assert administrator.get(reverse(f"admin:archive_{kind}_history", args=[key])).status_code == 200


def test_the_admin_bears_the_archives_name(editor):
    html = editor.get(reverse("admin:index")).content.decode()
    assert "工会报道档案" in html
    assert "<script>" not in html
