"""An answer -> a results page: its hits, facets with links, chips, notes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from archive.charts import YearBars, build_year_bars
from search.engines.contract import Sort
from search.facets import (
    FacetNode,
    count_years,
    flat_nodes,
    read_labels,
    region_nodes,
    undated_nodes,
    year_nodes,
    year_url,
)
from search.fields import BYLINE, DATE, FACETS, FEW, GENRE, NEWSPAPER, PROGRAMME, REGION, YEAR
from search.find import Answer
from search.folded_page import fold_page
from search.listed import Hit, InPart, build_hit, build_in_part
from search.paging import Pages, build_pages
from search.parsed import Note
from search.printed_on import offer_date
from search.request import PAGE_SIZE, SearchRequest
from search.spelling.offer import Offer, offer_correction

_MOST_PEOPLE = 40


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice that can be removed."""

    label: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class SortLink:
    """An order to choose."""

    label: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Facets:
    """What a reader can choose from."""

    region: tuple[FacetNode, ...]
    year_bars: YearBars
    undated: tuple[FacetNode, ...]
    programme: tuple[FacetNode, ...]
    newspaper: tuple[FacetNode, ...]
    genre: tuple[FacetNode, ...]
    byline: tuple[FacetNode, ...]
    few: int
    has_few: bool


@dataclass(frozen=True, slots=True)
class Scope:
    """What the form of days and headlines shows; `hidden` is the rest of the request."""

    first_day: str
    last_day: str
    in_headline: bool
    hidden: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ResultPage:
    """All that the results template shows; `elsewhere`: so many of the page are versions of reports on earlier ones."""

    query: str
    total: int
    first_number: int
    hits: tuple[Hit, ...]
    elsewhere: int
    in_part: InPart | None
    facets: Facets
    chips: tuple[Chip, ...]
    clear_url: str
    notes: tuple[str, ...]
    message: str
    did_you_mean: Offer | None
    by_date: Offer | None
    also_searched: tuple[str, ...]
    literal_url: str
    sorts: tuple[SortLink, ...]
    pages: Pages
    hidden: tuple[tuple[str, str], ...]
    scope: Scope
    programme_filter: str


def build_result_page(answer: Answer, in_part: Answer | None) -> ResultPage:
    """Make the page of an answer and of what stands below it."""
    request = answer.request
    first_number = (request.number - 1) * PAGE_SIZE + 1
    folded = fold_page(answer)
    return ResultPage(
        query=request.cut_text,
        total=answer.total,
        first_number=first_number,
        hits=tuple(build_hit(versions, answer) for versions in folded.groups),
        elsewhere=folded.elsewhere,
        in_part=build_in_part(answer, in_part) if in_part else None,
        facets=_build_facets(answer),
        chips=tuple(_build_chips(request)),
        clear_url=SearchRequest(text=request.cut_text).url,
        notes=tuple(_build_notes(answer)),
        message=_build_message(answer),
        did_you_mean=offer_correction(answer),
        by_date=offer_date(answer),
        also_searched=tuple(dict.fromkeys(name for each in answer.parsed.also_searched for name in each.others)),
        literal_url=replace(request, is_literal=True, number=1).url,
        sorts=_build_sorts(answer),
        pages=build_pages(request, answer.total),
        hidden=tuple(replace(request, number=1, programme_filter="").pairs()),
        scope=_build_scope(request),
        programme_filter=request.programme_filter,
    )


def _build_scope(request: SearchRequest) -> Scope:
    first_day, _dots, last_day = next(iter(request.chosen(DATE)), "").partition("..")
    rest = replace(request.choose(DATE, ()), in_headline=False)
    return Scope(first_day, last_day, request.in_headline, tuple(rest.pairs()))


def _build_facets(answer: Answer) -> Facets:
    request, counts = answer.request, answer.counts
    years = year_nodes(request, counts[YEAR])
    programmes = flat_nodes(request, PROGRAMME, counts[PROGRAMME])
    wanted = request.programme_filter.casefold()
    return Facets(
        region=region_nodes(request, counts[REGION]),
        year_bars=build_year_bars(
            count_years(counts[YEAR]),
            lambda year: year_url(request, str(year)),
            {int(node.value) for node in years if node.is_chosen},
        ),
        undated=undated_nodes(request, counts[YEAR]),
        programme=tuple(node for node in programmes if wanted in node.label.casefold() or node.is_chosen),
        newspaper=flat_nodes(request, NEWSPAPER, counts[NEWSPAPER]),
        genre=flat_nodes(request, GENRE, counts[GENRE]),
        byline=flat_nodes(request, BYLINE, counts[BYLINE])[:_MOST_PEOPLE],
        few=FEW,
        has_few=answer.total <= FEW,
    )


def _build_chips(request: SearchRequest) -> Iterable[Chip]:
    if request.is_literal:
        yield Chip(_("只查原词"), replace(request, is_literal=False, number=1).url)
    if request.in_headline:
        yield Chip(_("只查标题"), replace(request, in_headline=False, number=1).url)
    for facet in (*FACETS, DATE):
        labels = read_labels(facet, request.chosen(facet))
        for value in request.chosen(facet):
            yield Chip(labels.get(value, value), request.without(facet, value).url)


def _build_notes(answer: Answer) -> Iterable[str]:
    for note, detail in answer.parsed.notes:
        if note is Note.CUT_SHORT:
            yield _("检索式太长，只用了前 %(length)s 个字。") % {"length": detail}
        elif note is Note.UNKNOWN_REGION:
            yield _("没有叫“%(name)s”的地区。") % {"name": detail}
        elif note is Note.UNKNOWN_INITIATIVE:
            yield _("没有叫“%(name)s”的项目。") % {"name": detail}
        elif note is Note.NO_YEAR:
            yield _("“%(text)s”不是年份，所以按字检索。年份写成 year:2013 或 year:2008..2013。") % {"text": detail}
    if answer.is_relaxed:
        yield _("没有一篇报道与检索词完全相符，以下报道含有其中一部分。")


def _build_message(answer: Answer) -> str:
    if any(note is Note.NOTHING_TO_SEARCH for note, _detail in answer.parsed.notes):
        return _("检索式里没有可以检索的字。请输入汉字、字母或数字。")
    return ""


def _build_sorts(answer: Answer) -> tuple[SortLink, ...]:
    request = answer.request
    labels = {Sort.NEWEST: _("从新到旧"), Sort.OLDEST: _("从旧到新"), Sort.PLACE: _("按地区")}
    current = request.sort
    if answer.parsed.leaves:
        labels = {Sort.RELEVANCE: _("按相关")} | labels
    elif current is Sort.RELEVANCE:
        current = Sort.NEWEST
    return tuple(
        SortLink(label, replace(request, sort=sort, number=1).url, sort is current) for sort, label in labels.items()
    )
