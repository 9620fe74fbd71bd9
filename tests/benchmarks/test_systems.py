"""Every system answers the queries of the benchmark; those on the same tokens find the same."""

import pytest

from benchmarks.one_system import SYSTEMS, measure_system
from benchmarks.queries import make_queries
from benchmarks.query import Kind, Query
from benchmarks.systems.contract import FACETS, HITS
from search.fields import PROGRAMME, REGION, YEAR

pytestmark = pytest.mark.django_db

SAME_TOKENS = ("tantivy", "whoosh", "fts5", "tantivy-direct")


def ask(system, query):
    return system.read(system.search(system.prepare(query)))


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_system_answers_queries_of_every_kind(systems, corpus, name):
    for query in make_queries(corpus, 45):
        answer = ask(systems[name], query)
        assert len(answer.ids) == min(answer.total, HITS)
        assert all(1 <= pk <= corpus.size for pk in answer.ids)


def test_a_system_is_asked_no_more_when_its_time_is_over(systems, corpus):
    assert measure_system("fts5", make_queries(corpus, 30), query_seconds=0)["queries"] == 1


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_system_finds_a_common_word_and_counts_three_facets(systems, name):
    answer = ask(systems[name], Query(Kind.COMMON_WORD, "工会"))
    assert answer.total > 10
    assert all(answer.counts[facet] for facet in FACETS)
    assert sum(answer.counts[YEAR].values()) == answer.total


@pytest.mark.parametrize("kind", [Kind.QUOTED_RUN, Kind.CHARACTER, Kind.YEAR, Kind.CITY, Kind.HEADLINE])
def test_the_systems_on_the_same_tokens_find_the_same(systems, corpus, kind):
    for query in (each for each in make_queries(corpus, 90) if each.kind is kind):
        totals = {name: ask(systems[name], query).total for name in SAME_TOKENS}
        assert len(set(totals.values())) == 1, f"{query.text}: {totals}"


@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.CHOICES])
def test_the_systems_on_the_same_tokens_count_the_same_after_a_choice(systems, corpus, kind):
    for query in (each for each in make_queries(corpus, 90) if each.kind is kind):
        tantivy, *others = (ask(systems[name], query) for name in SAME_TOKENS)
        if tantivy.total:
            assert all(only_regions_of(tantivy, other) == tantivy.counts for other in others), query


def only_regions_of(tantivy, other):
    """The counts of another system, of the regions that the archive counts: provinces, and those in chosen ones."""
    regions = {code: count for code, count in other.counts[REGION].items() if code in tantivy.counts[REGION]}
    return {**other.counts, REGION: regions}


def test_the_direct_index_ranks_as_the_engine_does(systems, corpus):
    for query in make_queries(corpus, 90):
        engine = systems["tantivy"].ask_engine(systems["tantivy"].prepare(query))
        direct = ask(systems["tantivy-direct"], query)
        assert (direct.total, direct.ids) == (engine.total, engine.ids), query


@pytest.mark.parametrize("name", ["tantivy", "whoosh"])
def test_the_engine_alone_finds_what_the_site_finds(systems, name):
    query = Query(Kind.CHOICES, "职工 -龘", {REGION: ("510000", "440000"), YEAR: ("2005..2015",)})
    system = systems[name]
    assert system.ask_engine(system.prepare(query)) == ask(system, query)


@pytest.mark.parametrize("name", ["tantivy", "whoosh", "stock-whoosh"])
def test_a_system_that_shows_snippets_makes_one_for_each_hit(systems, name):
    system = systems[name]
    prepared = system.prepare(Query(Kind.COMMON_WORD, "职工"))
    answer = system.search(prepared)
    assert len(system.make_snippets(prepared, answer)) == len(system.read(answer).ids)


def test_the_stock_backend_loads_the_articles_of_its_hits(systems):
    _total, hits, _facets = systems["stock-whoosh"].search(
        systems["stock-whoosh"].prepare(Query(Kind.TWO_WORDS, "职工"))
    )
    assert all(hit.object.pk == int(hit.pk) for hit in hits)


def test_the_stock_backend_narrows_by_choices(systems):
    system = systems["stock-whoosh"]
    everything = ask(system, Query(Kind.COMMON_WORD, "工会"))
    programme, count = next((value, count) for value, count in everything.counts[PROGRAMME].items() if value)
    assert ask(system, Query(Kind.CHOICE, "工会", {PROGRAMME: (programme,)})).total == count


@pytest.mark.parametrize("name", SYSTEMS)
def test_the_index_of_a_system_lies_in_a_folder_of_its_own(systems, name):
    assert any(path.stat().st_size for path in systems[name].folder.rglob("*") if path.is_file())
