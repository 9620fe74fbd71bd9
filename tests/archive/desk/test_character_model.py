"""What the model of characters is counted from."""

import pytest

from archive.desk.character_model import load_character_model
from archive.models import Article, Status

pytestmark = pytest.mark.django_db

OWN = "竽甑罄"  # in this order in no report of the sample


def test_reports_of_the_archive_are_counted_and_where_they_are_few_the_sample_too():
    before = load_character_model()
    assert (before.threes[OWN], before.twos["工会"] > 100) == (0, True)
    Article.objects.create(body=OWN, status=Status.PUBLISHED)
    Article.objects.create(body=OWN, status=Status.DRAFT)
    Article.objects.create(body=OWN, status=Status.PUBLISHED, is_sample=True)  # the committed one is counted
    after = load_character_model()
    assert (after.threes[OWN], after.twos["工会"]) == (1, before.twos["工会"])


def test_many_reports_need_no_sample(monkeypatch):
    monkeypatch.setattr("archive.desk.character_model._MOST_ARTICLES", 1)
    Article.objects.create(body=OWN, status=Status.PUBLISHED)
    assert load_character_model().twos["工会"] == 0
