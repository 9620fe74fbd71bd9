"""A query as typed -> queries that may have been meant, the likeliest first."""

import re
import string
from collections.abc import Callable, Iterable, Iterator

from search.fold import fold_character
from search.readings import plain
from search.spelling.letters import replace_letters, replace_mixed
from search.spelling.replacements import Replacement, replace_characters

LONGEST_GUESSED = 60
MOST_GUESSES = 5

# What is excluded is left as typed, and so are operators and the names of fields.
_CHARACTERS = re.compile(r"(?<![-－])(?<![\u3400-\u9fff])[\u3400-\u9fff]{2,}(?![\u3400-\u9fff]*[:：])")
_LETTERS = re.compile(r"(?<![-－A-Za-zü0-9_])[A-Za-zü']+(?:\s+[A-Za-zü']+)*(?![A-Za-zü0-9_:：])")
_MIXED = re.compile(
    r"(?<![-－\w])(?:[\u3400-\u9fff]+(?=[A-Za-zü'])|[A-Za-zü']+(?=[\u3400-\u9fff]))[\u3400-\u9fffA-Za-zü']+(?![\w:：])"
)
_HALF_WIDTH = {ord(letter) + 0xFEE0: letter for letter in string.ascii_letters}
# A character of a date is no part of a name behind it: 9月送清凉.
_OF_A_DATE = re.compile(r"(?<=[0-9０-９])[年月日]")
_OPERATORS = re.compile(r"\b(?:OR|NOT|AND)\b")


def guess_queries(text: str, is_held: Callable[[str], bool] = lambda run: False) -> list[str]:
    """Return other queries: one with all that seems misspelt replaced, then those with one piece replaced.

    A run of characters or of letters that the archive holds as it is was meant; `is_held` tells.
    """
    if len(text) > LONGEST_GUESSED:
        return []
    replacements = sorted(find_replacements(text, is_held), key=lambda each: (each.cost, each.start, each.word))
    single = [[replacement] for replacement in replacements[:MOST_GUESSES]]
    guesses = dict.fromkeys(_apply(text, chosen) for chosen in [_choose(replacements), *single])
    return [guess for guess in guesses if guess != text][:MOST_GUESSES]


def find_replacements(text: str, is_held: Callable[[str], bool]) -> Iterator[Replacement]:
    """Yield words for any stretch of a query that the archive does not hold as it is."""
    plain_text = _OF_A_DATE.sub(" ", text.translate(_HALF_WIDTH))
    for run in (run for pattern in (_CHARACTERS, _LETTERS, _MIXED) for run in pattern.finditer(plain_text)):
        if (replacements := _replace_run(run)) and not is_held(run.group()):
            yield from replacements


def _replace_run(run: re.Match[str]) -> list[Replacement]:
    typed, start, end = run.group(), run.start(), run.end()
    if run.re is _MIXED:
        return replace_mixed(typed, start, end)
    if run.re is _LETTERS:
        return [] if _OPERATORS.search(typed) else replace_letters(plain(typed.replace("'", "")), start, end)
    folded = "".join(map(fold_character, typed))
    return replace_characters(folded, start) if len(folded) == len(typed) else []


def _choose(replacements: Iterable[Replacement]) -> list[Replacement]:
    """Return the likeliest replacements that can be made at once."""
    chosen: list[Replacement] = []
    for replacement in replacements:
        if not any(replacement.overlaps(other) for other in chosen):
            chosen.append(replacement)
    return chosen


def _apply(text: str, replacements: Iterable[Replacement]) -> str:
    for replacement in sorted(replacements, key=lambda each: each.start, reverse=True):
        text = text[: replacement.start] + replacement.word + text[replacement.end :]
    return text
