"""An answer of few reports -> others that hold some of its words, for a reader to look at below."""

from dataclasses import replace

from search.engines.contract import Sort
from search.find import Answer, find, find_nearest
from search.literals import Words
from search.other_names import read_other_names
from search.request import PAGE_SIZE, SearchRequest

_MOST_ABOVE = 5  # below so few reports
_MOST_BELOW = 10  # stand so many others
_LEAST_WORDS = 3  # of a query of so many words, as jieba cuts them; who asks for one or two means these


def find_with_part(
    request: SearchRequest, engine: str = "default", page_size: int = PAGE_SIZE
) -> tuple[Answer, Answer | None]:
    """Answer a request, and find what stands below its answer."""
    answer = find(request, engine, page_size)
    return answer, _find_in_part(answer, engine, min(page_size, _MOST_BELOW))


def _find_in_part(answer: Answer, engine: str, most: int) -> Answer | None:
    """Return the reports nearest to a query that few hold all of, without those; None where they would be of no use."""
    own = {article.pk for article, _ in answer.hits}
    if answer.is_relaxed or not 0 < answer.total <= _MOST_ABOVE or len(own) < answer.total:
        return None
    if answer.request.sort is not Sort.RELEVANCE or not _has_many_words(answer):
        return None
    nearest = find_nearest(answer.request, engine, len(own) + most)
    hits = tuple(hit for hit in nearest.hits if hit[0].pk not in own)[:most]
    return replace(nearest, total=nearest.total - answer.total, hits=hits) if hits else None


def _has_many_words(answer: Answer) -> bool:
    return sum(map(_count_words, answer.parsed.plain_words)) >= _LEAST_WORDS


def _count_words(words: Words) -> int:
    """Return the number of words; a name is one, and so is a sentence, which the report holds in one piece."""
    count = len(words.subqueries)
    return 1 if words.text in read_other_names() else count
