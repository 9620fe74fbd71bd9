"""Editing: a stored article, or the fields of a form -> an entry: all that the edit screen lets an editor decide.

As fields, which a form sends and which are kept and merged, an entry is plain text:

    version                 the history_id of the version that the form was opened with
    headline, body, …       what TEXTS lists, as typed
    confirmed:date          "yes" once an editor confirmed the date; confirmed:genre likewise
    place:510500            the state of a fact: found, confirmed or rejected; also programme:12, person:王小明
    words:place:510500      the words it was found in
    stored:place:510500     "yes" for each fact that was stored when the form was opened
    role:person:王小明       as what a person made the article
    add:places              names typed to be added, not looked up yet; also add:programmes, add:people
    add:newspaper           "yes" where the newspaper is to be added as a new one
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from archive.desk.keys import read_key
from archive.intake.lines import CONTROLS
from archive.models import Article, DatePrecision
from archive.models.precision import date_slug

LINES = ("newspaper", "date", "kicker", "headline", "subhead", "byline", "dateline", "genre")
TEXTS = (*LINES, "body")
ADDED = ("places", "programmes", "people", "newspaper")
CONFIRMABLE = ("date", "genre")

LONGEST_WORDS = 200

_STORED = "stored:"
_BREAKS = re.compile(r"\r\n|[\r\n\t]")


class FactKind(StrEnum):
    """What is found in an article and linked to it."""

    PLACE = "place"
    PROGRAMME = "programme"
    PERSON = "person"


class FactState(StrEnum):
    """What an editor said of a fact."""

    FOUND = "found"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


_KINDS = frozenset(kind.value for kind in FactKind)
_STATES = frozenset(state.value for state in FactState)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: `key` is a region's code, a programme's primary key or a person's name; `words` as printed."""

    kind: FactKind
    key: str
    state: FactState = FactState.FOUND
    words: str = ""
    role: str = ""

    @property
    def name(self) -> str:
        """The name of its field."""
        return f"{self.kind}:{self.key}"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the edit screen shows and sends; `stored` are the names of the facts that its version had."""

    version: int
    texts: Mapping[str, str]
    confirmed: frozenset[str]
    facts: tuple[Fact, ...]
    added: Mapping[str, str]
    stored: frozenset[str] = frozenset()

    def with_text(self, name: str, text: str) -> "Entry":
        """Return the entry with another text in a field."""
        return replace(self, texts={**self.texts, name: text})

    def facts_of(self, kind: FactKind) -> tuple[Fact, ...]:
        """Return the facts of a kind."""
        return tuple(fact for fact in self.facts if fact.kind == kind)

    def brought_up_to(self, now: "Entry") -> "Entry":
        """Return the entry with the links that were made or taken away since its form was opened.

        Only for an entry of the version that is stored now: a job links programmes without making a version.
        """
        if self.version != now.version:
            return self
        named, linked = ({fact.name for fact in entry.facts} for entry in (self, now))
        taken = {fact.name for fact in self.facts if fact.state is FactState.FOUND} & self.stored - linked
        facts = [fact for fact in self.facts if fact.name not in taken]
        facts += [fact for fact in now.facts if fact.name not in named | self.stored]
        return replace(self, facts=tuple(facts), stored=now.stored)

    def values(self) -> dict[str, str]:
        """Return what an editor decides in it, by name of field or fact; a rejected fact is as good as none."""
        values = {name: self.texts[name] for name in TEXTS}
        values |= {f"confirmed:{name}": "yes" if name in self.confirmed else "" for name in CONFIRMABLE}
        return values | {fact.name: fact.state.value for fact in self.facts if fact.state is not FactState.REJECTED}

    def says_the_same(self, other: "Entry") -> bool:
        """Whether another entry, of whatever version, decides the same and adds the same."""
        roles, other_roles = ({fact.name: fact.role for fact in one.facts} for one in (self, other))
        known = roles.keys() & other_roles.keys()
        same_roles = all(roles[name] == other_roles[name] for name in known)
        return same_roles and self.values() == other.values() and self.added == other.added


@dataclass(frozen=True, slots=True)
class Links:
    """The links of an article as they are, or as a version had them."""

    places: tuple[Any, ...]
    programmes: tuple[Any, ...]
    people: tuple[Any, ...]


def read_article(article: Article, version: int, links: Links | None = None) -> Entry:
    """Return the entry that an article is, as it is stored or, given its links then, as it was in a version."""
    links = links or Links(
        *map(tuple, (article.city_links.all(), article.initiative_links.all(), article.people.all()))
    )
    texts = {name: getattr(article, name) for name in TEXTS if name not in ("newspaper", "date")}
    texts["newspaper"] = article.newspaper.name if article.newspaper else ""
    texts["date"] = write_date(article)
    confirmed = {name for name in CONFIRMABLE if getattr(article, f"is_{name}_confirmed")}
    facts = [_read_link(FactKind.PLACE, link.city_id or link.province_id, link) for link in links.places]
    facts += [_read_link(FactKind.PROGRAMME, link.initiative_id, link) for link in links.programmes]
    facts += [_read_link(FactKind.PERSON, link.name, link, link.role) for link in links.people]
    return Entry(
        version=version,
        texts=clean_texts(texts),
        confirmed=frozenset(confirmed),
        facts=tuple(facts),
        added=dict.fromkeys(ADDED, ""),
        stored=frozenset(fact.name for fact in facts),
    )


def write_date(article: Article) -> str:
    """Return an article's date as an editor would type it; empty where it is not known."""
    if article.date is None or article.date_precision == DatePrecision.UNKNOWN:
        return ""
    return date_slug(article.date, article.date_precision)


