"""`python -m benchmarks.ranking DIR`: the archive's ranking beside one by bigrams alone, as one JSON object."""

from argparse import ArgumentParser
from pathlib import Path

from benchmarks.scratch import open_data_dir, run_child, run_manage


def main() -> None:
    """Index the documents of a relevance set away from every archive, and ask its queries both ways."""
    parser = ArgumentParser(prog="python -m benchmarks.ranking", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="a set as evaluate_relevance reads it")
    parser.add_argument("--limit", type=int, default=1_000, metavar="N", help="ask only the first N queries")
    options = parser.parse_args()
    with open_data_dir(None, 0):
        run_manage("migrate", "--verbosity", "0")
        run_manage("load_reference")
        run_child("ranking", str(options.folder.resolve()), str(options.limit))


if __name__ == "__main__":
    main()
