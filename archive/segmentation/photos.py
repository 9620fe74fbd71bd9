"""Segmentation: pictures -> captions of the article around them, or items of their own with headline and credit."""

import re

from archive.extraction.mentions import find_mentions
from archive.extraction.people import read_photo_ending
from archive.segmentation.head import Head
from archive.segmentation.open_article import Form, OpenArticle
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.proposal import PartKind
from archive.segmentation.signs import (
    is_body,
    is_byline,
    is_caption,
    is_complete,
    is_credit,
    is_heading_like,
    is_marked_caption,
    opens_report,
)
from archive.segmentation.starts import starts_fresh, starts_mid_sentence
from archive.segmentation.walk import Walk

_LONGEST_TEXT = 400
_MOST_PARAGRAPHS = 2
_LONGEST_CAPTION = 80
_LONGEST_BARE = 40  # of one that says what a picture shows, and no more
_SHORTEST_CAPTION = 17  # without a full stop, where it may be a headline as well
_SHARED_WITH_TITLE = 3  # pairs of characters
_NEWS = re.compile(r"^(?:图为)?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|^(?:图为)?(?:近日|日前|昨日|连日来)")


def take_photo_heading(walk: Walk, at: int) -> int:
    """A short line opens a photo item when a credit follows within two paragraphs."""
    line = walk.paragraphs[at]
    if not _is_heading(line) or not walk.is_after_end or not _has_credit_below(walk, at):
        return 0
    walk.open(Head(headline=(line,)), Form.PHOTO)
    return 1


def take_photo_over_title(walk: Walk, at: int) -> int:
    """A text where a picture stood, or that says the day, opens a photo item when title and credit stand under it."""
    line, title, credit = walk.paragraphs[at], walk.at(at + 1), walk.at(at + 2)
    if title is None or credit is None or not (is_heading_like(title) and is_credit(credit)) or is_credit(title):
        return 0
    if not is_body(line) or len(line.text) > _LONGEST_TEXT or read_photo_ending(line.text):
        return 0  # one that is credited itself has no credit below
    if not (line.is_after_picture or _NEWS.match(line.text)):
        return 0
    walk.open(Head(headline=(title,)), Form.PHOTO).add(PartKind.CAPTION, line)
    return 2


def _has_credit_below(walk: Walk, at: int) -> bool:
    """Whether the text below a heading is short and ends with a photo credit, and is no caption over more text."""
    length = 0
    for below, line in enumerate(walk.paragraphs[at + 1 : at + 2 + _MOST_PARAGRAPHS], start=at + 1):
        if is_credit(line):
            return length > 0
        length += len(line.text)
        if not is_body(line) or length > _LONGEST_TEXT:
            return False
        if read_photo_ending(line.text):
            return not _is_caption_over_text(walk, below)
        if not is_complete(line.text):
            return False  # the credit below is that of a picture in an article's column
    return False


def _is_caption_over_text(walk: Walk, at: int) -> bool:
    """Whether a credited line tells no news, only what a picture shows, and the article's text stands below it."""
    line, following = walk.paragraphs[at], walk.at(at + 1)
    is_bare = line.is_after_picture and len(line.text) <= _LONGEST_BARE and not _NEWS.match(line.text)
    return is_bare and following is not None and is_body(following) and len(following.text) > _LONGEST_CAPTION


def take_credit(walk: Walk, at: int) -> int:
    """A credit closes a photo item; elsewhere it belongs to the caption above it."""
    line, running = walk.paragraphs[at], walk.running
    if not is_credit(line):
        return 0
    if running is None:
        walk.early_captions.append(line)
    elif line.text.endswith("报道") and running.head.headline and not running.head.byline:
        running.closing_byline.append(line)  # who took the pictures wrote the report too
        running.is_closed = _is_short_report(running) and not _is_over_caption(walk, at)
    elif running.form is Form.PHOTO and not running.is_closed:
        running.closing_byline.append(line)
        following = walk.at(at + 1)
        running.is_closed = following is None or not is_marked_caption(following)
    else:
        running.add(PartKind.CAPTION, line)
    return 1


def _is_short_report(running: OpenArticle) -> bool:
    """Whether an article is what stands beside a picture: a paragraph or two that have come to their end."""
    return 0 < len(running.paragraphs) <= _MOST_PARAGRAPHS and running.is_at_end_of_sentence


def _is_over_caption(walk: Walk, at: int) -> bool:
    """Whether the item goes on below its credit: with a caption, or with text where no picture stood between."""
    following = walk.at(at + 1)
    return following is not None and (is_marked_caption(following) or not following.is_after_picture)


