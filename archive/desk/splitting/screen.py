"""Splitting: a split and its page -> all that the screen shows."""

from dataclasses import dataclass

from archive.desk.splitting.describing import recent_gazetteer
from archive.desk.splitting.draft import Draft, read_draft
from archive.desk.splitting.finishing import find_undecided
from archive.desk.splitting.folio import Folio, read_folio
from archive.desk.splitting.kept_steps import last_key, last_step, recent_steps, undone_step
from archive.desk.splitting.panels import Panel, Reading, build_panels, read_through
from archive.desk.splitting.printed import read_printed
from archive.desk.splitting.rows import Row, build_rows
from archive.models import Page, Split, SplitStep

_MOST_CHOICES = 40


@dataclass(frozen=True, slots=True)
class SplitScreen:
    """A page being split: its rows, its articles, how far it is, what can be undone and done again.

    `seen` is the key of the last step, which the next one is sent with.
    """

    page: Page
    folio: Folio
    seen: int
    rows: tuple[Row, ...]
    panels: tuple[Panel, ...]
    reading: Reading | None
    copies: int
    unplaced: int
    undecided: int
    undo: SplitStep | None
    redo: SplitStep | None
    steps: tuple[SplitStep, ...]

    @property
    def can_choose_article(self) -> bool:
        """Whether each article can offer all others; of very many it would be very many times as many."""
        return 1 < len(self.panels) <= _MOST_CHOICES


@dataclass(frozen=True, slots=True)
class Changes:
    """What looks different after a step: rows, and articles where they still are the same by number and name."""

    rows: tuple[Row, ...]
    panels: tuple[Panel, ...]
    has_other_articles: bool


def build_screen(split: Split, read: int = 0) -> SplitScreen:
    """Return the screen of a split; `read` is the key of the article to be read through."""
    page, draft = split.page, read_draft(split.draft)
    printed, gazetteer = read_printed(page.text), recent_gazetteer()
    return SplitScreen(
        page,
        read_folio(page),
        last_key(split),
        tuple(build_rows(draft, printed).values()),
        build_panels(draft, printed, gazetteer),
        read_through(draft, read, printed, gazetteer) if read else None,
        len(draft.copies),
        len(draft.unplaced),
        len(find_undecided(draft)),
        last_step(split),
        undone_step(split),
        recent_steps(split),
    )


def find_changes(page: Page, before: Draft, after: Draft, read: int) -> Changes:
    """Return what looks different after a step; the article that is being read through always does."""
    printed, gazetteer = read_printed(page.text), recent_gazetteer()
    old_rows, new_rows = build_rows(before, printed), build_rows(after, printed)
    old_panels, new_panels = build_panels(before, printed, gazetteer), build_panels(after, printed, gazetteer)
    names = [[(one.mark, one.headline or one.opening) for one in panels] for panels in (old_panels, new_panels)]
    known = set(old_panels)
    return Changes(
        tuple(row for line, row in new_rows.items() if row != old_rows.get(line)),
        tuple(panel for panel in new_panels if panel not in known or panel.mark.key == read),
        has_other_articles=names[0] != names[1],
    )
