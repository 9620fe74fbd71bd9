"""Pages in the admin: everything about a page can be corrected except its text."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from archive.admin.versions import VersionedAdmin
from archive.models import Page
from archive.models.page import hash_text


class PageForm(forms.ModelForm):
    """A page; the same text comes in only once."""

    def clean_text(self) -> str:
        """Refuse a text that the archive has."""
        text: str = self.cleaned_data["text"]
        same = Page.objects.filter(text_hash=hash_text(text)).exclude(pk=self.instance.pk).first()
        if same:
            raise ValidationError(_("这一版已经收录过：%(page)s"), params={"page": same})
        return text


@admin.register(Page)
class PageAdmin(VersionedAdmin):
    """Pages with the number of articles made from them."""

    form = PageForm
    list_display = ("__str__", "section_label", "article_count", "source_name", "is_sample", "created")
    list_filter = ("newspaper", "date_precision", "is_sample")
    list_select_related = ("newspaper",)
    date_hierarchy = "date"
    search_fields = ("newspaper__name", "date", "section_label", "source_name", "text")
    autocomplete_fields = ("newspaper",)
    fields = (
        ("newspaper", "number", "section_label"),
        ("date", "date_precision", "is_date_confirmed"),
        "text",
        ("source_name", "scan"),
        ("is_sample", "created"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Page]:
        """Return pages with their newspaper, each with its number of articles."""
        pages = super().get_queryset(request).select_related("newspaper")
        return pages.annotate(counted_articles=Count("articles"))

    def get_readonly_fields(self, request: HttpRequest, obj: Page | None = None) -> tuple[str, ...]:
        """Keep the text of a page that is there as it was printed."""
        return ("is_sample", "created", "text") if obj else ("is_sample", "created")

    @admin.display(description=_("稿件数"), ordering="counted_articles")
    def article_count(self, page: Page) -> int:
        """Return the number of articles made from the page."""
        return page.counted_articles  # type: ignore[attr-defined]
