"""People of each group, logged in, and a small archive to work on."""

import datetime
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from archive.loading.groups import ADMINISTRATORS, EDITORS, READERS, REVIEWERS, load_groups
from archive.models import Article, City, Initiative, Newspaper, Page, Province


@pytest.fixture
def log_in(db) -> Callable[..., Client]:
    """Return a function: a group's name -> the browser of a new person in that group."""
    load_groups()

    def log_in_as(group: str, is_staff: bool = True) -> Client:
        user = User.objects.create_user(f"person-{User.objects.count()}", is_staff=is_staff)
        user.groups.add(Group.objects.get(name=group))
        client = Client()
        client.force_login(user)
        return client

    return log_in_as


@pytest.fixture
def reader(log_in) -> Client:
    return log_in(READERS, is_staff=False)


@pytest.fixture
def editor(log_in) -> Client:
    return log_in(EDITORS)


@pytest.fixture
def reviewer(log_in) -> Client:
    return log_in(REVIEWERS)


@pytest.fixture
def administrator(log_in) -> Client:
    return log_in(ADMINISTRATORS)


@pytest.fixture
def sichuan(db) -> Province:
    return Province.objects.create(code="510000", name="四川省", short_name="四川", abbreviation="川")


@pytest.fixture
def luzhou(sichuan) -> City:
    return City.objects.create(code="510500", name="泸州市", level="city", province=sichuan)


@pytest.fixture
def initiative(db) -> Initiative:
    return Initiative.objects.create(name="金秋助学", category="困难帮扶", scope="national")


@pytest.fixture
def printed_page(db) -> Page:
    return Page.objects.create(
        newspaper=Newspaper.objects.create(name="样报"),
        date=datetime.date(2013, 9, 23),
        date_precision="day",
        number=4,
        text="版面原文",
    )


@pytest.fixture
def article(printed_page) -> Article:
    return Article.objects.create(
        newspaper=printed_page.newspaper,
        page=printed_page,
        date=printed_page.date,
        date_precision="day",
        headline="工会送清凉到一线",
        body="各级工会走进车间。",
    )


def _rows(prefix: str, rows: list[dict[str, object]]) -> dict[str, object]:
    fields: dict[str, object] = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        fields.update({f"{prefix}-{number}-{name}": value for name, value in row.items()})
    return fields


@pytest.fixture
def filled() -> Callable[..., dict[str, object]]:
    """Return a function: what differs from a plain article -> the fields that its form sends."""

    def fill(
        places: list[dict[str, object]] | None = None,
        initiatives: list[dict[str, object]] | None = None,
        people: list[dict[str, object]] | None = None,
        **fields: object,
    ) -> dict[str, object]:
        plain = {
            "headline": "金秋助学金发到学生手中",
            "body": "开学前夕，工会把助学金送到学生家中。",
            "date_precision": "unknown",
            "order": 0,
            "genre": "news",
            "status": "draft",
        }
        return {
            **plain,
            **_rows("city_links", places or []),
            **_rows("initiative_links", initiatives or []),
            **_rows("people", people or []),
            **fields,
        }

    return fill
