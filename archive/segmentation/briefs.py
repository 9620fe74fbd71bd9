"""Segmentation: short reports under a common heading -> an article each: by place, by a sign, by number."""

import re
from collections.abc import Sequence
from itertools import takewhile

from archive.extraction.gazetteer import Gazetteer
from archive.extraction.mentions import find_mentions
from archive.extraction.people import read_signature
from archive.extraction.places import first_sentence, read_place_label
from archive.segmentation.head import Head
from archive.segmentation.open_article import Form, OpenArticle
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import PartKind
from archive.segmentation.signs import is_body, is_byline, is_heading_like, opens_report
from archive.segmentation.walk import Walk

_BULLET = re.compile(r"^[●■◆★▲◎※◇○▶►☆•·]\s*(?=\S)")
_NUMBER = re.compile(r"^(?:(\d{1,2})[.．、]|[（(](\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|([①②③④⑤⑥⑦⑧⑨⑩]))\s*(?=\S)")
_ROUNDUP = re.compile(r"简讯|短讯|快讯|要闻|一周|动态|速递|集锦|播报|简报|扫描|短波|快报|点击|新闻|摘编|集萃|各地")
_NUMERALS, _CIRCLED = "零一二三四五六七八九十", "零①②③④⑤⑥⑦⑧⑨⑩"
_NUMBERED = "1."
_FAR = 6  # paragraphs within which the next of a series comes
_LEAD = 60
_LONGEST_LABEL = 5
_LEAST_IN_COLUMN = 3


def take_place_brief(walk: Walk, at: int) -> int:
    """A place's name opens a brief: under a common heading, after another brief, or after a closed article."""
    line, following = walk.paragraphs[at], walk.at(at + 1)
    if following and is_heading_like(line) and _is_place_label(walk, at + 1) and _may_be_section(walk, line):
        walk.open(Head(section=(line,), headline=(following,)), Form.BRIEF)
        return 2
    running = walk.running
    follows = running is not None and (running.is_closed or running.form is Form.BRIEF)
    if not follows or not walk.is_after_end or not (_is_place_label(walk, at) or _is_label(walk, at)):
        return 0
    walk.open(Head(section=section_of(running), headline=(line,)), Form.BRIEF)
    return 1


def _is_place_label(walk: Walk, at: int) -> bool:
    """Whether a line is a place's name over text, or over a line that begins with it again."""
    line, following = walk.at(at), walk.at(at + 1)
    if line is None or following is None or not (is_body(following) or following.text.startswith(line.text)):
        return False
    return bool(read_place_label(line.text, walk.gazetteer))


def _is_label(walk: Walk, at: int) -> bool:
    """Whether a very short line over text, under the same heading as the brief above, is who the brief is about."""
    line, following = walk.at(at), walk.at(at + 1)
    if line is None or following is None or not section_of(walk.running) or not is_body(following):
        return False
    return len(line.text) <= _LONGEST_LABEL and is_heading_like(line) and not line.is_after_picture


def _may_be_section(walk: Walk, line: Paragraph) -> bool:
    """Whether a short line may be a common heading: not where it may be a piece of a sentence that breaks off."""
    return walk.is_after_end or not any(mark in line.text for mark in "，,、")


def take_item(walk: Walk, at: int) -> int:
    """A sign or a number opens a brief where several reports begin with one; the heading above them is common."""
    line = walk.paragraphs[at]
    if is_heading_like(line) and not read_sign(line.text) and walk.at(at + 1):
        is_roundup = bool(_ROUNDUP.search(line.text)) or _stands_over_pairs(walk, at + 1)
        if _may_be_section(walk, line) and _begins_series(walk, at + 1, is_roundup):
            return 1 + _open_item(walk, at + 1, (line,))
        return 0
    if _continues_series(walk, at):
        return _open_item(walk, at, section_of(walk.running))
    return _open_item(walk, at, ()) if _begins_series(walk, at) else 0


def read_sign(text: str) -> str:
    """Return the sign with which a line begins, the same for all numbers; empty where it has none."""
    if bullet := _BULLET.match(text):
        return bullet[0].strip()
    return _NUMBERED if _NUMBER.match(text) else ""


def _stands_over_pairs(walk: Walk, at: int) -> bool:
    """Whether short lines with the same sign follow, each over text: headlines of briefs."""
    following, sign = walk.at(at + 1), read_sign(walk.paragraphs[at].text)
    is_pair = is_heading_like(walk.paragraphs[at]) and following is not None and is_body(following)
    return is_pair and sign not in ("", _NUMBERED) and not read_sign(following.text if following else "")


