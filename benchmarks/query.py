"""One query of a benchmark; written to a file by the process that draws them, read by those that ask them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

_FILE_NAME = "queries.json"


class Kind(StrEnum):
    """What is asked for."""

    COMMON_WORD = "one common word"
    RARE_WORD = "one rare word"
    TWO_WORDS = "two words"
    THREE_WORDS = "three words"
    LONG_RUN = "a long run without quotes"
    QUOTED_RUN = "a quoted run of 3 to 8 characters"
    EXCLUSION = "a word without another"
    EITHER = "one word or another"
    HEADLINE = "a word of the headline"
    YEAR = "years"
    CITY = "a city"
    CHARACTER = "one character"
    CHOICE = "a word and one choice"
    CHOICES = "a word and choices of two facets"
    NOTHING = "what no report has"


@dataclass(frozen=True, slots=True)
class Query:
    """A query as typed, in the language of the archive, and the chosen values of facets."""

    kind: Kind
    text: str
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def write_queries(folder: Path, queries: list[Query]) -> None:
    """Write queries to a folder: whoever asks them then needs no corpus."""
    (folder / _FILE_NAME).write_text(json.dumps([asdict(query) for query in queries]))


def read_queries(folder: Path) -> list[Query]:
    """Read what `write_queries` wrote."""
    rows = json.loads((folder / _FILE_NAME).read_text())
    return [
        Query(Kind(row["kind"]), row["text"], {name: tuple(values) for name, values in row["choices"].items()})
        for row in rows
    ]
