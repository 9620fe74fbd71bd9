"""The archive's signals -> the keys of what can be suggested, and the words that are known by their sound."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from archive.models import City, DictionaryWord, FormerName, Initiative, InitiativeAlias, Newspaper, Province
from archive.signals import articles_changed
from search.models import SuggestionKind
from search.spelling.words import keep_names
from search.suggesting.refreshing import record_articles, refresh

articles_changed.connect(record_articles, dispatch_uid="search.suggesting")


@receiver([post_save, post_delete], sender=Initiative)
def tell_of_programme(instance: Initiative, **_: Any) -> None:
    """A programme was saved or deleted."""
    refresh(SuggestionKind.PROGRAMME, [str(instance.pk)])


@receiver([post_save, post_delete], sender=InitiativeAlias)
def tell_of_alias(instance: InitiativeAlias, **_: Any) -> None:
    """Another name of a programme was saved or deleted."""
    refresh(SuggestionKind.PROGRAMME, [str(instance.initiative_id)])


@receiver([post_save, post_delete], sender=City)
@receiver([post_save, post_delete], sender=Province)
def tell_of_region(instance: City | Province, **_: Any) -> None:
    """A region was saved or deleted."""
    refresh(SuggestionKind.REGION, [instance.pk])


@receiver([post_save, post_delete], sender=FormerName)
def tell_of_former_name(instance: FormerName, **_: Any) -> None:
    """A former name of a region was saved or deleted."""
    if instance.city_id:
        refresh(SuggestionKind.REGION, [instance.city_id])


@receiver(post_save, sender=Initiative)
@receiver(post_save, sender=InitiativeAlias)
@receiver(post_save, sender=City)
@receiver(post_save, sender=Province)
@receiver(post_save, sender=Newspaper)
def tell_of_name(instance: Initiative | InitiativeAlias | City | Province | Newspaper, **_: Any) -> None:
    """A name of the vocabulary was saved."""
    keep_names([instance.name])


@receiver(post_save, sender=DictionaryWord)
def tell_of_word(instance: DictionaryWord, **_: Any) -> None:
    """A word of the dictionary was saved."""
    keep_names([instance.word])
