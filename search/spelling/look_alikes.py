"""A table of characters that look alike -> whether two do.

Each line of look_alikes.txt is a character and those like it that come after it in Unicode. The pairs are the
characters of GB 2312 whose glyphs in Noto Sans CJK SC and Noto Serif CJK SC, laid over each other, cover each other
best: few for each character, and one of each pair is among the 3,755 common ones. Pairs that people mistake though
they cover each other less (江 and 汇, 己 and 已) were added by hand.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("look_alikes.txt")


def look_alike(one: str, other: str) -> bool:
    """Return whether a hasty reader takes one character for the other.

    >>> look_alike("土", "工"), look_alike("市", "普")
    (True, False)
    """
    first, second = sorted((one, other))
    return second in _read_table().get(first, "")


@cache
def _read_table() -> Mapping[str, str]:
    return {line[0]: line[1:] for line in _TABLE.read_text(encoding="utf-8").splitlines()}
