"""The desk: the text of a page -> the articles that it seems to hold, and its row in the database."""

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _

from archive.desk.character_model import recent_character_model
from archive.extraction.gazetteer import Gazetteer
from archive.intake.lines import read_lines
from archive.intake.refusal import Reason, RefusedError
from archive.models import Newspaper, Page
from archive.models.page import hash_text
from archive.segmentation.page import segment_page
from archive.segmentation.proposal import Folio, PageProposal

MOST_ARTICLES = 500
_LONGEST_SOURCE_NAME = 255
_LONGEST_LABEL = 50


def name_page(name: str, number: int) -> str:
    """Return the name of a page's source: the file's, and which of its pages where it has several."""
    return _("%(name)s 第 %(number)d 页") % {"name": name, "number": number} if number else name


def propose_articles(text: str, gazetteer: Gazetteer) -> PageProposal:
    """Return what segmentation makes of a page. Raises RefusedError where it is no page but a whole book."""
    proposal = segment_page(read_lines(text), gazetteer, recent_character_model())
    if len(proposal.articles) > MOST_ARTICLES:
        raise RefusedError(Reason.TOO_MANY_ARTICLES, str(MOST_ARTICLES))
    return proposal


def find_known_page(text: str) -> Page | None:
    """Return the page that has this text already; other line ends, or more of them at the end, are no difference."""
    unix = text.replace("\r\n", "\n")
    variants = {text, unix, unix.replace("\n", "\r\n")}
    variants |= {variant.rstrip("\r\n") + end for variant in tuple(variants) for end in ("", "\n", "\r\n")}
    hashes = {hash_text(variant) for variant in variants}
    return Page.objects.select_related("newspaper").filter(text_hash__in=hashes).order_by("pk").first()


def store_page(
    text: str,
    source_name: str,
    folio: Folio,
    user: AbstractBaseUser | None = None,
    is_sample: bool = False,
    is_date_confirmed: bool = False,
) -> Page:
    """Write a page, unchanged in its text, with what its folio says. Raises IntegrityError where it is known."""
    newspaper = Newspaper.objects.get_or_create(name=folio.newspaper)[0] if folio.newspaper else None
    page = Page(
        newspaper=newspaper,
        date=folio.date,
        date_precision=folio.precision,
        is_date_confirmed=is_date_confirmed,
        number=folio.number,
        section_label=folio.section_label[:_LONGEST_LABEL],
        text=text,
        source_name=source_name[-_LONGEST_SOURCE_NAME:],
        is_sample=is_sample,
    )
    page._history_user = user  # type: ignore[attr-defined]  # the versions name them
    page.save()
    return page
