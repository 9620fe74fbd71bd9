"""The pages that ask the index: home and results; and for editors the state that it is in."""

import logging
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django_q.tasks import async_task

from archive.desk.access import desk_view
from archive.desk.screen import render_desk
from search.engines.backend import IndexMissingError
from search.engines.contract import IndexDamagedError
from search.find import find
from search.home import build_home
from search.in_part import find_with_part
from search.index_state import REBUILD, is_rebuild_ordered, read_index_state
from search.recording import record_search
from search.request import SearchRequest, read_request
from search.result_page import build_result_page
from search.saved.keeping import build_keeping
from search.year_form import build_year_form

logger = logging.getLogger(__name__)

View = Callable[..., HttpResponse]


def needs_index(view: View) -> View:
    """Answer 503 with a clear page when the index is missing or damaged, and have the worker build it anew."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (IndexMissingError, IndexDamagedError):
            logger.exception("the index cannot be read; the worker builds it anew")
            if cache.add("repair_index", True, timeout=60):
                async_task("search.jobs.repair_index", settings.SEARCH_ENGINE, task_name="repair_index")
            return render(request, "search/unavailable.html", status=503)

    return guarded


@needs_index
def home(request: HttpRequest) -> HttpResponse:
    """Show the search box and what the archive holds, by region, year and programme."""
    return render(request, "search/home.html", build_home(find(SearchRequest(), page_size=1)))


@needs_index
def results(request: HttpRequest) -> HttpResponse:
    """Show the reports that a query and its choices find."""
    answer, in_part = find_with_part(read_request(request.GET))
    context = {
        "page": build_result_page(answer, in_part),
        "year_form": build_year_form(answer),
        "keeping": build_keeping(answer.request, request.user),
    }
    return record_search(request, answer, render(request, "search/results.html", context))


@desk_view("archive.add_dictionaryword")
def index_state(request: HttpRequest) -> HttpResponse:
    """Show which words do not count in the index yet, and have the worker build it anew."""
    if request.method == "POST":
        if not is_rebuild_ordered():
            async_task(REBUILD, settings.SEARCH_ENGINE, task_name="rebuild_index")
        messages.info(request, _("索引在后台重建；建好以前，检索照旧。"))
        return redirect("index_state")
    return render_desk(request, "search/index_state.html", {"state": read_index_state()})
