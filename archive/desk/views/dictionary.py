"""The dictionary: words that belong together, which editors teach the cutter beside the names it knows."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.desk.access import desk_view
from archive.desk.keeping import take_kept_entry
from archive.desk.people import name_person
from archive.desk.screen import render_desk
from archive.desk.tagging.dictionary_words import TypedWords, add_words, change_note, read_typed, remove_word
from archive.models import DictionaryWord
from archive.views.listing import link_screens

WORDS_ON_A_SCREEN = 100
_LATEST = 20
_LONGEST_NOTE = 200
_LONGEST_FILTER = 30


@desk_view("archive.view_dictionaryword")
def dictionary(request: HttpRequest) -> HttpResponse:
    """List the words; add some, change the note of one, or take one out."""
    if request.method != "POST":
        kept = take_kept_entry(request)
        if kept is not None:
            messages.warning(request, _("下面是您刚才填写的内容，还没有保存。"))
        return _show(request, kept.get("words", "") if kept else "", kept.get("note", "") if kept else "")
    action = request.POST.get("action")
    if action == "add":
        return _add(request)
    return _change(request, str(action))


def _add(request: HttpRequest) -> HttpResponse:
    """Add all the typed words, or none where one is wrong."""
    _require(request, "add")
    text, note = request.POST.get("words", ""), request.POST.get("note", "").strip()[:_LONGEST_NOTE]
    typed = read_typed(text)
    if typed.problems or not typed.words:
        return _show(request, text, note, typed, status=400)
    add_words(typed.words, note, cast(User, request.user))
    count = len(typed.words)
    messages.success(request, ngettext("加了 %(count)d 个词。", "加了 %(count)d 个词。", count) % {"count": count})
    return redirect("dictionary")


def _change(request: HttpRequest, action: str) -> HttpResponse:
    """Change a word as the pressed button says."""
    given = request.POST.get("word", "").replace("\0", "")
    if not given:
        raise Http404
    word = DictionaryWord.objects.filter(word=given).first()
    if word is None:  # somebody was faster, or it was pressed twice
        messages.warning(request, _("“%(word)s”已经不在词典里了。") % {"word": given[:_LONGEST_FILTER]})
        return redirect("dictionary")
    user = cast(User, request.user)
    if action == "remove":
        _require(request, "delete")
        remove_word(word, user)
        messages.success(request, _("“%(word)s”已从词典里去掉。") % {"word": given})
    elif action == "note":
        _require(request, "change")
        if change_note(word, request.POST.get("note", "").strip()[:_LONGEST_NOTE], user):
            messages.success(request, _("改了“%(word)s”的说明。") % {"word": given})
    return redirect("dictionary")


def _require(request: HttpRequest, verb: str) -> None:
    if not request.user.has_perm(f"archive.{verb}_dictionaryword"):
        raise PermissionDenied


def _show(
    request: HttpRequest, words: str = "", note: str = "", typed: TypedWords | None = None, status: int = 200
) -> HttpResponse:
    text = request.GET.get("q", "").replace("\0", "").strip()[:_LONGEST_FILTER]
    found = DictionaryWord.objects.filter(word__contains=text) if text else DictionaryWord.objects.all()
    paginator = Paginator(found, WORDS_ON_A_SCREEN)
    screen = paginator.get_page(request.GET.get("p"))
    versions = DictionaryWord.history.select_related("history_user").order_by("-history_id")[:_LATEST]
    context = {
        "text": text,
        "words": screen.object_list,
        "total": paginator.count,
        "pages": link_screens(request, screen.number, paginator.num_pages),
        "versions": [(version, name_person(version.history_user)) for version in versions],
        "typed_words": words,
        "typed_note": note,
        "problems": (typed.problems or (_("没有写要加的词。"),)) if typed else (),
    }
    return render_desk(request, "desk/dictionary.html", context, status=status)
