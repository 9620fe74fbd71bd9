"""Bulk import: an article as a row gives it -> the article in the database, with its page and its links."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db.models import Max

from archive.desk.editing.entry import Entry, Fact, FactState, Links, read_article
from archive.desk.editing.facts import find_again
from archive.desk.editing.linking import write_links
from archive.desk.vocabulary import Vocabulary
from archive.models import Article, Newspaper, Page
from archive.models.page import hash_text

_LONGEST_SOURCE_NAME = 255


@dataclass(frozen=True, slots=True)
class PrintedOn:
    """The page of a row: its number, and of a page that is not in the archive yet all that the table has of it."""

    number: int | None
    write_text: Callable[[], str]
    source_name: str


def write_article(
    article: Article, given: Iterable[Fact], page: PrintedOn, vocabulary: Vocabulary, user: User | None
) -> None:
    """Save an article with the facts that were given for it.

    A new one also gets what is found in its text of the kinds that were not given, not confirmed. Call in a
    transaction.
    """
    if article.newspaper:
        article.newspaper = _store_newspaper(article.newspaper, user)
    if page.number:
        _put_on_page(article, page, user)
    entry = _add_given(read_article(article, 0, None if article.pk else Links((), (), ())), given)
    if article.pk is None:
        entry = _add_found(entry, {fact.kind for fact in given}, vocabulary)
        article.genre, article.dateline = entry.texts["genre"], entry.texts["dateline"]
    article._history_user = user  # type: ignore[attr-defined]
    article.save()
    write_links(article, entry.facts, user)  # type: ignore[arg-type]  # a version may be nobody's


def _store_newspaper(newspaper: Newspaper, user: User | None) -> Newspaper:
    """Return the newspaper as it is stored; another row may have added it."""
    stored = Newspaper.objects.filter(name=newspaper.name).first()
    if stored is None:
        stored = Newspaper(name=newspaper.name)
        stored._history_user = user  # type: ignore[attr-defined]
        stored.save()
    return stored


def _put_on_page(article: Article, printed: PrintedOn, user: User | None) -> None:
    """Put an article last on its page; a page that is not there has for its text what the table has of it."""
    same = Page.objects.filter(
        newspaper=article.newspaper, date=article.date, date_precision=article.date_precision, number=printed.number
    )
    page = same.order_by("pk").first() or _store_page(article, printed, user)
    if article.page_id != page.pk:
        last = Article.objects.filter(page=page).aggregate(last=Max("order"))["last"] or 0
        article.page, article.order = page, last + 1


def _store_page(article: Article, printed: PrintedOn, user: User | None) -> Page:
    """Return a new page, or the one with this text, whatever an editor has corrected in its date or number since."""
    text = printed.write_text()
    if known := Page.objects.filter(text_hash=hash_text(text)).first():
        return known
    page = Page(
        newspaper=article.newspaper,
        date=article.date,
        date_precision=article.date_precision,
        number=printed.number,
        text=text,
        source_name=printed.source_name[-_LONGEST_SOURCE_NAME:],
    )
    page._history_user = user  # type: ignore[attr-defined]
    page.save()
    return page


def _add_given(entry: Entry, given: Iterable[Fact]) -> Entry:
    """Return an entry with facts that count as confirmed, whatever was known of them."""
    facts = {fact.name: fact for fact in entry.facts}
    for fact in given:
        known = facts.get(fact.name, fact)
        facts[fact.name] = replace(known, state=FactState.CONFIRMED, role=fact.role or known.role)
    return replace(entry, facts=tuple(facts.values()))


def _add_found(entry: Entry, given: Iterable[str], vocabulary: Vocabulary) -> Entry:
    """Return an entry with what its words tell, but for the kinds of facts that were given."""
    found = find_again(entry, None, vocabulary)
    kept = (fact for fact in found.facts if fact.state is not FactState.FOUND or fact.kind not in given)
    return replace(found, facts=tuple(kept))
