"""Editing: the facts of an entry -> the links of its article to places, programmes and people."""

from collections.abc import Iterable, Iterator

from django.contrib.auth.models import User

from archive.desk.editing.entry import Fact, FactKind, FactState
from archive.desk.keys import read_key
from archive.models import (
    Article,
    ArticleCity,
    ArticleInitiative,
    ArticlePerson,
    City,
    Initiative,
    Province,
)

_LONGEST_NAME = 50

Link = ArticleCity | ArticleInitiative | ArticlePerson


def write_links(article: Article, facts: Iterable[Fact], user: User) -> None:
    """Bring the links to what the facts say; a link that is as it should be gets no version."""
    wanted = {fact.name: fact for fact in facts if fact.state is not FactState.REJECTED}
    for name, link in _stored_links(article):
        link._history_user = user  # type: ignore[union-attr]
        fact = wanted.pop(name, None)
        if fact is None:
            link.delete()
        elif _set(link, fact):
            link.save()
    for fact in wanted.values():
        if new := _make_link(article, fact):
            _set(new, fact)
            new.evidence = fact.words
            new._history_user = user  # type: ignore[union-attr]
            new.save()


def _stored_links(article: Article) -> Iterator[tuple[str, Link]]:
    """Yield each link of an article with the name of the fact that it is."""
    for place in list(article.city_links.all()):
        yield f"{FactKind.PLACE}:{place.city_id or place.province_id}", place
    for programme in list(article.initiative_links.all()):
        yield f"{FactKind.PROGRAMME}:{programme.initiative_id}", programme
    for person in list(article.people.all()):
        yield f"{FactKind.PERSON}:{person.name}", person


def _set(link: Link, fact: Fact) -> bool:
    """Give a link what its fact says; return whether that changed it."""
    before = (link.is_confirmed, getattr(link, "role", ""))
    link.is_confirmed = fact.state is FactState.CONFIRMED
    if isinstance(link, ArticlePerson):
        link.role = fact.role[:_LONGEST_NAME]
    return before != (link.is_confirmed, getattr(link, "role", ""))


def _make_link(article: Article, fact: Fact) -> Link | None:
    """Return a new link; None where what it leads to is not there any more."""
    if fact.kind is FactKind.PERSON:
        return ArticlePerson(article=article, name=fact.key[:_LONGEST_NAME])
    if fact.kind is FactKind.PROGRAMME:
        programme = Initiative.objects.filter(pk=read_key(fact.key)).first()
        return ArticleInitiative(article=article, initiative=programme) if programme else None
    city = City.objects.filter(code=fact.key).first()
    province = city.province if city else Province.objects.filter(code=fact.key).first()
    return ArticleCity(article=article, city=city, province=province) if province else None
