"""The screen of a programme's words: looked at first, then saved; nothing typed is lost."""

import pytest
from django.contrib.auth.models import User

from archive.desk.jobs.running import run_job
from archive.models import Initiative, Job
from tests.archive.desk.logins import let_login_run_out
from tests.archive.desk.tagging.articles import add_article, add_programme, link, names_of

ADD = "/desk/vocabulary/programmes/add/"


@pytest.fixture
def cooling(db) -> Initiative:
    return add_programme("送清凉", "清凉行动")


def address(programme: Initiative) -> str:
    return f"/desk/vocabulary/programmes/{programme.pk}/"


def fields(response, **changes: str) -> dict[str, str]:
    """Return what the form of a response sends, with some fields filled anew."""
    context = response.context
    form = {name: str(context["form"][name].value() or "") for name in context["form"].fields}
    return {**form, "version": str(context["version"]), "seen": str(context.get("seen", "")), **changes}


def look(client, where: str, **changes: str):
    return client.post(where, fields(client.get(where), action="preview", **changes))


def save(client, where: str, **changes: str):
    seen = look(client, where, **changes)
    return client.post(where, fields(seen, action="save"))


def test_a_change_is_shown_with_count_and_words_before_it_is_made(editor, cooling):
    add_article("在车间", "各级工会开展防暑降温活动。")
    text = look(editor, address(cooling), aliases="清凉行动\n防暑降温").text
    assert "会加上 1 处标注" in text
    assert "<mark>防暑降温</mark>" in text
    assert [alias.name for alias in cooling.aliases.all()] == ["清凉行动"]
    assert Job.objects.count() == 0


def test_what_was_looked_at_is_saved_and_the_job_is_shown(editor, cooling):
    article = add_article("在车间", "各级工会开展防暑降温活动。")
    response = save(editor, address(cooling), aliases="清凉行动\n\n  防暑降温 ", description="夏天的慰问")
    job = Job.objects.get()
    assert response.url == f"/desk/jobs/{job.pk}/"
    run_job(job.pk)
    assert names_of(article) == ["送清凉"]
    cooling.refresh_from_db()
    assert cooling.description == "夏天的慰问"
    assert [alias.name for alias in cooling.aliases.all()] == ["清凉行动", "防暑降温"]


def test_after_another_change_of_the_fields_it_is_shown_once_more(editor, cooling):
    add_article("在车间", "防暑降温。高温慰问。")
    seen = look(editor, address(cooling), aliases="防暑降温")
    again = editor.post(address(cooling), fields(seen, action="save", aliases="高温慰问"))
    assert "<mark>高温慰问</mark>" in again.text
    assert [alias.name for alias in cooling.aliases.all()] == ["清凉行动"]


@pytest.mark.parametrize("seen", ["", "junk"])
def test_nothing_is_saved_unseen(editor, cooling, seen):
    page = editor.get(address(cooling))
    editor.post(address(cooling), fields(page, action="save", seen=seen, aliases="防暑降温"))
    assert [alias.name for alias in cooling.aliases.all()] == ["清凉行动"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"name": ""}, "必填"),
        ({"name": "金秋助学"}, "已经是项目“金秋助学”"),
        ({"aliases": "凉"}, "太短"),
        ({"aliases": "\n".join(f"别名{number}" for number in range(101))}, "别名太多"),
        ({"origin": "没有的地方"}, "没有叫“没有的地方”的地区"),
        ({"origin": "泸州、四川"}, "只能填一个地区"),
        ({"first_year": "十三"}, "整数"),
        ({"first_year": "13"}, "1900"),
        ({"category": "nosuch"}, "nosuch"),
        ({"scope": ""}, "必填"),
        ({"name": "a\0b"}, "空字符"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(editor, cooling, luzhou, changes, problem):
    add_programme("金秋助学")
    response = look(editor, address(cooling), **{"description": "打了很多字", **changes})
    assert response.status_code == 400
    assert problem in response.text
    assert "打了很多字" in response.text
    assert Initiative.history.filter(id=cooling.pk).count() == 1


def test_the_second_of_two_savers_is_told_and_keeps_what_they_typed(editor, reviewer, cooling):
    page = editor.get(address(cooling))
    save(reviewer, address(cooling), aliases="清凉行动\n高温慰问")
    response = editor.post(address(cooling), fields(page, action="preview", aliases="清凉行动\n防暑降温"))
    assert response.status_code == 409
    assert "person-1改过这个项目" in response.text
    assert "去别名 高温慰问" in response.text
    assert "防暑降温" in response.text
    again = editor.post(address(cooling), fields(response, action="preview"))
    editor.post(address(cooling), fields(again, action="save"))
    assert [alias.name for alias in cooling.aliases.all()] == ["清凉行动", "防暑降温"]


def test_what_was_typed_before_the_login_ran_out_is_there_after_it(editor, cooling):
    form = fields(editor.get(address(cooling)), action="preview", aliases="防暑降温")
    user = User.objects.get()
    let_login_run_out(editor)
    assert editor.post(address(cooling), form).url == f"/login/?next={address(cooling)}"
    session = dict(editor.session)
    editor.force_login(user)
    kept = editor.session
    kept.update({key: value for key, value in session.items() if key == "kept_entry"})
    kept.save()
    text = editor.get(address(cooling)).text
    assert "还没有保存" in text
    assert "防暑降温" in text


def test_every_version_is_there_with_who_what_and_the_way_back(editor, cooling):
    save(editor, address(cooling), aliases="防暑降温", scope="local")
    response = editor.get(address(cooling))
    newest, first = response.context["versions"]
    assert (newest.person, newest.changes) == (
        "person-0",
        ("范围：全国 → 地方", "加别名 防暑降温", "去别名 清凉行动"),
    )
    assert first.entry.aliases == ("清凉行动",)
    back = editor.get(f"{address(cooling)}?version={first.key}")
    assert back.context["form"]["aliases"].value() == "清凉行动"
    assert editor.get(f"{address(cooling)}?version=junk").context["form"]["aliases"].value() == "防暑降温"


def test_a_new_programme_is_looked_at_saved_and_tagged(editor):
    article = add_article("夜校", "职工夜校开课。")
    response = save(editor, ADD, name="职工夜校", category="职工素质", scope="national")
    job = Job.objects.get()
    assert response.url == f"/desk/jobs/{job.pk}/"
    run_job(job.pk)
    assert names_of(article) == ["职工夜校"]
    assert Initiative.objects.get().slug


def test_a_new_programme_that_no_article_names_leads_to_its_screen(editor, luzhou):
    response = save(editor, ADD, name="酒城讲坛", category="职工素质", scope="local", origin="泸州")
    programme = Initiative.objects.get()
    assert response.url == address(programme)
    assert (programme.origin_city, programme.origin_province_id) == (luzhou, "510000")
    assert "泸州市（四川省）" in editor.get(address(programme)).text


def test_the_same_again_mends_links_that_do_not_fit_any_more(editor, cooling):
    link(add_article("改过正文", "没有提到。"), cooling, "送清凉")
    text = look(editor, address(cooling)).text
    assert "会去掉 1 处标注" in text


def test_who_may_do_what(reader, client, cooling):
    assert reader.get(address(cooling)).status_code == 403
    assert client.get(ADD).url.startswith("/login/")
    assert reader.post(ADD, {"name": "夜校"}).status_code == 403


def test_a_programme_that_is_not_there_is_not_found(editor):
    assert editor.get("/desk/vocabulary/programmes/999/").status_code == 404
