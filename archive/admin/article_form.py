"""What an editor sends for an article -> the article, unless another person saved it in the meantime."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.desk.reviewing.rules import ReviewError, check_author_may_publish, check_second_person
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
        if cleaned.get("status") == Status.PUBLISHED and "status" in self.changed_data:
            self._check_publishing()
        return cleaned

    def _check_publishing(self) -> None:
        """Refuse to publish what this person wrote, in this form too, where a second person has to publish."""
        try:
            if set(self.changed_data) - {"status", "seen_modified"} or not self.instance.pk:
                check_author_may_publish()
            else:
                check_second_person(self.instance, self.user)
        except ReviewError as refusal:
            raise ValidationError({"status": str(refusal)}) from refusal

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
