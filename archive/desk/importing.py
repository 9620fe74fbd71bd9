"""The desk: the text of a page -> a page and its proposed articles in the database, and a report of what was done."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from archive.desk.storing import store_article
from archive.desk.taking_in import find_known_page, propose_articles, store_page
from archive.desk.vocabulary import Vocabulary, load_vocabulary
from archive.models import Article, Page, Status
from archive.segmentation.proposal import PageProposal


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one page: new with its articles, or known before and left as it was."""

    source_name: str
    page: Page
    is_new: bool
    articles: tuple[Article, ...] = ()


def import_page(
    text: str, source_name: str, publish: bool, vocabulary: Vocabulary | None = None, is_sample: bool = False
) -> ImportReport:
    """Take in one page and propose its articles, all in one transaction.

    The text is stored as it is; the same text again changes nothing. `vocabulary` saves reading it
    anew for each of many pages. Raises RefusedError where the text is no page.
    """
    if known := find_known_page(text):
        return ImportReport(source_name, known, is_new=False)
    vocabulary = vocabulary or load_vocabulary()
    proposal = propose_articles(text, vocabulary.gazetteer)
    try:
        with transaction.atomic():
            page = store_page(text, source_name, proposal.folio, is_sample=is_sample)
            articles = _store_articles(proposal, page, publish, vocabulary)
    except IntegrityError:
        # Another import of the same text was faster.
        if known := find_known_page(text):
            return ImportReport(source_name, known, is_new=False)
        raise
    return ImportReport(source_name, page, is_new=True, articles=articles)


def _store_articles(proposal: PageProposal, page: Page, publish: bool, vocabulary: Vocabulary) -> tuple[Article, ...]:
    """Write the page's articles in their order, from 1."""
    status = Status.PUBLISHED if publish else Status.DRAFT
    stored = [
        store_article(draft, page, order, status, vocabulary) for order, draft in enumerate(proposal.articles, start=1)
    ]
    return tuple(Article.objects.with_relations().filter(pk__in=[one.pk for one in stored]).order_by("order"))
