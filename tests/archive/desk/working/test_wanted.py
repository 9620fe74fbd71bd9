"""The fields above the work list -> what an editor wants to see."""

import datetime

import pytest
from django.contrib.auth.models import User
from django.http import QueryDict
from django.utils import timezone

from archive.desk.working.kinds import WorkOrder
from archive.desk.working.wanted import Days, Wanted, WantedForm
from archive.models import City, Newspaper

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return User.objects.create_user("anna", is_superuser=True)


def read(address: str, user: User) -> tuple[Wanted, WantedForm]:
    form = WantedForm(QueryDict(address))
    return form.read(user), form


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2013", (2013, 1, 1), (2013, 12, 31)),
        ("2012-02", (2012, 2, 1), (2012, 2, 29)),
        ("2013年9月23日", (2013, 9, 23), (2013, 9, 23)),
    ],
)
def test_a_date_as_exact_as_it_is_typed_gives_its_days(anna, typed, first, last):
    wanted, _form = read(f"date={typed}", anna)
    assert wanted.days == Days(datetime.date(*first), datetime.date(*last))


def test_a_region_gives_the_codes_of_all_places_of_the_name(anna, luzhou):
    City.objects.create(code="510599", name="泸州县", level="district", province_id="510000")
    assert read("region=四川", anna)[0].codes == ("510000",)
    assert set(read("region=泸州", anna)[0].codes) == {"510500", "510599"}


def test_oneself_and_others_are_people_of_the_desk(anna):
    other = User.objects.create_user("bo", is_superuser=True)
    stranger = User.objects.create_user("reader")
    assert read("person=me", anna)[0].person == anna.pk
    assert read(f"person={other.pk}", anna)[0].person == other.pk
    assert read(f"person={stranger.pk}", anna)[0].person is None


def test_an_age_is_a_moment_before_now(anna):
    before = read("age=7", anna)[0].before
    assert before is not None
    assert abs(timezone.now() - datetime.timedelta(days=7) - before) < datetime.timedelta(minutes=1)


def test_nothing_asked_for_narrows_nothing(anna):
    wanted, form = read("q=++&order=latest", anna)
    assert (wanted, wanted.is_narrowed) == (Wanted(order=WorkOrder.LATEST), False)
    assert form.errors == {}


@pytest.mark.parametrize(
    "address",
    [
        "date=昨天",
        "date=2013-13",
        "region=没有的地方",
        "newspaper=nosuch",
        "person=0",
        "person=me'--",
        "age=-1",
        "age=abc",
        "order=random()",
        f"q={'长' * 51}",
        "q=%00",
    ],
)
def test_what_cannot_be_read_is_told_and_leaves_the_rest_as_it_is(anna, address):
    Newspaper.objects.create(name="样报", slug="yangbao")
    wanted, form = read(f"{address}&newspaper=yangbao" if "newspaper" not in address else address, anna)
    assert len(form.errors) == 1
    assert wanted == Wanted(newspaper="" if "newspaper" in address else "yangbao")
