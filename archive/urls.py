"""The addresses of the archive's own pages. Each can be cut from the right."""

from django.urls import path

from archive.views.article import article
from archive.views.help import help_page
from archive.views.newspaper import day, newspaper, newspapers, page
from archive.views.programme import programme, programmes
from archive.views.region import region, regions
from archive.views.report_error import report_error
from archive.views.scan import scan

urlpatterns = [
    path("articles/<int:pk>/", article, name="article"),
    path("articles/<int:pk>/report/", report_error, name="report_error"),
    path("regions/", regions, name="regions"),
    path("regions/<slug:code>/", region, name="region"),
    path("programmes/", programmes, name="programmes"),
    path("programmes/<slug:slug>/", programme, name="programme"),
    path("newspapers/", newspapers, name="newspapers"),
    path("newspapers/<slug:slug>/", newspaper, name="newspaper"),
    path("newspapers/<slug:slug>/<slug:date>/", day, name="day"),
    path("newspapers/<slug:slug>/<slug:date>/<slug:number>/", page, name="page"),
    path("scans/<int:pk>/", scan, name="scan"),
    path("help/", help_page, name="help"),
]
