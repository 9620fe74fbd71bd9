"""Tagging: words as an editor types them -> words of the dictionary, or why not."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from archive.models import City, DictionaryWord, FormerName, Initiative, InitiativeAlias, Newspaper, Province
from archive.models.dictionary_word import LONGEST, SHORTEST

MOST_AT_ONCE = 200
# The cutter keeps these whole without being told.
_NAMED = (Initiative, InitiativeAlias, Province, City, FormerName, Newspaper)


@dataclass(frozen=True, slots=True)
class TypedWords:
    """Words that can be added, and a sentence for each that cannot."""

    words: tuple[str, ...]
    problems: tuple[str, ...]


def read_typed(text: str) -> TypedWords:
    """Return the words of a text, one on each line or with spaces between."""
    typed = list(dict.fromkeys(unicodedata.normalize("NFKC", text).split()))
    if len(typed) > MOST_AT_ONCE:
        return TypedWords((), (_("一次最多加 %(count)d 个词。") % {"count": MOST_AT_ONCE},))
    known = set(DictionaryWord.objects.filter(word__in=typed).values_list("word", flat=True))
    named = {name for model in _NAMED for name in model.objects.filter(name__in=typed).values_list("name", flat=True)}
    problems = {word: _check(word, known, named) for word in typed}
    return TypedWords(tuple(word for word in typed if not problems[word]), tuple(filter(None, problems.values())))


def _check(word: str, known: Iterable[str], named: Iterable[str]) -> str:
    if not SHORTEST <= len(word) <= LONGEST:
        return _("“%(word)s”：一个词要有 %(shortest)d 到 %(longest)d 个字。") % {
            "word": word[: LONGEST + 1],
            "shortest": SHORTEST,
            "longest": LONGEST,
        }
    if not word.isalnum():
        return _("“%(word)s”里有标点，不是一个词。") % {"word": word}
    if word in known:
        return _("“%(word)s”已经在词典里。") % {"word": word}
    if word in named:
        return _("“%(word)s”是项目、地区或报纸的名字，本来就算一个词。") % {"word": word}
    return ""


def add_words(words: Iterable[str], note: str, user: User) -> None:
    """Add words with a note; all or none."""
    with transaction.atomic():
        for word in words:
            new = DictionaryWord(word=word, note=note)
            new._history_user = user  # type: ignore[attr-defined]
            new.save()


def change_note(word: DictionaryWord, note: str, user: User) -> bool:
    """Change the note of a word; return whether it is another one."""
    if word.note == note:
        return False
    word.note = note
    word._history_user = user  # type: ignore[attr-defined]
    word.save()
    return True


def remove_word(word: DictionaryWord, user: User) -> None:
    """Take a word out of the dictionary."""
    word._history_user = user  # type: ignore[attr-defined]
    word.delete()
