"""What a reader sends about an error -> a report for the desk, unless it is too much, or a machine's."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.body import parse_body
from archive.models import Article, ErrorReport

LONGEST_QUOTE = 500
LONGEST_NOTE = 2000
# In a day: of one reader, on one article, and of all who did not log in.
MOST_OF_READER = 20
MOST_ON_ARTICLE = 30
MOST_WITHOUT_LOGIN = 300

_SENT = "error_reports"
_REMEMBERED = 50


class ErrorReportForm(forms.Form):
    """A quote, the block that it stands in, and a note. `website` is a field that only machines fill in."""

    quote = forms.CharField(
        label=gettext_lazy("有误的原文"), max_length=LONGEST_QUOTE, required=False, widget=forms.Textarea
    )
    note = forms.CharField(label=gettext_lazy("哪里不对，应该是什么"), max_length=LONGEST_NOTE, widget=forms.Textarea)
    block = forms.CharField(required=False)
    website = forms.CharField(label=gettext_lazy("请让这一栏空着"), required=False)

    def __init__(self, article: Article, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.article = article

    def clean_block(self) -> int | None:
        """Return the number of a block that there is; None for any other."""
        text = self.cleaned_data["block"]
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None
        return number if number is not None and number < len(parse_body(self.article.body)) else None

    def clean_website(self) -> str:
        """Refuse what only a machine does; a person is told, should it ever be one."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("没有收下。请清空最后一栏，再交一次。"))
        return ""


def check_amount(request: HttpRequest, article: Article) -> str:
    """Return why no more reports are taken today; empty where they are."""
    today = ErrorReport.objects.filter(created__gte=timezone.localtime().replace(hour=0, minute=0, second=0))
    if list_own(request).filter(pk__in=today.values("pk")).count() >= MOST_OF_READER:
        return _("没有收下：今天您已经报了 %(most)d 处，请明天再报。") % {"most": MOST_OF_READER}
    if today.filter(article=article).count() >= MOST_ON_ARTICLE:
        return _("没有收下：今天这篇报道的报错已经很多，编辑正在看，请明天再报。")
    if not request.user.is_authenticated and today.filter(reporter=None).count() >= MOST_WITHOUT_LOGIN:
        return _("没有收下：今天收到的报错太多了。请登录后再报，或明天再报。")
    return ""


def list_own(request: HttpRequest) -> QuerySet[ErrorReport]:
    """Return what the reader reported: by account, or else by what this browser remembers."""
    if request.user.is_authenticated:
        return ErrorReport.objects.filter(reporter=request.user.pk)
    return ErrorReport.objects.filter(pk__in=request.session.get(_SENT, []))


def store_report(request: HttpRequest, form: ErrorReportForm) -> ErrorReport:
    """Store a valid report; the same one, sent twice, is one."""
    fields = {name: form.cleaned_data[name] for name in ("quote", "block", "note")}
    same = list_own(request).filter(article=form.article, **fields).first()
    if same:
        return same
    reporter = request.user if request.user.is_authenticated else None
    report = ErrorReport.objects.create(article=form.article, reporter=reporter, **fields)
    if reporter is None:
        request.session[_SENT] = [*request.session.get(_SENT, []), report.pk][-_REMEMBERED:]
    return report
