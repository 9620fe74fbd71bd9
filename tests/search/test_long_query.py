"""A query may be as long as the search box takes; of a longer one the beginning is read, and the page says so."""

import html
import re
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.test import Client

from archive.models import Article
from config.management.commands.serve import LONGEST_ADDRESS
from search.language import LONGEST_QUERY, parse_query
from search.parsed import Note

pytestmark = pytest.mark.django_db

LONGEST = "工会" * (LONGEST_QUERY // 2 - 1) + " 工"
NOTE = f"检索式太长，只用了前 {LONGEST_QUERY} 个字。"
WORDS = "工会" + " OR 工会" * (LONGEST_QUERY // 6)


@pytest.fixture(autouse=True)
def archive(reports: dict[str, Article]) -> None:
    """The reports of reports.py."""


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def search(client: Client, query: str) -> str:
    return read(client, f"/search/?{urlencode({'q': query})}")


def queries_of_links(page: str) -> set[str]:
    links = [urlsplit(link) for link in re.findall(r'href="(/(?:search|articles)/[^"]*)"', page)]
    assert all(len(link.geturl()) < LONGEST_ADDRESS for link in links)
    return {query for link in links for query in parse_qs(link.query).get("q", [])}


@pytest.mark.parametrize("address", ["/", "/search/?q=x", "/help/"])
def test_the_box_takes_as_many_characters_as_are_read(address: str, client: Client) -> None:
    assert f'name="q" value="{"x" if "q=" in address else ""}" maxlength="{LONGEST_QUERY}"' in read(client, address)


def test_a_query_of_all_that_the_box_takes_is_read_to_its_end(client: Client) -> None:
    assert len(LONGEST) == LONGEST_QUERY
    assert "检索式太长" not in search(client, LONGEST)
    assert queries_of_links(search(client, LONGEST)) == {LONGEST}


def test_what_an_address_has_more_is_not_read_and_it_is_said() -> None:
    parsed = parse_query(LONGEST + "人")
    assert parsed.notes == ((Note.CUT_SHORT, str(LONGEST_QUERY)),)
    assert parsed.tree == parse_query(LONGEST).tree


def test_the_page_of_a_longer_query_shows_and_hands_on_what_was_read(client: Client) -> None:
    typed = f"{WORDS} -工会"
    assert len(typed) > LONGEST_QUERY >= len(WORDS)
    page = search(client, typed)
    assert NOTE in page
    assert "4 篇" in page
    assert f'name="q" value="{typed[:LONGEST_QUERY]}"' in page
    assert queries_of_links(page) == {typed[:LONGEST_QUERY]}


def test_a_report_opened_with_a_longer_query_leads_back_with_what_was_read(client: Client) -> None:
    address = Article.objects.published().latest("pk").get_absolute_url()
    page = read(client, f"{address}?{urlencode({'q': LONGEST + '人' * 5000})}")
    assert queries_of_links(page) == {LONGEST}


@pytest.mark.parametrize("character", ["🧊", "𫇭"])
def test_of_characters_that_are_longer_in_an_address_fewer_are_read(character: str, client: Client) -> None:
    typed = f"工会 OR {character * (LONGEST_QUERY - 6)}"
    page = search(client, typed)
    [read] = queries_of_links(page)
    assert typed.startswith(read)
    assert len(read) > 600
    assert f"检索式太长，只用了前 {len(read)} 个字。" in page
