"""The signs of a query as a keyboard sets them -> those that the parser knows: operators, quotes, spaces."""

import unicodedata

from search.fold import join_print_lines

_QUOTES = (('"', '"'), ("“", "”"), ("「", "」"), ("『", "』"))
# Quotes whose partner is of another kind, or turned the wrong way: “两个普遍", ”两个普遍”.
_ODD_QUOTES = '[“”"](?P<odd>[^“”"]+)(?:["”]|“(?![^“”]*”))'
_OPENING, _CLOSING = "".join(left for left, _ in _QUOTES), "".join(right for _, right in _QUOTES)

QUOTED = "|".join(
    [*(f"{left}(?P<q{n}>[^{left}{right}]*){right}" for n, (left, right) in enumerate(_QUOTES)), _ODD_QUOTES]
)

_HALF_WIDTH = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {"　": " ", "−": "-", "﹣": "-", "‐": "-", "‑": "-", "∶": ":", "﹕": ":"}
    | {"｢": "「", "｣": "」", "﹁": "「", "﹂": "」", "﹃": "『", "﹄": "』", "〝": "“", "〞": "”", "〟": "”"}
)


def between(operator: str) -> str:
    """Return the expression of an operator between two words, quoted runs or brackets; said twice it is said once."""
    return rf"(?<=[\s){_CLOSING}]){operator}(?:\s+{operator})*(?=[\s({_OPENING}])"


def make_plain(text: str) -> str:
    """Return a query in half width, without what cannot be seen: a mark without width is nothing, the rest a space.

    A line break is that of a print.

    >>> make_plain("工\\u200b会　－农民\\n工")
    '工会 -农民工'
    """
    return "".join(map(_show, join_print_lines(text.translate(_HALF_WIDTH)))).strip()


def _show(character: str) -> str:
    if character.isprintable():
        return character
    return "" if unicodedata.category(character) == "Cf" else " "
