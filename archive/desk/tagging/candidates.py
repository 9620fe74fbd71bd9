"""Tagging: names of programmes -> the articles whose words may hold one of them, found in one walk over all."""

import re
from collections.abc import Iterable

from archive.extraction.programmes import fold
from archive.models import Article

# What folding leaves out may stand between any two characters of a name.
_BETWEEN = r"[\W_]*"
_FULL_WIDTH = 0xFEE0
_ROWS_AT_ONCE = 500


def find_candidates(names: Iterable[str]) -> list[int]:
    """Return the keys of the articles to look at, the newest first.

    It is a wide net: whether an article names a programme is for `find_programmes` to say.
    """
    folded = [fold(name).text for name in names]
    wanted = [name for name in folded if len(name) > 1]
    if not wanted:
        return []
    holds = re.compile("|".join(map(_pattern_of, wanted))).search
    rows = Article.objects.order_by("-pk").values_list("pk", "kicker", "headline", "subhead", "body")
    return [pk for pk, *texts in rows.iterator(chunk_size=_ROWS_AT_ONCE) if any(map(holds, texts))]


def _pattern_of(folded: str) -> str:
    return _BETWEEN.join(map(_forms_of, folded))


def _forms_of(character: str) -> str:
    """Return a pattern of the forms that fold to a character: large and small, wide and narrow."""
    forms = {character, character.upper()} if character.isascii() else {character}
    wide = {chr(ord(form) + _FULL_WIDTH) for form in forms if "!" <= form <= "~"}
    return f"[{''.join(map(re.escape, sorted(forms | wide)))}]" if wide else re.escape(character)
