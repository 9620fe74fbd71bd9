"""What may have been meant by a misspelt query."""

import pytest

from archive.models import DictionaryWord
from search.spelling.guesses import guess_queries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive(reports) -> None:
    """The vocabulary of conftest.py."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # the same sound
        ("工资集体写商", "工资集体协商"),
        ("两个普扁", "两个普遍"),
        ("職工書物", "职工书屋"),
        ("泸洲", "泸州"),
        ("值代会", "职代会"),
        ("送轻凉", "送清凉"),
        # nearly the same sound
        ("工支集体协商", "工资集体协商"),
        ("金秋竹学", "金秋助学"),
        ("送清娘", "送清凉"),
        # one letter off
        ("两个普片", "两个普遍"),
        # looks like it
        ("职工书犀", "职工书屋"),
        ("工资集怵协商", "工资集体协商"),
        ("农民土", "农民工"),
        ("内汇", "内江"),
        ("重床", "重庆"),
        ("重床市总工会", "重庆市总工会"),
        # neither sounds nor looks like it, in a long name
        ("工资风体协商", "工资集体协商"),
        # beside digits
        ("5+1职业化土作者队伍", "5+1职业化工作者队伍"),
        # two wrong characters: both sound right, or one does
        ("工自集体写商", "工资集体协商"),
        ("工姿集休协商", "工资集体协商"),
        ("工资疾体协啇", "工资集体协商"),
        ("争当只识型织工", "争当知识型职工"),
        # a long name
        ("春送港位夏送清量秋送助学冬送温暖", "春送岗位夏送清凉秋送助学冬送温暖"),
        # pinyin
        ("gonghui", "工会"),
        ("liangge pubian", "两个普遍"),
        ("lianggepubian", "两个普遍"),
        ("Gongzi Jiti Xieshang", "工资集体协商"),
        ("luzhou gonghui", "泸州工会"),
        ("gong'hui", "工会"),
        ("ｇｏｎｇｈｕｉ", "工会"),
        ("ＬＵＺＨＯＵ　ｇｏｎｇｈｕｉ", "泸州工会"),
        # characters and pinyin in one piece
        ("泸州shi", "泸州市"),
        ("泸zhou", "泸州"),
        ("liangge普遍", "两个普遍"),
        ("泸州gonghui", "泸州工会"),
        ("工资jiti协商", "工资集体协商"),
        # pinyin with a slip: one letter too few, too many, wrong, two in the wrong order
        ("lianggpubian", "两个普遍"),
        ("liangggepubian", "两个普遍"),
        ("lianggepubiam", "两个普遍"),
        ("lianggepubain", "两个普遍"),
    ],
)
def test_the_likeliest_guess_is_what_was_meant(typed: str, meant: str) -> None:
    assert guess_queries(typed)[:1] == [meant]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("泸洲 工资集体写商", "泸州 工资集体协商"),
        ("“两个普扁”", "“两个普遍”"),
        ("city:路州 工会", "city:泸州 工会"),
        ("year:2013 工资集体写商 -农民工", "year:2013 工资集体协商 -农民工"),
        ("gonghui 2013", "工会 2013"),
        ("2013年9月两个普扁", "2013年9月两个普遍"),
    ],
)
def test_the_rest_of_a_query_stays_as_it_was_typed(typed: str, meant: str) -> None:
    assert meant in guess_queries(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "工会",
        "工资集体协商",
        "农民工 绿豆汤",
        "year:2013",
        "-写商",
        "GDP",
        "工会GDP",
        "卡拉OK",
        "潞zhou",  # another character was meant
        "OR",
        "a",
        "12351",
        "？！",
        "city:",
        "wqzxkvj",
        "🙂",
        "\x00",
        "写",
        "阳江",  # one place for another
        "职工花屋",  # an unlike character in a short name
        "送开凉",
        "江泸",
        "x" * 500,
        "写商" * 100,
    ],
)
def test_what_is_spelt_well_or_means_nothing_gets_no_guess(typed: str) -> None:
    assert guess_queries(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "争做知识型职工",
        "争当知识型职工",
        "争做知识型职工的人",
        "春送岗位夏送清凉秋送助学冬送温暖",
        "“争当知识型职工” 泸州",
    ],
)
def test_a_name_is_never_taken_for_another(typed: str) -> None:
    assert guess_queries(typed) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("工资隼休协商", "工资集体协商"),
        ("泸州工贷集休协商", "泸州工资集体协商"),
        ("争当和识型取工", "争当知识型职工"),
        ("春送岗位夏迭清凉秋送助学冬送湿暖", "春送岗位夏送清凉秋送助学冬送温暖"),
    ],
)
def test_two_characters_of_a_long_name_may_look_like_the_right_ones(typed: str, meant: str) -> None:
    assert guess_queries(typed)[:1] == [meant]


@pytest.mark.parametrize(
    "typed",
    [
        "讲了集体协商",  # both at one end: another word
        "工资群众协商",  # a word that was meant
        "争当二识型三工",  # numbers were meant
        "工货隼休协商",  # three
        "金伙肋学",  # a short name
    ],
)
def test_two_characters_that_may_have_been_meant_are_too_many(typed: str) -> None:
    assert not {"工资集体协商", "争当知识型职工", "金秋助学"} & set(guess_queries(typed))


def test_a_character_of_a_date_is_no_part_of_a_name() -> None:
    assert guess_queries("2013年9月8日领课堂") == []
    assert guess_queries("目领课堂") == ["白领课堂"]


@pytest.mark.parametrize("typed", ["送开站台", "工会内汇总"])
def test_half_a_word_is_never_made_another(typed: str) -> None:
    assert guess_queries(typed) == []


def test_what_sounds_or_looks_right_comes_before_what_does_not() -> None:
    DictionaryWord.objects.create(word="工资集中协商")
    DictionaryWord.objects.create(word="工资集录协商")
    assert guess_queries("工资集休协商")[0] == "工资集体协商"


def test_a_run_that_the_archive_holds_was_meant() -> None:
    assert guess_queries("泸洲 两个普扁", {"两个普扁"}.__contains__) == ["泸州 两个普扁"]
    assert guess_queries("gonghui", {"gonghui"}.__contains__) == []


def test_an_operator_or_the_name_of_a_field_is_no_pinyin() -> None:
    assert guess_queries("headline:工会 OR city:泸州") == []


def test_guesses_are_few_and_different() -> None:
    guesses = guess_queries("金秋助血送轻凉泸洲")
    assert 0 < len(set(guesses)) == len(guesses) <= 5


def test_a_guess_needs_few_queries(django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(4):
        guess_queries("泸洲 工资集体写商 gonghui")
