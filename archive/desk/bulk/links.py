"""Bulk change: the link of an article that a change adds or removes; each writing makes a version of it."""

from django.contrib.auth.models import User
from django.db.models import Q

from archive.desk.bulk.change import PROGRAMMES, Change
from archive.models import Article, ArticleCity, ArticleInitiative, City, Initiative, Province

Link = ArticleCity | ArticleInitiative


def links_of(article: Article, change: Change) -> list[Link]:
    """Return the links of the kind that a change is about."""
    return [*article.programmes] if change.action in PROGRAMMES else [*article.places]


def is_meant(link: Link, change: Change) -> bool:
    """Return whether a change is about this link."""
    key = link.initiative_id if isinstance(link, ArticleInitiative) else link.city_id or link.province_id
    return str(key) == change.value


def name_link(link: Link) -> str:
    """Return what a link leads to."""
    return str(link.initiative if isinstance(link, ArticleInitiative) else link.place)


def find_link(article: Article, change: Change) -> Link | None:
    """Return the stored link that a change is about."""
    model = _model(change)
    found: Link | None = model.objects.filter(_where(change), article=article).first()
    return found


def find_version(article: Article, change: Change) -> int | None:
    """Return the history_id of the newest version of the link, which may be gone."""
    versions = _model(change).history.filter(_where(change), article_id=article.pk)
    found: int | None = versions.order_by("-history_id").values_list("history_id", flat=True).first()
    return found


def make_link(article: Article, change: Change) -> Link | None:
    """Return a new link, not saved; None where what it leads to is not there any more."""
    if change.action in PROGRAMMES:
        initiative = Initiative.objects.filter(pk=change.value).first()
        return ArticleInitiative(article=article, initiative=initiative) if initiative else None
    city = City.objects.select_related("province").filter(code=change.value).first()
    province = city.province if city else Province.objects.filter(code=change.value).first()
    return ArticleCity(article=article, city=city, province=province) if province else None


def save_link(link: Link, is_confirmed: bool, user: User) -> None:
    """Save a link, in a person's name."""
    link.is_confirmed = is_confirmed
    link._history_user = user  # type: ignore[union-attr]
    link.save()


def delete_link(link: Link, user: User) -> None:
    """Delete a link, in a person's name."""
    link._history_user = user  # type: ignore[union-attr]
    link.delete()


def _model(change: Change) -> type[ArticleCity] | type[ArticleInitiative]:
    return ArticleInitiative if change.action in PROGRAMMES else ArticleCity


def _where(change: Change) -> Q:
    if change.action in PROGRAMMES:
        return Q(initiative_id=change.value)
    return Q(city_id=change.value) | Q(city_id=None, province_id=change.value)
