"""Words that name something find its other names too, on every engine; a reader can ask for the words alone."""

from collections.abc import Callable

import pytest

from archive.models import Article, City, FormerName, Initiative, InitiativeAlias, Province
from search.find import Answer, find
from search.request import SearchRequest

pytestmark = pytest.mark.django_db

BODIES = {
    "full": "全市开展面对面、心贴心、实打实活动，干部走进车间。",
    "short": "“面心实”活动在全市铺开。",
    "scattered": "面对困难，心里踏实，大家都说好。",
    "both": "“面心实”，就是面对面、心贴心、实打实。",
    "old": "呈贡县工会为职工办实事。",
    "new": "呈贡区工会为职工办实事。",
    "national": "中华全国总工会召开会议。",
    "abbreviated": "全总提出新的要求。",
    "chance": "安全总监走进车间。",
    "council": "职工代表大会通过了合同。",
    "council-short": "职代会通过了合同。",
    "unpunctuated": "厂里挂起面对面心贴心实打实的横幅。",
    "sentence": "每年春天，职代会听取并审议工会工作报告，再提意见。",
    "place": "四川开出夜校。",
    "union": "市总工会开出夜车。",
    "union-short": "市总办起球赛。",
    "union-chance": "全市总体平稳。",
}


def add_vocabulary() -> None:
    Province.objects.create(code="510000", name="四川省", short_name="四川", abbreviation="川")
    yunnan = Province.objects.create(code="530000", name="云南省", short_name="云南", abbreviation="滇")
    chenggong = City.objects.create(code="530114", name="呈贡区", level="district", province=yunnan)
    FormerName.objects.create(
        name="呈贡县", code="530121", seen_from=2002, seen_until=2010, province=yunnan, city=chenggong
    )
    work = Initiative.objects.create(name="面对面心贴心实打实服务职工", category="服务职工", scope="national")
    for alias in ("面心实", "面对面、心贴心、实打实"):
        InitiativeAlias.objects.create(initiative=work, name=alias)


@pytest.fixture(scope="module")
def reports(fill_archive: Callable) -> dict[str, Article]:
    def add() -> dict[str, Article]:
        add_vocabulary()
        made = {key: Article.objects.create(headline=key, body=body) for key, body in BODIES.items()}
        Article.objects.update(status="published")
        return made

    return fill_archive(add)


@pytest.fixture
def answer(engine: str, reports: dict[str, Article]) -> Callable[..., Answer]:
    def answer(text: str, is_literal: bool = False) -> Answer:
        return find(SearchRequest(text, is_literal=is_literal), engine)

    return answer


def keys(answer: Answer) -> list[str]:
    return [article.headline for article, _score in answer.hits]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("面心实", {"short", "both", "full", "unpunctuated"}),
        ("面对面心贴心实打实", {"short", "both", "full", "unpunctuated"}),
        ("面对面、心贴心，实打实", {"short", "both", "full", "unpunctuated"}),
        ("initiative:面对面心贴心实打实", set()),  # known, and of no report
        ("四川省", {"place"}),
        ("市总工会", {"union", "union-short"}),
        ("市总", {"union", "union-short", "union-chance"}),
        ("“面心实”", {"short", "both"}),
        ("呈贡县", {"old", "new"}),
        ("呈贡区", {"old", "new"}),
        ("呈贡", {"old", "new"}),
        ("“呈贡县”", {"old"}),
        ("呈贡县工会", {"old", "new"}),
        ("中华全国总工会", {"national", "abbreviated"}),
        ("全总", {"abbreviated", "chance", "national"}),
        ("职代会", {"council", "council-short", "sentence"}),
        ("职代会合同", {"council", "council-short"}),
        ("会议 OR 职代会", {"council", "council-short", "sentence", "national"}),
        ("职工代表大会听取并审议工会工作报告", {"sentence"}),
        ("合同 -职代会", {"council"}),
        ("headline:职代会", set()),
    ],
)
def test_a_name_finds_its_other_names_and_quotes_do_not(answer, text: str, found: set[str]) -> None:
    assert set(keys(answer(text))) == found


def test_what_was_typed_comes_first_then_other_names(answer) -> None:
    assert keys(answer("面心实"))[0] == "both"
    assert keys(answer("职代会"))[-1] == "council"
    assert keys(answer("全总")) == ["abbreviated", "national", "chance"]
    assert keys(answer("市总")) == ["union-short", "union", "union-chance"]


def test_a_name_within_what_was_typed_comes_before_its_other_names(answer) -> None:
    assert keys(answer("面心实活动")) == ["short", "full"]


def test_a_sentence_with_a_name_is_relaxed_where_no_report_holds_it_in_one_piece(answer) -> None:
    relaxed = answer("请问呈贡区工会今年为职工办了哪些实事")
    assert relaxed.is_relaxed
    assert set(keys(relaxed)[:2]) == {"old", "new"}


def test_the_answer_tells_what_was_searched_too(answer) -> None:
    also = answer("面心实 呈贡县").parsed.also_searched
    assert [(each.name, each.others) for each in also] == [
        ("面心实", ("面对面心贴心实打实服务职工", "面对面、心贴心、实打实")),
        ("呈贡县", ("呈贡",)),
    ]


def test_a_literal_search_adds_nothing(answer) -> None:
    literal = answer("面心实", is_literal=True)
    assert set(keys(literal)) == {"short", "both"}
    assert literal.parsed.also_searched == ()


def test_other_names_are_marked(answer) -> None:
    assert "面对面 心贴心 实打实" in answer("面心实").parsed.runs


def test_a_name_that_nothing_has_relaxes_with_its_other_names(answer) -> None:
    relaxed = answer("面心实 龙舟赛")
    assert relaxed.is_relaxed
    assert {"short", "both", "full"} <= set(keys(relaxed))


def test_a_new_alias_counts_at_once_also_one_of_two_characters_that_is_no_word_of_the_index_yet(answer) -> None:
    assert keys(answer("龙舟赛")) == []
    work = Initiative.objects.get()
    InitiativeAlias.objects.create(initiative=work, name="龙舟赛")
    assert "both" in keys(answer("龙舟赛"))
    InitiativeAlias.objects.create(initiative=work, name="总监")
    assert "chance" in keys(answer("龙舟赛"))
