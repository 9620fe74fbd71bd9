"""Tagging: a change of a programme -> what it would do to the articles, counted and shown before it is made."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from archive.desk.tagging.candidates import find_candidates
from archive.desk.tagging.deciding import Tagging, decide_tags
from archive.desk.tagging.words import Excerpt, show_in_context, words_of
from archive.desk.vocabulary import Vocabulary
from archive.extraction.programmes import Programme, fold
from archive.models import Article, ArticleInitiative

# So many articles are looked at while a person waits; the job looks at the others.
MOST_LOOKED_AT = 500
_BATCH = 100


@dataclass(frozen=True, slots=True)
class ProgrammeChange:
    """A programme before and after a change: None before it is there, and after it is gone."""

    before: Programme | None
    after: Programme | None

    @property
    def key(self) -> int:
        """The programme's key."""
        programme = self.after or self.before
        return programme.key if programme else 0

    @property
    def is_of_names_alone(self) -> bool:
        """Whether names came or went and nothing else did."""
        if self.before is None or self.after is None or self.before.names == self.after.names:
            return False
        return replace(self.before, names=()) == replace(self.after, names=())

    @property
    def names(self) -> frozenset[str]:
        """The names to look for: those that came or went, or all where that is not all that changed."""
        before, after = (set(one.names) if one else set() for one in (self.before, self.after))
        return frozenset(before ^ after if self.is_of_names_alone else before | after)


class PlannedArticle(NamedTuple):
    """An article to be tagged anew, and for which programmes."""

    key: int
    headline: str
    programmes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """A link of an article to a programme that would come, go or stay, and the words that it rests on."""

    article: Article
    programme: str
    words: str

    @property
    def excerpt(self) -> Excerpt:
        """The words as they stand in the article."""
        return show_in_context(self.words, words_of(self.article))


@dataclass(frozen=True, slots=True)
class RetagPlan:
    """What a change would do; of the `unseen` articles only the job will know, `touched` are the programmes there."""

    seen: tuple[PlannedArticle, ...]
    added: tuple[Tag, ...]
    removed: tuple[Tag, ...]
    kept: tuple[Tag, ...]
    unseen: tuple[int, ...]
    touched: tuple[int, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be done."""
        return not (self.seen or self.unseen)

    def articles(self) -> Iterator[PlannedArticle]:
        """Yield all articles to be tagged anew, the newest first."""
        yield from self.seen
        for article in Article.objects.filter(pk__in=self.unseen).only("pk", "headline", "body").order_by("-pk"):
            yield PlannedArticle(article.pk, article.display_headline, self.touched)


def plan_retag(change: ProgrammeChange, vocabulary: Vocabulary) -> RetagPlan:
    """Return what a change would do to all articles. `vocabulary` is the one before it or after it."""
    others = tuple(one for one in vocabulary.programmes if one.key != change.key)
    before, after = (
        replace(vocabulary, programmes=(*others, one) if one else others) for one in (change.before, change.after)
    )
    neighbours = _find_neighbours(change.names, others)
    candidates = _find_articles(change)
    taggings = list(_look_at(candidates[:MOST_LOOKED_AT], change.key, neighbours, before, after))
    names = {one.key: one.names[0] for one in (*before.programmes, *after.programmes)}
    return RetagPlan(
        seen=tuple(
            PlannedArticle(one.article.pk, one.article.display_headline, tuple(sorted(one.changed_keys)))
            for one in taggings
            if one.is_change
        ),
        added=tuple(Tag(one.article, names[new.key], new.evidence) for one in taggings for new in one.added),
        removed=tuple(_tags_of(taggings, names, lambda one: one.removed)),
        kept=tuple(_tags_of(taggings, names, lambda one: one.kept)),
        unseen=tuple(candidates[MOST_LOOKED_AT:]),
        touched=tuple(sorted({change.key, *neighbours})),
    )


def _tags_of(
    taggings: Iterable[Tagging], names: Mapping[int, str], links_of: Callable[[Tagging], Iterable[ArticleInitiative]]
) -> Iterator[Tag]:
    for one in taggings:
        for link in links_of(one):
            yield Tag(one.article, names[link.initiative_id], link.evidence)


def _find_neighbours(names: Iterable[str], programmes: Iterable[Programme]) -> frozenset[int]:
    """Return the keys of programmes of which a name may stand in the same characters as one of the names."""
    folded = [fold(name).text for name in names]
    return frozenset(
        one.key
        for one in programmes
        if any(_can_overlap(fold(other).text, name) for other in one.names for name in folded)
    )


def _can_overlap(one: str, other: str) -> bool:
    if one in other or other in one:
        return True
    shorter = min(len(one), len(other))
    return any(one.endswith(other[:size]) or other.endswith(one[:size]) for size in range(1, shorter))


def _find_articles(change: ProgrammeChange) -> list[int]:
    """Return the keys of the articles that the change may touch, the newest first."""
    keys = find_candidates(change.names)
    if change.is_of_names_alone:
        return keys
    linked = ArticleInitiative.objects.filter(initiative=change.key).values_list("article", flat=True)
    return sorted({*keys, *linked}, reverse=True)


def _look_at(
    keys: list[int], changed: int, neighbours: frozenset[int], before: Vocabulary, after: Vocabulary
) -> Iterator[Tagging]:
    """Yield what the change does to each article.

    What would become of a neighbour's links without the change too, is none of its doing.
    """
    for start in range(0, len(keys), _BATCH):
        found = Article.objects.with_relations().filter(pk__in=keys[start : start + _BATCH]).order_by("-pk")
        taggings = list(decide_tags(list(found), neighbours | {changed}, after))
        doubtful = [one.article for one in taggings if one.keys - {changed}]
        anyway = {one.article.pk: one.keys for one in decide_tags(doubtful, neighbours, before)}
        yield from (one.without(anyway.get(one.article.pk, frozenset())) for one in taggings)
