"""The desk: a file or a text that an editor handed in -> pages waiting to be split; what a job does with each."""

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.desk.jobs.kinds import ItemOutcome
from archive.desk.near_duplicates import SimilarPage, find_similar_page
from archive.desk.splitting.opening import open_split
from archive.desk.taking_in import find_known_page, name_page, propose_articles, store_page
from archive.desk.vocabulary import load_gazetteer
from archive.extraction.gazetteer import Gazetteer
from archive.intake.pages import IntakePage, read_pages
from archive.intake.refusal import Reason, RefusedError
from archive.models import ItemState, Job, JobItem, Page
from archive.segmentation.proposal import Folio, PageProposal


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page of a file that is not in the archive: its proposed articles, and a page that is another reading of it."""

    page: IntakePage
    proposal: PageProposal
    similar: SimilarPage | None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What was found out about a file before anything is written."""

    new: tuple[ReadPage, ...]
    known: tuple[Page, ...]
    without_text: tuple[int, ...]


def read_handed_in(item: JobItem) -> ReadFile:
    """Read an item's file and propose its articles; nothing is written. Raises RefusedError."""
    if reason := item.detail.get("refused"):
        raise RefusedError(Reason(reason), item.detail.get("limit", ""))
    intake = read_pages(Path(item.file.path))
    known = [find_known_page(page.text) for page in intake.pages]
    gazetteer = load_gazetteer()
    new = [_read_page(page, gazetteer) for page, other in zip(intake.pages, known, strict=True) if other is None]
    return ReadFile(tuple(new), tuple(page for page in known if page), intake.without_text)


def _read_page(page: IntakePage, gazetteer: Gazetteer) -> ReadPage:
    return ReadPage(page, propose_articles(page.text, gazetteer), find_similar_page(page.text))


def take_in_file(item: JobItem, read: ReadFile) -> ItemOutcome:
    """Store the new pages of a file, each with its split; one that is there already is only shown."""
    pages, added = list(read.known), 0
    for one in read.new:
        # Between the reading and now, or in the same file, the same page may have come in.
        page = find_known_page(one.page.text)
        if page is None:
            page = _store_page(item, one)
            added += 1
        pages.append(page)
    known = len(set(pages)) - added
    state = ItemState.DONE if added else ItemState.SKIPPED
    similar = tuple(one.similar.page for one in read.new if one.similar)
    return ItemOutcome(state, _describe(read, known), pages=tuple(dict.fromkeys(pages)), similar_pages=similar)


def _store_page(item: JobItem, read: ReadPage) -> Page:
    printed = read.proposal.folio
    given = {**_find_missing(printed, item.job), **item.detail}
    folio, name = _correct_folio(printed, given), name_page(item.name, read.page.number)
    page = store_page(read.page.text, name, folio, item.job.user, is_date_confirmed="date" in given)
    open_split(page, read.proposal)
    return page


def _find_missing(printed: Folio, job: Job) -> dict[str, str]:
    """Return what the editor gave of newspaper and date for all pages, as far as a page does not say it itself."""
    missing = dict(job.parameters.get("issue", {}))
    if printed.newspaper:
        missing.pop("newspaper", None)
    if printed.date:
        missing.pop("date", None)
    return missing


def _correct_folio(folio: Folio, given: dict[str, Any]) -> Folio:
    """Return what a page says of itself, with what the editor gave in its place."""
    if newspaper := given.get("newspaper"):
        folio = replace(folio, newspaper=newspaper)
    if date := given.get("date"):
        folio = replace(folio, date=datetime.date.fromisoformat(date), precision=given["precision"])
    if number := given.get("number"):
        folio = replace(folio, number=number)
    return folio


def _describe(read: ReadFile, known: int) -> str:
    """Return what an editor should know of a file that came in, a sentence each; empty where all is plain."""
    sentences = []
    if known:
        sentences.append(
            ngettext("有 %(count)d 个版面已在档案中，没有改动。", "有 %(count)d 个版面已在档案中，没有改动。", known)
            % {"count": known}
        )
    if read.without_text:
        numbers = ", ".join(map(str, read.without_text))
        sentences.append(_("没有文字、没有收入的页：%(numbers)s。") % {"numbers": numbers})
    for one in read.new:
        if one.similar:
            page = one.similar.page
            words = {"page": page, "source": page.source_name or page.pk, "percent": one.similar.percent}
            message = _("与档案中的“%(page)s”（来源：%(source)s）有 %(percent)d%% 相同，请看是不是同一个版面。")
            sentences.append(message % words)
    return " ".join(sentences)
