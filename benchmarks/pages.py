"""`python -m benchmarks.pages --articles N`: pages of the site over HTTP, a JSON object a line.

gunicorn as `make run` starts it, on this machine; one reader asks for one page after another over one
connection.
"""

import json
import random
from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.measure import milliseconds
from benchmarks.query import Query, read_queries
from benchmarks.scratch import add_corpus_options, fill_data_dir, open_data_dir
from benchmarks.site import Reader, prepare_site, serve
from search.fields import REGION

_WARM_UP = 20
_SEED = 2013


class Paths:
    """Addresses of each kind of page, the same in every run."""

    def __init__(self, queries: list[Query], articles: int) -> None:
        self._queries = queries
        self._articles = articles
        self._regions = sorted({code for query in queries for code in query.choices.get(REGION, ())})
        self._rng = random.Random(_SEED)
        self.kinds: dict[str, Callable[[], str]] = {
            "home": lambda: "/",
            "results": self._results,
            "article": self._article,
            "region": lambda: f"/regions/{self._rng.choice(self._regions)}/",
        }

    def draw(self, kind: str, count: int) -> list[str]:
        """Return so many addresses of a kind."""
        return [self.kinds[kind]() for _ in range(count)]

    def _results(self) -> str:
        query = self._rng.choice(self._queries)
        return f"/search/?{urlencode({'q': query.text, **query.choices}, doseq=True)}"

    def _article(self) -> str:
        """An article, as often as not come to from a query, whose words are then marked."""
        path = f"/articles/{self._rng.randint(1, self._articles)}/"
        text = self._rng.choice(self._queries).text
        return path if self._rng.random() < 0.5 else f"{path}?{urlencode({'q': text})}"


def measure_page(reader: Reader, kind: str, paths: list[str]) -> dict[str, Any]:
    """Ask for pages of a kind; the first few warm the server up and do not count."""
    for path in paths[:_WARM_UP]:
        reader.get(path)
    responses = [reader.get(path) for path in paths]
    seconds = [response.seconds for response in responses]
    return {
        "requests": len(responses),
        "p50_ms": milliseconds(seconds, 50),
        "p95_ms": milliseconds(seconds, 95),
        "errors": sum(response.status != 200 for response in responses),
    }


def measure_site(data_dir: Path, articles: int, requests: int) -> None:
    """Serve the archive and print a line for each kind of page."""
    prepare_site()
    paths = Paths(read_queries(data_dir), articles)
    with serve(data_dir) as address, closing(Reader(address)) as reader:
        for kind in paths.kinds:
            figures = measure_page(reader, kind, paths.draw(kind, requests))
            print(json.dumps({"page": kind, "articles": articles, **figures}), flush=True)


def main() -> None:
    """Make the corpus, serve it and ask."""
    parser = ArgumentParser(prog="python -m benchmarks.pages", description=(__doc__ or "").splitlines()[0])
    add_corpus_options(parser)
    parser.add_argument("--requests", type=int, default=280, help="how many of each kind of page")
    options = parser.parse_args()
    with open_data_dir(options.keep, options.articles) as data_dir:
        fill_data_dir(options.articles, options.requests)
        measure_site(data_dir, options.articles, options.requests)


if __name__ == "__main__":
    main()
