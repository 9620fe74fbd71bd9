"""An article against its page: which words differ, and on which lines each piece was printed."""

import pytest

from archive.desk.differences import Change
from archive.desk.reviewing.comparison import compare_with_page
from archive.models import Article
from tests.archive.desk.reviewing.conftest import LINES, number_of


def shown(comparison):
    """Return each piece that differs: its kind, and its passages with signs."""
    signs = {Change.SAME: "", Change.REMOVED: "-", Change.ADDED: "+"}
    return [
        (piece.kind, [signs[one.change] + one.text for one in piece.passages])
        for piece in comparison.pieces
        if any(one.change is not Change.SAME for one in piece.passages)
    ]


def change(article, old, new):
    article.body = article.body.replace(old, new)
    article.save()
    return compare_with_page(article)


def test_an_article_as_it_was_printed_has_no_differences(clinic, library):
    comparison = compare_with_page(clinic)
    assert comparison.difference_count == 0
    assert [(piece.kind, piece.lines) for piece in comparison.pieces] == [
        ("headline", (number_of(1),)),
        ("byline", (number_of(2),)),
        ("paragraph", (number_of(3),)),
        ("paragraph", (number_of(4), number_of(7))),
        ("crosshead", (number_of(8),)),
        ("paragraph", (number_of(9),)),
    ]


def test_a_corrected_character_is_one_difference(clinic):
    comparison = change(clinic, "血压", "血糖")
    assert comparison.difference_count == 1
    [(kind, passages)] = shown(comparison)
    assert kind == "paragraph"
    assert passages[1:3] == ["-压", "+糖"]


def test_what_the_author_wrote_anew_is_marked_as_added(clinic):
    comparison = change(clinic, "\n\n## ", "\n\n编者按：工地上的好办法。\n\n## ")
    assert shown(comparison) == [("paragraph", ["+编者按：工地上的好办法。"])]


def test_a_sentence_left_out_of_a_line_is_marked_where_it_stood(clinic):
    comparison = change(clinic, "登记了就能领，", "")
    assert comparison.difference_count == 1
    assert "-登记了就能领，" in shown(comparison)[0][1]


def test_a_paragraph_left_out_is_on_the_page_and_in_no_article(clinic):
    comparison = change(clinic, f"\n\n{LINES[9]}", "")
    unused = [line.number for line in comparison.lines if not line.owners]
    assert number_of(9) in unused
    assert number_of(9) not in comparison.own


def test_paragraphs_that_changed_their_order_are_no_difference(clinic):
    first, second, *rest = clinic.body.split("\n\n")
    clinic.body = "\n\n".join((second, first, *rest))
    assert compare_with_page(clinic).difference_count == 0


def test_a_break_of_the_print_that_was_closed_is_no_difference(clinic):
    assert change(clinic, "\n来量", "来量").difference_count == 0


def test_a_gap_is_a_piece_without_words(clinic):
    comparison = change(clinic, "\n\n## ", "\n\n[缺文：后栏未收到]\n\n## ")
    gap = next(piece for piece in comparison.pieces if piece.kind == "gap")
    assert (gap.passages, gap.lines, comparison.difference_count) == ((), (), 0)


def test_a_headline_that_was_changed_is_marked(clinic):
    clinic.headline = "青石县总工会把医务室开进工地"
    assert shown(compare_with_page(clinic)) == [("headline", ["青石县", "+总", "工会把医务室开进工地"])]


def test_without_a_page_nothing_is_marked(clinic):
    clinic.page = None
    comparison = compare_with_page(clinic)
    assert (comparison.lines, comparison.difference_count, len(comparison.pieces)) == ((), 0, 6)


@pytest.mark.parametrize("body", ["", "[缺文]", "\n\n", "## "])
def test_an_article_with_next_to_nothing_in_it_is_compared(made_up_page, body):
    article = Article.objects.create(page=made_up_page, headline="没有的", body=body)
    assert compare_with_page(article).own == frozenset()


def test_an_article_that_has_nothing_of_its_page_is_all_added(made_up_page):
    article = Article.objects.create(page=made_up_page, headline="别处来的", body="和这一版无关的一段话。")
    assert shown(compare_with_page(article)) == [
        ("headline", ["+别处来的"]),
        ("paragraph", ["+和这一版无关的一段话。"]),
    ]
