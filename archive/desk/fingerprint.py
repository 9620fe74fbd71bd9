"""The desk: a text -> fingerprints by which its copies are looked up, and how much of one text is in another."""

import re
import unicodedata
import zlib
from heapq import nsmallest

from rapidfuzz.distance import Indel

# Of every eight characters in a row the hash; of all the hashes the smallest: copies have most of these in common,
# whatever was added, cut off or misread in one of them.
_SHINGLE = 8
_KEPT = 24

_MARKS = re.compile(r"[\W_]+")
_LEAST_RUN = 4
_COMPARED = 20_000


def fold_text(text: str) -> str:
    """Return what is compared of a text: its letters and digits, wide ones narrow, capitals small."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text).lower())


def make_sketch(text: str) -> frozenset[int]:
    """Return the fingerprints of a text, at most 24 numbers of 32 bits; none of a text of under 8 characters.

    The same on every machine and in every process: they are stored.
    """
    encoded = fold_text(text).encode("utf-32-le", "surrogatepass")
    width = 4 * _SHINGLE
    hashes = {zlib.crc32(encoded[start : start + width]) for start in range(0, len(encoded) - width + 1, 4)}
    return frozenset(nsmallest(_KEPT, hashes))


def measure_likeness(one: str, other: str) -> float:
    """Return how much of the shorter text is in the other, from 0 to 1, whether its order was changed or not.

    Counted are runs of four characters and more: shorter ones any two texts have in common. Of very long texts
    the first 20,000 characters are compared.
    """
    first, second = fold_text(one)[:_COMPARED], fold_text(other)[:_COMPARED]
    shorter = min(len(first), len(second))
    if not shorter:
        return 0.0
    in_order = sum(
        block.src_end - block.src_start
        for block in Indel.opcodes(first, second)
        if block.tag == "equal" and block.src_end - block.src_start >= _LEAST_RUN
    )
    return max(in_order / shorter, _share_of_runs(first, second))


def _share_of_runs(one: str, other: str) -> float:
    """Return how many of the runs of four characters of the one with fewer are in the other too."""
    runs, others = (
        {text[start : start + _LEAST_RUN] for start in range(len(text) - _LEAST_RUN + 1)} for text in (one, other)
    )
    fewer = min(len(runs), len(others))
    return len(runs & others) / fewer if fewer else 0.0
