"""Jobs: a job's items -> a table that can be downloaded and opened in any office program."""

import csv
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from archive.models import Job

_ROWS_AT_ONCE = 500
# Office programs run a cell that begins like this as a formula, some of them where the sign is a full-width one too.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, line: str) -> str:
        return line


def guard_cell(text: str) -> str:
    """Return a text that no office program takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def write_report(job: Job) -> Iterator[str]:
    """Yield the lines of a job's report as CSV, first the mark by which office programs know the encoding."""
    writer: Any = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow([_("序号"), _("名称"), _("结果"), _("说明"), _("版面"), _("稿件")])
    items = job.items.order_by("number").prefetch_related("pages__newspaper", "articles")
    for item in items.iterator(chunk_size=_ROWS_AT_ONCE):
        pages = "；".join(str(page) for page in item.pages.all())
        articles = "；".join(article.display_headline for article in item.articles.all())
        texts = (item.name, item.get_state_display(), item.message, pages, articles)
        yield writer.writerow([item.number, *map(guard_cell, texts)])
