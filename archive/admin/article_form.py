"""What an editor sends for an article -> the article, unless another person saved it in the meantime."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.desk.editing.entry import TEXTS, Links, read_article
from archive.desk.reviewing.rules import (
    ReviewError,
    check_author_may_publish,
    check_second_person,
    check_text_may_change,
)
from archive.models import Article, Status


class ArticleForm(forms.ModelForm):
    """An article's fields, and in `seen_modified` when the article that the editor saw was last saved."""

    # Who fills it in; set by the admin.
    user: User

    seen_modified = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        widgets = {
            "kicker": AdminTextInputWidget(attrs={"class": "vLargeTextField"}),
            "headline": AdminTextInputWidget(attrs={"class": "vLargeTextField"}),
            "subhead": AdminTextInputWidget(attrs={"class": "vLargeTextField"}),
            "body": AdminTextareaWidget(attrs={"rows": 24}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen_modified"].initial = self._stored_modified()

    def clean(self) -> dict[str, Any]:
        """Refuse to save over a version that the editor has not seen; what was entered stays in the form."""
        cleaned = super().clean() or {}
        if self.instance.pk and cleaned.get("seen_modified") != self._stored_modified(lock=True):
            raise ValidationError(self._describe_conflict(), code="conflict")
        stored = Article.objects.filter(pk=self.instance.pk).first()
        if not self.errors and self._will_be_published(stored):
            self._check_publishing(stored)
        return cleaned

    def _will_be_published(self, stored: Article | None) -> bool:
        """Return whether readers will see the article; who may not publish leaves that as it is."""
        if self.user.has_perm("archive.publish_article"):
            return bool(self.cleaned_data["status"] == Status.PUBLISHED)
        return stored is not None and stored.is_published

    def _check_publishing(self, stored: Article | None) -> None:
        """Refuse to show readers what this person wrote, in this form too, where a second person has to publish."""
        is_changed = stored is None or self._read_text() != _read_text(stored)
        try:
            if stored and stored.is_published and is_changed:
                check_text_may_change(stored)
            elif is_changed:
                check_author_may_publish()
            elif stored and not stored.is_published:
                check_second_person(stored, self.user)
        except ReviewError as refusal:
            raise ValidationError(str(refusal)) from refusal

    def _read_text(self) -> Mapping[str, str]:
        return _read_text(Article(**{name: self.cleaned_data[name] for name in (*TEXTS, "date_precision")}))

    def _stored_modified(self, lock: bool = False) -> str:
        """Return when the stored article was last saved; the instance may be an older version of it."""
        articles = Article.objects.select_for_update() if lock else Article.objects.all()
        modified = articles.filter(pk=self.instance.pk).values_list("modified", flat=True).first()
        return modified.isoformat() if modified else ""

    def _describe_conflict(self) -> str:
        version = self.instance.history.select_related("history_user").first()
        user = version.history_user if version else None
        time = timezone.localtime(version.history_date).strftime("%H:%M") if version else ""
        return _(
            "您打开这篇稿件之后，%(user)s在%(time)s保存过它，所以您的改动没有保存。您填写的内容都还在下面；"
            "请另开窗口查看现在的稿件，把您的改动并入后再保存。"
        ) % {"user": user or _("别人"), "time": time}


def _read_text(article: Article) -> Mapping[str, str]:
    """Return the text as it is compared, line ends and all, whether the article is stored or not."""
    return read_article(article, 0, Links((), (), ())).texts
