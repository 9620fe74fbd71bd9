"""Many articles are found, looked at, changed and changed back on the screens; what is wrong is told and kept."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from archive.admin.article import MOST_IN_AN_ADDRESS
from archive.desk.bulk import finding
from archive.desk.jobs.running import run_job
from archive.desk.views import bulk_change as view
from archive.models import Article, ArticleCity, ArticleInitiative, BulkChange, Job, Status
from tests.archive.desk.bulk.changes import make_articles
from tests.archive.desk.bulk.tables import FIRST, run_import
from tests.archive.desk.logins import let_login_run_out

pytestmark = pytest.mark.django_db

URL = "/desk/change/"
CHANGES = "/desk/changes/"
SUBMIT = {"action": "set_status", "status": "review"}


@pytest.fixture
def articles():
    return make_articles(3)


def shown(client: Client, query: str) -> list[str]:
    return [article.headline for article in client.get(f"{URL}?{query}").context["listing"].articles]


def preview(client: Client, articles, **fields):
    return client.post(URL, {"step": "preview", "article": [one.pk for one in articles], **SUBMIT, **fields})


def confirm(client: Client, response):
    """Press the button of a preview: send the fields that its form has."""
    kept = response.context["preview"]
    fields = {field.name: field.value() or "" for field in response.context["form"]}
    fields.update({"keys": kept.keys, "seen": kept.seen, "query": response.context["query"]})
    return client.post(URL, {**fields, "scope": response.context["scope"], "step": "change"})


def change(client: Client, articles, **fields) -> Job:
    response = confirm(client, preview(client, articles, **fields))
    job = Job.objects.latest("pk")
    assert response.url == f"/desk/jobs/{job.pk}/"
    run_job(job.pk)
    return job


def test_the_addresses_and_the_way_there(editor):
    assert (reverse("bulk_change"), reverse("bulk_changes")) == (URL, CHANGES)
    assert f'href="{URL}"' in editor.get("/desk/").text
    assert f'href="{CHANGES}"' in editor.get(URL).text


def test_nothing_is_listed_before_something_is_asked_for(editor, articles):
    response = editor.get(URL)
    assert not response.context["listing"].total
    assert "找出要改的稿件" in response.text


def test_articles_are_found_by_what_is_filled_in(editor, articles, article, luzhou, initiative):
    ArticleCity.objects.create(article=articles[1], city=luzhou, province=luzhou.province)
    ArticleInitiative.objects.create(article=articles[2], initiative=initiative)
    Article.objects.filter(pk=articles[0].pk).update(status=Status.WITHDRAWN)
    assert shown(editor, "q=图书角") == ["第1篇"]
    assert shown(editor, "status=withdrawn") == ["第0篇"]
    assert shown(editor, "region=四川") == ["第1篇"]
    assert shown(editor, f"programme={initiative.pk}") == ["第2篇"]
    assert shown(editor, "newspaper=unknown&status=draft") == ["第1篇", "第2篇"]
    assert shown(editor, "date=2013-09") == [article.headline]
    assert "没有这样的稿件" in editor.get(f"{URL}?q=乌有").text


def test_articles_are_found_by_the_import_that_brought_them(editor, articles, tmp_path):
    job = run_import(tmp_path, User.objects.get(), FIRST)
    assert shown(editor, f"job={job.pk}") == [FIRST["主题"]]


@pytest.mark.parametrize(
    "query", ["region=乌有市", "date=某日", "status=burnt", "programme=x", "job=99", "newspaper=x"]
)
def test_a_field_that_cannot_be_read_finds_nothing_rather_than_everything(editor, articles, query):
    response = editor.get(f"{URL}?{query}&q=工会")
    assert not response.context["listing"].total
    assert "有一栏看不懂" in response.text


def test_articles_that_were_chosen_elsewhere_are_ticked(editor, articles):
    response = editor.get(f"{URL}?article={articles[0].pk}&article={articles[2].pk}&article=junk&article=-1")
    assert response.context["ticked"] == {articles[0].pk, articles[2].pk}
    assert "选好的 2 篇" in response.text


def test_the_preview_shows_before_and_after_and_writes_nothing(editor, articles):
    Article.objects.filter(pk=articles[0].pk).update(status=Status.REVIEW)
    Article.objects.filter(pk=articles[1].pk).update(status=Status.PUBLISHED)
    before = Article.history.count()
    response = preview(editor, articles)
    kept = response.context["preview"]
    assert [one.article for one in kept.same] == [articles[0]]
    assert [(one.article, "已发布" in one.obstacle) for one in kept.refused] == [(articles[1], True)]
    assert [(one.article, one.before, one.after) for one in kept.changed] == [(articles[2], "草稿", "待审")]
    assert "改这 1 篇" in response.text
    assert Article.history.count() == before
    assert not BulkChange.objects.exists()


def test_what_was_looked_at_is_changed_by_a_job(editor, articles):
    job = change(editor, articles[:2])
    assert [item.message for item in job.items.order_by("number")] == ["草稿 → 待审"] * 2
    assert list(Article.objects.order_by("pk").values_list("status", flat=True)) == ["review", "review", "draft"]
    assert BulkChange.objects.get().user == User.objects.get()


def test_all_that_is_found_can_be_changed_and_no_more_than_can_be_looked_at(editor, articles, monkeypatch):
    fields = {"step": "preview", "scope": "all", "query": "q=工会", **SUBMIT}
    assert len(editor.post(URL, fields).context["preview"].changed) == 2
    monkeypatch.setattr(view, "MOST_ARTICLES", 1)
    assert len(editor.post(URL, fields).context["preview"].changed) == 1
    assert "里的前 1 篇" in editor.get(f"{URL}?q=工会").text
    response = editor.post(URL, {**fields, "query": "region=乌有市&q=工会"})
    assert (response.status_code, "没有选稿件" in response.text) == (422, True)


def test_a_change_that_is_incomplete_comes_back_with_all_that_was_filled_in(editor, articles):
    response = preview(editor, articles[:2], status="withdrawn", query="status=draft", programme="某")
    assert response.status_code == 422
    assert "请写明原因" in response.text
    assert response.context["ticked"] == {articles[0].pk, articles[1].pk}
    assert response.context["listing"].total == 3
    assert response.context["form"]["programme"].value() == "某"


def test_no_article_is_told(editor, articles):
    response = preview(editor, [], query="status=draft")
    assert (response.status_code, "没有选稿件" in response.text) == (422, True)
    assert response.context["listing"].total == 3


def test_one_can_go_back_from_the_preview_and_choose_anew(editor, articles):
    kept = preview(editor, articles[1:], query="status=draft").context["preview"]
    response = editor.post(URL, {"step": "choose", "keys": kept.keys, "query": "status=draft", **SUBMIT})
    assert response.context["ticked"] == {articles[1].pk, articles[2].pk}
    assert response.context["form"]["status"].value() == "review"


def test_who_changed_an_article_after_the_preview_is_not_overruled(editor, articles):
    response = preview(editor, articles[:1])
    articles[0].headline = "有人刚改的主题"
    articles[0].save()
    confirm(editor, response)
    job = Job.objects.get()
    run_job(job.pk)
    assert "预览以后有人改过" in job.items.get().message
    assert Article.objects.get(pk=articles[0].pk).status == Status.DRAFT


@pytest.mark.parametrize("seen", ["", "junk", "1:2:3 x:1 1:x", "999999:1"])
def test_a_tampered_confirmation_changes_nothing(editor, articles, seen):
    editor.post(URL, {"step": "change", "seen": seen, **SUBMIT})
    for job in Job.objects.all():
        run_job(job.pk)
    assert set(Article.objects.values_list("status", flat=True)) == {"draft"}


def test_lists_are_shown_a_screenful_at_a_time_and_links_keep_the_query(editor, articles, monkeypatch):
    monkeypatch.setattr(view, "ARTICLES_ON_A_SCREEN", 2)
    assert len(shown(editor, "status=draft")) == 2
    response = preview(editor, [], query="status=draft&p=2")
    assert [article.pk for article in response.context["listing"].articles] == [articles[2].pk]
    assert response.context["listing"].pages.previous_url == "?status=draft&p=1"


def test_the_number_of_queries_does_not_grow_with_the_articles(editor, articles, django_assert_max_num_queries):
    for number in range(40):
        Article.objects.create(headline=f"甲{number}", body=f"{number}" * 30)
    with django_assert_max_num_queries(30):
        response = editor.post(URL, {"step": "preview", "scope": "all", "query": "status=draft", **SUBMIT})
    assert len(response.context["preview"].changed) == 43


def test_what_was_sent_after_the_login_ran_out_comes_back_as_a_preview(editor, articles):
    response = preview(editor, articles)
    user = User.objects.get()
    let_login_run_out(editor)
    assert confirm(editor, response).url.startswith("/login/")
    editor.force_login(user)
    response = editor.get(URL)
    assert "还没有改动" in response.text
    assert len(response.context["preview"].changed) == 3
    assert not BulkChange.objects.exists()


def test_a_forged_form_changes_nothing(editor, articles):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get())
    assert confirm(strict, preview(editor, articles)).url == URL
    assert not BulkChange.objects.exists()


def test_changes_are_listed_with_what_became_of_them(editor, articles):
    change(editor, articles[:2])
    [line] = editor.get(CHANGES).context["changes"]
    assert (str(line.change), line.count, line.refusal) == ("改状态：待审", 2, "")
    text = " ".join(editor.get(CHANGES).text.split())
    assert "改了 2 篇" in text
    assert "撤销：改状态：待审" in text
    assert "还没有批量改动过" not in text


def test_a_change_is_taken_back_and_what_was_not_is_told(editor, articles):
    change(editor, articles)
    touched = Article.objects.get(pk=articles[0].pk)
    touched.headline = "有人改过"
    touched.save()
    stored = BulkChange.objects.get()
    response = editor.post(CHANGES, {"undo": stored.pk})
    job = Job.objects.latest("pk")
    assert response.url == f"/desk/jobs/{job.pk}/"
    run_job(job.pk)
    assert "这以后有人改过这篇稿件，没有撤销。" in editor.get(response.url).text
    text = " ".join(editor.get(CHANGES).text.split())
    assert "改回 2 篇，1 篇没有撤销" in text
    assert 'name="undo"' not in text
    assert "已经撤销过" in editor.post(CHANGES, {"undo": stored.pk}, follow=True).text


def test_the_change_of_another_has_no_button_for_an_editor(editor, reviewer, log_in, articles):
    change(editor, articles)
    assert 'name="undo"' in reviewer.get(CHANGES).text
    colleague = log_in("编辑")
    assert 'name="undo"' not in colleague.get(CHANGES).text
    assert "只有做这次改动的人" in colleague.post(CHANGES, {"undo": BulkChange.objects.get().pk}, follow=True).text


@pytest.mark.parametrize("key", ["", "999", "junk", "-1", "١", "9" * 5000])
def test_a_change_that_is_not_there_is_not_taken_back(editor, key):
    assert editor.post(CHANGES, {"undo": key}).status_code == 404


def test_the_list_asks_the_same_number_of_queries_however_long_it_is(editor, articles, django_assert_max_num_queries):
    for status in ("review", "draft", "review", "draft"):
        BulkChange.objects.create(action="set_status", value=status, user=User.objects.get())
    with django_assert_max_num_queries(18):
        editor.get(CHANGES)


def test_the_admin_takes_chosen_articles_to_the_desk(administrator, articles, monkeypatch):
    fields = {"action": "change_many", "_selected_action": [articles[0].pk, articles[2].pk]}
    response = administrator.post("/admin/archive/article/", fields)
    assert response.url == f"{URL}?article={articles[0].pk}+{articles[2].pk}"
    assert administrator.get(response.url).context["ticked"] == {articles[0].pk, articles[2].pk}
    monkeypatch.setattr("archive.admin.article.MOST_IN_AN_ADDRESS", 1)
    assert "一次最多选 1 篇" in administrator.post("/admin/archive/article/", fields, follow=True).text
    assert len(f"article={'+'.join(['12345678'] * MOST_IN_AN_ADDRESS)}") < 4000


def test_keys_that_make_no_sense_are_passed_over():
    assert finding.read_keys(["1 2", "2", "0", "x", "-3", "9" * 30, "4"]) == (1, 2, 4)


def test_readers_are_refused(reader):
    for path in (URL, CHANGES):
        assert reader.get(path).status_code == 403
        assert reader.post(path, {"step": "change", "seen": "1:1", "undo": "1"}).status_code == 403
