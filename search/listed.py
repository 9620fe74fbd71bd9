"""The reports of an answer -> what a list shows of each: headings, snippet and marks, its versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.body import printed_text
from archive.models import Article
from search.find import Answer
from search.folding import fold_versions
from search.marking import marked_url
from search.snippet import Fragment, make_snippet, mark_text


@dataclass(frozen=True, slots=True)
class Hit:
    """One report of the list, its other versions folded into it.

    `byline`, with a dateline that is not in the body, is there only where it holds a mark.
    """

    article: Article
    url: str
    kicker: tuple[Fragment, ...]
    headline: tuple[Fragment, ...]
    subhead: tuple[Fragment, ...]
    byline: tuple[Fragment, ...]
    snippet: tuple[Fragment, ...]
    others: tuple["Hit", ...] = ()

    @property
    def version_count(self) -> int:
        """The number of versions of the report that are in the list."""
        return 1 + len(self.others)


@dataclass(frozen=True, slots=True)
class InPart:
    """Reports that hold some of the words, below the few that hold all: so many in all, and the nearest.

    A version of a report above is not told again.
    """

    total: int
    hits: tuple[Hit, ...]

    @property
    def listed(self) -> int:
        """The number of reports that are listed, each version counted."""
        return sum(hit.version_count for hit in self.hits)


def build_hit(versions: Sequence[Article], answer: Answer) -> Hit:
    """Return a report with its versions, marked by what an answer was asked for."""
    article, *others = versions
    runs = answer.parsed.runs
    byline = mark_text(f"{article.byline} {article.separate_dateline}".strip(), runs)
    return Hit(
        article=article,
        url=marked_url(article, answer.request, answer.is_relaxed),
        kicker=mark_text(article.kicker, runs),
        headline=mark_text(article.display_headline, runs),
        subhead=mark_text(article.subhead, runs),
        byline=byline if any(piece.is_mark for piece in byline) else (),
        snippet=make_snippet(printed_text(article.body), runs),
        others=tuple(build_hit([other], answer) for other in others),
    )


def build_in_part(answer: Answer, in_part: Answer) -> InPart:
    """Return what stands below the hits of an answer."""
    above = [article for article, _score in answer.hits]
    groups = fold_versions([*above, *(article for article, _score in in_part.hits)])
    below = [versions for versions in groups if versions[0] not in above]
    return InPart(in_part.total, tuple(build_hit(versions, in_part) for versions in below))
