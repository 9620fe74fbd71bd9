"""Similar reports for the page of a report, which itself knows no search."""

import logging

from django import template

from archive.models import Article
from search.engines.backend import IndexMissingError
from search.engines.contract import IndexDamagedError
from search.similar import SimilarReports, find_similar

logger = logging.getLogger(__name__)
register = template.Library()


@register.simple_tag
def similar_reports(article: Article) -> SimilarReports:
    """Return the versions of a report and those like it: {% similar_reports article as similar %}.

    None while the index cannot be read: a report is shown without it.
    """
    try:
        return find_similar(article)
    except (IndexMissingError, IndexDamagedError):
        logger.warning("no similar reports: the index cannot be read")
        return SimilarReports()
