"""The figures of suggestions and guesses, and the command as a person runs it."""

import json
import subprocess
import sys

from benchmarks.scratch import ROOT
from benchmarks.suggest import measure


def test_each_text_is_asked_in_every_round_and_the_first_round_does_not_count() -> None:
    asked: list[str] = []
    figures = measure(asked.append, ("泸", "泸州"))
    assert asked == ["泸", "泸州"] * 6
    milliseconds = [figures[name] or 0.0 for name in ("p50_ms", "p95_ms", "max_ms")]
    assert milliseconds == sorted(milliseconds)


def test_one_object_of_figures_is_printed(tmp_path) -> None:
    command = [sys.executable, "-m", "benchmarks.suggest", "--articles", "24", "--keep", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    (line,) = map(json.loads, done.stdout.splitlines())
    assert line["articles"] == 24
    assert line["keys"] > 0
    assert line["sounds"] > 0
    assert line["suggest"].keys() == line["did_you_mean"].keys() >= {"p50_ms", "p95_ms", "cpu_p95_ms"}
