"""The vocabulary and the words of reports -> the table of sounds in which a misspelt word is looked up."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from django.db import transaction

from archive.common_words import cut
from archive.extraction.gazetteer import shorten_name
from archive.models import Article, City, Province
from search.fold import fold
from search.models import SoundKey
from search.readings import plain, read_name
from search.rows import insert_rows
from search.spelling.sounds import reading_key, sound_keys
from search.vocabulary import names_for_dictionary

# A name of the vocabulary weighs more than any word of the reports.
NAME = 1_000_000

LONGEST_WORD = 20
_LONGEST_COMMON = 8
_SHORTEST_PART = 4  # shorter ones beside digits are words like any other
_RAREST = 2  # a word said once may itself be a mistake
_MOST_COMMON_WORDS = 20_000
_NEWEST_BODIES = 5_000
_BATCH = 500
_WORD = re.compile(r"[\u3400-\u9fff]+")


def refresh_words() -> None:
    """Compare the table with the vocabulary and the reports, and write the words that differ, a batch at a time."""
    wanted = _collect_words()
    stored = dict(SoundKey.objects.order_by().values_list("word", "weight").distinct())
    changed = [word for word in {*wanted, *stored} if wanted.get(word) != stored.get(word)]
    for start in range(0, len(changed), _BATCH):
        _write(changed[start : start + _BATCH], wanted)


def keep_names(names: Iterable[str]) -> None:
    """Take new names of the vocabulary in at once; those that went are taken out by the next refresh."""
    wanted = dict.fromkeys(_spellable(names), NAME)
    _write(list(wanted), wanted)


@transaction.atomic
def _write(words: Collection[str], weights: dict[str, int]) -> None:
    SoundKey.objects.filter(word__in=words).delete()
    rows = [(key, word, weights[word]) for word in words if word in weights for key in _keys(word)]
    insert_rows(SoundKey, ("key", "word", "weight"), rows)


def _keys(word: str) -> Iterator[str]:
    syllables = read_name(word)
    yield reading_key("".join(syllables))
    yield from dict.fromkeys(sound_keys(syllables))


def _spellable(names: Iterable[str]) -> set[str]:
    """Return the names that sound: Chinese characters, neither one nor very many; of 5+1职业化队伍 all behind the 1."""
    found: set[str] = set()
    for name in map(plain, names):
        runs = (run for run in _WORD.findall(name) if run == name or len(run) >= _SHORTEST_PART)
        found.update(run for run in runs if 2 <= len(run) <= LONGEST_WORD)
    return found


def _collect_words() -> dict[str, int]:
    """Return all words with their weights."""
    counts = _count_words()
    places = [*Province.objects.values_list("short_name", flat=True)]
    places += map(shorten_name, City.objects.values_list("name", flat=True))
    words = {word: count for word, count in counts.most_common(_MOST_COMMON_WORDS) if count >= _RAREST}
    return words | {name: NAME + counts[name] for name in _spellable([*names_for_dictionary(), *places])}


def _count_words() -> Counter[str]:
    """Count the words of all headlines and of the newest bodies."""
    counts: Counter[str] = Counter()
    published = Article.objects.published()
    newest = published.order_by("-pk").values_list("body", flat=True)[:_NEWEST_BODIES]
    for texts in (published.order_by().values_list("headline", flat=True), newest):
        for text in texts.iterator(chunk_size=_BATCH):
            counts.update(cut(fold(text)))
    return Counter(
        {word: count for word, count in counts.items() if 2 <= len(word) <= _LONGEST_COMMON and _WORD.fullmatch(word)}
    )
