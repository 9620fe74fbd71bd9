"""The jobs, the newest first."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from archive.desk.access import desk_view
from archive.desk.jobs.progress import follow_jobs
from archive.desk.screen import render_desk
from archive.models import Job
from archive.views.listing import link_screens

JOBS_ON_A_SCREEN = 30


@desk_view()
def jobs(request: HttpRequest) -> HttpResponse:
    """Show who had what done, and how far it is."""
    paginator = Paginator(Job.objects.select_related("user"), JOBS_ON_A_SCREEN)
    screen = paginator.get_page(request.GET.get("p"))
    context = {
        "jobs": follow_jobs(screen.object_list),
        "pages": link_screens(request, screen.number, paginator.num_pages),
    }
    return render_desk(request, "desk/jobs.html", context)
