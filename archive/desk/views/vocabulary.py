"""The vocabulary: the programmes with their other names, and the way to the words of the dictionary."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse

from archive.desk.access import desk_view
from archive.desk.screen import render_desk
from archive.models import Category
from archive.views.listing import link_screens
from archive.views.programme import LONGEST_FILTER, find_programmes

PROGRAMMES_ON_A_SCREEN = 100


@desk_view()
def vocabulary(request: HttpRequest) -> HttpResponse:
    """List the programmes; `?q=` looks for names, `?category=` for a field of work."""
    text = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_FILTER]
    category = request.GET.get("category", "")
    found = find_programmes(text).filter(category=category) if category in Category.values else find_programmes(text)
    counted = found.annotate(
        articles=Count("article_links"), confirmed=Count("article_links", filter=Q(article_links__is_confirmed=True))
    )
    paginator = Paginator(counted.order_by("name"), PROGRAMMES_ON_A_SCREEN)
    screen = paginator.get_page(request.GET.get("p"))
    context = {
        "text": text,
        "category": category,
        "categories": Category.choices,
        "programmes": screen.object_list,
        "total": paginator.count,
        "pages": link_screens(request, screen.number, paginator.num_pages),
    }
    return render_desk(request, "desk/vocabulary.html", context)
