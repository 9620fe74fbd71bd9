"""A query tree -> the query as the engines, the ranking and the marks take it, and the same asking for less."""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from whoosh import query

from search.literals import Leaf, Literal, NameRun, Widened, Words, is_soft, loose_runs
from search.widening import AlsoSearched


class Note(StrEnum):
    """What a reader has to be told about a query."""

    NOTHING_TO_SEARCH = "nothing to search"
    CUT_SHORT = "cut short"
    UNKNOWN_REGION = "unknown region"
    UNKNOWN_INITIATIVE = "unknown initiative"
    NO_YEAR = "no year"


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query read: `tree` says which reports match; the leaves say what to rank by and what to mark."""

    text: str
    tree: query.Query
    leaves: tuple[Leaf, ...] = ()
    notes: tuple[tuple[Note, str], ...] = ()
    also_searched: tuple[AlsoSearched, ...] = ()
    is_relaxed: bool = False

    @property
    def runs(self) -> tuple[str, ...]:
        """The folded runs to mark in a report, each once."""
        return tuple(dict.fromkeys(run for leaf in self.leaves for run in self._marked_runs(leaf)))

    def _marked_runs(self, leaf: Leaf) -> list[str]:
        if self.is_relaxed and is_soft(leaf):
            return [*([leaf.run] if isinstance(leaf, Literal) else []), *(part.run for part in loose_runs(leaf))]
        return _join_singles(leaf) if isinstance(leaf, Words) else [leaf.run]

    @property
    def can_relax(self) -> bool:
        """Whether less could be asked for."""
        typed = [leaf for leaf in self.leaves if not isinstance(leaf, NameRun)]
        soft = list(filter(is_soft, typed))
        parts = sum(max(len(list(leaf.children())), len(loose_runs(leaf))) for leaf in soft)
        return bool(soft) and parts + len(typed) - len(soft) > 1

    @property
    def plain_words(self) -> tuple[Words, ...]:
        """The words of a query of nothing else; none where quotes, fields or operators are meant as written."""
        leaves = self.tree.subqueries if type(self.tree) is query.And else [self.tree]
        words = [leaf.words if isinstance(leaf, Widened) else leaf for leaf in leaves]
        is_plain = all(isinstance(each, Words) and not each.in_headline for each in words)
        return tuple(words) if is_plain else ()

    def relax(self) -> "ParsedQuery":
        """Return the query that asks for any of its words; quoted runs, exclusions and fields stay as asked."""
        return replace(self, tree=_relax(self.tree), is_relaxed=True)


def _join_singles(words: Words) -> list[str]:
    """Return the runs to mark of a word as typed: a character that the cut left over only beside its neighbours.

    送清凉 is 送 and 清凉 to the search, but a 送 anywhere in a text tells a reader nothing.
    """
    parts = [part.run for part in words.children()]
    longer = [part for part in parts if len(part) > 1]
    joined = [f"{one}{other}" for one, other in pairwise(parts) if 1 in (len(one), len(other))]
    return [*longer, *(run for run in joined if run in words.text)] if longer else parts


def _relax(tree: query.Query) -> query.Query:
    if is_soft(tree):
        return query.Or(loose_runs(tree))
    if isinstance(tree, Literal) or tree.is_leaf() or isinstance(tree, query.Not):
        return tree
    children = list(tree.children())
    if not isinstance(tree, query.And):
        return type(tree)([_relax(child) for child in children])
    runs = [run for child in children if is_soft(child) for run in loose_runs(child)]
    others = [_relax(child) for child in children if not is_soft(child)]
    needed = _choose_needed(runs, [child for child in others if isinstance(child, Literal)])
    return query.And([*others, query.Or(needed)] if needed else others)


def _choose_needed(runs: list[Literal], quoted: list[Literal]) -> list[Literal]:
    """Return the runs of which a report has to hold one.

    What was asked of headlines stays there, as other fields do. Beside it, and beside a quoted run, which is there,
    other words only rank.
    """
    in_headline = [run for run in runs if run.in_headline]
    if in_headline and not any(run.in_headline for run in quoted):
        return in_headline
    return [] if quoted or in_headline else runs
