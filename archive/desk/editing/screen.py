"""Editing: an article, an entry and what is wrong with it -> all that the edit screen shows."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from archive.body import Block, parse_body
from archive.desk.date_entry import read_date_entry
from archive.desk.editing.checking import Problems
from archive.desk.editing.entry import Entry, Fact, FactKind, FactState
from archive.desk.editing.facts import add_person_words, find_date_words, find_genre_words
from archive.desk.editing.labelling import KINDS, Labels, label_facts, label_field
from archive.desk.newspaper_entry import can_be_added
from archive.models import Article, Genre
from archive.models.precision import format_date

_HEAD = ("kicker", "headline", "subhead", "byline", "dateline")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form."""

    name: str
    label: str
    text: str
    problems: list[str]
    words: str = ""
    is_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact and what it is called."""

    fact: Fact
    label: str


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The facts of one kind, and the field in which others are typed."""

    kind: str
    label: str
    rows: tuple[FactRow, ...]
    field: Field


@dataclass(frozen=True, slots=True)
class Preview:
    """The article as readers would see it; `article` is not a stored one."""

    article: Article
    date: str
    blocks: tuple[Block, ...]
    places: tuple[str, ...]
    programmes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The form with an entry in it."""

    entry: Entry
    newspaper: Field
    can_newspaper_be_added: bool
    date: Field
    genre: Field
    head: tuple[Field, ...]
    body: Field
    groups: tuple[FactGroup, ...]
    preview: Preview
    genres: list[tuple[str, str]]

    @property
    def unconfirmed(self) -> int:
        """How many facts nobody has looked at yet."""
        found = sum(fact.state is FactState.FOUND for fact in self.entry.facts)
        return found + sum(bool(field.text) and not field.is_confirmed for field in (self.date, self.genre))


def build_form(article: Article, entry: Entry, problems: Problems) -> Form:
    """Return the form of an article's edit screen."""
    entry = add_person_words(entry)
    labels = label_facts(entry.facts)

    def field(name: str, words: str = "") -> Field:
        is_confirmed = name in entry.confirmed
        return Field(name, label_field(name, {}), entry.texts[name], problems.get(name, []), words, is_confirmed)

    return Form(
        entry=entry,
        newspaper=field("newspaper"),
        can_newspaper_be_added=can_be_added(entry.texts["newspaper"]),
        date=field("date", find_date_words(article.page)),
        genre=field("genre", find_genre_words(entry)),
        head=tuple(field(name) for name in _HEAD),
        body=field("body"),
        groups=tuple(_build_group(kind, entry, labels, problems) for kind in FactKind),
        preview=build_preview(entry, labels),
        genres=[(str(value), str(label)) for value, label in Genre.choices],
    )


def build_preview(entry: Entry, labels: Labels | None = None) -> Preview:
    """Return the article that an entry would make."""
    labels = label_facts(entry.facts) if labels is None else labels
    heads = {name: entry.texts[name] for name in ("kicker", "headline", "subhead", "byline", "genre", "body")}
    try:
        date = format_date(*read_date_entry(entry.texts["date"]))
    except ValidationError:
        date = entry.texts["date"]
    kept = [fact for fact in entry.facts if fact.state is not FactState.REJECTED]
    return Preview(
        Article(**heads),
        date,
        parse_body(entry.texts["body"]),
        tuple(labels[fact.name] for fact in kept if fact.kind is FactKind.PLACE),
        tuple(labels[fact.name] for fact in kept if fact.kind is FactKind.PROGRAMME),
    )


def _build_group(kind: FactKind, entry: Entry, labels: Labels, problems: Problems) -> FactGroup:
    rows = tuple(FactRow(fact, labels[fact.name]) for fact in entry.facts_of(kind))
    name = {FactKind.PLACE: "places", FactKind.PROGRAMME: "programmes", FactKind.PERSON: "people"}[kind]
    label = str(KINDS[kind])
    return FactGroup(kind.value, label, rows, Field(name, label, entry.added[name], problems.get(f"add:{name}", [])))
