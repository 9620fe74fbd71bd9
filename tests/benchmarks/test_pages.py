"""The command as a person runs it, and the addresses that it asks for."""

import json
import subprocess
import sys

from benchmarks.pages import Paths
from benchmarks.query import Kind, Query
from benchmarks.scratch import ROOT

QUERIES = [
    Query(Kind.TWO_WORDS, "工会 职工"),
    Query(Kind.CHOICE, "工资", {"region": ("510000",), "year": ("2008", "2009")}),
]


def test_every_page_is_asked_for_and_answers(tmp_path):
    command = [sys.executable, "-m", "benchmarks.pages", "--articles", "40", "--requests", "15"]
    done = subprocess.run([*command, "--keep", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["page"] for line in lines] == ["home", "results", "article", "region"]
    assert [(line["requests"], line["errors"]) for line in lines] == [(15, 0)] * 4


def test_results_are_asked_for_with_choices():
    paths = Paths(QUERIES, 10).draw("results", 30)
    assert "/search/?q=%E5%B7%A5%E8%B5%84&region=510000&year=2008&year=2009" in paths


def test_addresses_are_the_same_in_every_run():
    assert Paths(QUERIES, 10).draw("article", 20) == Paths(QUERIES, 10).draw("article", 20)


def test_regions_are_those_that_queries_choose():
    assert set(Paths(QUERIES, 10).draw("region", 5)) == {"/regions/510000/"}
