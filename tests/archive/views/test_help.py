"""The help: examples that are links, and the editors' guide of docs/, word for word and key for key."""

import html
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[3]
GUIDE = (ROOT / "docs/editors.zh.md").read_text()
SCREENS_WITH_KEYS = ("split_keys", "edit_facts", "duplicate_decision", "review_decision", "error_report_decision")
_KBD = re.compile(r"<kbd>(.*?)</kbd>")


def words(text: str) -> str:
    """What is left of a text without its marks and spaces."""
    return re.sub(r"\s", "", html.unescape(re.sub(r"<[^>]+>", "", text)))


def guide_sentences() -> list[str]:
    """The headings, paragraphs, items and cells of the guide's sections, without what Markdown adds."""
    lines = GUIDE[GUIDE.index("\n## ") :].splitlines()
    pieces = [cell for line in lines if not line.startswith("![") for cell in line.strip("|").split("|")]
    plain = [re.sub(r"^#+ (?=\S)|^- |^\d\. |^-+$|`", "", piece.strip()) for piece in pieces]
    # The mark of a crosshead begins like a heading.
    return [piece for piece in plain if piece] + ["## 真情服务"]


@pytest.fixture
def help_html(client) -> str:
    """The help as it is sent."""
    return client.get("/help/").content.decode()


def test_examples_are_links_to_their_results(help_html):
    links = [
        dict(parse_qsl(urlsplit(html.unescape(link)).query))
        for link in re.findall(r'href="(/search/\?[^"]+)"', help_html)
    ]
    assert {"q": "“两个普遍”"} in links
    assert {"q": "initiative:金秋助学"} in links
    assert {"q": "夏送清凉", "literal": "1"} in links
    assert {"q": "送清凉", "in": "headline"} in links


def test_every_sentence_of_the_guide_stands_in_the_help(help_html):
    said = words(help_html)
    assert [sentence for sentence in guide_sentences() if words(sentence) not in said] == []


def test_the_help_of_the_desk_says_nothing_that_is_not_in_the_guide(help_html):
    desk = help_html[help_html.index('id="edit"') :]
    pieces = re.findall(r"<(h3|p|li|td|th)\b[^>]*>(.*?)</\1>", desk[: desk.index("</main>")], re.DOTALL)
    assert len(pieces) > 100
    guide = words(GUIDE).replace("`", "")
    assert [text for _tag, text in pieces if words(text) not in guide] == []


def test_every_link_within_the_help_leads_to_a_heading(help_html):
    anchors = set(re.findall(r'href="#([a-z-]+)"', help_html)) - {"main"}
    assert len(anchors) > 15
    assert anchors <= set(re.findall(r'id="([a-z-]+)"', help_html))


@pytest.mark.parametrize("screen", SCREENS_WITH_KEYS)
def test_every_key_of_a_screen_is_in_the_guide(screen):
    template = (ROOT / f"templates/desk/includes/{screen}.html").read_text()
    keys = set(_KBD.findall(re.sub(r"{% translate '?\"?(.*?)'?\"? %}", r"\1", template)))
    assert keys
    assert keys <= set(_KBD.findall(GUIDE))


def test_help_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/help/")
