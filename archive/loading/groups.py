"""The groups of the archive's people and what each may do."""

from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext as _

from archive.loading.outcome import Outcome

# The names are data, the same in every interface language: accounts are put into groups by them.
READERS, EDITORS, REVIEWERS, ADMINISTRATORS = "读者", "编辑", "审稿", "管理员"

_EDITED = ("article", "page", "initiative", "initiativealias", "dictionaryword")
_LINKS = ("articlecity", "articleinitiative", "articleperson")
_LOOKED_UP = ("newspaper", "province", "city", "formername")
_EDITOR = {
    *(f"{verb}_{model}" for model in _EDITED for verb in ("view", "add", "change")),
    *(f"{verb}_{model}" for model in _LINKS for verb in ("view", "add", "change", "delete")),
    *(f"view_{model}" for model in _LOOKED_UP),
    "add_newspaper",
    "delete_initiativealias",
    "delete_dictionaryword",
}
_REVIEWER = _EDITOR | {"publish_article", "change_newspaper", "delete_initiative"}


def load_groups() -> Outcome:
    """Add the groups that are missing; one that is there keeps the permissions an administrator gave it.

    A permission that none of the groups has is new with this version, and is given to those that should have it.
    """
    archive = Permission.objects.filter(content_type__app_label="archive")
    accounts = Permission.objects.filter(
        content_type__app_label="auth", codename__in=[f"{verb}_user" for verb in ("view", "add", "change")]
    ) | Permission.objects.filter(content_type__app_label="auth", codename="view_group")
    counts_of_queries = Permission.objects.filter(content_type__app_label="search", codename="view_querycount")
    permissions = {
        READERS: Permission.objects.none(),
        EDITORS: archive.filter(codename__in=_EDITOR),
        REVIEWERS: archive.filter(codename__in=_REVIEWER),
        ADMINISTRATORS: archive | accounts | counts_of_queries,
    }
    known = set(Permission.objects.filter(group__name__in=permissions))
    added = 0
    for name, allowed in permissions.items():
        group, is_new = Group.objects.get_or_create(name=name)
        group.permissions.add(*(one for one in allowed if is_new or one not in known))
        added += is_new
    return Outcome(_("用户组"), added)
