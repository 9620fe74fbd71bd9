"""A finished page: its articles, and the way back while nobody has touched them."""

import pytest
from django.contrib.auth.models import User
from django.http import QueryDict
from django.utils.html import strip_tags

from archive.desk.holding import take_hold
from archive.desk.reviewing.steps import submit, withdraw
from archive.desk.splitting.change import ChangeError
from archive.desk.splitting.conflict import FinishedError, HeldError, OutdatedError
from archive.desk.splitting.finishing import find_finished, find_open_matters, finish, reopen
from archive.desk.splitting.request import read_step
from archive.models import Article, Hold, KeptEntry, Page, Split, Status
from tests.archive.desk.splitting.drafts import show
from tests.archive.desk.splitting.made_up_page import DRAFT, articles_of, last_key_of, open_made_up_split, step

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> User:
    return User.objects.create_superuser("anna")


@pytest.fixture
def bo() -> User:
    return User.objects.create_user("bo")


@pytest.fixture
def split() -> Split:
    return open_made_up_split()


def finish_page(split, user, **fields):
    sent = QueryDict(mutable=True)
    sent.update({"do": "finish", "seen": str(last_key_of(split)), **fields})
    return finish(split.page_id, user, read_step(sent))


def test_each_article_of_the_draft_becomes_one_in_its_order(split, anna):
    step(split, anna, "join:3:7")
    step(split, anna, "order:2:0", seen=last_key_of(split))
    finish_page(split, anna)
    first, second = Article.objects.order_by("order")
    assert (first.order, first.headline, first.status) == (1, "青石县工会送医上山", Status.DRAFT)
    assert second.headline == "河湾市总工会把夜校办进车间"
    assert second.body.split("\n\n") == [
        "本报讯（记者 林晓禾）河湾市总工会今年在四十家工厂办起夜校，为了让倒班的职工也能\n"
        "学到手艺，市总工会请来三十名老师傅，一对一地教。",
        "[图] 图为夜校学员在练习焊接。",
    ]
    assert [person.name for person in second.people.all()] == ["林晓禾"]
    assert second.history.get().history_type == "+"


def test_the_split_is_finished_and_the_page_let_go(split, anna):
    step(split, anna, "noise", line=5)
    finish_page(split, anna)
    split.refresh_from_db()
    assert (split.finished is not None, split.finished_by) == (True, anna)
    assert not Hold.objects.exists()


def test_a_gap_comes_with_its_reason_into_the_article(split, anna):
    step(split, anna, "gap_after", line=3, reason="后栏未收到")
    finish_page(split, anna)
    assert "[缺文：后栏未收到]" in Article.objects.get(order=1).body


def test_a_page_without_articles_can_be_finished(split, anna):
    step(split, anna, "noise", lines="1,3,5,7,9,11")
    assert finish_page(split, anna) == ()
    assert find_finished(split.page, anna).articles == ()


def test_articles_that_the_page_had_before_come_first(split, anna):
    known = Article.objects.create(page=split.page, order=3, headline="早已有的一篇")
    finish_page(split, anna)
    assert [article.order for article in Article.objects.exclude(pk=known.pk).order_by("order")] == [4, 5]


def test_a_page_is_finished_once(split, anna):
    finish_page(split, anna)
    with pytest.raises(FinishedError):
        finish_page(split, anna)
    assert Article.objects.count() == 2


def test_a_page_is_not_finished_over_another_persons_head(split, anna, bo):
    take_hold(bo, page=split.page)
    with pytest.raises(HeldError):
        finish_page(split, anna)
    Hold.objects.all().delete()
    step(split, anna, "noise", line=5)
    with pytest.raises(OutdatedError):
        finish_page(split, anna, seen="0")
    assert not Article.objects.exists()


def tell_open_matters(split):
    return [strip_tags(matter) for matter in find_open_matters(split)]


def test_what_is_open_is_told_before(split, anna):
    matter = "第 3 行没有说完，定稿时后面标为缺文。"
    assert tell_open_matters(split) == [matter]
    step(split, anna, "unplaced", line=9)
    split.refresh_from_db()
    assert tell_open_matters(split) == ["第 9 行还没有归入，定稿后不在任何一篇里。", matter]


def test_a_page_that_is_being_split_is_not_finished(split, anna):
    assert find_finished(split.page, anna) is None


def test_articles_without_a_split_finish_a_page_too(printed_page, article, anna):
    assert find_finished(printed_page, anna).articles == (article,)


def test_a_page_with_nothing_at_all_is_not_finished(printed_page, anna):
    assert find_finished(printed_page, anna) is None


def test_drafts_that_nobody_touched_go_and_come_again(split, anna):
    step(split, anna, "noise", line=5)
    finish_page(split, anna)
    assert find_finished(split.page, anna).touched == ()
    reopen(split.page, anna)
    assert not Article.objects.exists()
    assert articles_of(split) == ["h1 3 7", "h9 11"]
    step(split, anna, "undo", seen=last_key_of(split))
    assert articles_of(split) == show(DRAFT)
    finish_page(split, anna, seen="0")
    assert Article.objects.count() == 2


def change_headline(article, _person):
    article.headline = "另一个主题"
    article.save()


def keep_typed(article, person):
    KeptEntry.objects.create(article=article, user=person, fields={})


def send_in(article, person):
    submit(article, person)


def open_elsewhere(article, _person):
    take_hold(User.objects.get(username="bo"), article=article)


@pytest.mark.parametrize("touch", [change_headline, keep_typed, send_in, open_elsewhere])
def test_a_page_is_not_opened_again_once_somebody_worked_on_an_article(split, anna, bo, touch):
    first, _second = finish_page(split, anna)
    touch(first, anna)
    assert find_finished(split.page, anna).touched == (first,)
    with pytest.raises(ChangeError) as refused:
        reopen(split.page, anna)
    assert Article.objects.get(pk=first.pk).display_headline in str(refused.value)
    assert Article.objects.count() == 2
    split.refresh_from_db()
    assert split.finished


def test_ones_own_open_screen_does_not_hinder(split, anna):
    first, _second = finish_page(split, anna)
    take_hold(anna, article=first)
    reopen(split.page, anna)
    assert not Article.objects.exists()


def test_withdrawn_articles_stay_and_do_not_hinder(split, anna):
    for article in finish_page(split, anna):
        change_headline(article, anna)
        withdraw(article, anna, "整版重拆")
    reopen(split.page, anna)
    assert [article.status for article in Article.objects.all()] == [Status.WITHDRAWN] * 2
    assert find_finished(Page.objects.get(), anna) is None
    finish_page(split, anna)
    assert sorted(Article.objects.values_list("order", flat=True)) == [1, 2, 3, 4]


def test_imported_drafts_can_be_split_anew(printed_page, article, anna):
    reopen(printed_page, anna)
    assert not Article.objects.exists()
    assert Split.objects.get().finished is None
