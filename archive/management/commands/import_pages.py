"""Page texts in files and folders -> pages and proposed articles in the archive."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.desk.explaining import explain_refusal
from archive.desk.importing import ImportReport, import_page
from archive.desk.taking_in import name_page
from archive.desk.vocabulary import Vocabulary, load_vocabulary
from archive.half_characters import readable
from archive.intake.files import find_page_files
from archive.intake.pages import read_pages
from archive.intake.refusal import Reason, RefusedError
from archive.models import Article


class Command(BaseCommand):
    """Import pages; one that fails is named with its reason, and the others go in."""

    help = _("收入版面文字：拆成稿件，认出报纸、日期、版次、地区、人名和项目。")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the paths and the choice to publish at once."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=_("文件或文件夹"))
        parser.add_argument("--publish", action="store_true", help=_("收入后立即发布；否则存为草稿"))

    def handle(self, *args: Any, paths: list[Path], publish: bool, **options: Any) -> None:
        """Import page after page, and say at the end what came in."""
        vocabulary = load_vocabulary()
        if not vocabulary.gazetteer.places:
            self.stderr.write(_("地区和项目还没有载入，认不出地区和项目；请先运行 load_reference。"))
        reports: list[ImportReport] = []
        failures = 0
        for path, refusal in find_page_files(paths):
            name = readable(path)
            if refusal and refusal.reason is Reason.OTHER_ENDING:
                self.stdout.write(_("－ %(name)s：%(reason)s") % {"name": name, "reason": explain_refusal(refusal)})
                continue
            try:
                if refusal:
                    raise refusal
                for report in import_file(path, publish, vocabulary):
                    reports.append(report)
                    self.stdout.write(describe_report(report))
            except RefusedError as reason:
                failures += 1
                self.stderr.write(_("✗ %(name)s：%(reason)s") % {"name": name, "reason": explain_refusal(reason)})
            except DatabaseError as error:
                failures += 1
                self.stderr.write(_("✗ %(name)s：数据库出错（%(error)s）。") % {"name": name, "error": error})
        self.stdout.write(summarize(reports, failures))
        if failures:
            raise CommandError(
                ngettext("有 %(count)d 个文件没有收入。", "有 %(count)d 个文件没有收入。", failures)
                % {"count": failures}
            )


def import_file(path: Path, publish: bool, vocabulary: Vocabulary) -> Iterator[ImportReport]:
    """Import the pages of a file one by one."""
    name = readable(path.name)
    for page in read_pages(path).pages:
        yield import_page(page.text, name_page(name, page.number), publish, vocabulary)


def describe_report(report: ImportReport) -> str:
    """Return what became of a page: one line for it, one for each of its articles."""
    words = {"name": report.source_name, "page": str(report.page), "count": len(report.articles)}
    if not report.is_new:
        return _("＝ %(name)s：已在档案中（%(page)s），没有改动。") % words
    first = _("✓ %(name)s：%(page)s，%(count)d 篇") % words
    return "\n".join((first, *(describe_article(article) for article in report.articles)))


def describe_article(article: Article) -> str:
    """Return an article's line: order, genre, headline, place, people, programmes."""
    places = "、".join(
        f"{link.province.short_name}{link.city}" if link.city else str(link.province) for link in article.places
    )
    people = "、".join(person.name for person in article.people.all())
    programmes = "、".join(str(link) for link in article.programmes)
    words = (
        _("地区：%(places)s") % {"places": places or _("不详")},
        _("人名：%(people)s") % {"people": people or _("无")},
        _("项目：%(programmes)s") % {"programmes": programmes or _("无")},
    )
    first = f"  {article.order:2d} [{article.get_genre_display()}] {article.display_headline}"
    return "\n".join((first, f"     {'；'.join(words)}"))


def summarize(reports: list[ImportReport], failures: int) -> str:
    """Return the closing line."""
    new = [report for report in reports if report.is_new]
    counts = {
        "pages": len(new),
        "articles": sum(len(report.articles) for report in new),
        "known": len(reports) - len(new),
        "failures": failures,
    }
    return _("合计：收入 %(pages)d 版 %(articles)d 篇；已有 %(known)d 版，没有改动；失败 %(failures)d 个。") % counts
