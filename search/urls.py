"""The addresses of the pages that ask the index."""

from django.urls import path

from search.views import home, index_state, results

urlpatterns = [
    path("", home, name="home"),
    path("search/", results, name="results"),
    path("desk/vocabulary/index/", index_state, name="index_state"),
]
