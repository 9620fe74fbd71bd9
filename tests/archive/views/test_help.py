"""The help."""

import re
from urllib.parse import unquote


def test_examples_are_links_to_their_results(client):
    html = client.get("/help/").content.decode()
    links = [unquote(link.replace("+", " ")) for link in re.findall(r'href="/search/\?q=([^"]+)"', html)]
    for example in (
        "“两个普遍”",
        "工会 -农民工",
        "headline:送清凉",
        "city:泸州",
        "year:2008..2013",
        "initiative:金秋助学",
    ):
        assert example in links


def test_editors_are_told_how_a_body_is_written(read):
    text = read("/help/")
    for marker in ("## 真情服务", "[图] 送去清凉", "[缺文]", "[缺文：后栏未收到]"):
        assert marker in text


def test_help_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/help/")
