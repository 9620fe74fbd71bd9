"""Submit, send back, publish, withdraw: from which state, by whom, and what is written down."""

import pytest
from django.contrib.auth.models import Group, User
from django.db import DatabaseError

from archive.desk.reviewing import steps
from archive.desk.reviewing.rules import ReviewError, may_take
from archive.desk.reviewing.steps import latest_version, note_step, publish, send_back, submit, withdraw
from archive.loading.groups import EDITORS, REVIEWERS, load_groups
from archive.models import Article, ReviewAction, ReviewStep


def person(name, group):
    load_groups()
    user = User.objects.create_user(name)
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def author(db):
    return person("author", EDITORS)


@pytest.fixture
def judge(db):
    return person("judge", REVIEWERS)


@pytest.fixture
def second_person_only(settings):
    settings.AUTHOR_MAY_PUBLISH = False


def told_steps(article):
    return [(step.action, step.user.username, step.reason) for step in article.review_steps.all()]


def change_text(article, user, body):
    article.body, article._history_user = body, user
    article.save()


def test_the_whole_way_is_written_down(article, author, judge):
    submit(article, author)
    send_back(article, judge, " 少了副题 ")
    submit(article, author)
    publish(article, judge)
    withdraw(article, judge, "重复")
    article.refresh_from_db()
    assert article.status == "withdrawn"
    assert told_steps(article) == [
        ("submitted", "author", ""),
        ("sent_back", "judge", "少了副题"),
        ("submitted", "author", ""),
        ("published", "judge", ""),
        ("withdrawn", "judge", "重复"),
    ]


def test_each_step_makes_a_version_with_its_person(article, author, judge):
    submit(article, author)
    publish(article, judge)
    versions = article.history.order_by("history_id").values_list("status", "history_user__username")
    assert list(versions)[1:] == [("review", "author"), ("published", "judge")]


def test_the_article_in_hand_learns_its_new_state(article, author):
    submit(article, author)
    assert article.status == "review"
    assert article.modified == Article.objects.get().modified


def test_a_step_saves_nothing_but_the_state(article, author):
    Article.objects.filter(pk=article.pk).update(headline="别人刚改的主题")
    submit(article, author)
    assert Article.objects.get().headline == "别人刚改的主题"


@pytest.mark.parametrize(
    ("state", "action"),
    [
        ("review", ReviewAction.SUBMITTED),
        ("published", ReviewAction.SUBMITTED),
        ("withdrawn", ReviewAction.SUBMITTED),
        ("draft", ReviewAction.SENT_BACK),
        ("published", ReviewAction.SENT_BACK),
        ("published", ReviewAction.PUBLISHED),
        ("withdrawn", ReviewAction.WITHDRAWN),
    ],
)
def test_a_step_from_the_wrong_state_is_not_offered(article, judge, state, action):
    article.status = state
    article.save()
    assert not may_take(article, action, judge)


def test_a_withdrawn_article_is_taken_up_again(article, author, judge):
    publish(article, judge)
    withdraw(article, judge, "要改")
    send_back(article, judge, "请改好再送")
    submit(article, author)
    assert article.status == "review"


def test_the_second_reviewer_is_told_what_the_first_did(article, author, judge):
    submit(article, author)
    publish(article, judge)
    with pytest.raises(ReviewError, match=r"judge已在 .* 处理过这篇稿件，现在的状态是“已发布”"):
        send_back(article, person("late", REVIEWERS), "太晚了")


@pytest.mark.parametrize("step", [publish, lambda article, user: send_back(article, user, "原因")])
def test_an_editor_neither_publishes_nor_sends_back(article, author, step):
    submit(article, author)
    with pytest.raises(ReviewError, match="没有这个权限"):
        step(article, author)
    assert Article.objects.get().status == "review"


def test_an_editor_puts_a_draft_aside_but_not_what_readers_see(article, author, judge):
    publish(article, judge)
    with pytest.raises(ReviewError, match="没有这个权限"):
        withdraw(article, author, "重复")
    article.refresh_from_db()
    article.status = "draft"
    article.save()
    assert withdraw(article, author, "重复").status == "withdrawn"


@pytest.mark.parametrize("reason", ["", " \n\t　"])
def test_sending_back_and_withdrawing_need_a_reason(article, author, judge, reason):
    submit(article, author)
    for step in (send_back, withdraw):
        with pytest.raises(ReviewError, match="请写明原因"):
            step(article, judge, reason)
    assert Article.objects.get().status == "review"


def test_nothing_is_left_of_a_step_that_could_not_be_written(article, author, monkeypatch):
    def fail(**_):
        raise DatabaseError("disk I/O error")

    monkeypatch.setattr(ReviewStep.objects, "create", fail)
    with pytest.raises(DatabaseError):
        submit(article, author)
    assert Article.objects.get().status == "draft"
    assert article.history.count() == 1


def test_what_changed_since_it_was_read_is_not_published(article, author, judge):
    submit(article, author)
    seen = latest_version(article)
    change_text(article, author, "审稿人没有看过的正文。")
    with pytest.raises(ReviewError, match="有人又修改了"):
        publish(article, judge, seen_version=seen)
    assert publish(article, judge, seen_version=latest_version(article)).is_published


def test_by_default_an_author_who_may_publish_publishes_alone(article, judge):
    change_text(article, judge, "自己写的。")
    submit(article, judge)
    assert publish(article, judge).is_published


def test_who_submitted_does_not_publish(second_person_only, article, judge):
    submit(article, judge)
    with pytest.raises(ReviewError, match="要由另一个人发布"):
        publish(article, judge)
    assert publish(article, person("second", REVIEWERS)).is_published


def test_who_last_changed_the_text_does_not_publish(second_person_only, article, author, judge):
    submit(article, author)
    change_text(article, judge, "审稿人改过的正文。")
    with pytest.raises(ReviewError, match="要由另一个人发布"):
        publish(article, judge)


def test_a_save_that_changed_no_text_makes_no_author(second_person_only, article, author, judge):
    change_text(article, author, "作者的正文。")
    submit(article, author)
    change_text(article, judge, article.body)
    assert publish(article, judge).is_published


def test_who_brought_it_in_is_its_author(second_person_only, judge):
    article = Article(headline="新稿")
    article._history_user = judge
    article.save()
    with pytest.raises(ReviewError, match="要由另一个人发布"):
        publish(article, judge)


def test_a_superuser_is_a_second_person_like_others(second_person_only, article):
    chief = User.objects.create_superuser("chief")
    submit(article, chief)
    assert not may_take(article, ReviewAction.PUBLISHED, chief)


@pytest.mark.parametrize(
    ("before", "after", "step"),
    [
        ("draft", "review", "submitted"),
        ("review", "draft", "sent_back"),
        ("draft", "published", "published"),
        ("published", "withdrawn", "withdrawn"),
        ("published", "draft", None),
        ("draft", "draft", None),
    ],
)
def test_a_state_set_elsewhere_is_noted_as_the_step_that_it_is(article, judge, before, after, step):
    article.status = after
    noted = note_step(article, before, judge)
    assert (noted.action if noted else None) == step


def test_every_step_has_its_rule():
    assert set(steps.RULES) == set(ReviewAction)
