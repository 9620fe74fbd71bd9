"""Loads regions, former names, programmes and the groups of editors."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from archive.loading.reference import load_reference


class Command(BaseCommand):
    """Says for each kind what was added and changed; run again, that nothing was."""

    help = "载入行政区划、曾用名、项目和用户组；可以重复运行。"

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and report."""
        outcomes = load_reference()
        if not any(outcome.added or outcome.changed for outcome in outcomes):
            self.stdout.write(_("基础数据已是最新，没有改动。"))
            return
        for outcome in outcomes:
            self.stdout.write(
                _("%(kind)s：新增 %(added)d，更新 %(changed)d")
                % {"kind": outcome.kind, "added": outcome.added, "changed": outcome.changed}
            )
