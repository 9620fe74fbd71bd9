"""The queue of articles in review: its order, and what comes next for whom."""

import pytest
from django.contrib.auth.models import Group, User

from archive.desk.reviewing.queue import find_place
from archive.desk.reviewing.steps import publish, send_back, submit
from archive.loading.groups import EDITORS, REVIEWERS, load_groups
from archive.models import Article


@pytest.fixture
def people(db):
    load_groups()
    people = {}
    for name, group in (("author", EDITORS), ("judge", REVIEWERS), ("other", REVIEWERS)):
        people[name] = User.objects.create_user(name)
        people[name].groups.add(Group.objects.get(name=group))
    return people


@pytest.fixture
def three(people):
    articles = [Article.objects.create(headline=f"稿件{number}", body="正文") for number in range(3)]
    for article in reversed(articles):
        submit(article, people["author"])
    return articles


def test_what_was_submitted_first_comes_first(three, people):
    assert [find_place(article, people["judge"]).number for article in three] == [3, 2, 1]
    assert find_place(three[2], people["judge"]).next == three[1]
    assert find_place(three[0], people["judge"]).total == 3


def test_after_the_last_the_queue_begins_anew(three, people):
    assert find_place(three[0], people["judge"]).next == three[2]


def test_an_article_out_of_the_queue_has_no_number_and_the_first_comes_next(three, people):
    publish(three[2], people["judge"])
    place = find_place(three[2], people["judge"])
    assert (place.number, place.total, place.next) == (0, 2, three[1])


def test_the_last_one_has_nothing_behind_it(people):
    article = Article.objects.create(body="正文")
    submit(article, people["author"])
    assert find_place(article, people["judge"]).next is None


def test_what_was_submitted_anew_goes_to_the_end(three, people):
    send_back(three[2], people["judge"], "原因")
    submit(three[2], people["author"])
    assert find_place(three[2], people["judge"]).number == 3


def test_what_came_into_review_without_a_step_comes_before_all(three, people):
    imported = Article.objects.create(body="导入的", status="review")
    assert find_place(imported, people["judge"]).number == 1


def test_nothing_is_next_for_who_may_not_publish(three, people):
    assert find_place(three[2], people["author"]).next is None


def test_one_s_own_articles_are_passed_over_where_a_second_person_publishes(three, people, settings):
    settings.AUTHOR_MAY_PUBLISH = False
    send_back(three[1], people["judge"], "原因")
    submit(three[1], people["judge"])
    assert find_place(three[2], people["judge"]).next == three[0]
    assert find_place(three[0], people["judge"]).next == three[2]
    assert find_place(three[0], people["other"]).next == three[1]
