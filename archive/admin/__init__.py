"""The archive in Django's admin: every record, with its history; one file per kind."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.admin import account, article, initiative, newspaper, page, region

__all__ = ["account", "article", "initiative", "newspaper", "page", "region"]

admin.site.site_header = admin.site.site_title = _("工会报道档案")
admin.site.index_title = _("管理")
