"""Numbers as a newspaper prints them, in figures or in characters -> numbers."""

import re

NUMERALS = "〇○◯零一二三四五六七八九十"
_DIGITS = str.maketrans("〇○◯零一二三四五六七八九", "0000123456789")
_TENS = re.compile(r"([1-9]?)十([1-9]?)")


def read_number(text: str) -> int:
    """Return 23 for 23, 二十三 and 二三, 2013 for 二〇一三. Raises ValueError for what is none."""
    digits = text.translate(_DIGITS)
    tens = _TENS.fullmatch(digits)
    return int(tens[1] or "1") * 10 + int(tens[2] or "0") if tens else int(digits)
