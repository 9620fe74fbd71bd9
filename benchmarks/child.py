"""A process of a benchmark: it sets Django up on DATA_DIR, does one thing, and ends, its memory with it."""

import json
import os
from argparse import ArgumentParser

import django


def fill(articles: int, queries: int) -> None:
    """Fill the archive with the corpus, and write the queries beside it."""
    from django.conf import settings

    from benchmarks.database import fill_archive
    from benchmarks.queries import make_queries
    from benchmarks.query import write_queries

    corpus = fill_archive(articles)
    write_queries(settings.DATA_DIR, make_queries(corpus, queries))


def index() -> None:
    """Build the index of the engine that answers the site; what the search box suggests is not needed."""
    from django.conf import settings

    from search.rebuild import rebuild

    rebuild(settings.SEARCH_ENGINE)


def measure(system: str, query_seconds: float) -> None:
    """Measure one system and print its line."""
    from django.conf import settings

    from benchmarks.one_system import measure_system
    from benchmarks.query import read_queries
    from config.temporary import keep_temporary_files_in

    keep_temporary_files_in(settings.DATA_DIR)
    print(json.dumps(measure_system(system, read_queries(settings.DATA_DIR), query_seconds)), flush=True)


def ask_both_ways(folder: str, limit: int) -> None:
    """Ask the queries of a relevance set as ranked and by bigrams alone, and print one line."""
    from pathlib import Path

    from benchmarks.both_rankings import measure_both
    from search.relevance import read_relevance_set

    print(json.dumps(measure_both(read_relevance_set(Path(folder)), limit)), flush=True)


def main() -> None:
    """Do what is asked for."""
    parser = ArgumentParser(prog="python -m benchmarks.child")
    tasks = parser.add_subparsers(dest="task", required=True)
    filling = tasks.add_parser("fill")
    filling.add_argument("articles", type=int)
    filling.add_argument("queries", type=int)
    tasks.add_parser("index")
    measuring = tasks.add_parser("measure")
    measuring.add_argument("system")
    measuring.add_argument("query_seconds", type=float)
    ranking = tasks.add_parser("ranking")
    ranking.add_argument("folder")
    ranking.add_argument("limit", type=int)
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    if options.task == "fill":
        fill(options.articles, options.queries)
    elif options.task == "index":
        index()
    elif options.task == "ranking":
        ask_both_ways(options.folder, options.limit)
    else:
        measure(options.system, options.query_seconds)


if __name__ == "__main__":
    main()
