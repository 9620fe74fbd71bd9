from collections import Counter

import pytest

from benchmarks.queries import make_queries
from benchmarks.query import Kind, read_queries, write_queries
from benchmarks.search import USUAL_QUERIES
from search.fields import PROGRAMME, REGION, YEAR
from search.language import parse_query

pytestmark = pytest.mark.django_db


def test_there_are_at_least_two_hundred_queries_of_all_kinds_equally(corpus):
    queries = make_queries(corpus, USUAL_QUERIES)
    counts = Counter(query.kind for query in queries)
    assert len(queries) >= 200
    assert set(counts) == set(Kind)
    assert max(counts.values()) - min(counts.values()) <= 1


def test_queries_are_the_same_in_every_run(corpus):
    assert make_queries(corpus, 60) == make_queries(corpus, 60)


def test_the_first_queries_are_of_most_kinds(corpus):
    assert len({query.kind for query in make_queries(corpus, 280)[:60]}) > 10


def test_quoted_runs_of_three_to_eight_characters_stand_in_the_corpus(corpus):
    bodies = [corpus.article(number).body for number in range(corpus.size)]
    for query in make_queries(corpus, 150):
        if query.kind is Kind.QUOTED_RUN:
            run = query.text.strip('"')
            assert 3 <= len(run) <= 8
            assert any(run in body for body in bodies)


def test_choices_are_of_all_three_facets_and_of_one_or_two(corpus):
    queries = make_queries(corpus, 280)
    facets = {facet for query in queries for facet in query.choices}
    assert facets == {REGION, YEAR, PROGRAMME}
    assert {len(query.choices) for query in queries if query.kind is Kind.CHOICES} == {2}


def test_every_query_is_read_without_a_note(corpus):
    assert [query.text for query in make_queries(corpus, 150) if parse_query(query.text).notes] == []


def test_queries_come_back_from_their_file_as_they_were(corpus, tmp_path):
    queries = make_queries(corpus, 60)
    write_queries(tmp_path, queries)
    assert read_queries(tmp_path) == queries
