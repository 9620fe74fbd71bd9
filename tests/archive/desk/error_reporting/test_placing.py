"""The words that a reader quoted -> their place in the article and on the page."""

import pytest

from archive.desk.error_reporting.placing import find_span, place_report
from archive.desk.reviewing.comparison import compare_with_page
from archive.models import Article, Page

BODY = "工会送书进厂。\n\n## 职工都说好\n\n工会送书进厂，\n职工下了班就来看。\n\n[图] 职工在看书"


@pytest.fixture
def article(db):
    page = Page.objects.create(
        text="工会送书\n\n工会送书进厂。\n\n职工都说好\n\n工会送书进厂，\n\n职工下了班就来看。\n\n职工在看书"
    )
    return Article.objects.create(page=page, headline="工会送书", body=BODY)


def place(article, quote, block=None):
    return place_report(article, compare_with_page(article), quote, block)


def meant(place):
    return [piece.before + f"[{piece.marked}]" + piece.after for piece in place.pieces if piece.is_meant]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("工会送清凉", "清凉", (3, 5)),
        ("工会送清\n凉了", "清凉", (3, 6)),
        ("工会送“清凉”", '"清凉"', (3, 7)),
        ("工会 送清凉", "会送", (1, 4)),
        ("工会送清凉", "送 温暖", None),
        ("工会送清凉", "", None),
        ("工会送清凉", " \n", None),
        ("", "清凉", None),
    ],
)
def test_a_quote_is_found_whatever_its_white_space_and_marks(text, quote, expected):
    assert find_span(text, quote) == expected


def test_of_several_places_the_one_in_the_named_stretch_is_taken():
    text = "工会甲工会乙工会"
    assert find_span(text, "工会") == (0, 2)
    assert find_span(text, "工会", within=(3, 6)) == (3, 5)
    assert find_span(text, "工会", within=(5, 6)) == (0, 2)


def test_the_block_decides_between_the_same_words_in_two_places(article):
    assert meant(place(article, "工会送书进厂", 0)) == ["[工会送书进厂]。"]
    assert meant(place(article, "工会送书进厂", 2)) == ["[工会送书进厂]，\n职工下了班就来看。"]


def test_a_quote_of_the_headline_needs_no_block(article):
    found = place(article, "工会送书")
    assert found.is_found
    assert [piece.kind for piece in found.pieces if piece.is_meant] == ["headline"]


def test_a_quote_over_several_blocks_is_marked_in_each(article):
    assert meant(place(article, "进厂。\n职工都说好", 0)) == ["工会送书[进厂。]", "[职工都说好]"]


def test_its_lines_on_the_page_are_shown_with_their_neighbours(article):
    lines = place(article, "进厂，职工下了班", 2).lines
    assert [(line.number, line.is_meant, line.marked) for line in lines] == [
        (5, False, ""),
        (7, True, "进厂，"),
        (9, True, "职工下了班"),
        (11, False, ""),
    ]


def test_words_that_are_gone_leave_the_block_they_stood_in(article):
    found = place(article, "错字已经改掉", 2)
    assert not found.is_found
    assert meant(found) == ["[]工会送书进厂，\n职工下了班就来看。"]
    assert [line.number for line in found.lines if line.is_meant] == [7, 9]


def test_words_and_block_that_are_gone_leave_no_place(article):
    assert place(article, "没有的", 99).pieces == ()
    assert place(article, "", None).lines == ()


def test_what_the_article_lacks_of_its_lines_does_not_shift_the_place(article):
    article.body = article.body.replace("\n职工下了班就来看。", "")
    article.save()
    lines = place(article, "职工在看书", 3).lines
    assert [line.number for line in lines if line.is_meant] == [11]


def test_without_a_page_there_are_no_lines(article):
    article.page = None
    assert place(article, "工会送书", 0).lines == ()
