"""Reference data: what a load writes, and what it leaves as editors made it."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from archive.loading.former_names import link_former_names, name_stem
from archive.loading.initiatives import places_by_name
from archive.loading.tables import FormerNameRow, RegionRow
from archive.models import City, FormerName, Initiative, InitiativeAlias, Province


def load() -> str:
    out = StringIO()
    call_command("load_reference", stdout=out)
    return out.getvalue()


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker) -> Iterator[str]:
    """Load once for all tests here; what a test changes is rolled back."""
    with django_db_blocker.unblock():
        said = load()
    yield said
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)


def test_regions_are_loaded_by_level(loaded):
    assert Province.objects.count() == 34
    assert City.objects.filter(level="city").count() == 333
    assert City.objects.filter(level="district").count() == 2975
    assert "省级地区：新增 34，更新 0" in loaded


def test_provinces_have_their_short_names(loaded):
    short = {p.name: (p.short_name, p.abbreviation) for p in Province.objects.all()}
    assert short["四川省"] == ("四川", "川")
    assert short["内蒙古自治区"] == ("内蒙古", "蒙")
    assert short["重庆市"] == ("重庆", "渝")
    assert len({abbreviation for _, abbreviation in short.values()}) == 34


def test_a_district_lies_in_its_city_and_in_a_municipality_in_its_province(loaded):
    assert City.objects.get(code="510502").parent_id == "510500"
    yubei = City.objects.get(name="渝北区")
    assert (yubei.parent, yubei.province.name) == (None, "重庆市")


@pytest.mark.parametrize(
    ("code", "name", "today"),
    [
        ("530121", "呈贡县", "530114"),
        ("420600", "襄樊市", "420600"),
        ("469025", "定安县", "469021"),
        ("360402", "庐山区", "360402"),
        ("341521", "寿县", "340422"),
        ("542621", "林芝县", "540400"),
        ("652122", "鄯善县", "650421"),
        ("510902", "市中区", "510900"),
        ("110103", "崇文区", None),
        ("341400", "巢湖市", None),
    ],
)
def test_a_former_name_is_linked_to_todays_city(loaded, code, name, today):
    former = FormerName.objects.get(code=code, name=name)
    assert (former.city_id, former.province_id) == (today, f"{code[:2]}0000")


def test_a_former_name_keeps_the_years_it_was_seen(loaded):
    former = FormerName.objects.get(name="吕梁地区")
    assert (former.seen_from, former.seen_until) == (2002, 2003)


@pytest.mark.parametrize(
    ("name", "stem"), [("呈贡县", "呈贡"), ("铜仁地区", "铜仁"), ("郊区", "郊区"), ("达县", "达县")]
)
def test_a_stem_is_the_name_without_its_kind(name, stem):
    assert name_stem(name) == stem


def test_two_namesakes_in_one_city_are_not_guessed_between():
    regions = [
        RegionRow("510100", "甲市", "city", "510000"),
        RegionRow("510101", "乙区", "district", "510100"),
        RegionRow("510102", "乙县", "district", "510100"),
    ]
    former = FormerNameRow("510199", "乙市", "2002", "2003")
    assert link_former_names([former], regions) == {former: "510100"}


def test_initiatives_are_loaded_with_aliases_and_descriptions(loaded):
    assert Initiative.objects.count() == 100
    assert not Initiative.objects.filter(description="").exists()
    assert not Initiative.objects.filter(slug="").exists()
    aliases = Initiative.objects.get(name="两个普遍").aliases.values_list("name", flat=True)
    assert list(aliases) == ["普遍建立工会组织和普遍开展工资集体协商", "普遍建会"]


@pytest.mark.parametrize(
    ("name", "province", "city", "year"),
    [
        ("职工素质建设工程", "510000", "510500", 2011),
        ("大病救助机制", "500000", None, 2009),
        ("十佳农民工评选", "500000", "500112", 2012),
        ("金秋助学", None, None, None),
    ],
)
def test_an_initiative_knows_where_and_when_it_began(loaded, name, province, city, year):
    initiative = Initiative.objects.get(name=name)
    found = (initiative.origin_province_id, initiative.origin_city_id, initiative.first_year)
    assert found == (province, city, year)


@pytest.mark.parametrize("name", ["朝阳区", "没有这个市"])
def test_a_place_name_that_is_not_sure_is_refused(loaded, name):
    with pytest.raises(ValueError, match=name):
        places_by_name({name, "泸州市"})


def test_a_second_load_changes_nothing_and_says_so(loaded):
    assert load() == "基础数据已是最新，没有改动。\n"


def test_a_region_follows_the_file_by_its_code(loaded):
    City.objects.filter(code="510500").update(name="错名市")
    assert "市县：新增 0，更新 1" in load()
    city = City.objects.get(code="510500")
    assert city.name == "泸州市"
    assert city.history.count() == 2


def test_what_an_editor_changed_in_a_programme_stays(loaded):
    initiative = Initiative.objects.get(name="两个普遍")
    initiative.description = "编辑写的说明"
    initiative.save()
    initiative.aliases.get(name="普遍建会").delete()
    assert "没有改动" in load()
    initiative.refresh_from_db()
    assert initiative.description == "编辑写的说明"
    assert initiative.aliases.count() == 1


def test_a_renamed_or_deleted_programme_does_not_come_back(loaded):
    renamed = Initiative.objects.get(name="五型工会")
    renamed.name = "“五型”工会建设"
    renamed.save()
    Initiative.objects.get(name="心灵驿站").delete()
    assert "没有改动" in load()
    assert Initiative.objects.count() == 99


def test_everything_loaded_has_a_first_version(loaded):
    assert City.history.count() == City.objects.count()
    assert Initiative.history.count() == 100
    assert InitiativeAlias.history.count() == InitiativeAlias.objects.count()


def permissions(group: str) -> set[str]:
    return set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))


def test_groups_differ_in_what_they_may_do(loaded):
    assert permissions("读者") == set()
    assert permissions("审稿") - permissions("编辑") == {"publish_article", "change_newspaper", "delete_initiative"}
    assert "add_article" in permissions("编辑")
    assert "delete_article" not in permissions("审稿")
    assert {"delete_article", "publish_article", "add_user"} <= permissions("管理员")


def test_what_an_administrator_took_from_a_group_stays_taken(loaded):
    Group.objects.get(name="编辑").permissions.clear()
    assert "没有改动" in load()
    assert permissions("编辑") == set()