def take_caption(walk: Walk, at: int) -> int:
    """A caption stays with the article around it; one that tells news of another place is an item of its own."""
    line, running = walk.paragraphs[at], walk.running
    if running and _is_news_under_picture(walk, at, running):
        return _open_item(walk, at)
    if not is_caption(line) or (not is_marked_caption(line) and _is_no_caption(line, walk)):
        return 0
    if running is None:
        walk.early_captions.append(line)
    elif running.form is Form.PHOTO and not running.is_closed and not _is_beside_text(walk, at, running):
        return 0
    else:
        running.add(PartKind.CAPTION, line)
    return 1


def _open_item(walk: Walk, at: int) -> int:
    """Open an item with its caption; a credit on the next line is its own."""
    article, following = walk.open(Head(), Form.PHOTO), walk.at(at + 1)
    article.add(PartKind.CAPTION, walk.paragraphs[at])
    article.is_closed = following is None or not is_credit(following)
    return 1


def _is_no_caption(line: Paragraph, walk: Walk) -> bool:
    """Whether a line where a picture stood is the rest of a sentence, or under text that has ended a headline."""
    is_title = len(line.text) < _SHORTEST_CAPTION and not line.text.endswith(("。", "！", "？", "…"))
    return starts_mid_sentence(line.text) or (is_title and walk.is_after_end)


def _is_news_under_picture(walk: Walk, at: int, running: OpenArticle) -> bool:
    """Whether a text of a picture is a report by itself: credited, and about another place.

    Where no gap shows that a picture stood above it, the text above has come to its end.
    """
    line, following = walk.paragraphs[at], walk.at(at + 1)
    if running.form is Form.PHOTO and not running.items:
        return False  # its headline stands directly above
    is_credited = bool(read_photo_ending(line.text)) or (following is not None and is_credit(following))
    is_captioned = is_credited or is_marked_caption(line)
    is_report = len(line.text) > _LONGEST_CAPTION or bool(_NEWS.match(line.text))
    if not (is_body(line) and is_captioned and is_report) or len(line.text) > _LONGEST_TEXT:
        return False
    is_apart = running.form is Form.ORDINARY and bool(running.paragraphs) and running.is_at_end_of_sentence
    return (line.is_after_picture or (is_credited and is_apart)) and _is_elsewhere(walk, line, running)


def take_title_below(walk: Walk, at: int) -> int:
    """A short line under a photo item without one is its title where it has words of it, and a head follows."""
    line, following, running = walk.paragraphs[at], walk.at(at + 1), walk.running
    if running is None or running.form is not Form.PHOTO or not (running.is_closed and running.is_headless):
        return 0
    if following is None or line.level or not (is_heading_like(line) and _is_heading(following)):
        return 0
    text = "".join(one.text for _, one in running.items)
    shared = sum(line.text[start : start + 2] in text for start in range(len(line.text) - 1))
    if shared < _SHARED_WITH_TITLE:
        return 0
    running.head = Head(headline=(line,))
    running.set_items([(PartKind.PARAGRAPH, one) for _, one in running.items])
    return 1


def _is_heading(line: Paragraph) -> bool:
    """Whether a line may be a headline, and does not say who made something."""
    return is_heading_like(line) and not (is_credit(line) or is_byline(line))


def find_interrupted(walk: Walk, line: Paragraph) -> OpenArticle | None:
    """Return the article that a photo item above a line interrupted in mid-sentence, if the line may go on with it."""
    if len(walk.articles) < 2:
        return None
    item, above = walk.articles[-1], walk.articles[-2]
    is_item = item.form is Form.PHOTO and (item.is_closed or not item.paragraphs)
    is_broken = not above.is_closed and bool(above.paragraphs) and not above.is_at_end_of_sentence
    return above if is_item and is_broken and not (starts_fresh(line.text) or opens_report(line)) else None


def is_past_item(walk: Walk, line: Paragraph, running: OpenArticle) -> bool:
    """Whether a text under a photo item that has its own is about another place, and not the item's any more."""
    is_whole = bool(running.paragraphs) and running.is_at_end_of_sentence and not read_photo_ending(line.text)
    if running.form is not Form.PHOTO or not is_whole or running.find_early_place(walk.gazetteer) is None:
        return False
    return not starts_mid_sentence(line.text) and _is_elsewhere(walk, line, running)


def _is_elsewhere(walk: Walk, line: Paragraph, running: OpenArticle) -> bool:
    """Whether a line names places, and none that has to do with the running article's."""
    place = running.find_early_place(walk.gazetteer)
    codes = [mention.code for mention in find_mentions(line.text, walk.gazetteer)]
    return bool(codes) and not (place and any(walk.gazetteer.are_related(place.code, code) for code in codes))


def _is_beside_text(walk: Walk, at: int, running: OpenArticle) -> bool:
    """Whether a photo item has text besides this caption, above or below."""
    line, following = walk.paragraphs[at], walk.at(at + 1)
    if not running.items and _NEWS.match(line.text) and not is_marked_caption(line):
        return False  # with the day an item's text begins
    is_above_text = following is not None and is_body(following) and not is_caption(following)
    return bool(running.paragraphs) or is_above_text
