"""A new archive gets one editor, once."""

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.http import HttpRequest

from config.first_editor import create_first_editor

pytestmark = pytest.mark.django_db


def test_the_first_editor_can_log_in_and_do_everything():
    login = create_first_editor()
    editor = authenticate(HttpRequest(), username=login.name, password=login.password)
    assert login.name == "editor"
    assert editor.is_staff
    assert editor.is_superuser


def test_the_second_start_creates_nobody():
    create_first_editor()
    assert create_first_editor() is None
    assert get_user_model().objects.count() == 1


def test_a_deleted_editor_does_not_come_back_while_others_can_edit():
    get_user_model().objects.create_user("zhang", is_staff=True)
    assert create_first_editor() is None


def test_an_archive_that_nobody_can_edit_gets_an_editor_again():
    get_user_model().objects.create_user("editor")
    assert create_first_editor().name == "editor-2"


def test_passwords_differ():
    first = create_first_editor()
    get_user_model().objects.all().delete()
    assert create_first_editor().password != first.password
