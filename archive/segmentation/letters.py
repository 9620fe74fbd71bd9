"""Segmentation: letters and notes -> who signs a letter, what the newspaper answers, what editors add."""

import re

from archive.extraction.people import is_letter_signature
from archive.segmentation.open_article import Form
from archive.segmentation.proposal import PartKind
from archive.segmentation.signs import is_heading_like
from archive.segmentation.walk import Walk

_NOTE = re.compile(r"^(?:编后|编者按|编者的话|编者附言)(?:[：:]|$)")
_REPLY = re.compile(r"^(?:编者|编辑|本报|律师|专家|工会)?(?:复信|回信|答复|回复|回音|解答|释疑|说法|点评)(?:[：:]|$)")


def take_letter_signature(walk: Walk, at: int) -> int:
    """Who wrote it closes a letter, the newspaper's words to whom stand over it."""
    line, running = walk.paragraphs[at], walk.running
    if running is None or running.is_closed or not (running.is_letter and is_letter_signature(line.text)):
        return 0
    running.closing_byline.append(line)
    running.is_closed = True
    return 1


def take_reply(walk: Walk, at: int) -> int:
    """An answer goes with its letter, a note of the editors with what it is about, though that is signed."""
    line, running = walk.paragraphs[at], walk.running
    if running is None or not running.is_closed or running.form is not Form.ORDINARY:
        return 0
    if not (_NOTE.match(line.text) or (running.is_letter and _REPLY.match(line.text))):
        return 0
    running.add(PartKind.CROSSHEAD if is_heading_like(line) else PartKind.PARAGRAPH, line)
    running.is_closed = not is_heading_like(line)
    return 1
