"""A search and a name for it -> one of a person's saved searches; what cannot be saved is refused with the reason."""

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from search.describing import describe_requests
from search.models import SavedSearch
from search.models.saved_search import LONGEST_NAME
from search.parameters import LONGEST_KEPT, write_parameters
from search.request import SearchRequest

MOST_SAVED = 50


class NotSavedError(Exception):
    """A search that is not saved; the text says why to the person."""


def suggest_name(request: SearchRequest) -> str:
    """Return a name for a search that has none yet."""
    return describe_requests([request])[0][:LONGEST_NAME]


def clean_name(typed: str) -> str:
    """Return a name as it is kept: one line of what can be seen."""
    visible = "".join(character if character.isprintable() else " " for character in typed)
    return " ".join(visible.split())[:LONGEST_NAME]


def save_search(user: User, request: SearchRequest, typed_name: str) -> SavedSearch:
    """Save a search; without a name it gets the suggested one. Raises NotSavedError."""
    parameters = write_parameters(request)
    if len(parameters) > LONGEST_KEPT:
        raise NotSavedError(_("没有存：检索式和所选的范围太长。"))
    if same := SavedSearch.objects.filter(user=user, parameters=parameters).first():
        raise NotSavedError(_("这个检索已经存过，叫“%(name)s”。") % {"name": same.name})
    if SavedSearch.objects.filter(user=user).count() >= MOST_SAVED:
        raise NotSavedError(_("没有存：最多存 %(count)d 个检索，先删掉不用的。") % {"count": MOST_SAVED})
    name = clean_name(typed_name) or suggest_name(request)
    return SavedSearch.objects.create(user=user, name=name, parameters=parameters, seen=timezone.now())
