"""The addresses of the pages that ask the index."""

from django.urls import path

from search.feeds.views import feed
from search.past.views import past_searches
from search.queries.views import queries, queries_table
from search.saved.views import new_reports, saved_search, saved_searches
from search.suggesting.view import suggest
from search.views import home, index_state, results

urlpatterns = [
    path("", home, name="home"),
    path("search/", results, name="results"),
    path("search/suggest/", suggest, name="suggest"),
    path("search/feed/", feed, name="feed"),
    path("search/saved/", saved_searches, name="saved_searches"),
    path("search/saved/<int:pk>/", saved_search, name="saved_search"),
    path("search/saved/<int:pk>/new/", new_reports, name="new_reports"),
    path("search/past/", past_searches, name="past_searches"),
    path("desk/queries/", queries, name="queries"),
    path("desk/queries/queries.csv", queries_table, name="queries_table"),
    path("desk/vocabulary/index/", index_state, name="index_state"),
]
