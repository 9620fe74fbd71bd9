"""Pages: the text stays as it came in."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import override

from archive.models import Newspaper, Page


def test_the_text_of_a_page_never_changes(db):
    page = Page.objects.create(text="原文")
    page.text = "改过"
    with pytest.raises(ValidationError, match="不可改动"):
        page.save()
    with pytest.raises(ValidationError, match="不可改动"):
        page.clean()


def test_the_same_text_comes_in_only_once(db):
    Page.objects.create(text="原文")
    with pytest.raises(IntegrityError):
        Page.objects.create(text="原文")


def test_a_page_has_an_address_that_can_be_cut(db):
    paper = Newspaper.objects.create(name="工人日报")
    page = Page.objects.create(
        newspaper=paper, date=datetime.date(2013, 9, 1), date_precision="month", number=4, text="原文"
    )
    assert page.get_absolute_url() == f"/newspapers/{paper.slug}/2013-09/4/"


def test_a_page_of_which_nothing_is_known_has_an_address(db):
    page = Page.objects.create(text="原文")
    assert page.get_absolute_url() == f"/newspapers/unknown/undated/id{page.pk}/"


def test_a_page_is_named_by_what_is_known(db):
    assert str(Page(text="原文")) == "报纸不详 日期不详 版次不详"
    with override("en"):
        assert str(Page(text="原文")) == "Newspaper unknown, date unknown, page unknown"
