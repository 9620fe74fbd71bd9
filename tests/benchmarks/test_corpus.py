from collections import Counter
from statistics import mean, quantiles

import pytest
import rjieba

from archive.models import Article, City, Province
from benchmarks.corpus import FIRST_YEAR, LAST_YEAR, Corpus

pytestmark = pytest.mark.django_db


def test_an_article_is_the_same_for_the_same_seed_and_another_for_another(corpus):
    again = Corpus(corpus.reference, corpus.size)
    other = Corpus(corpus.reference, corpus.size, seed=1)
    assert [again.article(n) for n in range(5)] == [corpus.article(n) for n in range(5)]
    assert other.article(0) != corpus.article(0)


def test_a_larger_corpus_begins_with_the_smaller_one(corpus):
    larger = Corpus(corpus.reference, 1000)
    assert larger.article(corpus.size - 1) == corpus.article(corpus.size - 1)


def test_bodies_have_about_a_thousand_characters(corpus):
    lengths = [len(Corpus(corpus.reference, 400).article(number).body) for number in range(400)]
    assert 900 < mean(lengths) < 1100
    assert quantiles(lengths, n=10)[0] < 700
    assert quantiles(lengths, n=10)[-1] > 1400


def test_words_are_as_unevenly_frequent_as_in_a_language(corpus):
    words = Counter()
    for number in range(400):
        words.update(word for word in rjieba.cut(Corpus(corpus.reference, 400).article(number).body) if len(word) > 1)
    ranked = [count for _, count in words.most_common()]
    assert 4 < ranked[9] / ranked[99] < 20
    assert 4 < ranked[99] / ranked[999] < 20
    assert ranked.count(1) > len(ranked) / 10


def test_regions_years_and_programmes_are_the_archives_own(corpus):
    articles = [corpus.article(number) for number in range(corpus.size)]
    codes = {place.code for article in articles for place in article.places}
    known = set(Province.objects.values_list("pk", flat=True)) | set(City.objects.values_list("pk", flat=True))
    assert codes <= known
    assert all(FIRST_YEAR <= article.date.year <= LAST_YEAR for article in articles)
    assert any(article.programmes for article in articles)
    assert any(not article.programmes for article in articles)


def test_an_article_names_its_places_and_programmes(corpus):
    for number in range(corpus.size):
        article = corpus.article(number)
        assert all(place.name in article.body for place in article.places)
        assert all(any(name in article.body for name in programme.names) for programme in article.programmes)


def test_the_database_holds_what_was_composed(corpus):
    composed = corpus.article(7)
    article = Article.objects.with_relations().get(pk=8)
    assert (article.headline, article.body, article.date) == (composed.headline, composed.body, composed.date)
    assert [link.place.code for link in article.places] == [place.code for place in composed.places]
    assert [link.initiative.slug for link in article.programmes] == [
        programme.slug for programme in composed.programmes
    ]
    assert article.is_published
    assert composed.body[:50].replace("\n", "") in article.page.text.replace("\n", "")
