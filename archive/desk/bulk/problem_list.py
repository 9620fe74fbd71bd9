"""Bulk import: the problems of a table -> a table of them, to be worked through beside the one that was handed in."""

import csv
import io

from django.utils.translation import gettext as _

from archive.desk.bulk.kept_table import KeptTable
from archive.desk.jobs.report import guard_cell


def write_problems(kept: KeptTable) -> bytes:
    """Return a line for each problem as CSV, with the mark by which office programs know the encoding."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([_("行"), _("稿件"), _("列"), _("这一格写的是"), _("问题")])
    for check in kept.checks:
        for problem in check.problems:
            cells = (check.name, problem.label, problem.cell, problem.message)
            writer.writerow([check.number, *map(guard_cell, cells)])
    return text.getvalue().encode("utf-8-sig")
