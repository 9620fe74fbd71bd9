"""Names: which are the same, and which others something goes by."""

import pytest

from archive.models import City, Province
from search.name_groups import read_places
from search.other_names import OtherNames, fold_name, key_of


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("面对面、心贴心", "面对面心贴心"),
        ("建功“十二五”", "建功十二五"),
        ("1+1", "1 1"),
        ("5+1职业化", "5 1职业化"),
        ("Ａ—B计划 二期", "a b计划二期"),
    ],
)
def test_punctuation_within_a_name_is_nothing_but_between_letters_or_figures(name: str, key: str) -> None:
    assert key_of(fold_name(name)) == key


def test_names_that_hold_what_was_typed_are_left_out_but_not_of_an_abbreviation() -> None:
    names = OtherNames(
        dict.fromkeys(("市总工会", "市总"), ("市总工会", "市总")) | {"呈贡": ("呈贡区", "呈贡")}, frozenset({"市总"})
    )
    assert (names.of("市总"), names.of("市总工会"), names.of("呈贡")) == (("市总工会",), ("市总",), ())
    assert "呈贡" in names
    assert "工会" not in names


@pytest.mark.django_db
def test_short_names_are_names_unless_another_place_has_them_or_they_are_ordinary_words() -> None:
    jilin = Province.objects.create(code="220000", name="吉林省", short_name="吉林", abbreviation="吉")
    for code, name, level in (
        ("220200", "吉林市", "city"),
        ("220400", "辽源市", "city"),
        ("140200", "大同市", "city"),
        ("500112", "渝北区", "district"),
        ("410811", "解放区", "district"),
    ):
        City.objects.create(code=code, name=name, level=level, province=jilin)
    assert sorted(read_places()) == [["吉林市"], ["吉林省"], ["渝北区", "渝北"], ["辽源市", "辽源"]]
