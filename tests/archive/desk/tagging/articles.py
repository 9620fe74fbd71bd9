"""Programmes and articles that name them, for the tests of tagging."""

from archive.extraction.programmes import Programme
from archive.models import Article, ArticleCity, ArticleInitiative, City, Initiative


def add_programme(name: str, *aliases: str, scope: str = "national", origin: City | None = None) -> Initiative:
    """Store a programme with its aliases."""
    programme = Initiative.objects.create(name=name, category="服务职工", scope=scope, origin_city=origin)
    for alias in aliases:
        programme.aliases.create(name=alias)
    return programme


def add_article(headline: str, body: str = "正文。", *, place: City | None = None) -> Article:
    """Store an article about a place."""
    article = Article.objects.create(headline=headline, body=body)
    if place:
        ArticleCity.objects.create(article=article, city=place, province=place.province)
    return article


def link(article: Article, programme: Initiative, words: str = "原词", is_confirmed: bool = False) -> ArticleInitiative:
    """Link an article to a programme as an import does, or as a person who confirmed it."""
    return ArticleInitiative.objects.create(
        article=article, initiative=programme, evidence=words, is_confirmed=is_confirmed
    )


def words_of(programme: Initiative, *names: str) -> Programme:
    """Return a stored programme with other names than it has."""
    place = programme.origin_city_id or ""
    return Programme(programme.pk, names, programme.scope == "local", place)


def names_of(article: Article) -> list[str]:
    """Return the names of the programmes that an article is linked to."""
    return sorted(ArticleInitiative.objects.filter(article=article).values_list("initiative__name", flat=True))
