"""Editing: an entry and its page -> the facts that its words tell, each with the words; and where a fact stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.body import BlockKind, parse_body
from archive.desk.editing.entry import LONGEST_WORDS, Entry, Fact, FactKind, FactState
from archive.desk.vocabulary import Vocabulary
from archive.extraction.dateline import read_closing_dateline, read_dateline
from archive.extraction.genre import find_kind, find_kind_words
from archive.extraction.people import Person, read_byline, read_photo_ending, read_signature
from archive.extraction.places import find_place
from archive.extraction.programmes import find_programmes
from archive.intake.lines import read_lines
from archive.models import DatePrecision, Genre, Page
from archive.models.precision import date_slug
from archive.segmentation.folio import read_folio
from archive.segmentation.paragraph import read_paragraphs

# What makes an article one of these is its form on the page, which its words do not tell.
_TOLD_BY_FORM = (Genre.PHOTO, Genre.BRIEF)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of an entry, by what they are."""

    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]
    crossheads: tuple[str, ...]
    captions: tuple[str, ...]

    @property
    def all(self) -> str:
        """All of them, a line each."""
        return "\n".join((*self.headings, *self.paragraphs, *self.crossheads, *self.captions))


def find_again(entry: Entry, page: Page | None, vocabulary: Vocabulary) -> Entry:
    """Return an entry with its facts found anew in its words as they are now.

    What an editor confirmed or rejected stays as it is; what was only found, and is not found any more, goes.
    """
    words = _read_words(entry)
    decided = [fact for fact in entry.facts if fact.state is not FactState.FOUND]
    known = {fact.name for fact in decided}
    found = _find_facts(entry, words, vocabulary)
    facts = (*decided, *(fact for fact in found if fact.name not in known))
    again = replace(entry, facts=tuple(sorted(facts, key=lambda fact: list(FactKind).index(fact.kind))))
    return _fill(again, page, words)


def _fill(entry: Entry, page: Page | None, words: _Words) -> Entry:
    """Return an entry with the texts that its page and its words give; only a genre not confirmed is replaced."""
    found = {"dateline": _find_dateline(words)}
    if page and page.newspaper:
        found["newspaper"] = page.newspaper.name
    if page and page.date and page.date_precision != DatePrecision.UNKNOWN:
        found["date"] = date_slug(page.date, page.date_precision)
    texts = {**entry.texts, **{name: text for name, text in found.items() if not entry.texts[name]}}
    if "genre" not in entry.confirmed and entry.texts["genre"] not in _TOLD_BY_FORM:
        texts["genre"] = _find_genre(words, entry.facts_of(FactKind.PERSON))
    return replace(entry, texts=texts)


def find_date_words(page: Page | None) -> str:
    """Return the line at the edge of the page that gives its date; empty where none does."""
    if page is None:
        return ""
    paragraphs = read_paragraphs(read_lines(page.text))
    numbers = set(read_folio(paragraphs).lines)
    lines = [paragraph for paragraph in paragraphs if paragraph.number in numbers]
    return next((line.text for line in lines if read_folio([line]).date), "")


def find_genre_words(entry: Entry) -> str:
    """Return the words that speak for an entry's genre; empty where it is told by length or form."""
    words = _read_words(entry)
    roles = tuple(fact.role for fact in entry.facts_of(FactKind.PERSON))
    return find_kind_words(entry.texts["genre"], words.headings, roles, words.paragraphs)


def find_person_words(name: str, role: str, text: str) -> str:
    """Return the words in which a text names a person, with the role before the name where it stands there."""
    spaced = r"\s*".join(map(re.escape, name))
    found = re.search(rf"{re.escape(role)}\s*[:：]?\s*{spaced}", text) if role else None
    found = found or re.search(spaced, text)
    return found[0] if found else ""


def add_person_words(entry: Entry) -> Entry:
    """Return an entry whose people each have the words in which it names them."""
    text = "\n".join((entry.texts["byline"], _read_words(entry).all))
    facts = (
        replace(fact, words=find_person_words(fact.key, fact.role, text))
        if fact.kind is FactKind.PERSON and not fact.words
        else fact
        for fact in entry.facts
    )
    return replace(entry, facts=tuple(facts))


def _find_facts(entry: Entry, words: _Words, vocabulary: Vocabulary) -> Iterable[Fact]:
    place = find_place(words.headings, words.paragraphs, vocabulary.gazetteer)
    if place:
        yield Fact(FactKind.PLACE, place.code, words=place.evidence[:LONGEST_WORDS])
    code = place.code if place else ""
    for programme in find_programmes(words.all, vocabulary.programmes, code, vocabulary.gazetteer):
        yield Fact(FactKind.PROGRAMME, str(programme.key), words=programme.evidence[:LONGEST_WORDS])
    text = "\n".join((entry.texts["byline"], words.all))
    for person in _find_people(entry, words):
        evidence = find_person_words(person.name, person.role, text)
        yield Fact(FactKind.PERSON, person.name, words=evidence, role=person.role)


def _find_people(entry: Entry, words: _Words) -> Iterable[Person]:
    """Return the people of byline, dateline, signature and, in a picture item, of the credit; each once."""
    people = list(read_byline(entry.texts["byline"]))
    if words.paragraphs:
        dateline = read_dateline(words.paragraphs[0])
        people += dateline.people if dateline else ()
        people += read_signature(words.paragraphs[-1])
    if entry.texts["genre"] == Genre.PHOTO:
        for text in (*words.captions, *words.paragraphs[-1:]):
            people += read_photo_ending(text)
    once: dict[str, Person] = {}
    for person in people:
        once.setdefault(person.name, person)
    return once.values()


def _find_genre(words: _Words, people: tuple[Fact, ...]) -> str:
    roles = tuple(fact.role for fact in people if fact.state is not FactState.REJECTED)
    return find_kind(words.headings, roles, words.paragraphs, len(words.crossheads)).value


def _find_dateline(words: _Words) -> str:
    if not words.paragraphs:
        return ""
    dateline = read_dateline(words.paragraphs[0])
    return dateline.text if dateline else read_closing_dateline(words.paragraphs[-1])


def _read_words(entry: Entry) -> _Words:
    """Return the words of an entry; the print's own line breaks are closed."""
    blocks = parse_body(entry.texts["body"])

    def of(kind: BlockKind) -> tuple[str, ...]:
        return tuple(block.text.replace("\n", "") for block in blocks if block.kind is kind)

    headings = tuple(filter(None, (entry.texts[name] for name in ("kicker", "headline", "subhead"))))
    return _Words(headings, of(BlockKind.PARAGRAPH), of(BlockKind.CROSSHEAD), of(BlockKind.CAPTION))
