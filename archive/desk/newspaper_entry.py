"""The desk: the name of a newspaper as an editor types it -> nothing, or the question whether it is a new one."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from archive.models import Newspaper


def check_newspaper_entry(name: str, is_new: bool) -> None:
    """Raise ValidationError where the archive lacks the newspaper and nobody has said that it is a new one."""
    if name and not is_new and not Newspaper.objects.filter(name=name).exists():
        raise ValidationError(_("档案里还没有这份报纸。名称没有写错的话，请勾选“新加这份报纸”。"))
