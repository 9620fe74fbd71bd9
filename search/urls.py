"""The addresses of the pages that ask the index."""

from django.urls import path

from search.views import home, results

urlpatterns = [
    path("", home, name="home"),
    path("search/", results, name="results"),
]
