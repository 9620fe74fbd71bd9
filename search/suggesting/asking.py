"""What a person has typed so far -> what they may mean, in groups, few of each.

Every candidate is looked up in the archive as it is now: a key that is out of date leads nowhere, and nothing that
readers may not see is ever suggested.
"""

from dataclasses import dataclass
from itertools import islice

from django.db.models import Exists, OuterRef

from archive.models import Article, ArticlePerson, Initiative
from search.fields import BYLINE, PROGRAMME, REGION
from search.models import SuggestionKind
from search.queries.popular import popular_queries
from search.readings import plain
from search.regions import read_regions
from search.request import SearchRequest
from search.spelling.letters import spell
from search.suggesting.candidates import find_by_key, find_headlines
from search.suggesting.keys import LONGEST_KEY

MOST_OF_A_KIND = 4
_LOOKED_UP = 2 * MOST_OF_A_KIND  # some may have gone from the archive
_SHORTEST_READ = 2


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
    """Return the groups that have anything to suggest; none for what is too long to be the beginning of a name."""
    if not 0 < len(plain(text)) <= LONGEST_KEY:
        return ()
    spelt = _spell(text)
    found = {
        SuggestionKind.PROGRAMME: _suggest_programmes(text),
        SuggestionKind.REGION: _suggest_regions(text),
        SuggestionKind.PERSON: _suggest_people(text),
        SuggestionKind.QUERY: _suggest_queries(text, spelt),
        SuggestionKind.HEADLINE: _suggest_headlines(text, spelt, engine),
    }
    return tuple(
        SuggestionGroup(kind, tuple(suggestions[:MOST_OF_A_KIND])) for kind, suggestions in found.items() if suggestions
    )


def _suggest_programmes(text: str) -> list[Suggestion]:
    candidates = find_by_key(SuggestionKind.PROGRAMME, text, _LOOKED_UP)
    stored = Initiative.objects.in_bulk([int(candidate.target) for candidate in candidates])
    return [
        Suggestion(
            programme.name,
            SearchRequest().choose(PROGRAMME, [programme.slug]).url,
            candidate.alias,
            programme.get_category_display(),
        )
        for candidate in candidates
        if (programme := stored.get(int(candidate.target)))
    ]


def _suggest_regions(text: str) -> list[Suggestion]:
    regions = read_regions()
    return [
        Suggestion(
            region.name,
            SearchRequest().choose(REGION, [region.code]).url,
            "" if region.name.startswith(candidate.alias) else candidate.alias,
            " ".join(regions[code].name for code in region.above if code in regions),
        )
        for candidate in find_by_key(SuggestionKind.REGION, text, _LOOKED_UP)
        if (region := regions.get(candidate.target))
    ]


def _suggest_people(text: str) -> list[Suggestion]:
    names = (candidate.target for candidate in find_by_key(SuggestionKind.PERSON, text, _LOOKED_UP))
    shown = islice(filter(_has_reports, names), MOST_OF_A_KIND)
    return [Suggestion(name, SearchRequest().choose(BYLINE, [name]).url) for name in shown]


def _has_reports(name: str) -> bool:
    """Return whether a person signed anything that readers see; asked for one name the first report is enough."""
    signed = Article.objects.shown().filter(pk=OuterRef("article"))
    return ArticlePerson.objects.filter(Exists(signed), name=name).exists()


def _suggest_queries(text: str, spelt: list[str]) -> list[Suggestion]:
    queries = dict.fromkeys([*popular_queries(text, MOST_OF_A_KIND), *spelt])
    return [Suggestion(query, SearchRequest(text=query).url) for query in queries]


def _spell(text: str) -> list[str]:
    """Return the words that letters spell; one letter spells none."""
    letters = plain(text)
    return spell(letters) if len(letters) >= _SHORTEST_READ and letters.isascii() and letters.isalpha() else []


def _suggest_headlines(text: str, spelt: list[str], engine: str) -> list[Suggestion]:
    typed = plain(text)
    candidates = find_headlines(text, MOST_OF_A_KIND, engine)
    if len(typed) >= _SHORTEST_READ and typed.isascii():
        candidates += find_by_key(SuggestionKind.HEADLINE, text, _LOOKED_UP)
    if len(candidates) < MOST_OF_A_KIND:
        candidates += [found for word in spelt for found in find_headlines(word, MOST_OF_A_KIND, engine)]
    wanted = dict.fromkeys(int(candidate.target) for candidate in candidates)
    articles = Article.objects.shown().select_related("newspaper").defer("body").in_bulk(list(wanted))
    return [_suggest_article(articles[pk], [typed, *spelt]) for pk in wanted if pk in articles]


def _suggest_article(article: Article, words: list[str]) -> Suggestion:
    """Show the kicker too where a word stands in it and none in the headline."""
    kicker, headline = plain(article.kicker), plain(article.headline)
    is_in_kicker = any(word in kicker for word in words) and not any(word in headline for word in words)
    label = f"{article.kicker} {article.display_headline}" if is_in_kicker else article.display_headline
    source = f"{article.newspaper or ''} {article.display_date}".strip()
    return Suggestion(label, article.get_absolute_url(), detail=source)
