"""Editing: fields and facts of an entry -> the words that the screen has for them, and what changed between two."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.choosing import label_places
from archive.desk.differences import Change, Passage, abridge, mark_differences
from archive.desk.editing.entry import TEXTS, Entry, Fact, FactKind, FactState
from archive.models import Article, Genre, Initiative

Labels = Mapping[str, str]

KINDS = {
    FactKind.PLACE: gettext_lazy("地区"),
    FactKind.PROGRAMME: gettext_lazy("项目"),
    FactKind.PERSON: gettext_lazy("作者"),
}
STATES = {
    FactState.FOUND: gettext_lazy("未核对"),
    FactState.CONFIRMED: gettext_lazy("核对过"),
    FactState.REJECTED: gettext_lazy("没有"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field or fact that two entries have different: the texts of both, and what differs in them."""

    label: str
    passages: tuple[Passage, ...]


def label_facts(facts: Iterable[Fact]) -> Labels:
    """Return the label of each fact by its name; one of which nothing is known any more goes by its key."""
    facts = tuple(facts)
    places = label_places(fact.key for fact in facts if fact.kind is FactKind.PLACE)
    keys = [int(fact.key) for fact in facts if fact.kind is FactKind.PROGRAMME and fact.key.isdecimal()]
    programmes = {str(key): name for key, name in Initiative.objects.filter(pk__in=keys).values_list("pk", "name")}
    return {fact.name: places.get(fact.key) or programmes.get(fact.key) or fact.key for fact in facts}


def label_field(name: str, labels: Labels) -> str:
    """Return what the screen calls a field, or a fact with its kind: 地区：泸州市（四川省）."""
    if name in TEXTS:
        return str(Article._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    kind = name.partition(":")[0]
    if kind == "confirmed":
        return _("%(field)s的核对") % {"field": label_field(name.partition(":")[2], labels)}
    return f"{KINDS[FactKind(kind)]}：{labels.get(name, name)}"


def label_value(name: str, value: str) -> str:
    """Return what the screen shows of a value."""
    if name == "genre":
        return str(Genre(value).label) if value in Genre.values else value
    if name in TEXTS:
        return value
    if name.startswith("confirmed:"):
        return str(STATES[FactState.CONFIRMED if value else FactState.FOUND])
    return str(STATES[FactState(value)])


def describe_changes(old: Entry, new: Entry) -> tuple[FieldChange, ...]:
    """Return what a person changed from one entry to another, in the order of the screen."""
    labels = label_facts((*old.facts, *new.facts))
    before, after = old.values(), new.values()
    changes = []
    for name in dict.fromkeys((*after, *before)):
        texts = [label_value(name, version.get(name, FactState.REJECTED)) for version in (before, after)]
        if texts[0] != texts[1]:
            changes.append(FieldChange(label_field(name, labels), _compare(name, *texts)))
    typed = [text for name, text in new.added.items() if text and name != "newspaper"]
    return (*changes, *(FieldChange(_("要加的"), mark_differences("", text)) for text in typed))


def _compare(name: str, old: str, new: str) -> tuple[Passage, ...]:
    """Return what differs in a text; what is chosen and not typed is replaced as a whole."""
    if name in TEXTS and name != "genre":
        return abridge(mark_differences(old, new))
    return Passage(Change.REMOVED, old), Passage(Change.ADDED, new)
