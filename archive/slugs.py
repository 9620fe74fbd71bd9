"""A Chinese name -> the words of its address: 工人日报 -> gongren-ribao."""

import unicodedata

import jieba
from django.utils.text import slugify
from pypinyin import lazy_pinyin


def make_slug(name: str, longest: int = 80) -> str:
    """Spell a name in pinyin, a hyphen between words; empty when nothing in it can be spelled.

    >>> make_slug("工人日报")
    'gongren-ribao'
    """
    words = jieba.cut(unicodedata.normalize("NFKC", name), HMM=False)
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
