"""Changing many articles at once: they are found or chosen, the change is looked at, and made by a job."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from archive.desk.access import desk_view
from archive.desk.bulk.applying import start_change
from archive.desk.bulk.change import ChangeForm
from archive.desk.bulk.finding import MOST_ARTICLES, find_articles, read_keys
from archive.desk.bulk.preview import build_preview, read_seen
from archive.desk.keeping import take_kept_entry
from archive.desk.screen import render_desk
from archive.models import Article, Initiative, Status
from archive.models.article import ArticleQuerySet
from archive.views.listing import list_articles, newest_first

ARTICLES_ON_A_SCREEN = 100


@desk_view("archive.change_article")
def bulk_change(request: HttpRequest) -> HttpResponse:
    """Show the articles that are asked for, what a change would do to them, or start it."""
    if request.method == "POST":
        return _act(request, request.POST)
    if sent := take_kept_entry(request):
        messages.warning(request, _("下面是您刚才选好的，还没有改动。请看一遍再继续。"))
        return _act(request, sent, may_start=False)
    return show_choice(request, request.GET)


def _act(request: HttpRequest, sent: QueryDict, may_start: bool = True) -> HttpResponse:
    """Do what was sent asks for; go back to the choice where something is missing or wrong."""
    query = QueryDict(sent.get("query", ""))
    form = ChangeForm(sent)
    step = sent.get("step", "")
    if step not in ("preview", "change"):
        return show_choice(request, query, form, read_keys(sent.getlist("keys")))
    if not form.is_valid():
        return show_choice(request, query, form, _read_chosen(sent), status=422)
    if step == "change" and may_start and (seen := read_seen(sent.get("seen", ""))[:MOST_ARTICLES]):
        return redirect("job", start_change(form.change, seen, _user(request)).pk)
    articles = _find_chosen(request, query, sent)
    if not articles:
        messages.error(request, _("没有选稿件。"))
        return show_choice(request, query, form, status=422)
    preview = build_preview(articles, form.change, _user(request))
    context = {"preview": preview, "form": form, "query": query.urlencode(), "scope": sent.get("scope", "")}
    return render_desk(request, "desk/bulk_change_preview.html", context)


def show_choice(
    request: HttpRequest,
    query: QueryDict,
    form: ChangeForm | None = None,
    chosen: tuple[int, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Show the articles that a query asks for, those that were chosen ticked, and what can be changed."""
    found = find_articles(query, _user(request))
    request.GET = query  # type: ignore[assignment]  # the links between screens keep it, whatever was sent
    listing = list_articles(request, found.articles, ARTICLES_ON_A_SCREEN)
    context = {
        "found": found,
        "query": query.urlencode(),
        "listing": listing,
        "most": MOST_ARTICLES,
        "form": form or ChangeForm(),
        "ticked": {article.pk for article in listing.articles} if found.is_chosen and not form else set(chosen),
        "statuses": Status.choices,
        "programmes": Initiative.objects.order_by("name").values_list("name", flat=True),
    }
    return render_desk(request, "desk/bulk_change.html", context, status=status)


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)  # desk_view lets nobody else in


def _read_chosen(sent: QueryDict) -> tuple[int, ...]:
    """Return the articles that were ticked now, and those that the preview had."""
    return read_keys((*sent.getlist("article"), *sent.getlist("keys")))


def _find_chosen(request: HttpRequest, query: QueryDict, sent: QueryDict) -> ArticleQuerySet:
    """Return the articles to look at: all that the query finds, or those that were ticked."""
    if sent.get("scope") == "all":
        return find_articles(query, _user(request)).articles[:MOST_ARTICLES]
    return newest_first(Article.objects.filter(pk__in=_read_chosen(sent)[:MOST_ARTICLES]))
