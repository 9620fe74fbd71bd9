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


_ACCOUNTS = {"view_user", "add_user", "change_user", "view_group"}


def load_groups() -> Outcome:
    """Add the groups that are missing; one that is there keeps the permissions an administrator gave it.

    A permission that none of the groups has is new with this version, and is given to those that should have it.
    """
    names = (READERS, EDITORS, REVIEWERS, ADMINISTRATORS)
    there = {group.name: group for group in Group.objects.filter(name__in=names)}
    added = Group.objects.bulk_create(Group(name=name) for name in names if name not in there)
    groups = there | {group.name: group for group in added}
    rights = Group.permissions.through
    given = set(rights.objects.filter(group__in=groups.values()).values_list("permission", flat=True))
    permissions = Permission.objects.select_related("content_type").order_by()
    rights.objects.bulk_create(
        rights(group=group, permission=one)
        for one in permissions.filter(content_type__app_label__in=("archive", "auth", "search"))
        for name, group in groups.items()
        if _may(name, one) and (name not in there or one.pk not in given)
    )
    return Outcome(_("用户组"), len(added))


def _may(group: str, permission: Permission) -> bool:
    """Whether the people of a group are meant to have a permission."""
    code, app = permission.codename, permission.content_type.app_label
    if app == "archive":
        return group == ADMINISTRATORS or code in {EDITORS: _EDITOR, REVIEWERS: _REVIEWER}.get(group, ())
    return group == ADMINISTRATORS and code in (_ACCOUNTS if app == "auth" else {"view_querycount"})
