"""`python -m benchmarks.segmentation DIR...`: scores of page splits against gold, a JSON object a folder.

A folder holds <page>.txt and <page>.json; with --pages the texts lie in another. Places and model are those
that come with the archive, so that a score does not depend on what is in a database. --without RULE leaves a rule
out, --ablate each in turn.
"""

import json
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from archive.intake.decode import decode_page
from archive.intake.lines import read_lines
from archive.loading.committed import read_committed_gazetteer, read_committed_texts
from archive.segmentation.character_model import CharacterModel
from archive.segmentation.exchange import describe_split
from archive.segmentation.lexicon import load_lexicon
from archive.segmentation.page import segment_page
from benchmarks.page_scores import PageScores
from benchmarks.rules import RULES, without


def score_folder(gold: Path, texts: Path, is_single: bool) -> list[dict[str, Any]]:
    """Return the scores of a folder's pages together; of each page too where asked."""
    gazetteer, model = read_committed_gazetteer(), CharacterModel()
    model.train(read_committed_texts())
    load_lexicon()  # once for all pages, and not part of any page's time
    total, rows = PageScores(), []
    seconds = 0.0
    for path in sorted(gold.glob("*.json")):
        lines = read_lines(decode_page((texts / f"{path.stem}.txt").read_bytes()))
        start = time.process_time()
        proposal = segment_page(lines, gazetteer, model)
        seconds = max(seconds, time.process_time() - start)
        split = json.loads(json.dumps(describe_split(proposal, gazetteer.places)), object_hook=_with_tuples)
        wanted = json.loads(path.read_text(encoding="utf-8"), object_hook=_with_tuples)
        total.add(wanted, split)
        if is_single:
            page = PageScores()
            page.add(wanted, split)
            rows.append({"page": path.stem, **page.summary()})
    return [*rows, {"folder": gold.name, **total.summary(), "slowest_page_cpu_s": round(seconds, 3)}]


def _with_tuples(found: dict[str, Any]) -> dict[str, Any]:
    """Make the pairs of a split what a set can hold."""
    for key in ("joins", "duplicates"):
        if key in found:
            found[key] = [tuple(pair) for pair in found[key] or []]
    return found


def score_without(rule: str, folder: Path, texts: Path, is_single: bool) -> list[dict[str, Any]]:
    """Return the scores of a folder with a rule left out; of all rules where none is named."""
    if not rule:
        return score_folder(folder, texts, is_single)
    with without(rule):
        return [{"without": rule, **row} for row in score_folder(folder, texts, is_single)]


def main() -> None:
    """Print the scores."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--pages", type=Path, help="where the texts lie, if not beside the gold")
    parser.add_argument("--each", action="store_true", help="also a line for each page")
    parser.add_argument("--without", choices=RULES, default="", metavar="RULE", help=", ".join(RULES))
    parser.add_argument("--ablate", action="store_true", help="leave out each rule in turn")
    options = parser.parse_args()
    for rule in ("", *RULES) if options.ablate else (options.without,):
        for folder in options.folders:
            for row in score_without(rule, folder, options.pages or folder, options.each):
                print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
