"""Segmentation: the paragraphs of a page -> its articles, by one walk from top to bottom."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from archive.extraction.gazetteer import Gazetteer
from archive.extraction.people import read_photo_ending, read_signature
from archive.extraction.places import find_place
from archive.segmentation.briefs import section_of, share_headings, take_item, take_place_brief
from archive.segmentation.bylines import take_byline
from archive.segmentation.head import Head, read_head
from archive.segmentation.headings import is_parallel_crosshead, is_short_crosshead, names_running, opens_article
from archive.segmentation.lead import opens_by_lead, take_back
from archive.segmentation.letters import take_letter_signature, take_reply
from archive.segmentation.open_article import Form, OpenArticle
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.photos import (
    find_interrupted,
    is_past_item,
    take_caption,
    take_credit,
    take_photo_heading,
    take_photo_over_title,
    take_title_below,
)
from archive.segmentation.proposal import PartKind
from archive.segmentation.signs import (
    has_clauses,
    is_body,
    is_heading_like,
    opens_report,
)
from archive.segmentation.starts import starts_mid_sentence
from archive.segmentation.talks import opens_other_talk
from archive.segmentation.walk import Rule, Walk

_LONGEST_BRIEF = 600


def split_page(
    paragraphs: Sequence[Paragraph], notices: AbstractSet[int], jumps: AbstractSet[int], gazetteer: Gazetteer
) -> Walk:
    """Give every paragraph its place. Each rule takes the lines it knows; the last one takes any.

    `notices` are the numbers of lines that belong to no article, `jumps` those of them that send to another page.
    """
    walk = Walk(paragraphs, gazetteer, notices)
    at = 0
    while at < len(paragraphs):
        if walk.running and any(paragraphs[at - 1].number < jump < paragraphs[at].number for jump in jumps):
            walk.running.is_carried_over = True
        at += next(taken for rule in RULES if (taken := rule(walk, at)))
    if walk.early_captions:
        walk.open(Head())
    walk.articles.sort(key=lambda article: article.first_number)
    share_headings(walk.articles, gazetteer)
    return walk


def take_head(walk: Walk, at: int) -> int:
    """A head opens an article, or names the headless one above it when both are about the same place."""
    running = walk.running
    is_late = running is not None and is_heading_like(walk.paragraphs[at]) and names_running(walk, at, running)
    following = walk.at(at + 1)
    is_late = is_late and following is not None and not any(mark in following.text for mark in "，,、")
    head = None if walk.is_under_label else read_head(walk.paragraphs, at, walk.is_after_end or is_late, walk.gazetteer)
    if head is None:
        return 0
    below = walk.at(at + head.length)
    is_over_report = below is not None and opens_report(below)
    is_own = not is_over_report and walk.running is not None and _is_head_of(head, walk.running, walk.gazetteer)
    if walk.running is not None and (is_late or is_own):
        walk.running.head = replace(head, byline=(*walk.running.head.byline, *head.byline))
    else:
        walk.open(head)
    return head.length


def _is_head_of(head: Head, running: OpenArticle, gazetteer: Gazetteer) -> bool:
    """Whether a head belongs to the headless article above it."""
    if not running.is_headless or running.is_closed or running.form is not Form.ORDINARY:
        return False
    place, other = running.find_early_place(gazetteer), find_place(head.headings, (), gazetteer)
    return place is not None and other is not None and place.code == other.code


def take_heading(walk: Walk, at: int) -> int:
    """A short line opens an article where none runs; in a running one it is a crosshead."""
    line, following, running = walk.paragraphs[at], walk.at(at + 1), walk.running
    is_sentence = has_clauses(line.text) and running is not None and not running.may_have_crossheads
    if not is_heading_like(line) or walk.is_under_label or is_sentence:
        return _take_parallel_crosshead(walk, at)
    if running and names_running(walk, at, running):
        running.head = Head(headline=(line,), byline=running.head.byline)
    elif running is None or running.is_closed or opens_article(walk, at, running):
        walk.open(Head(headline=(line,)))
    elif _is_crosshead(line, following, running):
        running.add(PartKind.CROSSHEAD, line)
    else:
        return 0
    return 1


def _take_parallel_crosshead(walk: Walk, at: int) -> int:
    running = walk.running
    if running is None or running.is_closed or not running.may_have_crossheads:
        return 0
    if not (is_parallel_crosshead(walk, at) or is_short_crosshead(walk, at)):
        return 0
    running.add(PartKind.CROSSHEAD, walk.paragraphs[at])
    return 1


def _is_crosshead(line: Paragraph, following: Paragraph | None, running: OpenArticle) -> bool:
    """Whether a short line in a running article stands over text, and is not itself a piece of a sentence."""
    if line.level:
        return True
    if following is None or not is_body(following) or starts_mid_sentence(following.text):
        return False
    return running.is_at_end_of_sentence or not any(mark in line.text for mark in "，,、")


def take_text(walk: Walk, at: int) -> int:
    """Anything else is a paragraph: of the running article, or the first of one that lost its headline."""
    line, running = walk.paragraphs[at], walk.running
    if interrupted := find_interrupted(walk, line):
        running = walk.resume(interrupted)
    elif running is None or running.is_closed or _is_of_another(walk, line, running):
        running = walk.open(Head())
    elif code := opens_by_lead(line, running, walk.gazetteer):
        taken = take_back(running, code, walk.gazetteer)
        running = walk.open(Head())
        for kind, item in taken:
            running.add(kind, item)
    running.add(PartKind.PARAGRAPH, line)
    _close_if_signed(line, running)
    above = walk.articles[-2] if len(walk.articles) > 1 else None
    if above and above.is_closed and running.form is Form.BRIEF and running.head == Head():
        running.head = Head(section=section_of(above))  # the place over it is lost
    return 1


def _is_of_another(walk: Walk, line: Paragraph, running: OpenArticle) -> bool:
    """Whether a text is another article's by its dateline or who asks in it, or as the photo item above is whole."""
    is_report = bool(opens_report(line) and running.paragraphs)
    return is_report or is_past_item(walk, line, running) or opens_other_talk(line, running)


def _close_if_signed(line: Paragraph, running: OpenArticle) -> None:
    """A signature closes an article, a short one as a brief; so does a photo item's credit."""
    if read_signature(line.text):
        running.is_closed = True
        is_short = sum(len(one.text) for one in running.paragraphs) <= _LONGEST_BRIEF
        if is_short and running.form is Form.ORDINARY and not opens_report(running.paragraphs[0]):
            running.form = Form.BRIEF
    elif read_photo_ending(line.text) and (running.form is Form.PHOTO or _is_photo_news(running)):
        running.form = Form.PHOTO
        running.is_closed = True


def _is_photo_news(running: OpenArticle) -> bool:
    """Whether an article of one paragraph, which ends with who took the picture, is what stands under one."""
    return not (running.is_headless or running.head.byline or running.has_dateline) and len(running.items) == 1


RULES: tuple[Rule, ...] = (
    take_place_brief,
    take_item,
    take_letter_signature,
    take_reply,
    take_title_below,
    take_head,
    take_photo_heading,
    take_photo_over_title,
    take_byline,
    take_credit,
    take_caption,
    take_heading,
    take_text,
)
