"""Tagging: the names of a programme as an editor writes them -> what is wrong with them, a sentence each."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from archive.extraction.programmes import fold
from archive.models import Initiative, InitiativeAlias

LONGEST_NAME = 100
# One character stands in too many words that mean something else.
SHORTEST_NAME = 2


def check_names(name: str, aliases: Iterable[str], programme: Initiative | None) -> tuple[list[str], list[str]]:
    """Return what is wrong with a programme's name, and with its aliases.

    Names that it has already are not complained of: whoever adds one does not have to mend the others.
    """
    aliases = list(aliases)
    stored = {programme.name, *programme.aliases.values_list("name", flat=True)} if programme else set()
    owners = _find_owners(programme)
    of_name = [] if name in stored else _check(name, owners)
    of_aliases = [problem for alias in aliases if alias not in stored for problem in _check(alias, owners)]
    of_aliases += [
        _("“%(name)s”写了两次。") % {"name": alias} for alias in dict.fromkeys(aliases) if aliases.count(alias) > 1
    ]
    if name in aliases:
        of_aliases.append(_("“%(name)s”就是项目的名称，不用再写成别名。") % {"name": name})
    return of_name, list(dict.fromkeys(of_aliases))


def _check(name: str, owners: dict[str, str]) -> list[str]:
    folded = fold(name).text
    if len(name) > LONGEST_NAME:
        return [_("“%(name)s…”太长，不超过 %(count)d 个字。") % {"name": name[:20], "count": LONGEST_NAME}]
    if len(folded.replace("\n", "")) < SHORTEST_NAME:
        return [_("“%(name)s”太短：不算标点，至少要有 %(count)d 个字。") % {"name": name, "count": SHORTEST_NAME}]
    if owner := owners.get(folded):
        return [_("“%(name)s”已经是项目“%(programme)s”的名称或别名。") % {"name": name, "programme": owner}]
    return []


def _find_owners(programme: Initiative | None) -> dict[str, str]:
    """Return the other programmes' names by each of their names as it is looked for."""
    others = Initiative.objects.exclude(pk=programme.pk) if programme else Initiative.objects.all()
    aliases = InitiativeAlias.objects.filter(initiative__in=others).values_list("name", "initiative__name")
    names = [*others.values_list("name", "name"), *aliases]
    return {fold(name).text: owner for name, owner in names}
