"""Measure how well the archive ranks, on a set of questions with known answers."""

import json
import os
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from io import StringIO
from pathlib import Path
from statistics import quantiles
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from search.in_part import find_with_part
from search.management.damage import tell_damage
from search.management.engine_names import require_engines
from search.relevance import DEPTH, RelevanceSet, fill_archive, measure_ranking, read_names, read_relevance_set
from search.request import SearchRequest

_SCRATCH = "RELEVANCE_SCRATCH"


class Command(BaseCommand):
    """Index the documents of a set in a scratch archive, ask its queries as a reader would, print the measures."""

    help = "Print how well the archive ranks the documents of a relevance set, as one JSON object."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the set, the engine and how many queries to ask."""
        parser.add_argument("folder", type=Path, metavar="DIR", help="documents.jsonl, queries.jsonl, qrels.tsv")
        parser.add_argument("--engine", default=settings.SEARCH_ENGINE, help=", ".join(settings.SEARCH_ENGINES))
        parser.add_argument("--limit", type=int, metavar="N", help="ask only the first N queries")

    def handle(self, folder: Path, engine: str, limit: int | None, **_: Any) -> None:
        """Go on in a scratch archive: this process may have a real one open."""
        require_engines([engine])
        if limit is not None and limit < 1:
            raise CommandError(f"--limit {limit}: at least 1")
        if os.environ.get(_SCRATCH) == str(settings.DATA_DIR):
            call_command("migrate", verbosity=0)
            call_command("load_reference", stdout=StringIO())
            with tell_damage(engine, "each evaluation makes another"):
                measured = _evaluate(_read(folder), engine, limit)
            self.stdout.write(json.dumps(measured, ensure_ascii=False))
            return
        _read(folder)  # what is wrong with it is said before anything is made
        arguments = [str(folder.resolve()), "--engine", engine, *(["--limit", str(limit)] if limit else [])]
        with tempfile.TemporaryDirectory(prefix="union-reports-relevance-") as scratch:
            self.stdout.write(_evaluate_in(scratch, arguments).rstrip("\n"))


def _evaluate_in(scratch: str, arguments: list[str]) -> str:
    environment = {**os.environ, "DATA_DIR": scratch, _SCRATCH: str(Path(scratch).resolve())}
    environment.pop("DATABASE_URL", None)
    line = [sys.executable, sys.argv[0], "evaluate_relevance", *arguments]
    done = subprocess.run(line, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603
    if done.returncode == 1:
        sys.exit(1)  # it has said why
    if done.returncode:
        raise CommandError(f"the evaluation ended with status {done.returncode}")
    return done.stdout


def _read(folder: Path) -> RelevanceSet:
    try:
        relevance = read_relevance_set(folder)
    except (OSError, ValueError, KeyError) as error:
        raise CommandError(f"{folder}: {error}") from error
    if not relevance.queries:
        raise CommandError(f"{folder}: no query has a document that answers it")
    return relevance


def _evaluate(relevance: RelevanceSet, engine: str, limit: int | None) -> dict[str, Any]:
    names = fill_archive(relevance, engine)
    queries = relevance.queries[:limit]
    # What the first question opens is not its own time.
    find_with_part(SearchRequest(text=queries[0][0]), engine, DEPTH)
    answers, times = [], []
    for text, grades in queries:
        begun = time.perf_counter()
        find_with_part(SearchRequest(text=text), engine)
        times.append(1000 * (time.perf_counter() - begun))
        found = find_with_part(SearchRequest(text=text), engine, DEPTH)
        answers.append((read_names(found, names), grades))
    cuts = quantiles([*times, times[-1]], n=100, method="inclusive")  # two at least
    return {
        "documents": len(names),
        "queries": len(queries),
        **measure_ranking(answers),
        "p50_ms": round(cuts[49], 1),
        "p95_ms": round(cuts[94], 1),
    }
