"""The desk: the name of a newspaper as an editor types it -> whether it can be added, and the question whether to."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from archive.models import Newspaper

LONGEST_NAME = 100


def can_be_added(name: str) -> bool:
    """Whether the archive lacks a newspaper of this name, and the name can be one: it is offered as a new one then."""
    return 0 < len(name) <= LONGEST_NAME and not Newspaper.objects.filter(name=name).exists()


def check_newspaper_entry(name: str, is_new: bool) -> None:
    """Raise ValidationError where a newspaper can be added and nobody has said that it is a new one.

    A name that is too long is refused as any long text is: nothing that is ticked would help it.
    """
    if not is_new and can_be_added(name):
        raise ValidationError(_("档案里还没有这份报纸。名称没有写错的话，请勾选“新加这份报纸”。"))
