"""A query tree -> the same, where words that name something match its other names too."""

from collections.abc import Iterator
from dataclasses import dataclass

from whoosh import query

from search.fold import SEPARATOR
from search.literals import Literal, Name, NameWithin, OtherName, Widened, Words
from search.other_names import OtherNames, fold_name, key_of

_LONGEST_TEXT = 60  # characters of a word as typed in which names are looked for
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class AlsoSearched:
    """A name that was typed, folded, and the other names that were searched too, as printed."""

    name: str
    others: tuple[str, ...]


def is_name(text: str, names: OtherNames) -> bool:
    """Return whether a query as typed is, as a whole, a name: 当好主力军 建功“十二五”. One in quotes is a run."""
    return text[0].isalnum() and bool(names.of(fold_name(text)))


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
    is_whole = pieces == [words.text]
    renamed = {piece: list(_name_otherwise(piece, words.in_headline, names)) for piece in pieces if piece in names}
    others = [other for each in renamed.values() for other in each]
    if not renamed or (is_whole and not others):
        return words
    added.update(dict.fromkeys(AlsoSearched(name, names.of(name)) for name in renamed if names.of(name)))
    return Widened(
        Name(words.text, words.in_headline, is_whole and names.is_abbreviation(words.text)),
        [_rename(words, pieces, renamed)] if others else [],
        [] if is_whole else [_name_within(name, words, names, bool(renamed[name])) for name in renamed],
        others,
    )


def _name_within(name: str, words: Words, names: OtherNames, has_others: bool) -> NameWithin:
    return NameWithin(name, words.in_headline, names.is_abbreviation(name), has_others)


def _rename(words: Words, pieces: list[str], renamed: dict[str, list[OtherName]]) -> query.Query:
    """Return the query of words with other names in the place of some; a sentence stays in one piece."""
    if pieces == [words.text]:
        return query.Or(renamed[words.text])
    if words.is_sentence:
        texts = [words.text.replace(name, other.run) for name, others in renamed.items() for other in others]
        return query.Or([Literal(text, words.in_headline) for text in texts])
    parts = [Words(piece, words.in_headline) for piece in pieces]
    return query.And([query.Or([part, *renamed.get(part.text, [])]) for part in parts])


def _name_otherwise(name: str, in_headline: bool, names: OtherNames) -> Iterator[OtherName]:
    """Yield the other names of a name, each as it is printed and without the punctuation within it."""
    runs = [run for other in names.of(name) for run in (fold_name(other), key_of(fold_name(other)))]
    for run in dict.fromkeys([*runs, key_of(name)]):
        if run != name:
            yield OtherName(run, in_headline, names.is_abbreviation(run))


def _cut_at_names(text: str, names: OtherNames) -> list[str]:
    """Return the names in a text, the longest of overlapping ones, and what stands around them."""
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
