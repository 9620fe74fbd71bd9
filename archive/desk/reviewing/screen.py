"""The desk: an article in review and a person -> all that the review screen shows."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from archive.desk.editing.entry import CONFIRMABLE, Entry, FactKind, FactState
from archive.desk.editing.labelling import KINDS, FieldChange, describe_changes, label_facts, label_field, label_value
from archive.desk.editing.versions import read_stored, read_version
from archive.desk.holding import HoldNotice, describe_hold, holds_in_force
from archive.desk.near_duplicates import NearDuplicate, find_near_duplicates
from archive.desk.reviewing.comparison import Comparison, compare_with_page
from archive.desk.reviewing.original import Run, find_runs, find_unused
from archive.desk.reviewing.queue import Place, find_place
from archive.desk.reviewing.rules import find_refusal
from archive.models import Article, ReviewAction, ReviewStep, Status


@dataclass(frozen=True, slots=True)
class FactLine:
    """What the author says of the article: city, date and so on, with the words that it rests on."""

    label: str
    text: str
    words: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """A step that the screen offers, or why it may not be taken."""

    action: str
    refusal: str


@dataclass(frozen=True, slots=True)
class ReviewScreen:
    """What a reviewer sees.

    `unused` are the numbers of the lines near the article that are in no article; `changed` is what the author did
    since it was last sent back.
    """

    version: int
    comparison: Comparison
    runs: tuple[Run, ...]
    unused: tuple[int, ...]
    facts: tuple[FactLine, ...]
    steps: tuple[ReviewStep, ...]
    changed: tuple[FieldChange, ...]
    duplicates: tuple[NearDuplicate, ...]
    place: Place
    hold: HoldNotice
    publish: Offer
    put_back: Offer


def build_review(article: Article, user: User) -> ReviewScreen:
    """Return all that the screen shows of an article as it is stored."""
    entry = read_stored(article)
    comparison = compare_with_page(article)
    runs = find_runs(comparison, article)
    steps = tuple(article.review_steps.select_related("user"))
    hold = holds_in_force().filter(article=article).first()
    return ReviewScreen(
        version=entry.version,
        comparison=comparison,
        runs=runs,
        unused=find_unused(runs),
        facts=list_facts(entry),
        steps=steps,
        changed=_changed_since_sent_back(article, entry, steps),
        duplicates=find_near_duplicates(article),
        place=find_place(article, user),
        hold=describe_hold(hold, user, article=article),
        publish=_offer(article, ReviewAction.PUBLISHED, user),
        put_back=_offer(article, _way_back(article), user),
    )


def list_facts(entry: Entry) -> tuple[FactLine, ...]:
    """Return what an entry says of the article beside its text; newspaper, date and genre first."""
    labels = label_facts(entry.facts)
    lines = [
        FactLine(label_field(name, {}), label_value(name, entry.texts[name]) or _("不详"), "", _is_settled(entry, name))
        for name in ("newspaper", "date", "genre")
    ]
    for kind in FactKind:
        facts = [fact for fact in entry.facts_of(kind) if fact.state is not FactState.REJECTED]
        for fact in facts:
            text = f"{labels[fact.name]} {fact.role}".strip()
            lines.append(FactLine(str(KINDS[kind]), text, fact.words, fact.state is FactState.CONFIRMED))
        if not facts:
            lines.append(FactLine(str(KINDS[kind]), _("无"), "", is_confirmed=True))
    return tuple(lines)


def _is_settled(entry: Entry, name: str) -> bool:
    """Whether nobody has to look at a text any more: none is there, or it was confirmed, or never is."""
    return not entry.texts[name] or name not in CONFIRMABLE or name in entry.confirmed


def _way_back(article: Article) -> ReviewAction:
    """Return the step that takes the article away from readers, or away from the reviewers."""
    return ReviewAction.WITHDRAWN if article.status in (Status.PUBLISHED, Status.DRAFT) else ReviewAction.SENT_BACK


def _offer(article: Article, action: ReviewAction, user: User) -> Offer:
    return Offer(action.value, find_refusal(article, action, user))


def _changed_since_sent_back(article: Article, entry: Entry, steps: tuple[ReviewStep, ...]) -> tuple[FieldChange, ...]:
    """Return what differs from the version that was sent back last."""
    sent_back = [step for step in steps if step.action == ReviewAction.SENT_BACK]
    if not sent_back:
        return ()
    version = article.history.filter(history_date__lte=sent_back[-1].created).order_by("-history_id").first()
    before = read_version(article, version.history_id) if version else None
    return describe_changes(before, entry) if before else ()
