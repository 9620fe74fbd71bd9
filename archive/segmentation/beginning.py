"""Segmentation: an article's lines in the order of the print -> the one with which it begins to be read."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from archive.extraction.dateline import read_closing_dateline
from archive.extraction.gazetteer import Gazetteer
from archive.extraction.mentions import find_mentions
from archive.extraction.people import read_signature
from archive.extraction.places import first_sentence
from archive.segmentation.lead import find_lead, opens_in_general, opens_with_time
from archive.segmentation.paragraph import Paragraph
from archive.segmentation.signs import is_complete, is_salutation, opens_report
from archive.segmentation.starts import starts_mid_sentence

_REPORT, _FULL_LEAD, _PLACE, _TIME, _LINKS, _CLOSES, _ENDS, _CUT = 4, 2, 1, 1, -2, -2, 3, 1
_LEAD_WEIGHT, _LEAST_WEIGHT = 3, -9
_END = 80  # characters in which a report says that it closes
# With these words a text goes on with what it said before.
_LINKING = re.compile(
    r"^(?:所以|因此|于是|然而|但|可是|不过|其实|当然|同时|此外|另外|还有|还要|而且|为此|对此|如今|现在|后来|从此|从那以后|"
    r"最后|说到底|总之|首先|其次|再|又|后|第[一二三四五六七八九十]|[一二三四五六七八九十]是|[他她它这那该此]|有人|他们|答[：:]|——)"
)
_CLOSING = re.compile(r"再立新功|再创佳绩|新篇章|更大的?(?:贡献|作为)|继续努力|将(?:会)?继续|下一步")


@dataclass(frozen=True, slots=True)
class Printed:
    """An article's lines by their places: which are crossheads, which goes on with which.

    `is_under_head` tells that a headline stands directly over the first line.
    """

    lines: Sequence[Paragraph]
    crossheads: AbstractSet[int]
    joins: Mapping[int, int]
    is_under_head: bool

    def may_begin(self, at: int) -> bool:
        """Whether an article can be read from this line on."""
        is_text = at not in self.crossheads and at not in self.joins.values()
        return is_text and not starts_mid_sentence(self.lines[at].text)


def find_beginning(printed: Printed, place: str, gazetteer: Gazetteer) -> int:
    """Return the place of the line with which an article begins: the first as printed, unless that cannot be one."""
    opening = next((at for at, line in enumerate(printed.lines) if opens_report(line) or is_salutation(line.text)), 0)
    if opening:
        return opening
    if _begins_with_first(printed) and not _closes_over_lead(printed, gazetteer):
        return 0
    # A line that goes on with another line of the article is not its first, whatever comes instead.
    least = _LEAST_WEIGHT if 0 in printed.joins.values() else _LEAD_WEIGHT
    best, beginning = least - 1, 0
    for at in range(1, len(printed.lines)):
        if printed.may_begin(at):
            weight = weigh_lead(printed.lines[at], place, gazetteer) + _weigh_above(printed, at)
            if weight > best:
                best, beginning = weight, at
    return beginning


def _begins_with_first(printed: Printed) -> bool:
    """Whether the first line can be the beginning; a crosshead only under a headline."""
    if not printed.lines or (0 in printed.crossheads and printed.is_under_head):
        return True
    return printed.may_begin(0)


def _closes_over_lead(printed: Printed, gazetteer: Gazetteer) -> bool:
    """Whether words with which reports end stand over a full lead: the last column came first."""
    return any(
        _CLOSING.search(above.text[-_END:]) and find_lead(line, gazetteer)
        for above, line in zip(printed.lines, printed.lines[1:], strict=False)
        if not printed.is_under_head
    )


def weigh_lead(line: Paragraph, place: str, gazetteer: Gazetteer) -> int:
    """Return how much a line looks like the first of a report about a place."""
    text = line.text
    if opens_report(line):
        return _REPORT
    weight = _FULL_LEAD if find_lead(line, gazetteer) else 0
    codes = {mention.code for mention in find_mentions(first_sentence(text), gazetteer)}
    weight += _PLACE if place and any(gazetteer.are_related(code, place) for code in codes) else 0
    weight += _TIME if opens_with_time(text) or opens_in_general(text) else 0
    weight += _LINKS if _LINKING.match(text) else 0
    return weight + (_CLOSES if _CLOSING.search(text[-_END:]) else 0)


def _weigh_above(printed: Printed, at: int) -> int:
    """Return what the line above says: that a report ends there, or text breaks off; a crosshead leads no report."""
    above = printed.lines[at - 1].text
    if at - 1 in printed.crossheads:
        return _LINKS
    if read_closing_dateline(above) or read_signature(above):
        return _ENDS
    return _CUT if _CLOSING.search(above[-_END:]) or not is_complete(above) else 0
