"""Splitting: a split and its page -> all that the screen shows."""

from dataclasses import dataclass, replace

from archive.desk.splitting.draft import Draft, read_draft
from archive.desk.splitting.finishing import find_undecided
from archive.desk.splitting.folio import Folio, read_folio
from archive.desk.splitting.kept_steps import last_key, last_step, recent_steps, undone_step
from archive.desk.splitting.panels import Panel, Reading, build_panels, read_through
from archive.desk.splitting.printed import read_printed
from archive.desk.splitting.rows import ArticleMark, Row, build_rows, mark_articles
from archive.desk.vocabulary import recent_gazetteer
from archive.models import Page, Split, SplitStep

_FEW_ARTICLES = 40


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
    unplaced: tuple[int, ...]
    undecided: tuple[int, ...]
    undo: SplitStep | None
    redo: SplitStep | None
    steps: tuple[SplitStep, ...]

    @property
    def has_few_articles(self) -> bool:
        """Whether all of them can be offered wherever one is asked for; very many are pointed at instead."""
        return len(self.panels) <= _FEW_ARTICLES

    @property
    def reads(self) -> int:
        """The key of the article that is being read through, 0 for none."""
        return self.reading.mark.key if self.reading else 0


@dataclass(frozen=True, slots=True)
class Changes:
    """What looks different after a step: rows and articles, and of those that are only numbered anew the marks.

    `order` are the keys of the articles where these are others than before or stand elsewhere, empty otherwise.
    `are_all_articles`: each of few articles offers all others by number, and one of them is called otherwise now.
    """

    rows: tuple[Row, ...]
    panels: tuple[Panel, ...]
    marks: tuple[ArticleMark, ...]
    order: tuple[int, ...]
    are_all_articles: bool


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
        tuple(entry.line for entry in draft.unplaced),
        tuple(find_undecided(draft)),
        last_step(split),
        undone_step(split),
        recent_steps(split),
    )


def find_changes(screen: SplitScreen, before: Draft) -> Changes:
    """Return what looks different from before on a screen; the article that is being read through always does."""
    printed = read_printed(screen.page.text)
    rows, marks = build_rows(before, printed), mark_articles(before)
    panels = {panel.mark.key: panel for panel in build_panels(before, printed, recent_gazetteer())}
    names = [[(one.mark, one.headline or one.opening) for one in some] for some in (panels.values(), screen.panels)]
    order = tuple(panel.mark.key for panel in screen.panels)
    return Changes(
        tuple(row for row in screen.rows if _is_other_row(row, rows.get(row.line))),
        tuple(
            one
            for one in screen.panels
            if _is_other_panel(one, panels.get(one.mark.key)) or one.mark.key == screen.reads
        ),
        tuple(panel.mark for panel in screen.panels if marks.get(panel.mark.key, panel.mark) != panel.mark),
        order if order != tuple(panels) else (),
        are_all_articles=min(map(len, names)) <= _FEW_ARTICLES and names[0] != names[1],
    )


def _is_other_row(row: Row, before: Row | None) -> bool:
    """Whether more is different than the number and the colour of the article."""
    if before is None or row.article.key != before.article.key:
        return True
    return replace(row, article=before.article) != before


def _is_other_panel(panel: Panel, before: Panel | None) -> bool:
    """Whether more is different than the number and the colour."""
    return before is None or replace(panel, mark=before.mark) != before
