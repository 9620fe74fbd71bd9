"""Segmentation: a short line in a running article -> whether another article begins with it."""

import re
from itertools import takewhile

from archive.extraction.gazetteer import Gazetteer
from archive.extraction.mentions import find_mentions
from archive.extraction.people import read_signature
from archive.segmentation.bylines import is_bare_name
from archive.segmentation.head import names_place_first
from archive.segmentation.lead import leads_elsewhere
from archive.segmentation.open_article import Form, OpenArticle
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.signs import (
    is_body,
    is_byline,
    is_complete,
    is_heading_like,
    is_numbered,
    is_salutation,
    opens_report,
)
from archive.segmentation.starts import starts_fresh, starts_mid_sentence
from archive.segmentation.walk import Walk

_BOX = re.compile(
    r"^(?:相关)?(?:链接|新闻链接|背景|资料|小贴士|名词解释|编后|编者的话|短评)(?:[：:\s]|$)|^【[^】]{2,10}】"
)
_SHORTEST = 5
_PAUSE = re.compile(r"[。；;]|[，,、]$")
_SHARED, _LONGEST_PARALLEL, _NEAR = 2, 45, 40
_LONGEST_SHORT = 14
_LONGEST_IN_SERIES, _MORE_IN_SERIES, _SAME_PLACES = 20, 2, 4
_PART = re.compile(r"^问[：:]|^【(?!本报|新华)[^】]{2,6}】")  # 【新闻】…, then 【观点】…
_MOST_SIGNED, _MOST_SIGNED_APART = 4, 15  # paragraphs of a report that a signature ends


def opens_article(walk: Walk, at: int, running: OpenArticle) -> bool:
    """Whether a short line over text is the headline of another article rather than a crosshead of the running one."""
    line, following = walk.paragraphs[at], walk.at(at + 1)
    if following is None or not is_body(following) or line.level > 2:
        return False
    if is_salutation(following.text) or _opens_labelled(following, running) or _BOX.match(line.text):
        return True
    if (
        is_numbered(line.text)
        or is_one_of_series(walk, at)
        or not (running.is_at_end_of_sentence or _is_whole(line, following))
    ):
        return False
    return (
        not running.may_have_crossheads
        or names_place_first(line.text, walk.gazetteer)
        or (walk.is_apart(at) and not running.has_crossheads)
        or (_is_signed(running) and _has_signature_below(walk, at))
        or leads_elsewhere(line, following, running, walk.gazetteer)
    )


def _opens_labelled(following: Paragraph, running: OpenArticle) -> bool:
    """Whether questions, or parts with their names in brackets, begin below a short line, in an article without."""
    return bool(_PART.match(following.text)) and not any(_PART.match(one.text) for one in running.paragraphs)


def is_one_of_series(walk: Walk, at: int) -> bool:
    """Whether two more short lines nearby are built like one: 动力：给跑者装上“牵引机”, 温暖：给弱者装上“加热器”.

    Those that set places off are headlines however much they are alike.
    """
    text = walk.paragraphs[at].text
    near = (line for line in walk.paragraphs[max(0, at - _NEAR) : at + _NEAR + 1] if is_heading_like(line))
    alike = {line.text for line in near if line.text != text and _is_built_like(line.text, text)}
    others = [other for other in alike if not names_place_first(other, walk.gazetteer)]
    return len(text) <= _LONGEST_IN_SERIES and len(others) >= _MORE_IN_SERIES


def _is_built_like(one: str, other: str) -> bool:
    """Whether two lines of about one length have the same characters in the same places, from either end."""
    if abs(len(one) - len(other)) > _MORE_IN_SERIES:
        return False
    ends = (zip(one, other, strict=False), zip(one[::-1], other[::-1], strict=False))
    return max(sum(here == there for here, there in pairs) for pairs in ends) >= _SAME_PLACES


def is_short_crosshead(walk: Walk, at: int) -> bool:
    """Whether a very short line stands between two sentences: 技能涨了，工钱也要涨.

    Its words alone would let it be a piece of a sentence.
    """
    return len(walk.paragraphs[at].text) <= _LONGEST_SHORT and _may_be_long_crosshead(walk, at)


def is_parallel_crosshead(walk: Walk, at: int) -> bool:
    """Whether a line that is long for a crosshead begins with the characters of another such line.

    Headings inside one article are often built alike: 一本账算清工时…… and 一本簿听完牢骚…….
    """
    beginning = walk.paragraphs[at].text[:_SHARED]
    near = range(max(0, at - _NEAR), min(len(walk.paragraphs), at + _NEAR + 1))
    return _may_be_long_crosshead(walk, at) and any(
        other != at and walk.paragraphs[other].text.startswith(beginning) and _may_be_long_crosshead(walk, other)
        for other in near
    )


def _may_be_long_crosshead(walk: Walk, at: int) -> bool:
    """Whether a line without full stop stands between a sentence that has ended and one that begins."""
    line, following = walk.paragraphs[at], walk.at(at + 1)
    is_line = len(line.text) <= _LONGEST_PARALLEL and not line.is_indented and not is_complete(line.text)
    if not is_line or _PAUSE.search(line.text) or at == 0 or following is None:
        return False
    is_between = is_complete(walk.paragraphs[at - 1].text) and not starts_mid_sentence(following.text)
    return is_between and is_body(following) and not starts_fresh(line.text)


def names_running(walk: Walk, at: int, running: OpenArticle) -> bool:
    """Whether a short line is the headline of the running article, which began above it: its text goes on below."""
    line, following = walk.paragraphs[at], walk.at(at + 1)
    if not running.is_headless or running.form is not Form.ORDINARY or running.is_closed or following is None:
        return False
    if running.is_at_end_of_sentence or opens_report(following):
        return False
    is_title = _is_whole(line, following) and names_place_first(line.text, walk.gazetteer)
    return running.has_dateline and is_title and _is_about(running, line, walk.gazetteer)


def _is_about(running: OpenArticle, line: Paragraph, gazetteer: Gazetteer) -> bool:
    """Whether the running text names the place that a headline sets off."""
    codes = [mention.code for mention in find_mentions(line.text, gazetteer)]
    named = (mention.code for text in running.paragraphs for mention in find_mentions(text.text, gazetteer))
    return any(gazetteer.are_related(code, other) for other in named for code in codes)


def _is_whole(line: Paragraph, following: Paragraph) -> bool:
    """Whether a short line under text that breaks off is no piece of it: without a pause, over text that begins."""
    is_piece = len(line.text) < _SHORTEST or any(mark in line.text for mark in "，,、")
    return not (is_piece or starts_mid_sentence(following.text))


def _is_signed(running: OpenArticle) -> bool:
    """Whether it is known who wrote the running article, so that a signature below is another's."""
    return bool(running.head.byline) or running.has_dateline


def _is_signature(line: Paragraph, gazetteer: Gazetteer) -> bool:
    """Whether a line is a byline in brackets, or a name alone."""
    return is_bare_name(line, gazetteer) or (is_byline(line) and line.text.startswith(("（", "(")))


def _has_signature_below(walk: Walk, at: int) -> bool:
    """Whether the text under a short line is signed: within a few paragraphs, or on a line of its own."""
    texts = list(takewhile(is_body, walk.paragraphs[at + 1 : at + 1 + _MOST_SIGNED_APART]))
    below = walk.at(at + 1 + len(texts))
    is_signed_apart = below is not None and _is_signature(below, walk.gazetteer)
    return is_signed_apart or any(read_signature(line.text) for line in texts[:_MOST_SIGNED])
