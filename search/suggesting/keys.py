"""A name -> the keys under which it is found: its characters and how it is read, from the front and from inside."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.readings import Syllables, initials, plain, read_name, read_name_in_all_ways

LONGEST_KEY = 40
_LONGEST_READ = 12  # characters of a headline


@dataclass(frozen=True, slots=True)
class Key:
    """A text whose beginnings a person may type; `is_inside` where it begins within the name."""

    text: str
    is_inside: bool = False


def name_keys(name: str) -> list[Key]:
    """Return the keys of a short name: its characters, its readings, the first letters of those."""
    characters = plain(name)
    texts = [characters]
    for syllables in read_name_in_all_ways(characters):
        texts += _read_keys(syllables)
    return _shorten(texts)


def inner_keys(name: str) -> list[Key]:
    """Return the keys of what stands inside a name: from its second character on, its third, but within no number."""
    characters = plain(name)
    syllables = read_name(characters)
    texts = [
        characters[start:] for start in range(1, len(characters)) if not characters[start - 1 : start + 1].isdecimal()
    ]
    for start in range(1, len(syllables)):
        texts += _read_keys(syllables[start:])
    return _shorten(texts, is_inside=True)


def headline_keys(headline: str) -> list[Key]:
    """Return the keys of how a headline is read; the index finds its characters."""
    return _shorten(_read_keys(read_name(plain(headline)[:_LONGEST_READ])))


def _read_keys(syllables: Syllables) -> Iterator[str]:
    read = "".join(syllables)
    yield read
    yield initials(syllables)
    if "v" in read:  # 吕梁 is typed lvliang and luliang
        yield read.replace("v", "u")


def _shorten(texts: Iterable[str], is_inside: bool = False) -> list[Key]:
    shortened = dict.fromkeys(text[:LONGEST_KEY] for text in texts if text)
    return [Key(text, is_inside) for text in shortened]
