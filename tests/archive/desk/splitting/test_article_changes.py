import pytest

from archive.desk.splitting.change import ChangeError, ChangeKind
from tests.archive.desk.splitting.drafts import change, make_draft, show


def test_an_article_is_split_at_a_line_of_its_body():
    draft = make_draft("h1 b9 3 x5 7 +11", "13")
    made = change(draft, ChangeKind.SPLIT, 5)
    assert show(made) == ["h1 3", "h5 b9 7 +11", "13"]
    assert [article.key for article in made.articles] == [1, 3, 2]


def test_an_article_is_split_in_the_reading_order():
    assert show(change(make_draft("1 9 5 7"), ChangeKind.SPLIT, 5)) == ["1 9", "5 7"]


def test_an_article_is_split_at_a_second_headline_by_what_is_printed_below():
    assert show(change(make_draft("h1 h5 3 7 9"), ChangeKind.SPLIT, 5)) == ["h1 3", "h5 7 9"]


def test_a_sentence_is_parted_where_its_article_is_split():
    assert show(change(make_draft("1 +3 5"), ChangeKind.SPLIT, 3)) == ["1", "3 5"]


def test_an_article_is_not_split_at_its_beginning():
    for line in (1, 3):
        with pytest.raises(ChangeError):
            change(make_draft("h1 3 5" if line == 1 else "3 5"), ChangeKind.SPLIT, line)


def test_two_articles_become_one_with_one_headline():
    draft = make_draft("h1 3", "k5 h7 b9 11")
    assert show(change(draft, ChangeKind.MERGE, article=2, target=1)) == ["h1 b9 3 x5 x7 11"]
    assert show(change(draft, ChangeKind.MERGE, article=1, target=2)) == ["k5 h7 b9 x1 3 11"]


def test_an_article_without_headline_gets_that_of_the_one_it_is_merged_with():
    assert show(change(make_draft("1 3", "h5 7"), ChangeKind.MERGE, article=2, target=1)) == ["h5 1 3 7"]


def test_an_article_cannot_be_merged_with_itself_or_with_none():
    for target in (1, 9):
        with pytest.raises(ChangeError):
            change(make_draft("1", "3"), ChangeKind.MERGE, article=1, target=target)


@pytest.mark.parametrize(("place", "order"), [(0, [3, 1, 2]), (1, [1, 3, 2]), (99, [1, 2, 3]), (-5, [3, 1, 2])])
def test_an_article_is_put_at_a_place_among_the_others(place, order):
    made = change(make_draft("1", "3", "5"), ChangeKind.ORDER, article=3, place=place)
    assert [article.key for article in made.articles] == order


def test_the_lines_of_an_article_that_is_given_up_are_not_lost():
    made = change(make_draft("h1 3 +5", "7"), ChangeKind.REMOVE, article=1)
    assert [entry.line for entry in made.unplaced] == [1, 3, 5]
    assert show(made) == ["7"]


def test_a_brief_is_put_under_the_heading_before_it_and_taken_away():
    draft = make_draft("z1 h3 5", "h7 9", "h11 13")
    made = change(draft, ChangeKind.UNDER, article=3)
    assert [article.under for article in made.articles] == [None, None, 1]
    assert change(made, ChangeKind.UNDER, article=3) == draft


def test_no_article_stands_under_a_heading_that_is_not_there():
    with pytest.raises(ChangeError):
        change(make_draft("h1 3", "5"), ChangeKind.UNDER, article=2)


def test_when_the_heading_goes_no_article_stands_under_it():
    draft = change(make_draft("z1 h3 5", "h7 9"), ChangeKind.UNDER, article=2)
    assert change(draft, ChangeKind.NOISE, 1).articles[1].under is None
