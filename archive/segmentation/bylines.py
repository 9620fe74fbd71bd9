"""Segmentation: lines that say who wrote -> the article above or below that is theirs."""

import re
from dataclasses import replace

from archive.extraction.gazetteer import Gazetteer
from archive.extraction.people import has_surname
from archive.segmentation.head import Head, read_head
from archive.segmentation.lexicon import load_lexicon
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.signs import is_body, is_byline, is_caption, is_credit, is_heading_like
from archive.segmentation.walk import Walk

_BARE_NAME = re.compile(r"[\u3400-\u9fff]{2,3}|[\u3400-\u9fff][ \u3000][\u3400-\u9fff]")


def is_bare_name(line: Paragraph, gazetteer: Gazetteer) -> bool:
    """Whether a line is a name without a role; what is a word or a place as well is rather a heading: 时评, 温暖."""
    name = line.text.replace(" ", "").replace("\u3000", "")
    if line.level or not _BARE_NAME.fullmatch(line.text) or not has_surname(name):
        return False
    return name not in gazetteer.names and name not in load_lexicon().words


def take_byline(walk: Walk, at: int) -> int:
    """A byline signs the text above that has come to its end, or opens a text or a headline below; others are noise."""
    line, following, running = walk.paragraphs[at], walk.at(at + 1), walk.running
    if not is_byline(line) or is_credit(line):
        return 0
    is_over_text = following is not None and is_body(following) and not is_caption(following)
    can_sign = running is not None and not running.is_closed and not running.head.byline and bool(running.paragraphs)
    if running and can_sign and running.is_at_end_of_sentence and not is_over_text:
        running.closing_byline.append(line)
        running.is_closed = True
    elif running and can_sign and running.head.headline and not running.has_dateline:
        running.head = replace(running.head, byline=(line,))  # it stands beside the headline, and came late
    elif not can_sign and (head := _read_head_below(walk, at)) and not head.byline:
        walk.open(replace(head, byline=(line,)))
        return 1 + len(head.headings)
    elif is_over_text and (walk.is_after_end or not can_sign or (running and running.has_dateline)):
        walk.open(Head(byline=(line,)))
    else:
        walk.noise.append(line)
    return 1


def _read_head_below(walk: Walk, at: int) -> Head | None:
    """Return the head that begins under a line of its own, as a byline that signs nothing above; one line is enough."""
    if not walk.is_after_end:
        return None
    line, following = walk.at(at + 1), walk.at(at + 2)
    if line is None or not is_heading_like(line) or is_byline(line) or is_credit(line):
        return None
    head = read_head(walk.paragraphs, at + 1, True, walk.gazetteer)
    if head is None and following is not None and is_body(following):
        return Head(headline=(line,))
    return head
