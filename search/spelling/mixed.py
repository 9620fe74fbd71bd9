"""Characters and letters in one piece, as an input method leaves them -> how they read, what they may stand for."""

import re

from search.readings import plain, read_name

_LETTERS = re.compile(r"[a-z]+")
_HAS_BOTH = re.compile(r"(?=.*[a-z]).*[\u3400-\u9fff]")


def is_mixed(text: str) -> bool:
    """Return whether both letters and characters are typed."""
    return bool(_HAS_BOTH.match(plain(text)))


def read_mixed(text: str) -> str:
    """Return all of it in letters.

    >>> read_mixed("工资ji")
    'gongziji'
    """
    return "".join(read_name(plain(text)))


def stands_for(text: str) -> re.Pattern[str]:
    """Return what finds names with the characters typed, and others in the place of the letters.

    >>> bool(stands_for("泸zhou").fullmatch("泸州")), bool(stands_for("泸zhou").fullmatch("潞州"))
    (True, False)
    """
    return re.compile(_LETTERS.sub(".+", re.escape(plain(text))))
