"""Removes the sample archive."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from archive.loading.sample import SampleCount, remove_sample


class Command(BaseCommand):
    """Removes exactly the sample and says how much it was."""

    help = "删除样例档案，别的稿件一概不动。"

    def handle(self, *args: Any, **options: Any) -> None:
        """Remove and report."""
        count = remove_sample()
        if count == SampleCount(0, 0, 0):
            self.stdout.write(_("档案里没有样例。"))
            return
        self.stdout.write(
            _("已删除样例：稿件 %(articles)d 篇，版面 %(pages)d 个，报纸 %(newspapers)d 种。")
            % {"articles": count.articles, "pages": count.pages, "newspapers": count.newspapers}
        )
