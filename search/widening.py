"""A query tree -> the same, where words that name something match its other names too."""

from dataclasses import dataclass

from whoosh import query

from search.fold import SEPARATOR, fold
from search.literals import Name, OtherName, Widened, Words
from search.other_names import OtherNames

_LONGEST_TEXT = 60  # characters of a word as typed in which names are looked for
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class AlsoSearched:
    """A name that was typed, folded, and the other names that were searched too, as printed."""

    name: str
    others: tuple[str, ...]


def is_name(text: str, names: OtherNames) -> bool:
    """Return whether a query as typed is, as a whole, a name: 当好主力军 建功“十二五”. One in quotes is a run."""
    return text[0].isalnum() and fold(text).strip(SEPARATOR) in names


def widen_tree(tree: query.Query, names: OtherNames) -> tuple[query.Query, tuple[AlsoSearched, ...]]:
    """Return the widened tree and what was added. What is quoted, excluded or of a field stays as it was typed."""
    added: dict[AlsoSearched, None] = {}
    return _widen(tree, names, added), tuple(added)


def _widen(tree: query.Query, names: OtherNames, added: dict[AlsoSearched, None]) -> query.Query:
    if isinstance(tree, Words):
        return _widen_words(tree, names, added)
    if tree.is_leaf() or not isinstance(tree, query.And | query.Or) or not tree.subqueries:
        return tree
    if type(tree) not in (query.And, query.Or):
        return tree  # a quoted run
    return type(tree)([_widen(child, names, added) for child in tree.subqueries])


def _widen_words(words: Words, names: OtherNames, added: dict[AlsoSearched, None]) -> query.Query:
    pieces = _cut_at_names(words.text, names) if len(words.text) <= _LONGEST_TEXT else [words.text]
    parts: list[query.Query] = []
    others: list[OtherName] = []
    for piece in pieces:
        if piece not in names:
            parts.append(Words(piece, words.in_headline))
            continue
        added[AlsoSearched(piece, names[piece].others)] = None
        renamed = [_name_otherwise(name, words.in_headline, names) for name in names[piece].others]
        others += renamed
        parts.append(query.Or([Words(piece, words.in_headline), *renamed]) if len(pieces) > 1 else query.Or(renamed))
    if not others:
        return words
    is_abbreviation = words.text in names and names[words.text].is_abbreviation
    typed = Name(words.text, words.in_headline, is_abbreviation)
    return Widened(typed, query.And(parts) if len(parts) > 1 else parts[0], others)


def _name_otherwise(name: str, in_headline: bool, names: OtherNames) -> OtherName:
    run = fold(name.strip())
    return OtherName(run, in_headline, run in names and names[run].is_abbreviation)


def _cut_at_names(text: str, names: OtherNames) -> list[str]:
    """Return the names that have others in a text, the longest of overlapping ones, and what stands around them."""
    pieces: list[str] = []
    begin = place = 0
    while place < len(text):
        name = next(filter(names.__contains__, _runs_at(text, place)), "")
        if name:
            pieces += [text[begin:place], name]
            begin = place + len(name)
        place += len(name) or 1
    pieces.append(text[begin:])
    return [stripped for piece in pieces if (stripped := piece.strip(SEPARATOR))]


def _runs_at(text: str, place: int) -> list[str]:
    """Return the runs that begin at a place, the longest first."""
    return [text[place:end] for end in range(min(len(text), place + _LONGEST_NAME), place + 1, -1)]
