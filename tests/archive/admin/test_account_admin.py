"""Accounts in the admin."""

from axes.models import AccessAttempt
from django.contrib.auth.models import Group, User
from django.urls import reverse


def test_administrator_adds_a_person_to_a_group(administrator):
    user = User.objects.create_user("new-editor")
    editors = Group.objects.get(name="编辑")
    fields = {
        "username": "new-editor",
        "is_active": "on",
        "is_staff": "on",
        "groups": [editors.pk],
        "date_joined_0": "2026-01-01",
        "date_joined_1": "00:00:00",
    }
    assert administrator.post(reverse("admin:auth_user_change", args=[user.pk]), fields).status_code == 302
    user.refresh_from_db()
    assert user.is_staff
    assert user.has_perm("archive.add_article")
    assert not user.has_perm("archive.publish_article")


def test_administrator_cannot_make_a_superuser(administrator):
    user = User.objects.create_user("ambitious")
    fields = {
        "username": "ambitious",
        "is_superuser": "on",
        "date_joined_0": "2026-01-01",
        "date_joined_1": "00:00:00",
    }
    administrator.post(reverse("admin:auth_user_change", args=[user.pk]), fields)
    user.refresh_from_db()
    assert not user.is_superuser


def test_administrator_cannot_touch_a_superuser(administrator):
    root = User.objects.create_superuser("root")
    password = reverse("admin:auth_user_password_change", args=[root.pk])
    change = reverse("admin:auth_user_change", args=[root.pk])
    assert administrator.post(password, {"password1": "x", "password2": "x"}).status_code == 403
    assert administrator.post(change, {"username": "gone"}).status_code == 403
    assert administrator.post(reverse("admin:auth_user_delete", args=[root.pk])).status_code == 403


def test_editor_sees_no_accounts(editor):
    assert editor.get(reverse("admin:auth_user_changelist")).status_code == 403


def lift_locks_of(browser, *people):
    for person in people:
        AccessAttempt.objects.create(username=person.username, ip_address="198.51.100.1", failures_since_start=5)
    chosen = {"action": "lift_lock", "_selected_action": [person.pk for person in people]}
    return browser.post(reverse("admin:auth_user_changelist"), chosen, follow=True)


def test_administrator_lifts_the_lock_of_a_login(administrator):
    person = User.objects.create_user("locked")
    assert "“locked”的登录限制解除了。" in lift_locks_of(administrator, person).text
    assert not AccessAttempt.objects.exists()


def test_administrator_lifts_no_lock_of_a_superuser(administrator):
    lift_locks_of(administrator, User.objects.create_superuser("root"))
    assert AccessAttempt.objects.get().username == "root"
