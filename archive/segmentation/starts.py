"""Segmentation: the first words of a paragraph -> whether they begin something, or go on with what was begun."""

import re

from archive.extraction.dateline import read_dateline
from archive.segmentation.signs import closes_foreign_quote

# How a paragraph begins when it goes on with nothing.
_FRESH = re.compile(
    r"^(?:近几?年来|近日|日前|前不久|如今|多年来|几年来|过去|去年|今年|目前|同时|此外|另外|据|为此|截至|随着|首先|其次|再次|最后|"
    r"然而|但是|于是|原来|当然|所以|从此|有一[次回]|第?[一二三四五六七八九十]+[是要条步件个招]|第[一二三四五六七八九十]|[“‘「『—]|"
    r"\d{4}年|\d+月\d+日|[\d一二三四五六七八九十几多]+年[来前]|本报|[\u4e00-\u9fff]{1,4}[：:])"
)
# With these words set off, nothing can go on that another line breaks off.
_ANEW = re.compile(
    r"^(?:近几?年来|近日|日前|前不久|去年|今年|目前|同时|与此同时|此外|另外|为此|首先|其次|再次|最后|然而|但是|于是|因此|所以|"
    r"当然|如今|随后|后来|据悉|据了解|据介绍|说到底|总之|其实|事实上|诚然|由此可见|可见|比如|例如|譬如|显然)[，,]|^[■●◆★]"
)
_RUN_IN_HEAD = re.compile(r"^[^，,。、“”\d]{4,14}。.")
_UNION_SUBJECT = re.compile(r"^(?:[\u3400-\u9fff]{2,6}[市区县省]总|[\u3400-\u9fff]{3,8}总工会)")
_NEAR = 12  # further on, a quotation that is closed and not opened is rather a fault of the OCR
_MID_SENTENCE = re.compile(
    r"^(?:[，,。、；;：:！？）)》”’」』]|(?![是对但故而即或嗯啊好不])[\u3400-\u9fff][，,、])|^[的了和与及]"
)


def starts_fresh(text: str) -> bool:
    """Whether a paragraph begins like a new one."""
    return bool(_FRESH.match(text) or _RUN_IN_HEAD.match(text) or _UNION_SUBJECT.match(text))


def starts_anew(text: str) -> bool:
    """Whether a paragraph goes on with nothing, by its first words: 去年，; 同时，; 本报讯."""
    return bool(_ANEW.match(text)) or read_dateline(text) is not None


def starts_mid_sentence(text: str) -> bool:
    """Whether a paragraph cannot be the beginning of anything."""
    return bool(_MID_SENTENCE.match(text)) or closes_foreign_quote(text[:_NEAR])
