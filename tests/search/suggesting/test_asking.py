"""What is suggested for what is typed, with each engine."""

import pytest
from django.utils import timezone

from archive.models import Article, ArticlePerson, City, Initiative, Province
from search.models import QueryCount
from search.suggesting.asking import MOST_OF_A_KIND, find_suggestions
from tests.search.reports import add_report

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["泸", "泸州", "泸州市", "lu", "luzhou", "LuZhou", "lu zhou", "lz", "lzs", "瀘州"])
def test_a_region_is_found_by_characters_and_by_pinyin(labels, typed: str) -> None:
    assert labels(typed, "region") == ["泸州市"]


@pytest.mark.parametrize("typed", ["泸zhou", "泸z", "泸zhou市", "lu州", "泸州shi"])
def test_half_composed_pinyin_is_read(labels, typed: str) -> None:
    assert labels(typed, "region") == ["泸州市"]


@pytest.mark.parametrize("typed", ["liangge普", "两ge", "liang个pu", "两个 pubian"])
def test_half_composed_pinyin_finds_names_with_the_characters_typed(labels, typed: str) -> None:
    Initiative.objects.create(name="良哥铺", category="组织建设", scope="national")
    assert labels(typed, "programme") == ["两个普遍"]


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("泸州 两个", "泸州 两个普遍"),
        ("泸州 liangge", "泸州 两个普遍"),
        ("luzhou lianggepu", "泸州 两个普遍"),
        ("luzhou 两个pu", "泸州 两个普遍"),
        ("泸州liangge", "泸州 两个普遍"),
        ("luzhou两个", "泸州 两个普遍"),
        ("工会 泸州 两个", "工会 泸州 两个普遍"),
    ],
)
def test_behind_other_words_the_last_piece_is_suggested_for(labels, typed: str, label: str) -> None:
    assert labels(typed, "programme") == [label]


def test_the_words_before_are_kept_in_what_a_suggestion_leads_to(reports, engine: str) -> None:
    (group,) = (group for group in find_suggestions("工会 luz", engine) if group.kind == "region")
    assert [(each.label, each.url) for each in group.suggestions] == [
        ("工会 泸州市", "/search/?q=%E5%B7%A5%E4%BC%9A&region=510500")
    ]
    assert find_suggestions("推进 曾", engine)[0].suggestions[0].label == "推进 曾红"


def test_a_name_that_no_report_has_with_the_words_before_is_not_suggested(labels) -> None:
    assert labels("绿豆汤 两个", "programme") == []
    assert labels("农民工 泸", "region") == []


def test_letters_behind_other_words_are_spelt_and_found_in_headlines(labels) -> None:
    assert labels("渝北 gonghui", "query") == ["渝北 工会"]
    assert labels("推进 luzhou", "headline") == ["泸州推进两个普遍"]


def test_a_number_is_looked_for_in_one_piece(labels) -> None:
    assert labels("1+1", "headline") == ["推行“1+1”模式"]


@pytest.mark.parametrize("typed", ["xian", "xi'an", "西安"])
def test_a_region_whose_short_name_is_typed_comes_first_and_that_of_the_higher_level(labels, typed: str) -> None:
    sichuan = Province.objects.get(pk="510000")
    for code, name, level in (
        ("110001", "西安区", "district"),
        ("510001", "西安市", "city"),
        ("510002", "献县", "district"),
    ):
        City.objects.create(code=code, name=name, level=level, province=sichuan)
    assert labels(typed, "region")[:2] == ["西安市", "西安区"]


@pytest.mark.parametrize("typed", ["职代会", "zhidaihui", "zdh", "zhidh"])
def test_a_programme_is_found_by_another_name(labels, typed: str) -> None:
    assert labels(typed, "programme") == ([] if typed == "zhidh" else ["职工代表大会"])


@pytest.mark.parametrize("typed", ["大会", "代表大会", "dahui", "dbdh"])
def test_a_programme_is_found_by_what_stands_inside_its_name(labels, typed: str) -> None:
    assert labels(typed, "programme") == ["职工代表大会"]


