"""The archive: newspapers, pages, articles, and the vocabulary that orders them."""

import logging

import jieba
from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class ArchiveConfig(AppConfig):
    """Registers the receivers that tell of changed articles."""

    name = "archive"
    verbose_name = _("报道档案")

    def ready(self) -> None:
        """Connect the receivers; have jieba keep its cache, a marshal file, where nobody else can write."""
        jieba.dt.tmp_dir = str(settings.DATA_DIR)
        jieba.setLogLevel(logging.WARNING)
        from archive import receivers  # noqa: F401
        from archive.desk import shingling  # noqa: F401
        from archive.desk.jobs import schedules  # noqa: F401
