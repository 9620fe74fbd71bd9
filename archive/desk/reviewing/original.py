"""The desk: an article's comparison with its page -> the page's lines beside it, those of other articles folded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from archive.desk.reviewing.comparison import Comparison
from archive.desk.reviewing.printed import PrintedLine
from archive.models import Article, Split

# So many printed lines from one of the article's a line is still near it.
_NEAR = 4
# So many characters of folded lines are sent along; of a page that has more, the rest is only counted.
_LONGEST_FOLDED = 60_000


class LineKind(StrEnum):
    """What became of a printed line."""

    OWN = "own"
    COPY = "copy"
    NOISE = "noise"
    UNUSED = "unused"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that follow each other on the page and became the same.

    `article` is whose they are, of another's. A run that is folded may come without its lines.
    """

    kind: LineKind
    count: int
    lines: tuple[PrintedLine, ...]
    article: Article | None
    is_folded: bool


@dataclass(frozen=True, slots=True)
class _Sort:
    """What lines of one run have in common."""

    kind: LineKind
    owner: int | None
    is_near: bool


def find_runs(comparison: Comparison, article: Article) -> tuple[Run, ...]:
    """Return the lines of the page in print order.

    Shown are the article's own, what repeats them, and what is near them and in no article. What was marked as
    noise in the split is told apart from what nobody took.
    """
    near = _find_near(comparison)
    noise = _find_noise(article)
    owners = Article.objects.in_bulk({key for line in comparison.lines for key in line.owners})
    runs: list[Run] = []
    room = _LONGEST_FOLDED
    for sort, group in groupby(comparison.lines, lambda line: _sort(line, article, comparison.own, near, noise)):
        lines = tuple(group)
        is_folded = sort.kind is LineKind.OTHER or not sort.is_near
        if is_folded:
            room -= sum(len(line.text) for line in lines)
        shown = () if is_folded and room < 0 else lines
        runs.append(Run(sort.kind, len(lines), shown, _owner(sort, owners), is_folded))
    return tuple(runs)


def find_unused(runs: Iterable[Run]) -> tuple[int, ...]:
    """Return the numbers of the lines near the article that are in no article."""
    unused = (run for run in runs if run.kind is LineKind.UNUSED and not run.is_folded)
    return tuple(line.number for run in unused for line in run.lines)


def _find_near(comparison: Comparison) -> frozenset[int]:
    """Return the numbers of the lines that stand between the article's own, or a few lines from one."""
    own = [place for place, line in enumerate(comparison.lines) if line.number in comparison.own]
    if not own:
        return frozenset(line.number for line in comparison.lines)
    near = comparison.lines[max(0, own[0] - _NEAR) : own[-1] + _NEAR + 1]
    return frozenset(line.number for line in near)


def _find_noise(article: Article) -> frozenset[int]:
    """Return the numbers of the lines that were marked as noise when the article's page was split."""
    drafts = Split.objects.filter(page=article.page_id).values_list("draft", flat=True)
    return frozenset(line for draft in drafts for line, *_ in draft["noise"])


def _sort(
    line: PrintedLine, article: Article, own: frozenset[int], near: frozenset[int], noise: frozenset[int]
) -> _Sort:
    if line.number in own:
        return _Sort(LineKind.OWN, None, is_near=True)
    if article.pk in line.owners:
        return _Sort(LineKind.COPY, None, is_near=True)
    if line.owners:
        return _Sort(LineKind.OTHER, min(line.owners), is_near=False)
    kind = LineKind.NOISE if line.number in noise else LineKind.UNUSED
    return _Sort(kind, None, is_near=line.number in near)


def _owner(sort: _Sort, owners: Mapping[int, Article]) -> Article | None:
    return owners.get(sort.owner) if sort.owner else None
