"""Editing: an entry as sent -> an entry that can be saved, its typed names looked up, and what is wrong with it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from archive.desk.choosing import Chosen, choose_people, choose_places, choose_programmes
from archive.desk.date_entry import read_date_entry
from archive.desk.editing.entry import Entry, Fact, FactKind, FactState
from archive.desk.newspaper_entry import LONGEST_NAME, check_newspaper_entry
from archive.desk.vocabulary import Vocabulary, load_vocabulary
from archive.models import Genre

# As many as the longest page has.
MOST_CHARACTERS = 700_000
_LONGEST = {
    **dict.fromkeys(("kicker", "headline", "subhead", "byline"), 300),
    "newspaper": LONGEST_NAME,
    "dateline": 100,
}

Problems = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Checked:
    """An entry, and by field what has to be mended before it is saved; empty where nothing is wrong."""

    entry: Entry
    problems: Problems


def check_entry(entry: Entry, load: Callable[[], Vocabulary] = load_vocabulary) -> Checked:
    """Return an entry with the places, programmes and people that were typed into it as facts, confirmed.

    A name that stands for nothing, or for several places, stays in its field. `load` is called only where a place or
    programme was typed.
    """
    problems: Problems = defaultdict(list)
    for name, problem in _check_texts(entry):
        problems[name].append(problem)
    if entry.added["places"] or entry.added["programmes"]:
        vocabulary = load()
        places = choose_places(entry.added["places"], vocabulary.gazetteer)
        programmes = choose_programmes(entry.added["programmes"], vocabulary)
        entry = _add_chosen(entry, "places", FactKind.PLACE, places, problems)
        entry = _add_chosen(entry, "programmes", FactKind.PROGRAMME, programmes, problems)
    people = choose_people(entry.added["people"])
    chosen = [Fact(FactKind.PERSON, person.name, FactState.CONFIRMED, role=person.role) for person in people]
    entry = replace(_add_facts(entry, chosen), added={**entry.added, "people": ""})
    return Checked(entry, dict(problems))


def _check_texts(entry: Entry) -> Iterable[tuple[str, str]]:
    texts = entry.texts
    for name, most in _LONGEST.items():
        if len(texts[name]) > most:
            yield name, _("太长：最多 %(most)d 字，现在有 %(length)d 字。") % {"most": most, "length": len(texts[name])}
    if len(texts["body"]) > MOST_CHARACTERS:
        length = len(texts["body"])
        yield "body", _("太长：最多 %(most)d 字，现在有 %(length)d 字。") % {"most": MOST_CHARACTERS, "length": length}
    if not (texts["headline"] or texts["body"]):
        yield "headline", _("主题和正文至少要填一项。")
    if texts["genre"] not in Genre.values:
        yield "genre", _("请选一种体裁。")
    try:
        read_date_entry(texts["date"])
    except ValidationError as error:
        yield "date", error.messages[0]
    try:
        check_newspaper_entry(texts["newspaper"], entry.added["newspaper"] == "yes")
    except ValidationError as error:
        yield "newspaper", error.messages[0]


def _add_chosen(entry: Entry, field: str, kind: FactKind, chosen: Chosen, problems: Problems) -> Entry:
    """Return an entry with the chosen facts; where one name has a problem, all of them stay typed."""
    if chosen.problems:
        problems[f"add:{field}"] += chosen.problems
        return entry
    facts = [Fact(kind, key, FactState.CONFIRMED) for key in chosen.keys]
    return replace(_add_facts(entry, facts), added={**entry.added, field: ""})


def _add_facts(entry: Entry, facts: Iterable[Fact]) -> Entry:
    """Return an entry with facts added; one that was there keeps its words and is confirmed now."""
    known = {fact.name: fact for fact in entry.facts}
    for fact in facts:
        before = known.get(fact.name, fact)
        known[fact.name] = replace(before, state=fact.state, role=fact.role or before.role)
    return replace(entry, facts=tuple(known.values()))
