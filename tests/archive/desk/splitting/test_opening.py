import pytest

from archive.desk.splitting.draft import Role, read_draft, write_draft
from archive.desk.splitting.opening import draft_proposal, open_split
from archive.extraction.gazetteer import build_gazetteer
from archive.extraction.genre import ArticleKind
from archive.intake.lines import read_lines
from archive.models import Page, Split
from archive.segmentation.page import segment_page
from archive.segmentation.paragraph import Paragraph, read_paragraphs
from archive.segmentation.proposal import ArticleDraft, Folio, JoinOffer, JoinOption, PageProposal, Part, PartKind
from tests.archive.shared_pages import needs_shared_pages, read_shared_pages


def line(number):
    return Paragraph(number, f"第{number}行")


def article(*parts, **heads):
    lines = dict.fromkeys(("section", "kicker", "headline", "subhead", "byline"), ())
    lines |= {role: tuple(map(line, numbers)) for role, numbers in heads.items()}
    return ArticleDraft(parts=parts, kind=ArticleKind.NEWS, dateline="", place=None, people=(), **lines)


def part(*numbers, kind=PartKind.PARAGRAPH):
    return Part(kind, tuple(map(line, numbers)))


GAP = Part(PartKind.GAP)


def draft(*articles, noise=(), duplicates=(), offers=(), printed=()):
    return draft_proposal(PageProposal(Folio(), articles, noise, duplicates, offers), map(line, printed))


def test_an_article_becomes_its_lines_in_reading_order_with_joins():
    made = draft(article(part(5), part(9, 7), headline=[3], kicker=[1]))
    entries = made.articles[0].entries
    assert [(entry.line, entry.role, entry.is_joined) for entry in entries] == [
        (1, Role.KICKER, False),
        (3, Role.HEADLINE, False),
        (5, Role.PARAGRAPH, False),
        (9, Role.PARAGRAPH, False),
        (7, Role.PARAGRAPH, True),
    ]


def test_a_gap_belongs_to_the_line_before_it_and_one_at_the_beginning_to_the_first_line():
    made = draft(article(GAP, part(1), GAP, part(2)))
    assert [(entry.gap_before, entry.gap_after) for entry in made.articles[0].entries] == [("", ""), (None, None)]


def test_where_lines_are_offered_nothing_is_certain_to_be_lost():
    offer = JoinOffer(1, (JoinOption(5, is_likely=True),))
    made = draft(article(part(1), GAP, part(5)), offers=(offer,))
    assert made.articles[0].entries[0].gap_after is None
    assert made.offers == {1: offer.options}


def test_the_common_heading_of_briefs_is_a_line_of_the_first_and_the_others_stand_under_it():
    made = draft(article(part(3), section=[1], headline=[2]), article(part(5), section=[1], headline=[4]))
    assert [article.under for article in made.articles] == [None, 1]
    assert [entry.line for entry in made.articles[1].entries] == [4, 5]


def test_a_printed_line_that_was_proposed_nowhere_is_unplaced():
    made = draft(article(part(1)), noise=(2,), duplicates=((4, 1),), printed=(1, 2, 3, 4))
    assert [entry.line for entry in made.unplaced] == [3]
    assert [(copy.entry.line, copy.original) for copy in made.copies] == [(4, 1)]


def test_a_line_that_was_proposed_twice_is_placed_once():
    made = draft(article(part(1), part(2)), article(part(2, 3)), noise=(3,))
    assert sorted(made.lines) == [1, 2, 3]


@pytest.mark.django_db
def test_a_split_is_opened_once_and_its_draft_kept():
    page = Page.objects.create(text="工会送清凉到一线\n\n　　各级工会走进车间，把清凉送到职工手中。\n")
    split = open_split(page)
    assert open_split(page) == split
    assert sorted(read_draft(split.draft).lines) == [1, 3]
    assert Split.objects.count() == 1


@pytest.mark.shared
@needs_shared_pages
def test_each_printed_line_of_the_real_pages_is_in_its_draft_once():
    for _name, data in read_shared_pages():
        lines = read_lines(data.decode())
        printed = read_paragraphs(lines)
        made = draft_proposal(segment_page(lines, build_gazetteer([], [])), printed)
        assert sorted(made.lines) == [paragraph.number for paragraph in printed]
        assert not made.unplaced
        assert read_draft(write_draft(made)) == made
