"""A relevance set on disk -> questions with the documents that answer them, and how well hits in order do.

A set is a folder in the form of public ones: documents.jsonl {id, text}, queries.jsonl {id, text} and qrels.tsv in
TREC form (query, 0, document, grade).
"""

import csv
import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from archive.models import Article, Status
from search.find import Answer
from search.rebuild import rebuild

DEPTH = 100  # hits that are looked at for each query


@dataclass(frozen=True, slots=True)
class RelevanceSet:
    """Documents by their name in the set, and for each query its text and the grades of its documents."""

    documents: Mapping[str, str]
    queries: Sequence[tuple[str, Mapping[str, int]]]


def read_relevance_set(folder: Path) -> RelevanceSet:
    """Read a set; queries without a relevant document are left out. Raises OSError, ValueError, KeyError."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    with (folder / "qrels.tsv").open(encoding="utf-8", newline="") as file:
        for query, _, document, grade in csv.reader(file, delimiter="\t"):
            if int(grade) > 0:
                grades[query][document] = int(grade)
    documents = {row["id"]: row["text"] for row in _read_lines(folder / "documents.jsonl")}
    asked = _read_lines(folder / "queries.jsonl")
    return RelevanceSet(documents, [(row["text"], grades[row["id"]]) for row in asked if grades.get(row["id"])])


def _read_lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def fill_archive(relevance: RelevanceSet, engine: str) -> dict[int, str]:
    """Make the documents articles of an empty archive and index them; return their names by the articles' keys."""
    names = dict(enumerate(relevance.documents, start=1))
    Article.objects.bulk_create(
        (Article(pk=pk, body=relevance.documents[name], status=Status.PUBLISHED) for pk, name in names.items()),
        batch_size=500,
    )
    rebuild(engine)
    return names


def read_names(found: tuple[Answer, Answer | None], names: Mapping[int, str]) -> list[str]:
    """Return the names of the documents that a reader is shown, in their order."""
    return [names[article.pk] for answer in found if answer for article, _ in answer.hits]


def measure_ranking(answers: Sequence[tuple[Sequence[str], Mapping[str, int]]]) -> dict[str, float]:
    """Return the means over all queries; an answer is the names of the hits in their order and the grades.

    >>> measure_ranking([(["b", "a"], {"a": 1})])["mrr@10"]
    0.5
    """
    return {
        "ndcg@10": _mean(_ndcg(hits, grades, 10) for hits, grades in answers),
        "mrr@10": _mean(_reciprocal_rank(hits, grades, 10) for hits, grades in answers),
        **{f"recall@{k}": _mean(_recall(hits, grades, k) for hits, grades in answers) for k in (1, 10, DEPTH)},
    }


def _mean(values: Iterator[float]) -> float:
    return round(fmean(values), 4)


def _ndcg(hits: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    return _gain([grades.get(hit, 0) for hit in hits[:k]]) / _gain(sorted(grades.values(), reverse=True)[:k])


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2.0**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def _reciprocal_rank(hits: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    return next((1 / rank for rank, hit in enumerate(hits[:k], start=1) if hit in grades), 0.0)


def _recall(hits: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    return sum(hit in grades for hit in hits[:k]) / len(grades)
