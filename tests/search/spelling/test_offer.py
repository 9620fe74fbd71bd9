"""Did you mean: offered where another spelling finds more, with each engine; never in the place of the answer."""

import re

import pytest
from django.test import Client

from archive.models import DictionaryWord
from search.find import find
from search.models import SoundKey
from search.request import SearchRequest
from search.spelling.offer import Offer, offer_correction
from search.spelling.words import refresh_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer(engine: str, reports):
    """Return what is offered for a query."""

    def offer(text: str, **choices: str) -> Offer | None:
        request = SearchRequest(text, {facet: (value,) for facet, value in choices.items()})
        return offer_correction(find(request, engine), engine)

    return offer


def test_what_finds_more_is_offered_with_its_number_of_reports(offer) -> None:
    assert offer("工资集体写商") == Offer("工资集体协商", SearchRequest("工资集体协商").url, 5)


@pytest.mark.parametrize("typed", ["两个普扁", "gonghui", "liangge pubian", "送轻凉"])
def test_each_kind_of_mistake_is_met(offer, typed: str) -> None:
    assert offer(typed) is not None


@pytest.mark.parametrize("typed", ["工会", "农民工 绿豆汤", "wqzxkvj", "", "？！", "-工会", "city:乌有乡"])
def test_nothing_is_offered_where_nothing_is_misspelt(offer, typed: str) -> None:
    assert offer(typed) is None


def test_what_a_report_holds_in_one_piece_is_offered_nothing_else(offer) -> None:
    assert offer("职工书务") == Offer("职工书屋", SearchRequest("职工书屋").url, 1)
    assert offer("职工书物") is None
    assert offer("职工书物", newspaper="yi") is None


def test_a_name_that_no_report_holds_is_not_offered(offer) -> None:
    DictionaryWord.objects.create(word="鑫星计划")
    assert offer("鑫星计画") is None


def test_the_choices_are_kept_and_count(offer) -> None:
    offered = offer("工资集体写商", region="510500")
    assert offered is not None
    assert offered.total == 4
    assert "region=510500" in offered.url
    assert offer("工资集体写商", region="500000") is None


def test_the_result_page_offers_it_as_a_link_and_still_answers(client: Client, reports) -> None:
    page = re.sub(r"\s+", " ", client.get("/search/", {"q": "工资集体写商"}).content.decode())
    assert "您要找的是不是" in page
    assert f'href="{SearchRequest("工资集体协商").url}"' in page
    assert 'value="工资集体写商"' in page


def test_the_result_page_of_a_good_query_offers_nothing(client: Client, reports) -> None:
    assert "您要找的是不是" not in client.get("/search/", {"q": "工会"}).content.decode()


def test_a_misspelt_query_is_escaped(client: Client, reports) -> None:
    page = client.get("/search/", {"q": "<script>两个普扁</script>"}).content.decode()
    assert "<script>两" not in page


def test_words_follow_the_vocabulary_at_once_and_a_refresh_takes_out_what_went() -> None:
    word = DictionaryWord.objects.create(word="蓝领课堂")
    assert SoundKey.objects.filter(word="蓝领课堂").exists()
    word.delete()
    refresh_words()
    assert not SoundKey.objects.filter(word="蓝领课堂").exists()


def test_a_second_refresh_changes_no_row(reports) -> None:
    before = set(SoundKey.objects.values_list("pk", "word", "weight"))
    refresh_words()
    assert set(SoundKey.objects.values_list("pk", "word", "weight")) == before
