"""Loads the sample archive."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from archive.loading.sample import ReferenceMissingError, load_sample


class Command(BaseCommand):
    """Says how much was added; run again, that the sample is there."""

    help = "载入样例档案；先运行 load_reference。"

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and report."""
        try:
            count = load_sample()
        except ReferenceMissingError as error:
            raise CommandError(_("%(error)s请先运行 load_reference。") % {"error": error}) from error
        if not count.articles:
            self.stdout.write(_("样例已在档案里，没有改动。"))
            return
        self.stdout.write(
            _("已载入样例：稿件 %(articles)d 篇，版面 %(pages)d 个，报纸 %(newspapers)d 种。")
            % {"articles": count.articles, "pages": count.pages, "newspapers": count.newspapers}
        )
