"""Many articles are changed at once: what is seen before, what is done, what is noted."""

import pytest

from archive.desk.bulk.applying import Seen, start_change
from archive.desk.bulk.change import Change, ChangeForm
from archive.desk.bulk.effects import find_effects
from archive.desk.jobs.running import run_job
from archive.desk.near_duplicates import keep_both
from archive.desk.reviewing.steps import latest_version
from archive.models import Article, ArticleCity, ArticleInitiative, BulkAction, BulkChange, Status
from archive.signals import articles_changed
from tests.archive.desk.bulk.changes import make_articles, outcomes, run_change

ADD, REMOVE = BulkAction.ADD_PROGRAMME, BulkAction.REMOVE_PROGRAMME


@pytest.fixture
def articles(db):
    return make_articles(3)


def to_status(status, reason=""):
    return Change(BulkAction.SET_STATUS, status.value, str(status.label), reason)


def programme(action, initiative):
    return Change(action, str(initiative.pk), initiative.name)


def seen(articles, change, user):
    return [(one.before, one.after, one.obstacle) for one in find_effects(articles, change, user)]


def test_articles_are_submitted_each_with_a_version_and_a_step(articles, author):
    job = run_change(to_status(Status.REVIEW), articles, author)
    assert outcomes(job) == [("done", "草稿 → 待审")] * 3
    for article in articles:
        article.refresh_from_db()
        assert article.status == Status.REVIEW
        assert article.history.first().history_user == author
        assert article.review_steps.get().action == "submitted"


def test_what_may_not_be_done_is_seen_before_with_its_reason(articles, author, judge):
    Article.objects.filter(pk=articles[0].pk).update(status=Status.PUBLISHED)
    stored = Article.objects.order_by("pk")
    first, second, _ = seen(stored, to_status(Status.PUBLISHED), author)
    assert first == ("已发布", "已发布", "")
    assert second[0:2] == ("草稿", "草稿")
    assert "没有这个权限" in second[2]
    assert [one[2] for one in seen(stored, to_status(Status.PUBLISHED), judge)] == ["", "", ""]


def test_the_second_person_rule_holds_for_many_as_for_one(articles, judge, settings):
    settings.AUTHOR_MAY_PUBLISH = False
    articles[0].byline, articles[0]._history_user = "本报记者 王小明", judge
    articles[0].save()
    assert ["由另一个人" in one[2] for one in seen(articles, to_status(Status.PUBLISHED), judge)] == [
        True,
        False,
        False,
    ]
    assert [state for state, _ in outcomes(run_change(to_status(Status.PUBLISHED), articles, judge))] == [
        "skipped",
        "done",
        "done",
    ]


def test_the_reason_goes_into_every_step(articles, judge):
    Article.objects.update(status=Status.REVIEW)
    articles = list(Article.objects.order_by("pk"))
    run_change(to_status(Status.DRAFT, "请补出处"), articles, judge)
    for article in articles:
        assert article.review_steps.get().reason == "请补出处"


def test_copies_are_not_published_unseen(articles, judge):
    copy = make_articles(1)[0]
    other = articles[0]
    effects = find_effects([*articles, copy], to_status(Status.PUBLISHED), judge)
    assert [bool(one.obstacle) for one in effects] == [True, False, False, True]
    assert (effects[0].copy, effects[3].copy) == (copy.pk, other.pk)
    assert outcomes(run_change(to_status(Status.PUBLISHED), [other], judge))[0][0] == "skipped"
    keep_both(other, copy, judge)
    assert outcomes(run_change(to_status(Status.PUBLISHED), [other], judge))[0][0] == "done"


def test_a_programme_is_added_and_an_unconfirmed_one_confirmed(articles, author, vocabulary):
    ArticleInitiative.objects.create(article=articles[0], initiative=vocabulary, evidence="送清凉")
    ArticleInitiative.objects.create(article=articles[1], initiative=vocabulary, is_confirmed=True)
    change = programme(ADD, vocabulary)
    assert seen(articles, change, author) == [
        ("送清凉（未核对）", "送清凉", ""),
        ("送清凉", "送清凉", ""),
        ("", "送清凉", ""),
    ]
    job = run_change(change, articles, author)
    assert outcomes(job) == [
        ("done", "送清凉（未核对） → 送清凉"),
        ("skipped", "本来就是这样。"),
        ("done", "（无） → 送清凉"),
    ]
    links = ArticleInitiative.objects.order_by("article")
    assert [(link.is_confirmed, link.evidence) for link in links] == [(True, "送清凉"), (True, ""), (True, "")]
    assert links[0].history.first().history_user == author


def test_a_programme_is_removed_where_it_is(articles, author, vocabulary, initiative):
    for article, one in ((articles[0], vocabulary), (articles[0], initiative), (articles[1], initiative)):
        ArticleInitiative.objects.create(article=article, initiative=one, is_confirmed=True)
    run_change(programme(REMOVE, vocabulary), articles, author)
    assert list(ArticleInitiative.objects.values_list("article", "initiative__name")) == [
        (articles[0].pk, "金秋助学"),
        (articles[1].pk, "金秋助学"),
    ]


