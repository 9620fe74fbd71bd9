"""A programme's words: its name and aliases, what a change of them would do to the articles, and every version."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from archive.desk.access import desk_view
from archive.desk.keeping import take_kept_entry
from archive.desk.screen import render_desk
from archive.desk.tagging.planning import plan_retag
from archive.desk.tagging.programme_entry import describe_difference
from archive.desk.tagging.programme_form import ProgrammeForm, initial_of
from archive.desk.tagging.saving import change_of, read_stored, save_programme
from archive.desk.tagging.versions import latest_version, read_versions
from archive.desk.vocabulary import load_vocabulary
from archive.models import Initiative


@desk_view("archive.change_initiative")
def programme_words(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a programme; `?version=` fills the fields as they were."""
    return _answer(request, get_object_or_404(Initiative, pk=pk))


@desk_view("archive.add_initiative")
def add_programme(request: HttpRequest) -> HttpResponse:
    """Add a programme."""
    return _answer(request, None)


def _answer(request: HttpRequest, programme: Initiative | None) -> HttpResponse:
    if request.method != "POST":
        return _show(request, programme, _open_form(request, programme))
    form = ProgrammeForm(request.POST, programme=programme)
    if not form.is_valid():
        return _show(request, programme, form, status=400)
    if programme and request.POST.get("version") != str(latest_version(programme)):
        messages.warning(request, _describe_conflict(programme, form))
        return _show(request, programme, form, status=409)
    # What was looked at is what is saved: after another change of the fields it is to be looked at again.
    if request.POST.get("action") == "save" and request.POST.get("seen") == form.entry.fingerprint:
        return _save(request, programme, form)
    plan = plan_retag(change_of(programme, form.entry), load_vocabulary())
    return _show(request, programme, form, plan=plan, seen=form.entry.fingerprint)


def _open_form(request: HttpRequest, programme: Initiative | None) -> ProgrammeForm:
    """Return the form with what was typed before the login ran out, else with the stored entry or that of a version."""
    kept = take_kept_entry(request)
    if kept is not None:
        messages.warning(request, _("下面是您刚才填写的内容，还没有保存。请看一遍，再保存一次。"))
        return ProgrammeForm(QueryDict(kept.urlencode()), programme=programme)
    if programme is None:
        return ProgrammeForm(initial={"name": request.GET.get("name", "")[:100]})
    version = next((one for one in read_versions(programme) if str(one.key) == request.GET.get("version")), None)
    if version:
        messages.info(request, _("下面填的是那时的样子，还没有保存。"))
    return ProgrammeForm(initial=initial_of(version.entry if version else read_stored(programme)), programme=programme)


def _describe_conflict(programme: Initiative, form: ProgrammeForm) -> str:
    """Return who saved meanwhile, and what the editor's entry would make of it."""
    version = read_versions(programme)[0]
    changes = "；".join(describe_difference(version.entry, form.entry)) or _("没有不同")
    return _("您打开以后，%(person)s改过这个项目，您的还没有保存。照您填的保存，会这样改：%(changes)s。") % {
        "person": version.person or _("别人"),
        "changes": changes,
    }


def _save(request: HttpRequest, programme: Initiative | None, form: ProgrammeForm) -> HttpResponse:
    stored, job = save_programme(form.entry, programme, cast(User, request.user))
    messages.success(request, _("已保存：%(name)s。检索里马上起作用。") % {"name": stored})
    return redirect("job", job.pk) if job else redirect("programme_words", stored.pk)


def _show(
    request: HttpRequest, programme: Initiative | None, form: ProgrammeForm, status: int = 200, **preview: Any
) -> HttpResponse:
    context = {
        "programme": programme,
        "form": form,
        "version": latest_version(programme) if programme else 0,
        "versions": read_versions(programme) if programme else (),
        "link_count": programme.article_links.count() if programme else 0,
        "confirmed_count": programme.article_links.filter(is_confirmed=True).count() if programme else 0,
        **preview,
    }
    return render_desk(request, "desk/programme_words.html", context, status=status)
