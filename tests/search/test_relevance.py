"""Relevance sets: what is read of them, how hits in order are measured, and the command on a small one."""

import json

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from haystack import connections

from benchmarks.both_rankings import AS_RANKED, BIGRAMS_ALONE, measure_both
from search.engines.contract import IndexDamagedError
from search.relevance import measure_ranking, read_relevance_set
from tests.running import manage

DOCUMENTS = {"a": "区总工会开办家政培训班。", "b": "市总工会为环卫工送去凉茶。", "c": "职工书屋添了新书。"}


@pytest.fixture
def folder(tmp_path):
    """A set of three documents; the second query has no relevant document."""
    texts = [json.dumps({"id": name, "text": text}) for name, text in DOCUMENTS.items()]
    (tmp_path / "documents.jsonl").write_text("\n".join(texts), encoding="utf-8")
    queries = [json.dumps({"id": "1", "text": "谁为环卫工送去凉茶？"}), json.dumps({"id": "2", "text": "无"})]
    (tmp_path / "queries.jsonl").write_text("\n".join(queries), encoding="utf-8")
    (tmp_path / "qrels.tsv").write_text("1\t0\tb\t1\n1\t0\tc\t0\n")
    return tmp_path


def test_a_set_is_read_with_the_queries_that_have_an_answer(folder):
    relevance = read_relevance_set(folder)
    assert relevance.documents == DOCUMENTS
    assert relevance.queries == [("谁为环卫工送去凉茶？", {"b": 1})]


@pytest.mark.parametrize(
    ("hits", "expected"),
    [
        ("bac", {"ndcg@10": 1.0, "mrr@10": 1.0, "recall@1": 1.0, "recall@10": 1.0, "recall@100": 1.0}),
        ("abc", {"ndcg@10": 0.6309, "mrr@10": 0.5, "recall@1": 0.0, "recall@10": 1.0, "recall@100": 1.0}),
        ("ac", {"ndcg@10": 0.0, "mrr@10": 0.0, "recall@1": 0.0, "recall@10": 0.0, "recall@100": 0.0}),
        ("acdefghijklb", {"ndcg@10": 0.0, "mrr@10": 0.0, "recall@1": 0.0, "recall@10": 0.0, "recall@100": 1.0}),
    ],
)
def test_hits_are_measured_by_where_the_relevant_one_stands(hits, expected):
    assert measure_ranking([(list(hits), {"b": 1})]) == expected


def test_measures_are_means_over_the_queries():
    assert measure_ranking([(["b"], {"b": 1}), (["a"], {"b": 1})])["recall@1"] == 0.5


def test_the_command_asks_a_scratch_archive_by_the_engine_that_is_named_and_prints_one_object(folder, tmp_path):
    data_dir = tmp_path / "real"
    printed = json.loads(manage(data_dir, "evaluate_relevance", str(folder), "--engine", "whoosh"))
    assert (printed["documents"], printed["queries"], printed["ndcg@10"]) == (3, 1, 1.0)
    assert {"mrr@10", "recall@1", "recall@10", "recall@100", "p50_ms", "p95_ms"} < set(printed)
    assert not (data_dir / "archive.sqlite3").exists()


@pytest.mark.django_db
def test_queries_are_asked_as_ranked_and_by_bigrams_alone(folder):
    measured = measure_both(read_relevance_set(folder), 1)
    connections["tantivy"].get_backend().clear()
    assert (measured["documents"], measured["queries"]) == (3, 1)
    assert [measured[way]["ndcg@10"] for way in (AS_RANKED, BIGRAMS_ALONE)] == [1.0, 1.0]
    assert measured["p95_ratio"] > 0


def test_damage_met_by_an_evaluation_is_one_line(folder, monkeypatch):
    def meet_damage(*_arguments):
        raise IndexDamagedError("a failing disk")

    monkeypatch.setenv("RELEVANCE_SCRATCH", str(settings.DATA_DIR))
    monkeypatch.setattr("search.management.commands.evaluate_relevance.call_command", lambda *_, **__: None)
    monkeypatch.setattr("search.management.commands.evaluate_relevance.fill_archive", meet_damage)
    with pytest.raises(CommandError, match=r"^whoosh: the index is damaged; each evaluation makes another$"):
        call_command("evaluate_relevance", str(folder), "--engine", "whoosh")


def test_a_folder_without_a_set_is_refused_in_one_line(tmp_path):
    with pytest.raises(CommandError, match=r"qrels\.tsv"):
        call_command("evaluate_relevance", str(tmp_path))


def test_a_set_without_answers_and_a_limit_below_one_are_refused_in_one_line(folder):
    with pytest.raises(CommandError, match=r"^--limit 0: at least 1$"):
        call_command("evaluate_relevance", str(folder), "--limit", "0")
    (folder / "qrels.tsv").write_text("")
    with pytest.raises(CommandError, match=r"no query has a document that answers it$"):
        call_command("evaluate_relevance", str(folder))
