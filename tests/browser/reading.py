"""What a person reads off a page: counts, chosen values, hits."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from playwright.sync_api import Locator, Page, expect

HAN = re.compile(r"[㐀-鿿]")
_NUMBER = re.compile(r"\d[\d,]*")


@dataclass(frozen=True, slots=True)
class State:
    """What a results page shows: how many reports, which choices, which hits in which order."""

    heading: str
    chosen: tuple[str, ...]
    hits: tuple[str, ...]


def search_path(query: str) -> str:
    """Return the address of a search."""
    return f"/search/?q={quote(query)}"


def last_number(text: str) -> int:
    """Return the last number of a text: 四川省 1,214 -> 1214."""
    return int(_NUMBER.findall(text)[-1].replace(",", ""))


def total(page: Page) -> int:
    """Return the number of reports that a results page names in its heading."""
    numbers = _NUMBER.findall(page.locator("h1").inner_text())
    return int(numbers[0].replace(",", "")) if numbers else 0


def facet(page: Page, name: str, value: str) -> Locator:
    """Return the link of a facet's value; folded lists are opened first."""
    page.evaluate("document.querySelectorAll('.facets details').forEach(fold => { fold.open = true })")
    return page.locator(f"#{name}-{value}")


def choose(page: Page, name: str, value: str) -> int:
    """Choose a facet's value, wait until it is chosen, and return the count that stood beside it before."""
    link = facet(page, name, value)
    count = last_number(link.inner_text())
    link.click()
    expect(page.locator(f"#{name}-{value}")).to_have_attribute("aria-current", "true")
    return count


def read_state(page: Page) -> State:
    """Return what a results page shows."""
    chosen = page.locator(".facets .facet-values [aria-current=true], .facets .year-list [aria-current=true]")
    hits = page.locator(".hit h2 a")
    return State(
        page.locator("h1").inner_text(),
        tuple(chosen.evaluate_all("links => links.map(link => link.id)")),
        tuple(hits.evaluate_all("links => links.map(link => link.getAttribute('href'))")),
    )
