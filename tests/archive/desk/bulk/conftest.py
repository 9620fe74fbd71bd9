"""A small vocabulary, and people who import and change."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User

from archive.loading.groups import EDITORS, REVIEWERS, load_groups
from archive.models import Initiative


@pytest.fixture
def join_group(db) -> Callable[[str, str], User]:
    """Return a function: a name and a group -> a person in it."""
    load_groups()

    def join(name: str, group: str) -> User:
        user = User.objects.create_user(name)
        user.groups.add(Group.objects.get(name=group))
        return user

    return join


@pytest.fixture
def author(join_group) -> User:
    return join_group("author", EDITORS)


@pytest.fixture
def judge(join_group) -> User:
    return join_group("judge", REVIEWERS)


@pytest.fixture
def vocabulary(luzhou) -> Initiative:
    """The city of Luzhou, and a programme with another name."""
    programme = Initiative.objects.create(name="送清凉", category="困难帮扶", scope="national")
    programme.aliases.create(name="夏送清凉")
    return programme
