"""The rows of the screen."""

from archive.desk.splitting.change import ChangeKind
from archive.desk.splitting.printed import read_printed
from archive.desk.splitting.rows import COLOURS, ArticleMark, Offer, Where, build_rows
from tests.archive.desk.splitting.drafts import change, make_draft
from tests.archive.desk.splitting.made_up_page import DRAFT, TEXT

PRINTED = read_printed(TEXT)


def row(line, draft=DRAFT):
    return build_rows(draft, PRINTED)[line]


def test_each_line_has_a_row_in_print_order():
    assert list(build_rows(make_draft("h9 11", "1 7 3", unplaced="5", noise="15", copies="13=9"), PRINTED)) == [
        *(1, 3, 5, 7, 9, 11, 13, 15)
    ]


def test_a_row_tells_where_its_line_is():
    assert (row(9).where, row(9).article) == (Where.ARTICLE, ArticleMark(2, 2, 2))
    assert (row(15).where, row(15).article) == (Where.NOISE, ArticleMark())
    assert (row(13).where, row(13).original) == (Where.COPY, 9)
    assert row(5, change(DRAFT, ChangeKind.UNPLACED, 5)).where is Where.UNPLACED


def test_articles_are_numbered_in_their_order_and_colours_begin_anew():
    draft = make_draft(*map(str, range(1, COLOURS * 2 + 2, 2)))
    printed = read_printed("字\n\n" * COLOURS * 2)
    last = build_rows(draft, printed)[COLOURS * 2 + 1]
    assert last.article == ArticleMark(COLOURS + 1, COLOURS + 1, 1)
    moved = change(DRAFT, ChangeKind.ORDER, article=2, place=0)
    assert (row(9, moved).article.number, row(1, moved).article.number) == (1, 2)


def test_a_broken_sentence_has_its_offers_until_it_is_decided():
    offers = (
        Offer(7, "学到手艺，市总工会请来三十名老师傅，一对一地教。", is_likely=True),
        Offer(11, "本报讯 青石县总工会日前请县医院的医生上山，为护林员体检。", is_likely=False),
    )
    assert (row(3).is_undecided, row(3).offers) == (True, offers)
    joined = change(DRAFT, ChangeKind.JOIN, 3, target=7)
    assert (row(3, joined).is_undecided, row(3, joined).offers, row(3, joined).goes_on) == (False, (), 7)
    assert row(7, joined).follows == 3
    for kind in (ChangeKind.GAP_AFTER, ChangeKind.WHOLE):
        assert not row(3, change(DRAFT, kind, 3)).is_undecided


def test_a_line_that_goes_on_with_another_is_offered_last():
    taken = change(DRAFT, ChangeKind.JOIN, 11, target=7)
    assert [(offer.line, offer.follows) for offer in row(3, taken).offers] == [(11, 0), (7, 11)]


def test_a_long_line_is_cut_in_three_and_nothing_of_it_is_lost():
    text = "一二三四五六七八九十" * 20
    made = build_rows(make_draft("1"), read_printed(text))[1]
    assert made.text.middle
    assert made.text.beginning + made.text.middle + made.text.ending == text


def test_only_rows_that_look_different_differ():
    before, after = build_rows(DRAFT, PRINTED), build_rows(change(DRAFT, ChangeKind.NOISE, 5), PRINTED)
    assert [line for line in after if after[line] != before[line]] == [5]


def test_a_row_tells_where_the_reading_leaves_the_order_of_the_print_without_a_join():
    draft = make_draft("h1 5 c9 3 +11 7 13")
    assert {line: made.jumps_to for line, made in build_rows(draft, PRINTED).items() if made.jumps_to} == {
        5: 3,
        11: 7,
        7: 13,
    }
