"""The web application as gunicorn loads it."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

from config.reading import WsgiRequest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
application.request_class = WsgiRequest

# What takes long to load and Django would load with the first request: before gunicorn starts its workers, once.
for name in ("config.urls", "pypinyin", "rjieba"):
    import_module(name)
