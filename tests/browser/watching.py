"""A page that is watched: what goes wrong on it while a person uses it, told at the end."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Error, Page, Request, ViewportSize

WIDE: ViewportSize = {"width": 1440, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
# Of a long list the first items stand for the others, which one template makes; axe looks twice as long at all.
ALIKE = [["li:nth-of-type(n+7)"], ["tr:nth-of-type(n+7)"]]
# Only the faults leave the browser: what axe tells of all that is well is far longer.
FAULTS = "([exclude, options]) => axe.run({ exclude }, options).then(results => results.violations)"


@dataclass  # Playwright keeps its own attributes on it: no slots
class Watch:
    """The troubles of one page: messages in its console, requests to other hosts, failed requests."""

    host: str
    troubles: list[str] = field(default_factory=list)

    def begin(self, page: Page) -> None:
        """Listen to a page."""
        page.on("console", self.note_message)
        page.on("pageerror", self.note_error)
        page.on("request", self.note_request)

    def note_message(self, message: ConsoleMessage) -> None:
        """Note an error or a warning in the console."""
        if message.type in ("error", "warning"):
            self.troubles.append(f"console: {message.text} {message.location['url']}")

    def note_error(self, error: Error) -> None:
        """Note an error that no script caught."""
        self.troubles.append(f"script: {error}")

    def note_request(self, request: Request) -> None:
        """Note a request to another host."""
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self.host:
            self.troubles.append(f"other host: {request.url}")


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than the window; 0 where nothing scrolls sideways."""
    page.wait_for_load_state()
    root = "document.documentElement"
    return int(page.evaluate(f"Math.max(0, {root}.scrollWidth - {root}.clientWidth)"))


def accessibility_faults(page: Page) -> list[str]:
    """Return what axe finds against WCAG 2.2 AA, a line per fault with the elements."""
    page.wait_for_load_state()  # without its styles a page has other faults
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    faults = page.evaluate(FAULTS, [ALIKE, {"runOnly": RULES, "resultTypes": ["violations"]}])
    return [f"{fault['id']}: {node['html'][:160]}" for fault in faults for node in fault["nodes"]]
