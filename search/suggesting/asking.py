"""What a person has typed so far -> what they may mean, in groups, few of each.

Every candidate is looked up in the archive as it is now: a key that is out of date leads nowhere, and nothing that
readers may not see is ever suggested.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from archive.models import Article
from search.models import SuggestionKind
from search.queries.popular import popular_queries
from search.readings import plain
from search.request import SearchRequest
from search.suggesting.candidates import find_by_key, find_headlines, has_reports
from search.suggesting.keys import LONGEST_KEY
from search.suggesting.names import find_names
from search.suggesting.typed import Typed, split_typed

MOST_OF_A_KIND = 4
_MOST_BEHIND_WORDS = 2  # each is searched for together with the words
_LOOKED_UP = 2 * MOST_OF_A_KIND  # some may have gone from the archive
_NAMES = (SuggestionKind.PROGRAMME, SuggestionKind.REGION, SuggestionKind.PERSON)
_READ = re.compile(r"(?=.*[a-z])[a-z0-9]{2,}")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name to choose; `alias` is the other name that it was found by, `detail` tells it from its namesakes."""

    label: str
    url: str
    alias: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SuggestionGroup:
    """The suggestions of one kind."""

    kind: SuggestionKind
    suggestions: tuple[Suggestion, ...]


def find_suggestions(text: str, engine: str = "default") -> tuple[SuggestionGroup, ...]:
    """Return the groups that have anything to suggest; none for what is too long to be the beginning of a name.

    Where no name begins with all that was typed, one may begin with the last piece of it.
    """
    if not 0 < len(plain(text)) <= LONGEST_KEY:
        return ()
    typed = Typed(text)
    found = _suggest_names(typed, engine)
    if not any(found.values()) and (last := split_typed(text)):
        typed = last
        found = _suggest_names(typed, engine)
    spelt = typed.spell()
    found[SuggestionKind.QUERY] = _suggest_queries(text, [typed.join(word) for word in spelt])
    found[SuggestionKind.HEADLINE] = _suggest_headlines(text, typed, spelt, engine)
    return tuple(
        SuggestionGroup(kind, tuple(suggestions[:MOST_OF_A_KIND])) for kind, suggestions in found.items() if suggestions
    )


def _suggest_names(typed: Typed, engine: str) -> dict[SuggestionKind, list[Suggestion]]:
    return {kind: list(islice(_suggest_kind(kind, typed, engine), MOST_OF_A_KIND)) for kind in _NAMES}


def _suggest_kind(kind: SuggestionKind, typed: Typed, engine: str) -> Iterator[Suggestion]:
    """Yield what leads to a report: beside words, a name may have none with them, and only the first are searched."""
    names = find_names(kind, typed)
    for name in islice(names, _MOST_BEHIND_WORDS) if typed.before else names:
        request = SearchRequest(text=typed.before).choose(name.facet, [name.value])
        if not typed.before or has_reports(request, engine):
            yield Suggestion(typed.join(name.name), request.url, name.alias, name.detail)


def _suggest_queries(text: str, spelt: list[str]) -> list[Suggestion]:
    queries = dict.fromkeys([*popular_queries(text, MOST_OF_A_KIND), *spelt])
    return [Suggestion(query, SearchRequest(text=query).url) for query in queries]


def _suggest_headlines(text: str, typed: Typed, spelt: list[str], engine: str) -> list[Suggestion]:
    candidates = find_headlines(text, MOST_OF_A_KIND, engine)
    if not typed.before and _READ.fullmatch(typed.key):
        candidates += find_by_key(SuggestionKind.HEADLINE, typed.key, _LOOKED_UP)
    if len(candidates) < MOST_OF_A_KIND:
        candidates += [found for word in spelt for found in find_headlines(typed.join(word), MOST_OF_A_KIND, engine)]
    wanted = dict.fromkeys(int(candidate.target) for candidate in candidates)
    articles = Article.objects.shown().select_related("newspaper").defer("body").in_bulk(list(wanted))
    words = [plain(typed.text), *spelt]
    return [_suggest_article(articles[pk], words) for pk in wanted if pk in articles]


def _suggest_article(article: Article, words: list[str]) -> Suggestion:
    """Show the kicker too where a word stands in it and none in the headline."""
    kicker, headline = plain(article.kicker), plain(article.headline)
    is_in_kicker = any(word in kicker for word in words) and not any(word in headline for word in words)
    label = f"{article.kicker} {article.display_headline}" if is_in_kicker else article.display_headline
    source = f"{article.newspaper or ''} {article.display_date}".strip()
    return Suggestion(label, article.get_absolute_url(), detail=source)
