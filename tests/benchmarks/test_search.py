"""The command as a person runs it."""

import json
import subprocess
import sys

import pytest

from benchmarks.one_system import SYSTEMS as MADE
from benchmarks.scratch import ROOT
from benchmarks.search import SYSTEMS, read_systems

FIGURES = {
    *("system", "articles", "queries", "index_seconds", "articles_per_second"),
    *("index_mb", "peak_rss_mb", "p50_ms", "p95_ms"),
}


def run(*arguments):
    command = [sys.executable, "-m", "benchmarks.search", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_line_of_figures_is_printed_for_each_system_in_turn(tmp_path):
    lines = run("--articles", "50", "--systems", "tantivy,tantivy-direct", "--queries", "30", "--keep", str(tmp_path))
    assert [line["system"] for line in lines] == ["tantivy", "tantivy-direct"]
    assert all(line.keys() >= FIGURES for line in lines)
    assert all(line["queries"] == 30 and line["articles"] == 50 for line in lines)
    assert all(line["peak_rss_mb"] > 50 for line in lines)
    assert lines[0].keys() >= {"snippet_ms", "engine_p50_ms", "engine_p95_ms"}
    assert (tmp_path / "articles-50" / "archive.sqlite3").exists()


def test_a_system_stops_asking_when_its_time_is_over():
    (line,) = run("--articles", "50", "--systems", "fts5", "--queries", "30", "--query-seconds", "0")
    assert line["queries"] == 1


def test_the_systems_offered_are_those_that_can_be_made():
    assert set(SYSTEMS) == set(MADE)


def test_an_unknown_system_is_refused():
    with pytest.raises(SystemExit, match="solr"):
        read_systems("tantivy,solr")
