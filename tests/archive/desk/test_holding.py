"""Holds: taken, renewed, lapsed, taken over, let go."""

import datetime

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connection
from django.utils import timezone

from archive.desk import holding
from archive.desk.holding import holds_in_force, open_hold, release_hold, take_hold
from archive.models import Hold


@pytest.fixture
def anna(db):
    return User.objects.create_user("anna", first_name="安", last_name="王")


@pytest.fixture
def bo(db):
    return User.objects.create_user("bo")


def let_lapse():
    Hold.objects.update(renewed=timezone.now() - holding.LAPSES_AFTER - datetime.timedelta(seconds=1))


def test_whoever_comes_first_has_the_hold(anna, bo, article):
    assert take_hold(anna, article=article).user == anna
    assert take_hold(bo, article=article).user == anna


def test_a_hold_of_a_page_and_one_of_its_article_are_two(anna, bo, article, printed_page):
    take_hold(anna, article=article)
    assert take_hold(bo, page=printed_page).user == bo


def test_renewing_keeps_since_when_it_is_held(anna, article):
    first = take_hold(anna, article=article)
    again = take_hold(anna, article=article)
    assert (again.pk, again.since) == (first.pk, first.since)
    assert again.renewed > first.renewed


def test_a_lapsed_hold_goes_to_the_next_person(anna, bo, article):
    take_hold(anna, article=article)
    let_lapse()
    assert not holds_in_force().exists()
    assert take_hold(bo, article=article).user == bo


def test_who_comes_back_after_a_lapse_holds_anew(anna, article):
    first = take_hold(anna, article=article)
    let_lapse()
    assert take_hold(anna, article=article).since > first.since


def test_a_hold_can_be_taken_over(anna, bo, article):
    first = take_hold(anna, article=article)
    taken = take_hold(bo, article=article, by_force=True)
    assert (taken.user, taken.pk) == (bo, first.pk)
    assert taken.since > first.since


def test_only_the_holder_lets_go(anna, bo, article):
    take_hold(anna, article=article)
    release_hold(bo, article=article)
    assert holds_in_force().count() == 1
    release_hold(anna, article=article)
    assert holds_in_force().count() == 0


def test_a_screen_names_another_holder_by_full_name(anna, bo, article):
    take_hold(anna, article=article)
    notice = open_hold(bo, article=article)
    assert (notice.is_own, notice.holder) == (False, "王安")


def refuse_writing(execute, sql, params, many, context):
    if sql.startswith(("INSERT", "UPDATE", "DELETE")):
        raise OperationalError("database or disk is full")
    return execute(sql, params, many, context)


def test_a_screen_opens_where_nothing_can_be_written(anna, bo, article):
    take_hold(anna, article=article)
    let_lapse()
    with connection.execute_wrapper(refuse_writing):
        assert open_hold(bo, article=article).is_own
    take_hold(anna, article=article)
    with connection.execute_wrapper(refuse_writing):
        assert open_hold(anna, article=article).is_own
        assert open_hold(bo, article=article).holder == "王安"
