"""A folder and a number of articles -> a data folder that benchmarks may fill, away from every real archive."""

import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What a person may have set for their own archive.
_OF_A_REAL_ARCHIVE = ("ALLOWED_HOSTS", "ARCHIVE_IS_OPEN", "DATABASE_URL", "DEBUG", "SEARCH_ENGINE")


def add_corpus_options(parser: ArgumentParser) -> None:
    """Take the size of the corpus and where to keep it."""
    parser.add_argument("--articles", type=int, required=True, metavar="N", help="the size of the corpus")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the corpus there for the next run")


@contextmanager
def open_data_dir(keep: Path | None, articles: int) -> Iterator[Path]:
    """Point this process and those it starts to a data folder: a kept one of this size, or one for this run."""
    for name in _OF_A_REAL_ARCHIVE:
        os.environ.pop(name, None)
    if keep:
        folder = keep.resolve() / f"articles-{articles}"
        folder.mkdir(parents=True, exist_ok=True)
        os.environ["DATA_DIR"] = str(folder)
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="union-reports-benchmark-") as name:
        os.environ["DATA_DIR"] = name
        yield Path(name)


def run_manage(*command: str) -> None:
    """Run one of Django's commands; what it prints goes to the error output, which has no lines of figures."""
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, check=True, stdout=sys.stderr)


def run_child(*task: str) -> None:
    """Do a task of benchmarks/child.py in a process of its own."""
    subprocess.run([sys.executable, "-m", "benchmarks.child", *task], cwd=ROOT, check=True)


def fill_data_dir(articles: int, queries: int) -> None:
    """Fill the data folder with the corpus and its queries."""
    run_child("fill", str(articles), str(queries))
