"""The benchmarks as a person runs them, one after another on a corpus that is kept."""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from benchmarks.scratch import ROOT

ARTICLES = 50
FIGURES = {
    *("system", "articles", "queries", "index_seconds", "articles_per_second"),
    *("index_mb", "peak_rss_mb", "p50_ms", "p95_ms"),
}
Run = Callable[..., list[dict]]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return a function: a benchmark and its options -> the objects that it prints."""
    kept = tmp_path_factory.mktemp("kept")

    def run(name: str, *options: str) -> list[dict]:
        command = [sys.executable, "-m", f"benchmarks.{name}", "--articles", str(ARTICLES), "--keep", str(kept)]
        done = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True, check=True)
        assert (kept / f"articles-{ARTICLES}" / "archive.sqlite3").exists()
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run


def test_a_line_of_figures_is_printed_for_each_system_in_turn(run: Run) -> None:
    lines = run("search", "--systems", "tantivy,tantivy-direct", "--queries", "30")
    assert [line["system"] for line in lines] == ["tantivy", "tantivy-direct"]
    assert all(line.keys() >= FIGURES for line in lines)
    assert all(line["queries"] == 30 and line["articles"] == ARTICLES for line in lines)
    assert all(line["peak_rss_mb"] > 50 for line in lines)
    assert lines[0].keys() >= {"snippet_ms", "engine_p50_ms", "engine_p95_ms"}


def test_every_page_is_asked_for_and_answers(run: Run) -> None:
    lines = run("pages", "--requests", "15")
    assert [line["page"] for line in lines] == ["home", "results", "article", "region"]
    assert [(line["requests"], line["errors"]) for line in lines] == [(15, 0)] * 4


def test_suggestions_and_guesses_are_measured_in_one_object(run: Run) -> None:
    (line,) = run("suggest")
    assert line["articles"] == ARTICLES
    assert line["keys"] > 0
    assert line["sounds"] > 0
    assert line["suggest"].keys() == line["did_you_mean"].keys() >= {"p50_ms", "p95_ms", "cpu_p95_ms"}
