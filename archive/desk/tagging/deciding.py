"""Tagging: articles and a vocabulary -> the links to programmes that it gives them and those that it takes away."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.desk.tagging.words import words_of
from archive.desk.vocabulary import Vocabulary
from archive.extraction.programmes import FoundProgramme, find_programmes
from archive.models import Article, ArticleInitiative


@dataclass(frozen=True, slots=True)
class Tagging:
    """What becomes of an article's links: `kept` are those of names not found that a person stands for."""

    article: Article
    added: tuple[FoundProgramme, ...]
    removed: tuple[ArticleInitiative, ...]
    kept: tuple[ArticleInitiative, ...]

    @property
    def is_change(self) -> bool:
        """Whether any link changes."""
        return bool(self.added or self.removed)

    @property
    def keys(self) -> frozenset[int]:
        """The keys of all programmes that there is something to say of."""
        return self.changed_keys | {link.initiative_id for link in self.kept}

    @property
    def changed_keys(self) -> frozenset[int]:
        """The keys of the programmes that are added or taken away."""
        return frozenset((*(one.key for one in self.added), *(link.initiative_id for link in self.removed)))

    def without(self, keys: frozenset[int]) -> "Tagging":
        """Return what becomes of the links to other programmes than these."""
        return Tagging(
            self.article,
            tuple(one for one in self.added if one.key not in keys),
            tuple(link for link in self.removed if link.initiative_id not in keys),
            tuple(link for link in self.kept if link.initiative_id not in keys),
        )


def decide_tags(articles: Sequence[Article], keys: frozenset[int], vocabulary: Vocabulary) -> Iterator[Tagging]:
    """Yield what becomes of the links of each article to some programmes; other links are left alone.

    A link that a person confirmed stays, and so does one without words of the article, which only a person makes. A
    programme that a person took away from an article is not added to it again.
    """
    taken_away = _find_taken_away(articles, keys)
    for article in articles:
        found = _find_in(article, vocabulary)
        linked = {link.initiative_id for link in article.programmes}
        lost = [link for link in article.programmes if link.initiative_id in keys and link.initiative_id not in found]
        yield Tagging(
            article,
            added=tuple(
                one
                for key, one in found.items()
                if key in keys and key not in linked and (article.pk, key) not in taken_away
            ),
            removed=tuple(link for link in lost if not _is_persons(link)),
            kept=tuple(link for link in lost if _is_persons(link)),
        )


def _is_persons(link: ArticleInitiative) -> bool:
    return link.is_confirmed or not link.evidence


def _find_in(article: Article, vocabulary: Vocabulary) -> dict[int, FoundProgramme]:
    """Return the programmes that an article names, by key; a local one counts where it belongs to one of its places."""
    text = words_of(article)
    found: dict[int, FoundProgramme] = {}
    for place in [place.codes[-1] for place in article.places] or [""]:
        for one in find_programmes(text, vocabulary.programmes, place, vocabulary.gazetteer):
            found.setdefault(one.key, one)
    return found


def _find_taken_away(articles: Iterable[Article], keys: Iterable[int]) -> frozenset[tuple[int, int]]:
    """Return the pairs of article and programme of which the last that is known is that a person parted them."""
    versions = (
        ArticleInitiative.history.filter(article_id__in=[article.pk for article in articles], initiative_id__in=keys)
        .order_by("history_id")
        .values_list("article_id", "initiative_id", "history_type", "history_user")
    )
    last = {(article, key): (kind, user) for article, key, kind, user in versions}
    return frozenset(pair for pair, (kind, user) in last.items() if kind == "-" and user)
