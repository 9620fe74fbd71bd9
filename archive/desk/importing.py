"""The desk: the bytes of a page -> a page and its proposed articles in the database, and a report of what was done."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from archive.desk.storing import store_article
from archive.desk.vocabulary import Vocabulary, load_vocabulary
from archive.intake.decode import decode_page
from archive.intake.lines import read_lines
from archive.intake.refusal import Reason, RefusedError
from archive.models import Article, Newspaper, Page, Status
from archive.models.page import hash_text
from archive.segmentation.page import segment_page
from archive.segmentation.proposal import Folio, PageProposal

MOST_ARTICLES = 500
_LONGEST_SOURCE_NAME = 255
_LONGEST_LABEL = 50


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one page: new with its articles, or known before and left as it was."""

    source_name: str
    page: Page
    is_new: bool
    articles: tuple[Article, ...] = ()


def import_page(
    data: bytes, source_name: str, publish: bool, vocabulary: Vocabulary | None = None, is_sample: bool = False
) -> ImportReport:
    """Take in one page and propose its articles, all in one transaction.

    The text is stored as it is; the same text again changes nothing. `vocabulary` saves reading it
    anew for each of many pages. Raises RefusedError where the bytes hold no page.
    """
    text = decode_page(data)
    if known := _find_known(text):
        return ImportReport(source_name, known, is_new=False)
    vocabulary = vocabulary or load_vocabulary()
    proposal = segment_page(read_lines(text), vocabulary.gazetteer)
    if len(proposal.articles) > MOST_ARTICLES:
        raise RefusedError(Reason.TOO_MANY_ARTICLES, str(MOST_ARTICLES))
    try:
        with transaction.atomic():
            page = _store_page(text, source_name, proposal.folio, is_sample)
            articles = _store_articles(proposal, page, publish, vocabulary)
    except IntegrityError:
        # Another import of the same text was faster.
        if known := _find_known(text):
            return ImportReport(source_name, known, is_new=False)
        raise
    return ImportReport(source_name, page, is_new=True, articles=articles)


def _find_known(text: str) -> Page | None:
    """Return the page that has this text already."""
    return Page.objects.select_related("newspaper").filter(text_hash=hash_text(text)).first()


def _store_page(text: str, source_name: str, folio: Folio, is_sample: bool) -> Page:
    """Write the page with what its folio says."""
    newspaper = Newspaper.objects.get_or_create(name=folio.newspaper)[0] if folio.newspaper else None
    return Page.objects.create(
        newspaper=newspaper,
        date=folio.date,
        date_precision=folio.precision,
        number=folio.number,
        section_label=folio.section_label[:_LONGEST_LABEL],
        text=text,
        source_name=source_name[-_LONGEST_SOURCE_NAME:],
        is_sample=is_sample,
    )


def _store_articles(proposal: PageProposal, page: Page, publish: bool, vocabulary: Vocabulary) -> tuple[Article, ...]:
    """Write the page's articles in their order, from 1."""
    status = Status.PUBLISHED if publish else Status.DRAFT
    stored = [
        store_article(draft, page, order, status, vocabulary) for order, draft in enumerate(proposal.articles, start=1)
    ]
    return tuple(Article.objects.with_relations().filter(pk__in=[one.pk for one in stored]).order_by("order"))
