"""The desk: pages of a list -> what those are called that do not say which they are: by their first headline."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models.functions import Substr

from archive.desk.splitting.draft import Role
from archive.intake.lines import read_lines
from archive.models import Page, Split
from archive.segmentation.paragraph import read_paragraphs

# So many characters are read of a page; a first headline stands near its top.
_LOOKED_AT = 4000
_LONGEST = 80


def name_pages(pages: Iterable[Page]) -> Mapping[int, str]:
    """Return by key the first headline, or else the file, of each page that lacks newspaper, date or number."""
    unsure = {page.pk: page for page in pages if not (page.newspaper_id and page.date and page.number)}
    splits = Split.objects.filter(page__in=unsure) if unsure else Split.objects.none()
    texts = splits.annotate(start=Substr("page__text", 1, _LOOKED_AT)).values_list("page", "draft", "start")
    headlines = {key: _find_headline(draft, start) for key, draft, start in texts}
    return {key: headlines.get(key) or page.source_name for key, page in unsure.items()}


def _find_headline(draft: dict[str, Any], text: str) -> str:
    """Return the headline of a stored draft that is printed first; empty where the text has none."""
    entries = (entry for article in draft["articles"] for entry in article["lines"])
    first = min((line for line, role, *_marks in entries if role == Role.HEADLINE), default=0)
    printed = read_lines(text)[first - 1 : first] if first else []
    headline = next((line.text for line in read_paragraphs(printed)), "")
    return headline if len(headline) <= _LONGEST else f"{headline[:_LONGEST]}…"
