"""Pages in the admin."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from archive.models import Page

ADD = reverse("admin:archive_page_add")


def fields(**changed: object) -> dict[str, object]:
    return {"date_precision": "unknown", "text": "新的一版", **changed}


def test_editor_adds_a_page(editor):
    assert editor.post(ADD, fields()).status_code == 302
    assert Page.objects.get().text == "新的一版"


def test_editor_adds_a_page_with_its_scan(editor):
    editor.post(ADD, fields(scan=SimpleUploadedFile("版.png", b"picture")))
    assert Page.objects.get().scan.read() == b"picture"


def test_the_same_text_comes_in_only_once(editor, printed_page):
    response = editor.post(ADD, fields(text="版面原文"))
    assert "这一版已经收录过：样报 2013年9月23日 第4版" in response.content.decode()
    assert Page.objects.count() == 1


def test_the_text_of_a_page_is_shown_and_cannot_be_changed(editor, printed_page):
    address = reverse("admin:archive_page_change", args=[printed_page.pk])
    html = editor.get(address).content.decode()
    assert "版面原文" in html
    assert 'name="text"' not in html
    assert editor.post(address, fields(text="改过的原文", section_label="工会周刊")).status_code == 302
    printed_page.refresh_from_db()
    assert (printed_page.text, printed_page.section_label) == ("版面原文", "工会周刊")


def test_the_list_counts_the_articles_of_a_page(editor, article):
    html = editor.get(reverse("admin:archive_page_changelist")).content.decode()
    assert '<td class="field-article_count">1</td>' in html


def test_history_of_a_page_shows_its_versions(editor, printed_page):
    editor.post(reverse("admin:archive_page_change", args=[printed_page.pk]), fields(section_label="工会周刊"))
    html = editor.get(reverse("admin:archive_page_history", args=[printed_page.pk])).content.decode()
    assert "工会周刊" in html
    first = printed_page.history.last()
    version = reverse("admin:archive_page_simple_history", args=[printed_page.pk, first.pk])
    assert editor.get(version).status_code == 200
    assert editor.post(version, fields(section_label="")).status_code == 302
    printed_page.refresh_from_db()
    assert (printed_page.text, printed_page.section_label) == ("版面原文", "")


def test_a_page_is_found_by_newspaper_and_date(editor, printed_page):
    address = reverse("admin:archive_page_changelist")
    assert "第4版" in editor.get(address, {"q": "样报 2013-09"}).content.decode()
    assert "第4版" not in editor.get(address, {"q": "样报 2012"}).content.decode()
