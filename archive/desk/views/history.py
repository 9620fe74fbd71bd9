"""History: every version of an article, who made it and when, and the differences between any two."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from archive.desk.access import desk_view
from archive.desk.editing.labelling import label_facts
from archive.desk.history.comparing import ComparedVersions, compare_newest, compare_versions
from archive.desk.history.past import Past
from archive.desk.history.versions import list_versions
from archive.desk.keys import read_key
from archive.desk.screen import render_desk
from archive.models import Article
from archive.views.listing import link_screens

VERSIONS_ON_A_SCREEN = 30


@desk_view()
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the versions, and what differs between the two in `?old=` and `?new=`, or else what was done last."""
    article = get_object_or_404(Article.objects.select_related("page__newspaper"), pk=pk)
    rows = article.history.select_related("history_user").order_by("-history_id")
    paginator = Paginator(rows, VERSIONS_ON_A_SCREEN)
    screen = paginator.get_page(request.GET.get("p"))
    past, asked = Past(article), "old" in request.GET or "new" in request.GET
    context = {
        "article": article,
        "versions": list_versions(article, past, screen),
        "total": paginator.count,
        "pages": link_screens(request, screen.number, paginator.num_pages),
        "compared": _compare(request, article, past) if asked else compare_newest(article, past),
        "asked": asked,
        "unknown": tuple(label_facts(past.unknown).values()),
    }
    return render_desk(request, "desk/history.html", context)


def _compare(request: HttpRequest, article: Article, past: Past) -> ComparedVersions | None:
    one, other = (read_key(request.GET.get(name, "")) for name in ("old", "new"))
    return compare_versions(article, past, one, other)
