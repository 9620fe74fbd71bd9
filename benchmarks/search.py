"""`python -m benchmarks.search --articles N`: the archive's engines beside others, a JSON object a line.

Each system indexes the same articles and answers the same queries in a process of its own, one after another.
"""

import json
import subprocess
import sys
from argparse import ArgumentParser

from benchmarks.memory import MemoryWatch
from benchmarks.scratch import ROOT, add_corpus_options, fill_data_dir, open_data_dir

SYSTEMS = ("tantivy", "whoosh", "stock-whoosh", "fts5", "tantivy-direct")
USUAL_QUERIES = 280


def read_systems(text: str) -> list[str]:
    """Read the names of systems; an unknown one ends the program."""
    names = text.split(",")
    if unknown := [name for name in names if name not in SYSTEMS]:
        raise SystemExit(f"--systems {','.join(unknown)}: choose of {','.join(SYSTEMS)}")
    return names


def measure_in_child(system: str, query_seconds: float) -> str:
    """Run a process that measures a system; return its line with the memory that was seen from here.

    Raises CalledProcessError when it fails.
    """
    command = [sys.executable, "-m", "benchmarks.child", "measure", system, str(query_seconds)]
    with (
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child,
        MemoryWatch(child.pid) as watch,
    ):
        printed, _ = child.communicate()
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return json.dumps({**json.loads(printed), "peak_rss_mb": watch.peak_megabytes})


def main() -> None:
    """Make the corpus and run each system."""
    parser = ArgumentParser(prog="python -m benchmarks.search", description=__doc__.splitlines()[0])
    add_corpus_options(parser)
    parser.add_argument("--systems", type=read_systems, default=list(SYSTEMS), metavar="A,B", help=",".join(SYSTEMS))
    parser.add_argument("--queries", type=int, default=USUAL_QUERIES, help="how many queries each is asked")
    parser.add_argument("--query-seconds", type=float, default=300, help="a system stops asking after this time")
    options = parser.parse_args()
    with open_data_dir(options.keep, options.articles):
        fill_data_dir(options.articles, options.queries)
        for name in options.systems:
            print(measure_in_child(name, options.query_seconds), flush=True)


if __name__ == "__main__":
    main()
