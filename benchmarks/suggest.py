"""`python -m benchmarks.suggest --articles N`: what the search box answers while a person types, as one JSON object.

Seconds of the clock and of the processor, since a busy machine makes people wait for what is not the archive's.
"""

import json
import os
import time
from argparse import ArgumentParser
from collections.abc import Callable

import django

from benchmarks.measure import clock, milliseconds
from benchmarks.scratch import add_corpus_options, fill_data_dir, open_data_dir, run_child, run_manage

_ROUNDS = 5

# Whole names and their beginnings, by characters, by reading and by first letters, and the last word of several; the
# shortest find the most.
TYPED = (
    "工", "工会", "工资集体", "送清凉", "职代会", "泸", "泸州", "王", "王伟", "劳动",
    "g", "gh", "gonghui", "l", "lz", "luzhou", "w", "wang", "zhang", "xieshang", "jiti", "zdh", "qzxjk",
    "泸州 工", "泸州 mianxin", "工会 w", "工资集体协商 l",
)  # fmt: skip
MISSPELT = (
    "工资集体写商",
    "两个普扁",
    "liangge pubian",
    "gonghui",
    "lianggepubain",
    "泸洲 送轻凉",
    "金秋助雪 困难职工帮扶中芯",
)


def measure(ask: Callable[[str], object], texts: tuple[str, ...]) -> dict[str, float | None]:
    """Ask each text a few times; return milliseconds. The first round warms the process up and does not count."""
    walls: list[float] = []
    processor: list[float] = []
    for number in range(_ROUNDS + 1):
        for text in texts:
            before = time.process_time()
            seconds, _answer = clock(ask, text)
            if number:
                walls.append(seconds)
                processor.append(time.process_time() - before)
    return {
        "p50_ms": milliseconds(walls, 50),
        "p95_ms": milliseconds(walls, 95),
        "max_ms": milliseconds(walls, 100),
        "cpu_p50_ms": milliseconds(processor, 50),
        "cpu_p95_ms": milliseconds(processor, 95),
    }


def measure_archive(articles: int) -> dict[str, object]:
    """Measure the archive in DATA_DIR: the address of the suggestions, and the guesses at a misspelt query."""
    from django.test import Client, override_settings

    from search.models import SoundKey, SuggestionKey
    from search.spelling.guesses import guess_queries

    client = Client()
    with override_settings(ALLOWED_HOSTS=["*"]):
        suggestions = measure(lambda text: client.get("/search/suggest/", {"q": text}), TYPED)
    return {
        "articles": articles,
        "keys": SuggestionKey.objects.count(),
        "sounds": SoundKey.objects.count(),
        "suggest": suggestions,
        "did_you_mean": measure(guess_queries, MISSPELT),
    }


def main() -> None:
    """Make the corpus, its index and its keys, and ask."""
    parser = ArgumentParser(prog="python -m benchmarks.suggest", description=__doc__.splitlines()[0])
    add_corpus_options(parser)
    options = parser.parse_args()
    with open_data_dir(options.keep, options.articles):
        fill_data_dir(options.articles, 1)
        seconds, _ = clock(run_child, "index")
        refresh_seconds, _ = clock(run_manage, "refresh_suggestions")
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        django.setup()
        measured = measure_archive(options.articles)
        print(
            json.dumps({**measured, "index_seconds": round(seconds, 1), "refresh_seconds": round(refresh_seconds, 1)})
        )


if __name__ == "__main__":
    main()
