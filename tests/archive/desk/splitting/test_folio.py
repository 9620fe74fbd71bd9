"""What a page says of itself, as an editor corrects it."""

import datetime

import pytest

from archive.desk.splitting.folio import Folio, check_folio, read_folio, store_folio, store_folio_of, write_folio
from archive.models import Newspaper, Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> Page:
    return Page.objects.create(text="工会送清凉", newspaper=Newspaper.objects.create(name="样报"), number=4)


def test_a_page_is_shown_as_it_is_typed(page):
    page.date, page.date_precision = datetime.date(2013, 9, 1), "month"
    assert read_folio(page) == Folio("样报", "2013-09", "4")


def test_what_was_typed_is_written_and_read_back(page):
    entry = Folio("样报", "2013年9月23日", "12", "地方新闻")
    assert check_folio(entry) == {}
    stored = store_folio(entry, store_folio_of(page))
    write_folio(page, stored)
    page.refresh_from_db()
    assert (page.date, page.date_precision, page.number) == (datetime.date(2013, 9, 23), "day", 12)
    assert store_folio_of(page) == stored
    assert read_folio(page) == Folio("样报", "2013-09-23", "12", "地方新闻")


def test_nothing_typed_is_unknown(page):
    write_folio(page, store_folio(Folio(), store_folio_of(page)))
    page.refresh_from_db()
    assert store_folio_of(page) == ["", "", "unknown", None, "", False]


def test_a_date_counts_as_confirmed_once_a_person_has_typed_it():
    printed = ["样报", "2013-09-23", "day", 4, "", False]
    assert not store_folio(Folio("样报", "2013-09-23", "5"), printed)[-1]
    typed = store_folio(Folio("样报", "2013-09-24", "4"), printed)
    assert typed[-1]
    assert store_folio(Folio("新报", "2013年9月24日", "4"), typed)[-1]
    assert not store_folio(Folio("样报"), typed)[-1]


def test_the_same_again_makes_no_version(page):
    versions = page.history.count()
    write_folio(page, store_folio_of(page))
    assert page.history.count() == versions


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (Folio(date="昨天"), "date"),
        (Folio(date="2013-13-01"), "date"),
        (Folio(number="0"), "number"),
        (Folio(number="四"), "number"),
        (Folio(number="99999"), "number"),
        (Folio(number="-3"), "number"),
        (Folio(section_label="长" * 51), "section_label"),
        (Folio(newspaper="长" * 101, is_new_newspaper=True), "newspaper"),
        (Folio(newspaper="样抱"), "newspaper"),
    ],
)
def test_what_cannot_be_written_is_told_by_its_field(page, entry, field):
    assert list(check_folio(entry)) == [field]


def test_a_new_newspaper_is_added_where_the_editor_says_so(page):
    entry = Folio(newspaper="新报", is_new_newspaper=True)
    assert check_folio(entry) == {}
    write_folio(page, store_folio(entry, store_folio_of(page)))
    assert Newspaper.objects.filter(name="新报").exists()
