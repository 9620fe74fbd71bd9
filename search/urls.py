"""The addresses of the pages that ask the index."""

from django.urls import path

urlpatterns: list = []
