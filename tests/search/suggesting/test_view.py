"""The address that the search box asks while a person types."""

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive(reports) -> None:
    """The reports of conftest.py."""


def test_suggestions_come_in_named_groups(client: Client) -> None:
    groups = client.get("/search/suggest/", {"q": "luzhou"}).json()["groups"]
    assert [(group["kind"], group["label"]) for group in groups][:1] == [("region", "地区")]
    assert groups[0]["suggestions"] == [
        {"label": "泸州市", "url": "/search/?region=510500", "alias": "", "detail": "四川省"}
    ]


def test_the_groups_follow_the_language(client: Client) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    response = client.get("/search/suggest/", {"q": "luzhou"})
    assert response["Content-Language"] == "en"
    assert "Cookie" in response["Vary"]


def test_an_answer_is_kept_for_a_short_time_by_the_reader_alone(client: Client) -> None:
    kept = client.get("/search/suggest/", {"q": "lz"})["Cache-Control"]
    assert "private" in kept
    assert "max-age=30" in kept


@pytest.mark.parametrize(
    "address", ["", "?q=", "?q=%00", "?q=%ff%fe", "?x=1", "?q=" + "%e4%bc%9a" * 900, "?q=<script>"]
)
def test_odd_addresses_get_a_list(client: Client, address: str) -> None:
    response = client.get(f"/search/suggest/{address}")
    assert response.status_code == 200
    assert response.json() == {"groups": []}


def test_nothing_can_be_sent_there(client: Client) -> None:
    assert client.post("/search/suggest/", {"q": "lz"}).status_code == 405


def test_an_answer_needs_few_queries(client: Client, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(14):
        client.get("/search/suggest/", {"q": "lz"})


def test_a_missing_index_leaves_the_headlines_out(client: Client, monkeypatch, tmp_path) -> None:
    from haystack import connections

    from search.generations import Generations

    monkeypatch.setattr(connections["default"].get_backend(), "generations", Generations(tmp_path / "tantivy"))
    groups = client.get("/search/suggest/", {"q": "泸州"}).json()["groups"]
    assert [group["kind"] for group in groups] == ["region"]
