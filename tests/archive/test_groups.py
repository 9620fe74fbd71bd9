"""The groups: an administrator's changes stay, and rights that are new with a version reach groups of old."""

import pytest
from django.contrib.auth.models import Group, Permission

from archive.loading.groups import ADMINISTRATORS, EDITORS, READERS, REVIEWERS, load_groups

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def groups():
    load_groups()


def rights(name):
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


def test_reviewers_may_publish_and_editors_may_not():
    assert "publish_article" in rights(REVIEWERS)
    assert "publish_article" not in rights(EDITORS)
    assert rights(READERS) == set()


def test_a_right_that_an_administrator_took_away_does_not_come_back():
    Group.objects.get(name=EDITORS).permissions.remove(Permission.objects.get(codename="add_page"))
    load_groups()
    assert "add_page" not in rights(EDITORS)


def test_a_right_that_no_group_has_is_new_and_goes_to_those_that_should_have_it():
    publish = Permission.objects.get(codename="publish_article")
    for group in Group.objects.all():
        group.permissions.remove(publish)
    load_groups()
    assert [name for name in (READERS, EDITORS, REVIEWERS, ADMINISTRATORS) if "publish_article" in rights(name)] == [
        REVIEWERS,
        ADMINISTRATORS,
    ]
