"""Near duplicates: found when they are saved by whatever way, settled when an editor looked at them."""

import pytest
from django.contrib.auth.models import User
from django_q.models import OrmQ

from archive.desk.near_duplicates import (
    find_copies,
    find_near_duplicates,
    find_similar_page,
    find_waiting_pairs,
    keep_both,
)
from archive.desk.shingling import fill_sketches, order_missing_sketches
from archive.models import Article, ArticleShingle, ComparedPair, Page, PageShingle, Status
from tests.archive.desk.reprints import BRIEF, BRIEF_ELSEWHERE, EDITED, REPORT, SAME_PROGRAMME, TRUNCATED, misread


@pytest.fixture
def report(db):
    return Article.objects.create(headline="清凉按单送", body=REPORT, status=Status.PUBLISHED)


@pytest.fixture
def reprint(report):
    return Article.objects.create(headline="工会按单送清凉", body=EDITED)


@pytest.fixture
def user(db):
    return User.objects.create_user("anna")


def others(article):
    return [one.article for one in find_near_duplicates(article)]


def test_the_same_report_in_another_paper_is_found(report, reprint):
    (found,) = find_near_duplicates(reprint)
    assert found.article == report
    assert found.is_copy
    assert 80 <= found.percent < 100


def test_another_report_of_the_same_programme_is_not(report):
    assert others(Article.objects.create(headline="云岭送清凉", body=SAME_PROGRAMME)) == []


@pytest.mark.parametrize("body", [TRUNCATED, misread(REPORT, 20)])
def test_a_damaged_copy_is_found(report, body):
    assert others(Article.objects.create(body=body)) == [report]


def test_a_brief_is_found(db):
    brief = Article.objects.create(headline="白沙镇", body=BRIEF)
    assert others(Article.objects.create(headline="环卫工人有保障", body=BRIEF_ELSEWHERE)) == [brief]


def test_the_most_alike_comes_first(report, reprint):
    cut = Article.objects.create(body=REPORT[:400] + SAME_PROGRAMME)
    assert others(cut)[0] in (report, reprint)
    assert others(Article.objects.create(headline="清凉按单送", body=REPORT))[0] == report


def test_a_withdrawn_copy_is_no_matter(report, reprint):
    Article.objects.filter(pk=report.pk).update(status=Status.WITHDRAWN)
    assert others(reprint) == []


def test_what_an_editor_compared_is_not_told_again(report, reprint, user):
    keep_both(reprint, report, user)
    keep_both(report, reprint, user)
    assert ComparedPair.objects.count() == 1
    assert (find_copies(reprint), find_copies(report), find_waiting_pairs()) == ((), (), ())


def test_a_changed_text_is_looked_up_as_it_is_now(report, reprint):
    reprint.headline, reprint.body = "云岭送清凉", SAME_PROGRAMME
    reprint.save()
    assert others(reprint) == []
    assert others(report) == []


def test_articles_added_and_changed_in_one_go_are_found(report):
    (added,) = Article.objects.bulk_create([Article(headline="清凉按单送", body=SAME_PROGRAMME)])
    assert others(report) == []
    Article.objects.filter(pk=added.pk).update(body=EDITED)
    assert others(report) == [added]


def test_a_saved_place_or_programme_writes_no_fingerprints(report, luzhou):
    ArticleShingle.objects.all().delete()
    report.city_links.create(city=luzhou, province=luzhou.province)
    assert not ArticleShingle.objects.exists()


def test_a_removed_article_leaves_nothing(report):
    report.delete()
    assert not ArticleShingle.objects.exists()


def test_waiting_articles_are_told_of_once_with_the_other(report, reprint):
    second = Article.objects.create(headline="又一次", body=REPORT)
    pairs = [(pair.article, pair.other.article) for pair in find_waiting_pairs()]
    assert set(pairs) == {(reprint, report), (second, report), (second, reprint)}


def test_looking_up_takes_few_queries(report, reprint, django_assert_max_num_queries):
    for number in range(6):
        Article.objects.create(headline=f"第{number}次", body=REPORT)
    with django_assert_max_num_queries(6):
        assert len(find_near_duplicates(reprint)) == 7


def test_the_same_page_read_again_is_noticed(db):
    first = Page.objects.create(text=f"样报 4版\n\n{REPORT}\n\n{SAME_PROGRAMME}")
    again = misread(first.text, 25)
    found = find_similar_page(again)
    assert found.page == first
    assert found.percent >= 80
    assert find_similar_page(first.text, apart_from=first) is None


def test_a_page_with_one_report_in_common_is_another_page(db):
    Page.objects.create(text=f"样报 4版\n\n{REPORT}\n\n{SAME_PROGRAMME}")
    other = "".join(chr(0x4E00 + (number * number * 7919) % 6000) for number in range(900))
    assert find_similar_page(f"他报 1版\n\n{SAME_PROGRAMME}\n\n{other}") is None


def test_an_archive_from_before_is_sketched_once_by_the_worker(report, reprint):
    page = Page.objects.create(text=REPORT)
    order_missing_sketches()
    assert not OrmQ.objects.exists()
    ArticleShingle.objects.all().delete()
    PageShingle.objects.all().delete()
    order_missing_sketches()
    assert [task.func() for task in OrmQ.objects.all()] == ["archive.desk.shingling.fill_sketches"]
    assert fill_sketches() == 3
    assert others(reprint) == [report]
    assert page.shingles.exists()
    assert fill_sketches() == 0
