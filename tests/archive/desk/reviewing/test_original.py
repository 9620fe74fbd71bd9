"""The page's lines beside an article: its own, what repeats them, what nobody took, and the others folded."""

import pytest

from archive.desk.reviewing import original
from archive.desk.reviewing.comparison import compare_with_page
from archive.desk.reviewing.original import find_runs, find_unused
from archive.models import Article, Page, Split
from tests.archive.desk.reviewing.conftest import LINES, number_of


def runs_of(article):
    return find_runs(compare_with_page(article), article)


def shown(runs):
    return [(run.kind.value, run.count, run.is_folded) for run in runs]


def test_the_whole_page_is_there_in_print_order(clinic, library):
    runs = runs_of(clinic)
    assert shown(runs) == [
        ("unused", 1, False),
        ("own", 4, False),
        ("other", 2, True),
        ("own", 3, False),
        ("copy", 1, False),
    ]
    assert [line.text for run in runs for line in run.lines] == list(LINES)


def test_a_fold_names_the_article_whose_lines_it_holds(clinic, library):
    assert [run.article for run in runs_of(clinic) if run.is_folded] == [library]


def test_what_nobody_took_is_told_of_by_its_numbers(clinic, library):
    library.delete()
    assert find_unused(runs_of(clinic)) == (number_of(0), number_of(5), number_of(6))


def test_what_nobody_took_far_away_is_folded(db):
    far = [f"离得很远的第{number}行广告文字。" for number in range(12)]
    page = Page.objects.create(text="\n".join(["工会送书进厂，职工都说好。", *far]))
    article = Article.objects.create(page=page, body="工会送书进厂，职工都说好。")
    assert shown(runs_of(article)) == [("own", 1, False), ("unused", 4, False), ("unused", 8, True)]
    assert len(find_unused(runs_of(article))) == 4


def test_what_was_marked_as_noise_is_not_among_what_nobody_took(clinic, library):
    Split.objects.create(page=clinic.page, draft={"noise": [[number_of(0), "paragraph"]]})
    runs = runs_of(clinic)
    assert shown(runs)[0] == ("noise", 1, False)
    assert find_unused(runs) == ()


def test_an_article_with_no_line_of_the_page_is_shown_the_page(made_up_page, library):
    article = Article.objects.create(page=made_up_page, body="和这一版无关的一段话。")
    assert [run.kind.value for run in runs_of(article) if not run.is_folded] == ["unused", "unused"]


def test_of_a_very_long_page_folded_lines_are_only_counted(clinic, library, monkeypatch):
    monkeypatch.setattr(original, "_LONGEST_FOLDED", 10)
    [fold] = [run for run in runs_of(clinic) if run.is_folded]
    assert (fold.count, fold.lines) == (2, ())


@pytest.mark.parametrize("many", [3, 30])
def test_the_number_of_queries_does_not_grow_with_the_page(clinic, library, django_assert_max_num_queries, many):
    for number in range(many):
        Article.objects.create(page=clinic.page, body=f"另外的第{number}篇稿件，说的是别的事情。")
    with django_assert_max_num_queries(3):
        runs_of(clinic)