@pytest.mark.parametrize(("code", "name"), [("510500", "泸州市（四川省）"), ("510000", "四川省")])
def test_places_are_added_and_removed(articles, author, luzhou, code, name):
    run_change(Change(BulkAction.ADD_PLACE, code, name), articles, author)
    assert {link.province_id for link in ArticleCity.objects.all()} == {"510000"}
    assert {str(link.place) for link in ArticleCity.objects.all()} == {"泸州市" if code == "510500" else "四川省"}
    run_change(Change(BulkAction.REMOVE_PLACE, code, name), list(Article.objects.order_by("pk")), author)
    assert not ArticleCity.objects.exists()


def test_a_province_is_not_its_city(articles, author, luzhou):
    ArticleCity.objects.create(article=articles[0], city=luzhou, province=luzhou.province)
    change = Change(BulkAction.REMOVE_PLACE, "510000", "四川省")
    assert seen(articles[:1], change, author) == [("泸州市（未核对）", "泸州市（未核对）", "")]


def test_each_article_gets_a_version_that_is_followed_by_its_links(articles, author, vocabulary):
    before = latest_version(articles[0])
    run_change(programme(ADD, vocabulary), articles[:1], author)
    version = articles[0].history.first()
    link = ArticleInitiative.history.get()
    assert version.history_id != before
    assert version.history_date <= link.history_date


def test_who_listens_for_changes_is_told(articles, author, vocabulary):
    told: list[int] = []

    def note(ids, **_):
        told.extend(ids)

    articles_changed.connect(note)
    try:
        run_change(programme(ADD, vocabulary), articles, author)
    finally:
        articles_changed.disconnect(note)
    assert set(told) == {article.pk for article in articles}


def test_an_article_that_was_changed_after_the_preview_is_left_alone(articles, author):
    looked_at = [Seen(article.pk, latest_version(article)) for article in articles]
    articles[0].headline = "有人刚改了主题"
    articles[0].save()
    articles[1].delete()
    job = start_change(to_status(Status.REVIEW), looked_at, author)
    Article.objects.filter(headline=articles[2].headline).delete()
    run_job(job.pk)
    assert outcomes(job) == [
        ("skipped", "预览以后有人改过这篇稿件，没有动。"),
        ("skipped", "稿件已经不在了。"),
    ]
    assert Article.objects.get().status == Status.DRAFT


def test_what_a_change_gives_may_be_gone_when_it_is_made(articles, author, vocabulary):
    before = Article.history.count()
    change = programme(ADD, vocabulary)
    key = vocabulary.pk
    vocabulary.delete()
    assert outcomes(run_change(change, articles[:1], author)) == [("skipped", f"“{key}”已经不在了。")]
    assert Article.history.count() == before


def test_of_each_article_is_noted_what_it_had(articles, author, vocabulary):
    run_change(to_status(Status.REVIEW), articles[:1], author)
    run_change(programme(ADD, vocabulary), articles[1:2], author)
    steps, links = BulkChange.objects.order_by("pk")
    assert (steps.action, steps.value, steps.user) == ("set_status", "review", author)
    assert steps.items.get().before["status"] == "draft"
    assert links.items.get().before["link"] is None


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"action": "burn"}, "action", "burn"),
        ({"action": "set_status"}, "status", "请选改成什么状态"),
        ({"action": "set_status", "status": "burnt"}, "status", "burnt"),
        ({"action": "set_status", "status": "withdrawn", "reason": " "}, "reason", "请写明原因"),
        ({"action": "set_status", "status": "draft"}, "reason", "请写明原因"),
        ({"action": "add_programme"}, "programme", "请写项目的名称"),
        ({"action": "add_programme", "programme": "送温暖"}, "programme", "没有叫“送温暖”的项目"),
        ({"action": "remove_programme", "programme": "送清凉、金秋助学"}, "programme", "一次只写一个"),
        ({"action": "add_place", "place": "乌有市"}, "place", "没有叫“乌有市”的地区"),
        ({"action": "add_place", "place": "长" * 101}, "place", "100"),
    ],
)
def test_what_is_wrong_with_a_change_is_told_at_its_field(vocabulary, initiative, fields, field, message):
    form = ChangeForm(fields)
    assert not form.is_valid()
    assert list(form.errors) == [field]
    assert message in form.errors[field][0]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"action": "set_status", "status": "review"}, "改状态：待审"),
        ({"action": "add_programme", "programme": "夏送清凉"}, "加项目：送清凉"),
        ({"action": "remove_place", "place": "四川泸州"}, "去地区：泸州市（四川省）"),
    ],
)
def test_a_change_is_read_from_what_people_call_things(vocabulary, fields, text):
    form = ChangeForm(fields)
    assert form.is_valid()
    assert str(form.change) == text
