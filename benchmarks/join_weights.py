"""`python -m benchmarks.join_weights DIR...`: gold splits -> weights for the signs by which sentences are joined.

A softmax over all paragraphs of an article, and being lost, for each that breaks off; a slow descent with the same
seed in every run. Prints the weights in the form of archive/segmentation/evidence.py.
"""

import json
import math
import random
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from archive.intake.decode import decode_page
from archive.intake.lines import read_lines
from archive.loading.committed import read_committed_gazetteer, read_committed_texts
from archive.segmentation.character_model import CharacterModel
from archive.segmentation.evidence import Evidence, Signs
from archive.segmentation.lexicon import load_lexicon
from archive.segmentation.paragraph import Paragraph, read_paragraphs
from archive.segmentation.signs import is_heading_like

_ROUNDS, _STEP, _SHRINK = 200, 0.1, 0.01


@dataclass(frozen=True, slots=True)
class Case:
    """A paragraph that breaks off: the signs of all that it may go on with, and which it is; -1 where it is lost."""

    signs: tuple[tuple[float, ...], ...]
    right: int


def read_cases(gold: Path, texts: Path) -> Iterator[Case]:
    """Return the cases of a page."""
    split = json.loads(gold.read_text(encoding="utf-8"))
    apart = {*split["noise"], *(copy for copy, _ in split.get("duplicates") or [])}
    page = read_paragraphs(read_lines(decode_page((texts / f"{gold.stem}.txt").read_bytes())))
    lines = [line for line in page if line.number not in apart]
    archive = CharacterModel()
    archive.train(read_committed_texts())
    model = CharacterModel(under=archive)
    model.train(line.text for line in lines)
    for article in split["articles"]:
        body = [line for line in lines if line.number in article["body"]]
        yield from _read_article(body, {tuple(join) for join in article.get("joins") or []}, model)


def _read_article(body: list[Paragraph], joins: set[tuple[int, ...]], model: CharacterModel) -> Iterator[Case]:
    """Return the cases of an article's lines, in the order of the print."""
    joined = {line for join in joins for line in join}
    crossheads = frozenset(line.number for line in body if is_heading_like(line) and line.number not in joined)
    texts = [line for line in body if line.number not in crossheads]
    names = read_committed_gazetteer().names
    evidence = Evidence(texts, crossheads, frozenset(), frozenset(), names, model, load_lexicon(), may_go_round=True)
    for one, is_complete in enumerate(evidence.is_complete):
        others = [other for other in range(len(texts)) if other != one]
        if not is_complete and others:
            pairs = [(texts[one].number, texts[other].number) in joins for other in others]
            signs = tuple(astuple(evidence.read(one, other)) for other in others)
            yield Case(signs, pairs.index(True) if True in pairs else -1)


def fit_weights(cases: list[Case]) -> list[float]:
    """Return the weight of each sign, and last the bias for going on anywhere."""
    chance = random.Random(1)  # the same order in every run
    count = len(fields(Signs)) + 1
    weights, squares = [0.0] * count, [1e-8] * count
    for _ in range(_ROUNDS):
        chance.shuffle(cases)
        for case in cases:
            for at, slope in enumerate(_slope(case, weights)):
                squares[at] += slope * slope
                weights[at] -= _STEP * slope / math.sqrt(squares[at])
    return weights


def _slope(case: Case, weights: list[float]) -> list[float]:
    """Return how much the loss of a case rises with each weight."""
    scores = [sum(map(float.__mul__, weights, (*signs, 1.0))) for signs in case.signs]
    highest = max((*scores, 0.0))
    shares = [math.exp(score - highest) for score in scores]
    total = sum(shares) + math.exp(-highest)
    slope = [_SHRINK * weight for weight in weights]
    for at, signs in enumerate(case.signs):
        excess = shares[at] / total - (at == case.right)
        for sign, value in enumerate((*signs, 1.0)):
            slope[sign] += excess * value
    return slope


def main() -> None:
    """Print the weights."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of gold, each with its texts")
    options = parser.parse_args()
    cases = [
        case
        for folder in options.folders
        for gold in sorted(folder.glob("*.json"))
        for case in read_cases(gold, folder)
    ]
    *weights, bias = fit_weights(cases)
    for sign, weight in zip(fields(Signs), weights, strict=True):
        print(f"    {sign.name}={weight:.2f},")
    print(f"_BIAS = {bias:.2f}")


if __name__ == "__main__":
    main()
