"""An answer -> the reports of its page, each with its versions, also those that the list has on other pages."""

from dataclasses import dataclass

from archive.models import Article
from search.families import find_families
from search.fields import ID
from search.find import Answer, find_keys
from search.folding import fold_versions
from search.hits import load_hits


@dataclass(frozen=True, slots=True)
class FoldedPage:
    """The reports of a page, each with its versions; `elsewhere`: so many are versions of one on an earlier page."""

    groups: tuple[list[Article], ...]
    elsewhere: int = 0


def fold_page(answer: Answer) -> FoldedPage:
    """Fold the versions of a report into the first of them that the list has.

    Every report of the list is on one of its pages, as a hit or as a version of one.
    """
    page = [article for article, _score in answer.hits]
    group_of = _fold_families(answer, page) if answer.total > len(page) else {}
    alone = fold_versions(article for article in page if article.pk not in group_of)
    group_of |= {article.pk: group for group in alone for article in group}
    groups = tuple(group_of[article.pk] for article in page if group_of[article.pk][0].pk == article.pk)
    on_page = {article.pk for article in page}
    return FoldedPage(groups, sum(group_of[key][0].pk not in on_page for key in on_page))


def _fold_families(answer: Answer, page: list[Article]) -> dict[int, list[Article]]:
    """Return the group of each report of a family that the list has on several pages."""
    loaded = {article.pk: article for article in page}
    families = [family for family in find_families(loaded.keys()) if not family <= loaded.keys()]
    if not families:
        return {}
    asked = answer.request.choose(ID, (str(key) for family in families for key in family))
    ranked = find_keys(asked, answer.is_relaxed)
    loaded |= load_hits(key for key in ranked if key not in loaded)
    order = {key: place for place, key in enumerate(ranked) if key in loaded}
    groups = (
        fold_versions(loaded[key] for key in sorted(family & order.keys(), key=order.__getitem__))
        for family in families
    )
    return {article.pk: group for folded in groups for group in folded for article in group}
