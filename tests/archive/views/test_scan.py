"""Scans of pages."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from archive.models import Article, Page, Status

pytestmark = pytest.mark.django_db


def add_page(name: str, status: str = Status.PUBLISHED) -> Page:
    page = Page(text="版面文字", number=4)
    page.scan.save(name, ContentFile(b"picture"))
    page.save()
    Article.objects.create(headline="题", page=page, status=status)
    return page


def test_a_scan_is_shown_and_linked_from_its_page(client: Client) -> None:
    page = add_page("a.png")
    response = client.get(f"/scans/{page.pk}/")
    assert response["Content-Type"] == "image/png"
    assert b"".join(response) == b"picture"
    assert f"/scans/{page.pk}/" in client.get(page.get_absolute_url()).content.decode()


@pytest.mark.parametrize("name", ["a.html", "a.svg", "a"])
def test_what_could_carry_a_script_is_only_downloaded(client: Client, name: str) -> None:
    response = client.get(f"/scans/{add_page(name).pk}/")
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_page_without_published_articles_shows_no_scan(client: Client) -> None:
    assert client.get(f"/scans/{add_page('a.png', Status.DRAFT).pk}/").status_code == 404


def test_no_scan_and_a_lost_file_are_not_found(client: Client) -> None:
    page = add_page("a.png")
    page.scan.storage.delete(str(page.scan))
    assert client.get(f"/scans/{page.pk}/").status_code == 404
    assert client.get("/scans/99999/").status_code == 404
