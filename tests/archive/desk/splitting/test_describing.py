"""An article of a draft: its parts as they are stored, and what its words tell."""

from dataclasses import replace

import pytest

from archive.desk.splitting.change import ChangeKind
from archive.desk.splitting.describing import describe_article
from archive.desk.splitting.printed import read_printed
from archive.extraction.genre import ArticleKind
from tests.archive.desk.splitting.drafts import change, make_draft
from tests.archive.desk.splitting.made_up_page import DRAFT, TEXT
from tests.archive.small_gazetteer import GAZETTEER

PRINTED = read_printed(TEXT)


def parts_of(draft, at=0):
    """Return the parts of an article, written short: paragraph 3+7, gap 后栏未收到."""
    described = describe_article(draft, draft.articles[at], PRINTED, GAZETTEER)
    return [
        f"{part.kind} {'+'.join(str(line.number) for line in part.lines) or part.reason}" for part in described.parts
    ]


def test_a_sentence_of_which_nobody_has_said_how_it_goes_on_has_a_gap_behind_it():
    assert parts_of(DRAFT) == ["paragraph 3", "gap ", "caption 5", "paragraph 7"]


def test_joined_lines_are_one_paragraph():
    assert parts_of(change(DRAFT, ChangeKind.JOIN, 3, target=7)) == ["paragraph 3+7", "caption 5"]


def test_a_line_that_is_said_to_end_has_no_gap_behind_it():
    assert parts_of(change(DRAFT, ChangeKind.WHOLE, 3)) == ["paragraph 3", "caption 5", "paragraph 7"]


def test_a_gap_keeps_its_reason():
    draft = change(DRAFT, ChangeKind.GAP_AFTER, 3, reason="后栏未收到")
    assert parts_of(draft)[1] == "gap 后栏未收到"
    assert parts_of(change(DRAFT, ChangeKind.GAP_BEFORE, 3, reason="前栏未收到"))[0] == "gap 前栏未收到"


def test_two_gaps_that_meet_are_one():
    draft = change(change(DRAFT, ChangeKind.GAP_AFTER, 5), ChangeKind.GAP_BEFORE, 7, reason="撕破")
    assert parts_of(draft)[2:] == ["caption 5", "gap 撕破", "paragraph 7"]


def test_a_gap_at_the_end_is_there():
    assert parts_of(change(DRAFT, ChangeKind.GAP_AFTER, 11), at=1) == ["paragraph 11", "gap "]


def test_heads_people_and_kind_are_those_of_the_articles_own_lines():
    described = describe_article(DRAFT, DRAFT.articles[0], PRINTED, GAZETTEER)
    assert [line.number for line in described.headline] == [1]
    assert [person.name for person in described.people] == ["林晓禾"]
    assert described.kind is ArticleKind.NEWS


def test_a_form_that_the_page_told_stays_the_kind():
    brief = replace(DRAFT.articles[1], kind=ArticleKind.BRIEF)
    assert describe_article(DRAFT, brief, PRINTED, GAZETTEER).kind is ArticleKind.BRIEF


def test_an_article_under_another_ones_heading_has_it_too():
    draft = change(make_draft("z1 3", "h9 11"), ChangeKind.UNDER, article=2)
    described = describe_article(draft, draft.articles[1], PRINTED, GAZETTEER)
    assert [line.number for line in described.section] == [1]


@pytest.mark.parametrize("entries", ["h1", "c5", "b3"])
def test_an_article_without_a_paragraph_is_described_too(entries):
    draft = make_draft(entries)
    assert describe_article(draft, draft.articles[0], PRINTED, GAZETTEER).paragraphs == ()