def _read_link(kind: FactKind, key: object, link: Any, role: str = "") -> Fact:
    state = FactState.CONFIRMED if link.is_confirmed else FactState.FOUND
    return Fact(kind, str(key), state, link.evidence, role)


def read_fields(fields: Mapping[str, str]) -> Entry:
    """Return the entry that fields hold; what is missing or makes no sense counts as not said."""
    return Entry(
        version=read_key(fields.get("version", "")),
        texts=clean_texts({name: fields.get(name, "") for name in TEXTS}),
        confirmed=frozenset(name for name in CONFIRMABLE if fields.get(f"confirmed:{name}") == "yes"),
        facts=tuple(_read_facts(fields)),
        added={name: _clean_line(fields.get(f"add:{name}", "")) for name in ADDED},
        stored=frozenset(name.removeprefix(_STORED) for name in fields if name.startswith(_STORED)),
    )


def write_fields(entry: Entry) -> dict[str, str]:
    """Return an entry as fields; `read_fields` gives the entry back."""
    fields = {"version": str(entry.version), **entry.texts}
    fields.update({f"confirmed:{name}": "yes" for name in sorted(entry.confirmed)})
    for fact in entry.facts:
        fields[fact.name] = fact.state.value
        fields.update({f"{part}:{fact.name}": text for part in ("words", "role") if (text := getattr(fact, part))})
    fields.update({f"add:{name}": text for name, text in entry.added.items() if text})
    fields.update({f"{_STORED}{name}": "yes" for name in sorted(entry.stored)})
    return fields


def _read_facts(fields: Mapping[str, str]) -> Iterable[Fact]:
    for name, value in fields.items():
        kind, _, key = name.partition(":")
        if kind in _KINDS and value in _STATES and key:
            words, role = (_clean_line(fields.get(f"{part}:{name}", "")) for part in ("words", "role"))
            yield Fact(FactKind(kind), key, FactState(value), words[:LONGEST_WORDS], role)


def clean_texts(texts: Mapping[str, str]) -> dict[str, str]:
    """Return texts as they are stored: line ends of one kind, no control characters, lines without breaks."""
    cleaned = {name: _clean_line(texts[name]) for name in LINES}
    body = texts["body"].replace("\r\n", "\n").replace("\r", "\n")
    cleaned["body"] = CONTROLS.sub("", body).strip("\n \t")
    return cleaned


def _clean_line(text: str) -> str:
    return CONTROLS.sub("", _BREAKS.sub(" ", text)).strip()
