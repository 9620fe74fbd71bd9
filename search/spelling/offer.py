"""An answer with few hits or none -> the query that may have been meant, if it finds more."""

from dataclasses import dataclass, replace
from functools import partial

from search.find import Answer, count_hits
from search.request import SearchRequest
from search.spelling.guesses import guess_queries

FEW = 5


@dataclass(frozen=True, slots=True)
class Offer:
    """A query that finds more than the one typed."""

    text: str
    url: str
    total: int


def offer_correction(answer: Answer, engine: str = "default") -> Offer | None:
    """Return the likeliest query that finds more than was found by all the words typed; None where enough was."""
    found = 0 if answer.is_relaxed else answer.total
    if found > FEW:
        return None
    for guess in guess_queries(answer.request.text, partial(_is_held, engine)):
        request = replace(answer.request, text=guess, number=1)
        total = count_hits(request, engine)
        if total > found:
            return Offer(guess, request.url, total)
    return None


def _is_held(engine: str, run: str) -> bool:
    """Return whether any report holds what was typed in one piece, whatever was chosen beside it."""
    return count_hits(SearchRequest(f'"{run}"', is_literal=True), engine) > 0