def test_the_other_name_is_told_with_the_name_it_leads_to(labels, reports) -> None:
    (group,) = (group for group in find_suggestions("职代") if group.kind == "programme")
    assert (group.suggestions[0].alias, group.suggestions[0].label) == ("职代会", "职工代表大会")
    (group,) = (group for group in find_suggestions("江北县") if group.kind == "region")
    assert (group.suggestions[0].alias, group.suggestions[0].label) == ("江北县", "渝北区")


@pytest.mark.parametrize("typed", ["曾红", "曾", "zenghong", "cenghong", "zh"])
def test_a_person_is_found_in_each_reading_of_the_name(labels, typed: str) -> None:
    assert labels(typed, "person") == ["曾红"]


@pytest.mark.parametrize("typed", ["推进两个", "泸州推进", "州", "luzhoutui", "lztj"])
def test_a_headline_is_found_by_its_characters_anywhere_and_by_how_it_begins_to_be_read(labels, typed: str) -> None:
    assert "泸州推进两个普遍" in labels(typed, "headline")


def test_the_newest_headline_comes_first(labels) -> None:
    add_report("更早的清凉", "正文。", "1990-01-01")
    assert labels("送清凉", "headline") == ["高温天送清凉"]


def test_letters_that_spell_a_word_find_what_the_word_finds(labels) -> None:
    assert labels("gonghui", "query") == ["工会"]
    assert "高温天送清凉" in labels("songqingliang", "headline")


def test_each_suggestion_leads_to_its_search_or_page(reports) -> None:
    groups = {str(group.kind): group.suggestions[0].url for group in find_suggestions("泸州")}
    assert groups["region"] == "/search/?region=510500"
    assert groups["headline"] == f"/articles/{reports['luzhou'].pk}/"
    slug = Initiative.objects.get(name="两个普遍").slug
    assert find_suggestions("两个普遍")[0].suggestions[0].url == f"/search/?programme={slug}"
    assert find_suggestions("曾红")[0].suggestions[0].url == "/search/?byline=%E6%9B%BE%E7%BA%A2"


@pytest.mark.parametrize("typed", ["草稿", "caogao", "撤回", "草青", "caoqing", "cq"])
def test_nothing_unpublished_is_suggested(labels, typed: str) -> None:
    assert [label for label in labels(typed) if label.startswith(("草", "撤"))] == []


def test_a_person_whose_reports_went_is_not_suggested_though_the_key_is_still_there(labels) -> None:
    assert labels("单雄", "person") == ["单雄"]
    ArticlePerson.objects.filter(name="单雄").delete()
    assert labels("单雄", "person") == []


def test_a_withdrawn_headline_is_not_suggested_though_the_index_has_it(labels, reports) -> None:
    Article.objects.filter(pk=reports["heat"].pk).update(status="withdrawn")
    assert labels("高温天", "headline") == []
    assert labels("gaowen", "headline") == []


def test_the_whole_name_comes_before_longer_ones_and_those_before_inner_parts(labels) -> None:
    for name in ("送清凉活动", "夏日送清凉"):
        Initiative.objects.create(name=name, category="组织建设", scope="national")
    assert labels("送清凉", "programme") == ["送清凉", "送清凉活动", "夏日送清凉"]


def test_of_each_kind_there_are_few(labels) -> None:
    for number in range(9):
        Initiative.objects.create(name=f"帮扶{number}", category="组织建设", scope="national")
    assert len(labels("帮扶", "programme")) == MOST_OF_A_KIND


def test_popular_queries_are_suggested(labels, settings) -> None:
    QueryCount.objects.create(query="工资 拖欠", day=timezone.localdate(), asked=9, readers=5)
    assert labels("工资", "query") == ["工资 拖欠"]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "？！",
        "\x00",
        "🙂",
        '"',
        "“",
        "(((",
        "city:",
        "headline:",
        "-",
        "OR",
        "%",
        "_",
        "\\",
        "q" * 50,
        "会" * 999,
    ],
)
def test_odd_input_is_no_error(labels, typed: str) -> None:
    assert isinstance(labels(typed), list)


def test_signs_of_databases_are_only_characters(labels) -> None:
    assert labels("%") == labels("_") == []
    assert labels("l%", "region") == labels("l", "region")
