"""An answer with few hits or none -> the query that may have been meant, if it finds more."""

from dataclasses import dataclass, replace

from search.find import Answer, count_hits
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
    for guess in guess_queries(answer.request.text):
        request = replace(answer.request, text=guess, number=1)
        total = count_hits(request, engine)
        if total > found:
            return Offer(guess, request.url, total)
    return None
