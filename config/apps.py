"""The program as a whole: settings, urls, and the commands that start it."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Holds the commands of the whole program: prepare, serve."""

    name = "config"