def _open_item(walk: Walk, at: int, section: tuple[Paragraph, ...]) -> int:
    """Begin a brief with its headline, or with its text where it has none."""
    line, following = walk.paragraphs[at], walk.at(at + 1)
    is_headline = is_heading_like(line) and not any(mark in line.text for mark in "，,")
    if is_headline and following and not read_sign(following.text):
        walk.open(Head(section=section, headline=(line,)), Form.BRIEF)
        return 1
    article = walk.open(Head(section=section), Form.BRIEF)
    article.add(PartKind.PARAGRAPH, line)
    article.is_closed = bool(read_signature(line.text))
    return 1


def _begins_series(walk: Walk, at: int, is_roundup: bool = False) -> bool:
    """Whether a line and another soon after it begin with the same sign, and both report or stand in a roundup."""
    sign = read_sign(walk.paragraphs[at].text)
    if not sign or (sign == _NUMBERED and _read_number(walk, at) != 1 and not is_roundup):
        return False
    if not (is_roundup or _is_report(walk, at)):
        return False
    return any(
        read_sign(walk.paragraphs[other].text) == sign and (is_roundup or _is_report(walk, other))
        for other in range(at + 1, min(at + _FAR, len(walk.paragraphs)))
    )


def _continues_series(walk: Walk, at: int) -> bool:
    """Whether a line begins with the sign of the running brief."""
    running, sign = walk.running, read_sign(walk.paragraphs[at].text)
    return bool(sign and running and running.form is Form.BRIEF and sign == _sign_of(running))


def _is_report(walk: Walk, at: int) -> bool:
    """Whether an item reports: it has a dateline, names a place early, or is signed."""
    line, following = walk.paragraphs[at], walk.at(at + 1)
    if is_byline(line):
        return False
    lead = first_sentence(line.text)[:_LEAD]
    if opens_report(line) or read_signature(line.text) or find_mentions(lead, walk.gazetteer):
        return True
    return bool(is_heading_like(line) and following and read_signature(following.text))


def _read_number(walk: Walk, at: int) -> int:
    """Return the number of a line that begins with one."""
    found = _NUMBER.match(walk.paragraphs[at].text)
    number = (found[1] or found[2] or found[3]) if found else ""
    return int(number) if number.isdecimal() else max(_NUMERALS.find(number), _CIRCLED.find(number))


def _sign_of(article: OpenArticle) -> str:
    """Return the sign with which a brief begins."""
    lines = (*article.head.headline, *article.paragraphs[:1])
    return read_sign(lines[0].text) if lines else ""


def section_of(running: OpenArticle | None) -> tuple[Paragraph, ...]:
    """Return the common heading under which a brief stands."""
    return running.head.section if running and running.form is Form.BRIEF else ()


def share_headings(articles: Sequence[OpenArticle], gazetteer: Gazetteer) -> None:
    """Give a heading over several signed briefs to them all: over those without headlines, or a column's name."""
    at = 0
    while at < len(articles):
        following = list(takewhile(_is_signed_bare, articles[at + 1 :]))
        if _is_common(articles[at], following, gazetteer):
            section = articles[at].head.headline
            for article in (articles[at], *following):
                article.head = Head(section=section)
        elif titled := _find_column(articles, at):
            section = articles[at].head.kicker
            for article in titled:
                article.head = Head(section=section, headline=article.head.headline)
        at += 1 + len(following)


def _find_column(articles: Sequence[OpenArticle], at: int) -> list[OpenArticle]:
    """Return the signed briefs under a column's name, each with its headline, if there are three and more."""
    kicker = articles[at].head.kicker
    if len(kicker) != 1 or len(kicker[0].text) > _LONGEST_LABEL:
        return []
    titled = [articles[at], *takewhile(lambda one: not one.head.kicker, articles[at + 1 :])]
    titled = list(takewhile(_is_signed_titled, titled))
    return titled if len(titled) >= _LEAST_IN_COLUMN else []


def _is_signed_titled(article: OpenArticle) -> bool:
    """Whether a brief has a headline of a line, and who wrote it below its text."""
    head = article.head
    is_plain = len(head.headline) == 1 and not (head.section or head.subhead or head.byline)
    return article.form is Form.BRIEF and article.is_closed and is_plain


def _is_signed_bare(article: OpenArticle) -> bool:
    """Whether a brief has its signature and nothing over it."""
    return article.form is Form.BRIEF and article.is_closed and article.head == Head()


def _is_common(article: OpenArticle, following: Sequence[OpenArticle], gazetteer: Gazetteer) -> bool:
    """Whether the headline of a signed brief says of no place, or of all, what those below it tell each of its own."""
    head = article.head
    if article.form is not Form.BRIEF or not article.is_closed or head != Head(headline=head.headline):
        return False
    if not following or len(head.headline) != 1 or find_mentions(head.headline[0].text, gazetteer):
        return False
    places = [one.find_early_place(gazetteer) for one in (article, *following)]
    codes = {place.code for place in places if place}
    return len(codes) > 1 and (len(following) > 1 or bool(_ROUNDUP.search(head.headline[0].text)))
