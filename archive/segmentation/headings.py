"""Segmentation: a short line in a running article -> whether another article begins with it."""

import re
from itertools import takewhile

from archive.extraction.gazetteer import Gazetteer
from archive.extraction.people import read_signature
from archive.segmentation.lead import leads_elsewhere
from archive.segmentation.open_article import Form, OpenArticle
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.signs import is_body, is_numbered, opens_report
from archive.segmentation.starts import starts_mid_sentence
from archive.segmentation.walk import Walk

_SALUTATION = re.compile(
    r"^(?:尊敬的)?[\u3400-\u9fff]{0,4}(?:编辑|记者|主编|热线)(?:同志|老师|部)?们?\s*(?:[：:]$|，?(?:你们?|您)好)"
)
_BOX = re.compile(
    r"^(?:相关)?(?:链接|新闻链接|背景|资料|小贴士|名词解释|编后|编者的话|短评)(?:[：:\s]|$)|^【[^】]{2,10}】"
)
_PLACED = re.compile(r"^([\u3400-\u9fff]{2,6})[：:\s　]\s*\S{4,}")
_SHORTEST = 5
_MOST_SIGNED = 4  # paragraphs of a report that a signature ends


def opens_article(walk: Walk, at: int, running: OpenArticle) -> bool:
    """Whether a short line over text is the headline of another article rather than a crosshead of the running one."""
    line, following = walk.paragraphs[at], walk.at(at + 1)
    if following is None or not is_body(following) or line.level > 2:
        return False
    if is_salutation(following.text) or _BOX.match(line.text):
        return True
    if is_numbered(line.text) or not (running.is_at_end_of_sentence or _is_whole(line, following)):
        return False
    return (
        not running.may_have_crossheads
        or names_place_first(line.text, walk.gazetteer)
        or (walk.is_apart(at) and not running.has_crossheads)
        or (_is_signed(running) and _has_signature_below(walk, at))
        or leads_elsewhere(line, following, running, walk.gazetteer)
    )


def names_running(walk: Walk, at: int, running: OpenArticle) -> bool:
    """Whether a short line is the headline of the running article, which began above it: its text goes on below."""
    line, following = walk.paragraphs[at], walk.at(at + 1)
    if not running.is_headless or running.form is not Form.ORDINARY or running.is_closed or following is None:
        return False
    if running.is_at_end_of_sentence or opens_report(following):
        return False
    return running.has_dateline and _is_whole(line, following) and names_place_first(line.text, walk.gazetteer)


def _is_whole(line: Paragraph, following: Paragraph) -> bool:
    """Whether a short line under text that breaks off is no piece of it: without a pause, over text that begins."""
    is_piece = len(line.text) < _SHORTEST or any(mark in line.text for mark in "，,、")
    return not (is_piece or starts_mid_sentence(following.text))


def is_salutation(text: str) -> bool:
    """Whether a letter begins with these words."""
    return bool(_SALUTATION.match(text))


def names_place_first(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a line begins with a place set off: 铜川：陶瓷工匠“一课三尺台”."""
    found = _PLACED.match(text)
    return bool(found and found[1] in gazetteer.names)


def _is_signed(running: OpenArticle) -> bool:
    """Whether it is known who wrote the running article, so that a signature below is another's."""
    return bool(running.head.byline) or running.has_dateline


def _has_signature_below(walk: Walk, at: int) -> bool:
    """Whether the text under a short line is signed within a few paragraphs."""
    texts = takewhile(is_body, walk.paragraphs[at + 1 : at + 1 + _MOST_SIGNED])
    return any(read_signature(line.text) for line in texts)
