"""A request and its number of hits -> the links between the pages of the hits."""

from dataclasses import dataclass, replace

from search.request import PAGE_SIZE, SearchRequest

_NEIGHBOURS = 3


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to one page of the hits."""

    number: int
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Pages:
    """The links between the pages of the hits."""

    number: int
    num_pages: int
    previous_url: str
    next_url: str
    numbers: tuple[PageLink, ...]


def build_pages(request: SearchRequest, total: int) -> Pages:
    """Return the links to the first, the last and the near pages of so many hits."""
    last = max(1, -(-total // PAGE_SIZE))
    number = min(request.number, last)
    near = range(max(1, number - _NEIGHBOURS), min(last, number + _NEIGHBOURS) + 1)

    def url(page: int) -> str:
        return replace(request, number=page).url

    return Pages(
        number=number,
        num_pages=last,
        previous_url=url(number - 1) if number > 1 else "",
        next_url=url(number + 1) if number < last else "",
        numbers=tuple(PageLink(page, url(page), page == number) for page in sorted({1, *near, last})),
    )
