"""A request -> its answer: the one path from a query to hits that the site and the command share."""

from dataclasses import dataclass, replace

from haystack.inputs import Raw

from archive.models import Article
from search.engines.contract import Sort
from search.engines.query import ArchiveSearchQuerySet
from search.fields import FACETS
from search.parsed import ParsedQuery
from search.request import PAGE_SIZE, SearchRequest

_ORDERS = {Sort.NEWEST: "-newest", Sort.OLDEST: "oldest", Sort.PLACE: "place_order"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. `counts` holds (value, count) of each facet, the most frequent first."""

    request: SearchRequest
    parsed: ParsedQuery
    total: int
    hits: tuple[tuple[Article, float], ...]
    counts: dict[str, list[tuple[str, int]]]
    is_relaxed: bool = False


def find(request: SearchRequest, engine: str = "default", page_size: int = PAGE_SIZE) -> Answer:
    """Answer a request with one page of hits and the counts of all facets.

    When nothing in the archive has all the words, or a sentence in one piece, any of the words is enough, and the
    answer says so. A page after the last is the last. Raises IndexMissingError and IndexDamagedError.
    """
    answer = _run(request, engine, page_size, is_relaxed=False)
    if answer.total or not answer.parsed.can_relax:
        return answer
    if request.choices and _run(replace(request, choices={}), engine, 1, is_relaxed=False).total:
        return answer
    relaxed = _run(request, engine, page_size, is_relaxed=True)
    return relaxed if relaxed.total else answer


def find_nearest(request: SearchRequest, engine: str, most: int) -> Answer:
    """Return the reports that hold any of the words of a request, the nearest first; without counts of facets."""
    found = _query_set(request, engine, is_relaxed=True).load_all()
    hits = tuple((hit.object, hit.score) for hit in found[:most])
    return Answer(request, found.query.parsed, found.query.get_count(), hits, {}, is_relaxed=True)


def find_keys(request: SearchRequest, is_relaxed: bool, engine: str = "default") -> list[int]:
    """Return the keys of all reports that a request finds in its order, without loading them.

    Whether the words are relaxed is what the answer to the whole request says.
    """
    found = _in_order(_query_set(request, engine, is_relaxed), request.sort).values_list("pk", flat=True)
    return [int(key) for key in found[: found.count()]]


def count_hits(request: SearchRequest, engine: str = "default") -> int:
    """Return the number of reports that hold all the words of a request, whatever page it asks for."""
    found = _in_order(_query_set(request, engine, is_relaxed=False), Sort.NEWEST)  # a fourth of the time of ranking
    list(found[:1])  # counts without fetching more
    total: int = found.query.get_count()
    return total


def _query_set(request: SearchRequest, engine: str, is_relaxed: bool) -> ArchiveSearchQuerySet:
    found: ArchiveSearchQuerySet = ArchiveSearchQuerySet(using=engine).filter(content=Raw(request.text))
    found = found.choose(request.choices)
    if request.is_literal:
        found = found.as_typed()
    if request.in_headline:
        found = found.look_in_headlines()
    return found.relax() if is_relaxed else found


def _in_order(found: ArchiveSearchQuerySet, sort: Sort) -> ArchiveSearchQuerySet:
    return found.order_by(_ORDERS[sort]) if sort in _ORDERS else found


def _run(request: SearchRequest, engine: str, page_size: int, is_relaxed: bool) -> Answer:
    found = _in_order(_query_set(request, engine, is_relaxed).load_all().count_facets(FACETS), request.sort)
    start = (request.number - 1) * page_size
    hits = tuple((hit.object, hit.score) for hit in found[start : start + page_size])
    total = found.query.get_count()
    if not hits and total and request.number > 1:
        return _run(replace(request, number=-(-total // page_size)), engine, page_size, is_relaxed)
    counts = {facet: [] for facet in FACETS} | found.facet_counts()["fields"]
    return Answer(request, found.query.parsed, total, hits, counts, is_relaxed)
