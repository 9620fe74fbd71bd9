"""Articles in the admin, through its addresses, by people of the groups."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.models import Article, City, Initiative, Province

ADD = reverse("admin:archive_article_add")
LIST = reverse("admin:archive_article_changelist")


def change(article: Article) -> str:
    return reverse("admin:archive_article_change", args=[article.pk])


def seen(article: Article) -> str:
    return Article.objects.get(pk=article.pk).modified.isoformat()


def test_editor_adds_an_article_with_links(editor, filled, luzhou, initiative):
    response = editor.post(
        ADD,
        filled(
            places=[{"city": luzhou.code, "evidence": "泸州"}],
            initiatives=[{"initiative": initiative.pk, "evidence": "金秋助学", "is_confirmed": "on"}],
            people=[{"name": "李明", "role": "通讯员"}],
        ),
    )
    assert response.status_code == 302
    article = Article.objects.get()
    assert article.status == "draft"
    assert [link.codes for link in article.city_links.all()] == [("510000", "510500")]
    assert [str(link) for link in article.initiative_links.all()] == ["金秋助学"]
    assert [str(person) for person in article.people.all()] == ["通讯员 李明"]


def test_an_article_needs_no_links(editor, filled):
    assert editor.post(ADD, filled()).status_code == 302
    assert Article.objects.count() == 1


def test_an_article_can_be_about_a_province_as_a_whole(editor, filled, sichuan):
    assert editor.post(ADD, filled(places=[{"province": sichuan.code}])).status_code == 302
    assert [link.place for link in Article.objects.get().city_links.all()] == [sichuan]


def test_a_province_given_twice_is_refused_in_chinese(editor, filled, sichuan):
    response = editor.post(ADD, filled(places=[{"province": sichuan.code}, {"province": sichuan.code}]))
    assert "地区重复：四川省" in response.content.decode()
    assert not Article.objects.exists()


def test_a_city_given_twice_is_refused(editor, filled, luzhou):
    response = editor.post(ADD, filled(places=[{"city": luzhou.code}, {"city": luzhou.code}]))
    assert response.status_code == 200
    assert not Article.objects.exists()


def test_a_city_of_another_province_is_refused_in_chinese(editor, filled, luzhou):
    yunnan = Province.objects.create(code="530000", name="云南省", short_name="云南", abbreviation="滇")
    response = editor.post(ADD, filled(places=[{"city": luzhou.code, "province": yunnan.code}]))
    assert "市县不在所选的省级地区内。" in response.content.decode()


def test_an_article_with_nothing_in_it_is_refused_in_chinese(editor, filled):
    response = editor.post(ADD, filled(headline="", body=""))
    assert "主题和正文至少要填一项。" in response.content.decode()


def test_half_a_date_is_refused_in_chinese(editor, filled):
    response = editor.post(ADD, filled(date="2013-09-23"))
    assert "有日期时要选日、月或年" in response.content.decode()


def test_editor_is_not_offered_publishing(editor):
    html = editor.get(ADD).content.decode()
    assert 'value="review"' in html
    assert 'value="published"' not in html
    assert 'value="withdrawn"' not in html


@pytest.mark.parametrize("status", ["published", "withdrawn"])
def test_editor_cannot_publish_by_sending_the_status(editor, filled, status):
    response = editor.post(ADD, filled(status=status))
    assert response.status_code == 200
    assert not Article.objects.exists()


def test_reviewer_publishes(reviewer, filled):
    assert reviewer.post(ADD, filled(status="published")).status_code == 302
    assert Article.objects.get().is_published


def test_editor_corrects_a_published_article_and_it_stays_published(editor, filled, article):
    Article.objects.filter(pk=article.pk).update(status="published")
    fields = filled(headline="更正后的主题", status="draft", seen_modified=seen(article))
    assert editor.post(change(article), fields).status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.status) == ("更正后的主题", "published")


def test_editor_does_not_publish_through_an_old_version(editor, filled, article):
    article.status = "published"
    article.save()
    published = article.history.first()
    article.status = "draft"
    article.save()
    address = reverse("admin:archive_article_simple_history", args=[article.pk, published.pk])
    assert editor.get(address).status_code == 200
    assert editor.post(address, filled(seen_modified=seen(article))).status_code == 302
    article.refresh_from_db()
    assert article.status == "draft"


def test_an_old_version_is_brought_back(editor, filled, article):
    first = article.history.first()
    article.headline = "改坏的主题"
    article.save()
    address = reverse("admin:archive_article_simple_history", args=[article.pk, first.pk])
    html = editor.get(address).content.decode()
    assert 'value="工会送清凉到一线"' in html
    assert "Historical" not in html
    editor.post(address, filled(headline=first.headline, seen_modified=seen(article)))
    article.refresh_from_db()
    assert article.headline == "工会送清凉到一线"


def test_history_shows_every_version(editor, filled, article):
    editor.post(change(article), filled(headline="第二个主题", seen_modified=seen(article)))
    html = editor.get(reverse("admin:archive_article_history", args=[article.pk])).content.decode()
    assert "工会送清凉到一线" in html
    assert "工会送清凉到一线 → 第二个主题" in html
    assert "style=" not in html.partition('id="change-history"')[2]
    assert "person-0" in html


def test_second_of_two_editors_is_refused_and_keeps_the_text(editor, log_in, filled, article):
    opened = seen(article)
    colleague = log_in("编辑")
    assert colleague.post(change(article), filled(headline="同事的", seen_modified=opened)).status_code == 302
    response = editor.post(change(article), filled(headline="我的", seen_modified=opened))
    html = response.content.decode()
    assert response.status_code == 200
    assert "保存过它，所以您的改动没有保存" in html
    assert "person-1" in html
    assert 'value="我的"' in html
    article.refresh_from_db()
    assert article.headline == "同事的"


def test_the_form_carries_the_version_it_shows(editor, article):
    assert f'value="{seen(article)}"' in editor.get(change(article)).content.decode()


def test_a_form_without_the_version_is_refused(editor, filled, article):
    assert editor.post(change(article), filled()).status_code == 200
    article.refresh_from_db()
    assert article.headline == "工会送清凉到一线"


def test_reader_does_not_enter(reader):
    assert reader.get(LIST).status_code == 302
    assert reader.get(ADD).status_code == 302


def test_reader_with_a_staff_account_sees_no_articles(log_in):
    assert log_in("读者").get(LIST).status_code == 403


def test_list_shows_status_places_and_programmes(editor, article, luzhou, initiative):
    article.city_links.create(province_id="510000", city=luzhou)
    article.initiative_links.create(initiative=initiative)
    html = editor.get(LIST).content.decode()
    assert "工会送清凉到一线" in html
    assert "草稿" in html
    assert "Display headline" not in html
    assert "泸州市" in html
    assert "金秋助学" in html


def test_list_needs_no_more_queries_for_more_articles(editor, article, luzhou, initiative):
    def add(headline: str) -> None:
        one = Article.objects.create(headline=headline, page=article.page, newspaper=article.newspaper)
        one.city_links.create(province_id="510000", city=luzhou)
        one.initiative_links.create(initiative=initiative)

    add("一")
    editor.get(LIST)
    with CaptureQueriesContext(connection) as few:
        editor.get(LIST)
    for number in range(10):
        add(f"更多{number}")
    with CaptureQueriesContext(connection) as many:
        editor.get(LIST)
    assert len(many) == len(few)


def test_list_is_filtered_by_programme_and_searched(editor, article, initiative):
    other = Article.objects.create(headline="职工书屋开放")
    other.initiative_links.create(initiative=initiative)
    reading = Initiative.objects.create(name="职工书屋", category="职工文化", scope="national")
    article.initiative_links.create(initiative=reading)
    filtered = editor.get(LIST, {"initiative_links__initiative__id__exact": initiative.pk}).content.decode()
    assert "职工书屋开放" in filtered
    assert "工会送清凉到一线" not in filtered
    found = editor.get(LIST, {"q": "送清凉"}).content.decode()
    assert "工会送清凉到一线" in found
    assert "职工书屋开放" not in found


def test_only_a_published_article_is_linked_to_the_site(editor, article):
    address = article.get_absolute_url()
    assert address not in editor.get(LIST).content.decode()
    Article.objects.filter(pk=article.pk).update(status="published")
    assert f'href="{address}"' in editor.get(LIST).content.decode()
    assert f'href="{address}"' in editor.get(change(article)).content.decode()


def test_reviewer_publishes_several_at_once_with_a_version_each(reviewer, article):
    response = reviewer.post(LIST, {"action": "publish", "_selected_action": [article.pk]}, follow=True)
    assert "1 篇稿件已发布。" in response.content.decode()
    assert article.history.first().status == "published"


def test_editor_has_no_publish_action(editor, article):
    editor.post(LIST, {"action": "publish", "_selected_action": [article.pk]})
    article.refresh_from_db()
    assert article.status == "draft"


def test_administrator_deletes_an_article_and_its_history_stays(administrator, article, luzhou, initiative):
    article.city_links.create(province_id="510000", city=luzhou)
    article.initiative_links.create(initiative=initiative)
    pk = article.pk
    response = administrator.post(reverse("admin:archive_article_delete", args=[pk]), {"post": "yes"})
    assert response.status_code == 302
    assert not Article.objects.filter(pk=pk).exists()
    assert [version.history_type for version in Article.history.filter(id=pk)] == ["-", "+"]
    assert administrator.get(reverse("admin:archive_article_history", args=[pk])).status_code == 200


def test_a_deleted_article_is_brought_back_as_a_draft_by_who_may_not_publish(editor, filled, article):
    article.status = "published"
    article.save()
    pk, published = article.pk, article.history.first()
    article.delete()
    address = reverse("admin:archive_article_simple_history", args=[pk, published.pk])
    assert editor.get(address).status_code == 200
    assert editor.post(address, filled(headline=published.headline)).status_code == 302
    back = Article.objects.get(pk=pk)
    assert (back.headline, back.status) == ("工会送清凉到一线", "draft")


def test_editor_cannot_delete_an_article(editor, article):
    assert editor.post(reverse("admin:archive_article_delete", args=[article.pk])).status_code == 403


def test_city_choices_name_the_province(editor, luzhou):
    City.objects.create(code="510502", name="江阳区", level="district", province_id="510000", parent=luzhou)
    response = editor.get(
        reverse("admin:archive_city_choices"),
        {"term": "江阳", "app_label": "archive", "model_name": "articlecity", "field_name": "city"},
    )
    assert response.json()["results"] == [{"id": "510502", "text": "江阳区（四川省泸州市）"}]


def test_reader_gets_no_city_choices(reader):
    assert reader.get(reverse("admin:archive_city_choices"), {"term": "江"}).status_code == 302
