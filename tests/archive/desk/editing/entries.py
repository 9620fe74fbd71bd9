"""Entries that the tests of editing make, and articles as other people leave them."""

from dataclasses import replace

from django.contrib.auth.models import User

from archive.desk.editing.entry import Entry, Fact, FactKind, FactState
from archive.desk.editing.saving import Outcome, save_entry
from archive.desk.editing.versions import read_stored
from archive.models import Article


def place(code: str = "510500", state: FactState = FactState.FOUND, words: str = "") -> Fact:
    return Fact(FactKind.PLACE, code, state, words)


def person(name: str = "王小明", state: FactState = FactState.FOUND, role: str = "") -> Fact:
    return Fact(FactKind.PERSON, name, state, role=role)


def open_form(article: Article, *facts: Fact, **texts: str) -> Entry:
    """Return what an editor enters who opens the article now: texts and facts in place of those that are there."""
    entry = read_stored(article)
    known = {fact.name: fact for fact in (*entry.facts, *facts)}
    return replace(entry, texts={**entry.texts, **texts}, facts=tuple(known.values()))


def save(article: Article, user: User, *facts: Fact, **texts: str) -> Outcome:
    """Open the article, enter something and save it."""
    return save_entry(article.pk, open_form(article, *facts, **texts), user)
