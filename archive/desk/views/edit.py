"""Edit: the fields of one article, what was found in it to be confirmed, and what another person changed meanwhile."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from archive.desk.access import desk_view, wants_json
from archive.desk.editing.checking import Problems, check_entry
from archive.desk.editing.conflict import build_conflict, read_resolved
from archive.desk.editing.entry import Entry, read_fields
from archive.desk.editing.facts import find_again
from archive.desk.editing.kept import find_kept, forget, keep
from archive.desk.editing.labelling import describe_changes
from archive.desk.editing.leaving import go_on
from archive.desk.editing.saving import save_entry
from archive.desk.editing.screen import build_form, build_preview
from archive.desk.editing.surroundings import find_surroundings
from archive.desk.editing.versions import read_stored
from archive.desk.holding import open_hold
from archive.desk.keeping import take_kept_entry
from archive.desk.near_duplicates import find_near_duplicates
from archive.desk.reviewing.rules import ReviewError
from archive.desk.screen import render_desk
from archive.desk.trouble import explain_trouble
from archive.desk.vocabulary import load_vocabulary
from archive.models import Article, Newspaper


# What a browser had of the form before may be older than what is kept.
@never_cache
@desk_view("archive.change_article")
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an article's form, or do with what was entered what the pressed button says."""
    article = get_object_or_404(Article, pk=pk)
    if request.method == "POST":
        return _ACTIONS.get(request.POST.get("action", ""), _save)(request, article)
    if sent := take_kept_entry(request):
        return _show_sent(request, article, read_resolved(_fields(sent)), notice="sent")
    if kept := find_kept(article, _user(request)):
        return _show(request, article, read_fields(kept.fields), notice="kept", kept=kept)
    return _show(request, article)


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)  # desk_view lets nobody else in


def _fields(data: QueryDict) -> dict[str, str]:
    return {name: str(data[name]) for name in data}


def _read(request: HttpRequest) -> Entry:
    """Return the entry that was sent, with what was chosen in it of two savers' changes."""
    return read_resolved(_fields(request.POST))


def _show_sent(
    request: HttpRequest, article: Article, entry: Entry, problems: Problems | None = None, **around: Any
) -> HttpResponse:
    """Show the form with an entry that was sent and is not saved; the tab may be closed now."""
    keep(article, _user(request), entry)
    return _show(request, article, entry, problems, **around)


def _show(
    request: HttpRequest, article: Article, entry: Entry | None = None, problems: Problems | None = None, **around: Any
) -> HttpResponse:
    """Show the form with an entry in it, or with what is stored."""
    stored = read_stored(article)
    entry = entry.brought_up_to(stored) if entry else stored
    context = {
        "article": article,
        "form": build_form(article, entry, problems or {}),
        "problems": sum(map(len, (problems or {}).values())),
        "around": find_surroundings(article, _user(request)),
        "changes": describe_changes(stored, entry) if "notice" in around else (),
        "is_outdated": entry.version != stored.version,
        "duplicates": find_near_duplicates(article),
        "newspapers": Newspaper.objects.values_list("name", flat=True),
        "hold": open_hold(_user(request), article=article),
        **around,
    }
    return render_desk(request, "desk/edit.html", context, status=around.get("status", 422 if problems else 200))


def _keep(request: HttpRequest, article: Article) -> HttpResponse:
    kept = keep(article, _user(request), _read(request))
    if kept is None:
        return JsonResponse({"message": ""})
    time = timezone.localtime(kept.modified).strftime("%H:%M:%S")
    message = _("填写的内容已暂存 %(time)s，还没有保存") % {"time": time}
    if _read(request).version != read_stored(article).version:
        message = _("%(kept)s。这篇稿件刚有人保存过，您保存时两边的改动会合在一起") % {"kept": message}
    return JsonResponse({"message": message})


def _preview(request: HttpRequest, article: Article) -> HttpResponse:
    entry = _read(request)
    if not wants_json(request):
        return _show_sent(request, article, entry)
    context = {"preview": build_preview(entry)}
    return JsonResponse({"message": "", "preview": render_to_string("desk/includes/edit_preview.html", context)})


def _find(request: HttpRequest, article: Article) -> HttpResponse:
    """Find the facts anew in the words as they are now."""
    entry = find_again(_read(request), article.page, load_vocabulary())
    return _show_facts(request, article, entry, {})


def _add(request: HttpRequest, article: Article) -> HttpResponse:
    """Add the places, programmes and people that were typed."""
    checked = check_entry(_read(request))
    return _show_facts(request, article, checked.entry, checked.problems)


def _show_facts(request: HttpRequest, article: Article, entry: Entry, problems: Problems) -> HttpResponse:
    if not wants_json(request):
        return _show_sent(request, article, entry, problems)
    context = {
        "form": build_form(article, entry, problems),
        "newspapers": Newspaper.objects.values_list("name", flat=True),
    }
    facts = render_to_string("desk/includes/edit_facts.html", context, request)
    return JsonResponse({"message": "", "facts": facts, "dateline": entry.texts["dateline"]})


def _discard(request: HttpRequest, article: Article) -> HttpResponse:
    forget(article, _user(request))
    messages.info(request, _("已丢弃没有保存的填写。"))
    return redirect(request.path)


def _save(request: HttpRequest, article: Article) -> HttpResponse:
    """Save an entry and go on; what cannot be saved comes back as it is."""
    entry = _read(request)
    try:
        return _try_to_save(request, article, entry)
    except ReviewError as refusal:
        return _refuse(request, article, entry, refusal)
    except (OperationalError, OSError) as error:
        message = explain_trouble(error)
        if not message or wants_json(request):
            raise  # the middleware answers a script
        return _show(request, article, entry, trouble=message, status=503)


def _try_to_save(request: HttpRequest, article: Article, entry: Entry) -> HttpResponse:
    checked, user = check_entry(entry), _user(request)
    if checked.problems:
        if not wants_json(request):
            return _show_sent(request, article, checked.entry, checked.problems)
        keep(article, user, checked.entry)
        return JsonResponse({"message": _("还有要改的地方，见各栏的说明。")}, status=422)
    outcome = save_entry(article.pk, checked.entry, user)
    if outcome.is_saved:
        address = go_on(request, outcome)
        return JsonResponse({"message": "", "url": address}) if wants_json(request) else redirect(address)
    keep(outcome.article, user, checked.entry)
    if wants_json(request):
        return JsonResponse({"message": _("您打开之后有人保存过这篇稿件。")}, status=409)
    return render_desk(request, "desk/edit_conflict.html", build_conflict(outcome, checked.entry), status=409)


def _refuse(request: HttpRequest, article: Article, entry: Entry, refusal: ReviewError) -> HttpResponse:
    message = _("没有保存，填写的内容都还在。%(refusal)s") % {"refusal": refusal}
    if not wants_json(request):
        return _show_sent(request, article, entry, trouble=message, status=409)
    keep(article, _user(request), entry)
    return JsonResponse({"message": message}, status=409)


_ACTIONS: dict[str, Callable[[HttpRequest, Article], HttpResponse]] = {
    "keep": _keep,
    "preview": _preview,
    "find": _find,
    "add": _add,
    "discard": _discard,
}
