"""Bulk change: what an address asks for -> the articles that its fields find, or those that were chosen elsewhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.contrib.auth.models import User
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.working.conditions import of_issue, of_place, with_text
from archive.desk.working.wanted import Choices, Wanted, WantedForm
from archive.models import Article, ArticleInitiative, Initiative, Job, JobItem, JobKind, Status
from archive.models.article import ArticleQuerySet
from archive.views.listing import newest_first

# So many are looked at, and so changed, at once.
MOST_ARTICLES = 1000

_TEXTS = ("kicker", "headline", "subhead", "byline", "body")
_IMPORTS = 20
_KEY = re.compile(r"[1-9]\d{0,17}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Found:
    """The articles that an address asks for, in the order of lists; `is_asked` tells whether it asks for any."""

    form: "FindForm"
    articles: ArticleQuerySet
    is_asked: bool
    is_chosen: bool


def _name_statuses() -> Choices:
    return [("", _("不论状态")), *Status.choices]


def _name_programmes() -> Choices:
    names = Initiative.objects.order_by("name").values_list("pk", "name")
    return [("", _("不论项目")), *((str(key), name) for key, name in names)]


def _name_imports() -> Choices:
    jobs = Job.objects.filter(kind=JobKind.IMPORT_ARTICLES)[:_IMPORTS]
    return [("", _("不论来处")), *((str(job.pk), f"{job} {job.parameters['table']}") for job in jobs)]


class FindForm(WantedForm):
    """The fields above the list: those of the work list that say which article, and what a change is made for."""

    person = age = order = None  # type: ignore[assignment]  # Django's way to leave a field out
    status = forms.ChoiceField(label=gettext_lazy("状态"), required=False, choices=_name_statuses)
    programme = forms.ChoiceField(label=gettext_lazy("项目"), required=False, choices=_name_programmes)
    job = forms.ChoiceField(label=gettext_lazy("哪次导入的"), required=False, choices=_name_imports)

    field_order = ("q", "status", "newspaper", "date", "region", "programme", "job")


def find_articles(query: QueryDict, user: User) -> Found:
    """Return what an address asks for; a field that cannot be read finds nothing, so that nothing else is changed."""
    form = FindForm(query)
    keys = read_keys(query.getlist("article"))
    if keys:
        return Found(form, newest_first(Article.objects.filter(pk__in=keys)), is_asked=True, is_chosen=True)
    wanted = form.read(user)
    is_asked = any(query.get(name) for name in form.fields)
    articles = Article.objects.filter(_where(form, wanted)) if is_asked and not form.errors else Article.objects.none()
    return Found(form, newest_first(articles), is_asked, is_chosen=False)


def read_keys(texts: Iterable[str]) -> tuple[int, ...]:
    """Return the keys of articles that texts give, each once; what is none is passed over."""
    keys = (int(word) for text in texts for word in text.split() if _KEY.fullmatch(word))
    return tuple(dict.fromkeys(keys))


def _where(form: FindForm, wanted: Wanted) -> Q:
    condition = of_issue(wanted) & of_place(wanted) & with_text(wanted, _TEXTS)
    if status := form.cleaned_data["status"]:
        condition &= Q(status=status)
    if programme := form.cleaned_data["programme"]:
        condition &= Q(pk__in=ArticleInitiative.objects.filter(initiative=programme).values("article"))
    if job := form.cleaned_data["job"]:
        condition &= Q(pk__in=JobItem.objects.filter(job=job).exclude(articles=None).values("articles"))
    return condition
