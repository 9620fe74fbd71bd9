"""A Chinese name -> the words of its address: 工人日报 -> gongren-ribao."""

import unicodedata

from django.utils.text import slugify

from archive.common_words import cut, cut_shorter


def _shortest_words(name: str) -> list[str]:
    """Cut a name into words, and a compound into the words that it is made of: 工人日报 into 工人, 日报."""
    words = []
    for word in cut(name):
        parts = [part for part in cut_shorter(word) if part != word]
        words += parts if "".join(parts) == word else [word]
    return words


def make_slug(name: str, longest: int = 80) -> str:
    """Spell a name in pinyin, a hyphen between words; empty when nothing in it can be spelled.

    >>> make_slug("工人日报")
    'gongren-ribao'
    """
    from pypinyin import lazy_pinyin  # loads its dictionaries for a third of a second, and most processes spell nothing

    words = _shortest_words(unicodedata.normalize("NFKC", name))
    spelled = slugify(" ".join("".join(lazy_pinyin(word)) for word in words))
    return spelled[:longest].strip("-")


def make_unique_slug(name: str, taken: set[str], fallback: str) -> str:
    """Return a slug that is not in `taken`; numbered from -2 where the plain one is."""
    slug = plain = make_slug(name) or fallback
    number = 2
    while slug in taken:
        slug = f"{plain}-{number}"
        number += 1
    return slug
