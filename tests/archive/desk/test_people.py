"""People on the screens of the desk: a Chinese name is written in one piece, the family's first."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from archive.desk.holding import take_hold
from archive.desk.people import name_person
from archive.desk.reviewing.steps import submit
from archive.models import ErrorReport, Job, JobKind


@pytest.fixture
def wang(db) -> User:
    return User.objects.create_superuser("wang", first_name="小明", last_name="王")


@pytest.mark.parametrize(
    ("names", "shown"),
    [(("小明", "王"), "王小明"), (("Anna", "Wong"), "Anna Wong"), (("", "王"), "王"), (("", ""), "account")],
)
def test_a_person_is_named_as_colleagues_say_it(names, shown):
    assert name_person(User(username="account", first_name=names[0], last_name=names[1])) == shown


def test_nobody_has_no_name():
    assert name_person(None) == ""


def test_every_screen_names_a_person_so(editor, article, wang):
    article._history_user = wang
    article.save()
    submit(article, wang)
    take_hold(wang, article=article)
    settled = ErrorReport.objects.create(
        article=article, note="错了", reporter=wang, state="mended", settled=timezone.now(), settled_by=wang
    )
    job = Job.objects.create(kind=JobKind.ADD_PAGES, user=wang)
    of_article = f"/desk/articles/{article.pk}/"
    screens = ("", "review/", "history/")
    addresses = [*(of_article + screen for screen in screens), f"/desk/error-reports/{settled.pk}/", "/desk/"]
    for address in (*addresses, "/desk/jobs/", f"/desk/jobs/{job.pk}/"):
        text = editor.get(address).text
        assert "王小明" in text, address
        assert "小明 王" not in text, address
