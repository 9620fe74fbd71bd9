"""Editing: what an editor has typed and not saved -> a kept entry, until it is saved or thrown away."""

from django.contrib.auth.models import User

from archive.desk.editing.entry import Entry, write_fields
from archive.desk.editing.versions import read_stored
from archive.models import Article, KeptEntry


def keep(article: Article, user: User, entry: Entry) -> KeptEntry | None:
    """Keep an entry as it is, right or wrong; one that is what is stored needs no keeping: None."""
    stored = read_stored(article)
    entry = entry.brought_up_to(stored)
    if entry.says_the_same(stored):
        forget(article, user)
        return None
    fields = write_fields(entry)
    return KeptEntry.objects.update_or_create(article=article, user=user, defaults={"fields": fields})[0]


def find_kept(article: Article, user: User) -> KeptEntry | None:
    """Return what the person typed for an article and did not save."""
    return KeptEntry.objects.filter(article=article, user=user).first()


def forget(article: Article, user: User) -> None:
    """Throw away what the person typed and did not save."""
    KeptEntry.objects.filter(article=article, user=user).delete()
