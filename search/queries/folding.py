"""A query as typed -> the form it is counted in: what a reader takes for the same query is the same, signs stay."""

import re

from search.fold import fold_character
from search.models.query_count import LONGEST_COUNTED

_QUOTES = str.maketrans(dict.fromkeys("“”「」『』", '"') | {"：": ":", "（": "(", "）": ")", "－": "-"})
_OPERATORS = re.compile(r"\b(?:AND|OR|NOT)\b")


def fold_query(text: str) -> str:
    """Return the form that a query is counted in, cut to what is kept of a long one; empty for nothing but signs.

    >>> fold_query("“兩個普遍”  OR ＡＢＣ")
    '"两个普遍" OR abc'
    """
    plain = " ".join("".join(c if c.isprintable() else " " for c in text.translate(_QUOTES)).split())
    if not any(character.isalnum() for character in plain):
        return ""
    # Operators are upper case to the search; folded they would be words.
    pieces = re.split(f"({_OPERATORS.pattern})", plain)
    folded = "".join(piece if _OPERATORS.fullmatch(piece) else _fold_piece(piece) for piece in pieces)
    return folded[:LONGEST_COUNTED].strip()


def _fold_piece(piece: str) -> str:
    return "".join(fold_character(c) if c.isalnum() else c for c in piece)
