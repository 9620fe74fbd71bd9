"""Django's model signals -> `articles_changed`, sent in the transaction of the change."""

from typing import Any

from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from archive.models import (
    Article,
    ArticleCity,
    ArticleInitiative,
    ArticlePerson,
    City,
    Initiative,
    Newspaper,
)
from archive.signals import articles_changed


@receiver([post_save, post_delete], sender=Article)
def tell_of_article(instance: Article, **_: Any) -> None:
    """An article was saved or deleted."""
    articles_changed.send(Article, ids=[instance.pk])


@receiver([post_save, post_delete], sender=ArticleCity)
@receiver([post_save, post_delete], sender=ArticleInitiative)
@receiver([post_save, post_delete], sender=ArticlePerson)
def tell_of_link(instance: ArticleCity | ArticleInitiative | ArticlePerson, **_: Any) -> None:
    """A link of an article was saved or deleted."""
    articles_changed.send(type(instance), ids=[instance.article_id])


@receiver(post_save, sender=City)
@receiver(post_save, sender=Initiative)
@receiver(post_save, sender=Newspaper)
def tell_of_vocabulary(instance: City | Initiative | Newspaper, created: bool, **_: Any) -> None:
    """A city may have moved, a programme or newspaper may have a new address: their articles carry both."""
    if created:
        return
    if isinstance(instance, City):
        articles = Article.objects.filter(Q(city_links__city=instance) | Q(city_links__city__parent=instance))
    elif isinstance(instance, Initiative):
        articles = Article.objects.filter(initiative_links__initiative=instance)
    else:
        articles = Article.objects.filter(newspaper=instance)
    articles_changed.send(type(instance), ids=list(articles.values_list("pk", flat=True).distinct()))
