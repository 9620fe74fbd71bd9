"""Programmes and newspapers: every one has an address of its own."""

from archive.models import Initiative, Newspaper


def test_a_programme_gets_an_address_in_pinyin(db):
    assert Initiative.objects.create(name="金秋助学", category="困难帮扶", scope="national").slug == "jinqiu-zhuxue"


def test_two_programmes_that_sound_alike_get_two_addresses(db):
    first = Initiative.objects.create(name="金秋助学", category="困难帮扶", scope="national")
    second = Initiative.objects.create(name="金秋助学！", category="困难帮扶", scope="national")
    assert second.slug == f"{first.slug}-2"


def test_a_name_that_cannot_be_spelled_gets_an_address(db):
    assert Newspaper.objects.create(name="……").slug == "newspaper"


def test_a_newspaper_never_takes_the_address_of_the_unknown(db):
    assert Newspaper.objects.create(name="unknown").slug == "unknown-2"
