"""Segmentation: an article's lines in the order of the print, and where sentences go on -> the order of reading.

A page is read by columns, so an article arrives in runs of lines that belong together. A run is cut where a sentence
goes on elsewhere; runs are chained by joins; the chain with the beginning comes first, the others follow as printed,
from there on and then from the top of the article.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from archive.segmentation.beginning import Printed
from archive.segmentation.signs import is_complete

Run = tuple[int, ...]


def order_lines(printed: Printed, beginning: int) -> tuple[int, ...]:
    """Return the places of an article's lines in reading order, its beginning known."""
    runs = _cut_runs(printed, beginning)
    chains = _chain_runs(runs, printed.joins)
    first = next((at for at, chain in enumerate(chains) if any(beginning in run for run in chain)), 0)
    return tuple(line for chain in (*chains[first:], *chains[:first]) for run in chain for line in run)


def _cut_runs(printed: Printed, beginning: int) -> tuple[Run, ...]:
    """Return the runs of lines that were printed and are read one below the other."""
    cuts = {beginning} | {cut for one, other in printed.joins.items() if other != one + 1 for cut in (one + 1, other)}
    runs = _cut(len(printed.lines), cuts)
    while circle := _find_circle(runs, printed.joins):
        cut = _find_seam(printed, circle)
        if not cut:
            break
        cuts.add(cut)
        runs = _cut(len(printed.lines), cuts)
    return runs


def _cut(length: int, cuts: set[int]) -> tuple[Run, ...]:
    """Return the runs between cuts; a cut stands before the line of its number."""
    edges = sorted({0, length} | {cut for cut in cuts if 0 < cut < length})
    return tuple(tuple(range(one, other)) for one, other in pairwise(edges))


def _find_circle(runs: Sequence[Run], joins: Mapping[int, int]) -> tuple[Run, ...]:
    """Return runs of which each goes on with the next and the last with the first, if there are any."""
    by_first = {run[0]: run for run in runs}
    for run in runs:
        circle = [run]
        while following := by_first.get(joins.get(circle[-1][-1], -1)):
            if following == run:
                return tuple(circle)
            if following in circle:
                break
            circle.append(following)
    return ()


def _find_seam(printed: Printed, circle: Sequence[Run]) -> int:
    """Return where a circle of runs can be cut: under text that has ended, rather over a crosshead, the last one."""
    seams = [
        at
        for run in circle
        for at in run[1:]
        if at - 1 not in printed.crossheads and is_complete(printed.lines[at - 1].text)
    ]
    return max(seams, key=lambda at: (at in printed.crossheads, at), default=0)


def _chain_runs(runs: Sequence[Run], joins: Mapping[int, int]) -> tuple[tuple[Run, ...], ...]:
    """Return the runs chained by joins, in the order in which the chains' first runs were printed."""
    by_first = {run[0]: run for run in runs}
    following = {run: by_first[joins[run[-1]]] for run in runs if joins.get(run[-1]) in by_first}
    targets = set(following.values())
    chains: list[tuple[Run, ...]] = []
    chained: set[Run] = set()
    # Runs of a circle that could be cut nowhere follow nothing else; the first printed begins.
    for run in (*(run for run in runs if run not in targets), *runs):
        chain = []
        at: Run | None = run
        while at is not None and at not in chained:
            chain.append(at)
            chained.add(at)
            at = following.get(at)
        if chain:
            chains.append(tuple(chain))
    return tuple(sorted(chains))
