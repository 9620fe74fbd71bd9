"""A programme changed in the admin: its articles are tagged anew like after a change at the desk."""

import pytest
from django.urls import reverse

from archive.desk.jobs.running import run_job
from archive.models import Initiative, InitiativeAlias, Job
from tests.archive.desk.tagging.articles import add_article, add_programme, link, names_of

pytestmark = pytest.mark.django_db


def fields(name: str, *aliases: str | InitiativeAlias) -> dict[str, object]:
    """Return what the form of a programme sends; an alias that is there is given as its row, to be removed."""
    stored = sum(isinstance(alias, InitiativeAlias) for alias in aliases)
    sent: dict[str, object] = {"name": name, "category": "服务职工", "scope": "national"}
    sent |= {"aliases-TOTAL_FORMS": len(aliases), "aliases-INITIAL_FORMS": stored}
    for number, alias in enumerate(aliases):
        prefix = f"aliases-{number}"
        if isinstance(alias, InitiativeAlias):
            sent |= {f"{prefix}-id": alias.pk, f"{prefix}-initiative": alias.initiative_id, f"{prefix}-DELETE": "on"}
        sent[f"{prefix}-name"] = str(alias)
    return sent


def test_a_new_programme_is_found_in_the_articles(editor):
    article = add_article("夜校", "职工夜校开课。")
    response = editor.post(reverse("admin:archive_initiative_add"), fields("工人夜校", "职工夜校"), follow=True)
    assert "正在按新的名字重新标注稿件" in response.text
    run_job(Job.objects.get().pk)
    assert names_of(article) == ["工人夜校"]


def test_a_removed_alias_takes_its_links_along(editor):
    programme = add_programme("送清凉", "清凉行动")
    article = add_article("在车间", "清凉行动启动。")
    link(article, programme, "清凉行动")
    sent = {**fields("送清凉", programme.aliases.get()), "slug": programme.slug}
    assert editor.post(reverse("admin:archive_initiative_change", args=[programme.pk]), sent).status_code == 302
    run_job(Job.objects.get().pk)
    assert names_of(article) == []


def test_a_change_of_no_name_starts_no_job(editor):
    programme = add_programme("送清凉")
    add_article("在车间", "没有提到。")
    sent = {**fields("送清凉"), "slug": programme.slug, "description": "夏天的慰问"}
    editor.post(reverse("admin:archive_initiative_change", args=[programme.pk]), sent)
    assert Initiative.objects.get().description == "夏天的慰问"
    assert Job.objects.count() == 0
