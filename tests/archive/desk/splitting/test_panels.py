"""The articles being made, as the screen shows them."""

from django.utils.html import strip_tags

from archive.desk.splitting.change import ChangeKind
from archive.desk.splitting.panels import build_panels, read_through
from archive.desk.splitting.printed import read_printed
from tests.archive.desk.splitting.drafts import change, make_draft
from tests.archive.desk.splitting.made_up_page import DRAFT, TEXT
from tests.archive.small_gazetteer import GAZETTEER

PRINTED = read_printed(TEXT)


def panels(draft=DRAFT, printed=PRINTED):
    return build_panels(draft, printed, GAZETTEER)


def test_an_article_has_its_headline_people_kind_and_lines():
    first, second = panels()
    assert first.headline == "河湾市总工会把夜校办进车间"
    assert first.facts == ("林晓禾", "消息", "4 行")
    assert second.mark.number == 2


def test_the_place_is_named_with_the_province_it_lies_in():
    printed = read_printed("泸州市总工会送清凉\n\n本报讯 泸州市总工会日前送清凉。")
    [panel] = panels(make_draft("h1 3"), printed)
    assert panel.facts[0] == "四川泸州"


def test_lines_stand_in_reading_order_and_joined_ones_together():
    assert panels(change(DRAFT, ChangeKind.JOIN, 3, target=7))[0].chains == ((1,), (3, 7), (5,))


def test_lines_that_are_read_next_though_another_is_printed_next_are_marked():
    assert panels()[0].jumps == frozenset()
    assert panels(make_draft("h1 5 c7 3"))[0].jumps == {3}


def test_what_is_wrong_with_an_article_is_told():
    assert [strip_tags(problem) for problem in panels()[0].problems] == ["没有说完：第 3 行"]
    told = [strip_tags(problem) for problem in panels(make_draft("[7 c5"))[0].problems]
    assert told == ["没有主题", "开头缺文：第 7 行从半句开始"]
    assert panels(make_draft("h1"))[0].problems == ("没有正文",)


def test_an_article_can_be_put_under_a_heading_that_stands_before_it():
    draft = make_draft("z1 3", "h9 11")
    assert [panel.can_be_put_under for panel in panels(draft)] == [False, True]
    assert panels(change(draft, ChangeKind.UNDER, article=2))[1].under == 1


def test_an_article_is_read_through_from_head_to_end():
    reading = read_through(DRAFT, 1, PRINTED, GAZETTEER)
    assert [(part.kind, [line for line, _text in part.lines]) for part in reading.parts] == [
        ("headline", [1]),
        ("paragraph", [3]),
        ("gap", []),
        ("caption", [5]),
        ("paragraph", [7]),
    ]


def test_an_article_that_is_gone_cannot_be_read():
    assert read_through(DRAFT, 9, PRINTED, GAZETTEER) is None
