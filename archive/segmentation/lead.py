"""Segmentation: a paragraph in a running article -> whether another article, its headline lost, begins there."""

import re

from archive.extraction.gazetteer import Gazetteer, PlaceLevel, shorten_name
from archive.extraction.mentions import Mention, find_mentions
from archive.extraction.places import first_sentence
from archive.segmentation.open_article import Item, OpenArticle
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import PartKind
from archive.segmentation.starts import starts_mid_sentence

_TIME_OPENING = re.compile(
    r"^(?:(?:最近|近|这)几?年[来，]|最近[几一二两三]年|近几?年来|近日|日前|多年来|几年来|过去|今年以来|去年以来|[\d一二三四五六七八九十几多]+年来)"
)
_GENERAL_OPENING = re.compile(r"^(?:随着|当前|在新的|近年来|新形势下|面对)")
_LEAST_BEFORE = 4


def find_lead(paragraph: Paragraph, gazetteer: Gazetteer) -> Mention | None:
    """Return the place that a lead introduces in full, as 四川泸州市总工会: province, place and its union."""
    for mention in find_mentions(first_sentence(paragraph.text), gazetteer):
        if mention.is_chain and mention.is_of_union and _is_full(mention, gazetteer):
            return mention
    return None


def _is_full(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether the words begin with the province's name."""
    place = gazetteer.places[mention.code]
    while place.level is not PlaceLevel.PROVINCE:
        if place.parent not in gazetteer.places:
            return False
        place = gazetteer.places[place.parent]
    return mention.words.startswith(shorten_name(place.name))


def opens_with_time(text: str) -> bool:
    """Whether a text begins with a phrase of time, as reports do: 近年来, 5年来."""
    return bool(_TIME_OPENING.match(text))


def opens_in_general(text: str) -> bool:
    """Whether a text begins with the state of things: 随着, 当前."""
    return bool(_GENERAL_OPENING.match(text))


def opens_by_lead(paragraph: Paragraph, running: OpenArticle, gazetteer: Gazetteer) -> str:
    """Return the place of the article that begins with a paragraph, or an empty string.

    A full lead about another place begins one; one about the same place only with a phrase of time, and
    only some way into the running article: many reports tell a scene first and the place then.
    """
    lead = find_lead(paragraph, gazetteer)
    if lead is None or len(running.paragraphs) < _LEAST_BEFORE or starts_mid_sentence(paragraph.text):
        return ""
    place = running.find_early_place(gazetteer)
    is_apart = place is not None and _is_elsewhere(place.code, lead.code, gazetteer)
    if place is None or not (running.is_at_end_of_sentence or is_apart):
        return ""
    if place.code == lead.code or not is_apart:
        return lead.code if opens_with_time(paragraph.text) and _has_lead(running) else ""
    return lead.code


def _has_lead(running: OpenArticle) -> bool:
    """Whether the running article began with a headline and a whole sentence: then it needs no second lead."""
    return not (running.is_headless or starts_mid_sentence(running.paragraphs[0].text))


def _is_elsewhere(one: str, other: str, gazetteer: Gazetteer) -> bool:
    """Whether two places are apart; a province as a whole is apart from the places in it."""
    is_province = gazetteer.places[one].level is PlaceLevel.PROVINCE
    return is_province or not gazetteer.are_related(one, other)


def leads_elsewhere(
    heading: Paragraph, following: Paragraph | None, running: OpenArticle, gazetteer: Gazetteer
) -> bool:
    """Whether a short line and the text below it are both about one place, apart from the running article's."""
    if following is None or not running.is_at_end_of_sentence:
        return False
    named = {mention.code for mention in find_mentions(heading.text, gazetteer)}
    below = {mention.code for mention in find_mentions(first_sentence(following.text), gazetteer)}
    place = running.find_early_place(gazetteer) if named & below else None
    return place is not None and not any(gazetteer.are_related(place.code, code) for code in named)


def take_back(running: OpenArticle, code: str, gazetteer: Gazetteer) -> list[Item]:
    """Take from the running article the last lines that already belong to the one that begins, and return them.

    Those are the paragraphs about its place, with the crosshead over them, and one general paragraph before its lead.
    """
    place = running.find_early_place(gazetteer)
    cut = len(running.items)
    for at in reversed(range(1, len(running.items))):
        codes = {mention.code for mention in find_mentions(running.items[at][1].text, gazetteer)}
        if place is not None and any(gazetteer.are_related(place.code, one) for one in codes):
            break
        if any(gazetteer.are_related(code, one) for one in codes):
            cut = at
    if cut == len(running.items) and opens_in_general(running.items[-1][1].text):
        cut -= 1
    if cut < len(running.items) and running.items[cut - 1][0] is PartKind.CROSSHEAD:
        cut -= 1
    return running.take_from(cut)
