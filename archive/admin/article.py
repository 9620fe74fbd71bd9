"""Articles in the admin."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Field, QuerySet
from django.forms import Field as FormField
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from archive.admin.article_form import ArticleForm
from archive.admin.article_links import InitiativeInline, PersonInline, PlaceInline
from archive.admin.versions import VersionedAdmin
from archive.desk.reviewing.rules import ReviewError
from archive.desk.reviewing.steps import note_step, publish, withdraw
from archive.models import Article, Status

# Only who may publish gives an article one of these, or takes it away.
DECIDED = (Status.PUBLISHED, Status.WITHDRAWN)
# Keys of eight digits, and the address is still one that every server takes.
MOST_IN_AN_ADDRESS = 400

Step = Callable[[Article, User], Article]


@admin.register(Article)
class ArticleAdmin(VersionedAdmin):
    """Articles with places, programmes and people; publishing needs its own permission."""

    form = ArticleForm
    list_display = ("shown_headline", "newspaper", "issue_date", "places", "programmes", "status", "on_site")
    list_filter = (
        "status",
        "genre",
        "newspaper",
        ("city_links__province", admin.RelatedOnlyFieldListFilter),
        ("initiative_links__initiative", admin.RelatedOnlyFieldListFilter),
        "date_precision",
        "is_sample",
    )
    date_hierarchy = "date"
    search_fields = ("headline", "kicker", "subhead", "byline", "body")
    search_help_text = _("在主题、引题、副题、署名和正文中查找")
    autocomplete_fields = ("newspaper", "page")
    readonly_fields = ("is_sample", "created", "modified")
    inlines = (PlaceInline, InitiativeInline, PersonInline)
    actions = ("publish", "withdraw", "change_many")
    save_on_top = True
    fieldsets = (
        (_("出处"), {"fields": ("newspaper", ("date", "date_precision"), ("page", "order"))}),
        (_("标题"), {"fields": ("kicker", "headline", "subhead", ("byline", "dateline"), "genre")}),
        (_("正文"), {"fields": ("body",)}),
        (_("状态"), {"fields": ("status", ("is_sample", "created", "modified"))}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Return articles with all that the list shows, in a fixed number of queries."""
        return super().get_queryset(request).with_relations()

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """Add to the form of an article that is there what it needs to notice another person's change."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj and self.has_change_permission(request, obj):
            return (*fieldsets, (None, {"fields": ("seen_modified",)}))
        return fieldsets

    def get_form(self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any) -> Any:
        """Tell the form who fills it in: whether an article may be published depends on it."""
        form = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        return form

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> tuple[str, ...]:
        """Let an editor correct a published article but not take it back."""
        if obj and obj.status in DECIDED and not self.has_publish_permission(request):
            return (*self.readonly_fields, "status")
        return self.readonly_fields

    def formfield_for_choice_field(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> FormField:
        """Offer publishing and withdrawing only to who may."""
        if db_field.name == "status" and not self.has_publish_permission(request):
            kwargs["choices"] = [choice for choice in Status.choices if choice[0] not in DECIDED]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Article, form: ModelForm, change: bool) -> None:
        """Save; an old version brought back from the history does not publish by the way."""
        stored = Article.objects.filter(pk=obj.pk).values_list("status", flat=True).first() or Status.DRAFT
        if change and not self.has_publish_permission(request) and (stored in DECIDED or obj.status in DECIDED):
            obj.status = stored
        super().save_model(request, obj, form, change)
        note_step(obj, stored, cast(User, request.user), gettext("后台修改"))

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Return whether the person may publish and withdraw."""
        return request.user.has_perm("archive.publish_article")

    def view_on_site(self, obj: Article) -> str | None:
        """Return the address that readers see, for an article that they see."""
        return obj.get_absolute_url() if obj.is_published else None

    @admin.display(description=_("主题"), ordering="headline")
    def shown_headline(self, article: Article) -> str:
        """Return the headline, or what stands for one that was lost."""
        return article.display_headline

    @admin.display(description=_("出版日期"), ordering="date")
    def issue_date(self, article: Article) -> str:
        """Return the date as exact as it is known."""
        return article.display_date

    @admin.display(description=_("地区"))
    def places(self, article: Article) -> str:
        """Return the places in one line."""
        return "、".join(str(link.place) for link in article.places)

    @admin.display(description=_("项目"))
    def programmes(self, article: Article) -> str:
        """Return the programmes in one line."""
        return "、".join(link.initiative.name for link in article.programmes)

    @admin.display(description=_("在站点上"))
    def on_site(self, article: Article) -> str:
        """Return the link to what readers see."""
        address = self.view_on_site(article)
        return format_html('<a href="{}">{}</a>', address, gettext("查看")) if address else ""

    @admin.action(description=_("发布所选稿件"), permissions=["publish"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Publish."""
        self._take_steps(request, queryset.exclude(status=Status.PUBLISHED), publish, Status.PUBLISHED)

    @admin.action(description=_("撤回所选稿件"), permissions=["publish"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Withdraw."""
        step = partial(withdraw, reason=gettext("后台批量撤回"))
        self._take_steps(request, queryset.exclude(status=Status.WITHDRAWN), step, Status.WITHDRAWN)

    @admin.action(description=_("批量修改所选稿件：先预览，可以撤销"), permissions=["change"])
    def change_many(self, request: HttpRequest, queryset: QuerySet[Article]) -> HttpResponseRedirect | None:
        """Take the articles to the desk, as many as an address holds."""
        keys = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST_IN_AN_ADDRESS + 1])
        if len(keys) > MOST_IN_AN_ADDRESS:
            text = gettext("一次最多选 %(count)d 篇；更多的请在编辑台的“批量修改”里找出来。")
            messages.error(request, text % {"count": MOST_IN_AN_ADDRESS})
            return None
        address = f"{resolve_url('bulk_change')}?{urlencode({'article': ' '.join(map(str, keys))})}"
        return HttpResponseRedirect(address)

    @transaction.atomic
    def _take_steps(self, request: HttpRequest, queryset: QuerySet[Article], step: Step, status: Status) -> None:
        """Take a step with articles one by one: each gets a version; say which may not be."""
        count = 0
        for article in queryset:
            try:
                step(article, cast(User, request.user))
                count += 1
            except ReviewError as refusal:
                messages.warning(request, f"{article}: {refusal}")
        text = ngettext("%(count)d 篇稿件%(status)s。", "%(count)d 篇稿件%(status)s。", count)
        messages.success(request, text % {"count": count, "status": status.label})
