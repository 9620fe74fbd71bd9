"""A request as sent -> its fields as text: in UTF-8, which is what our own pages send, whatever its sender names.

Django would follow the character set of Content-Type. Some make half characters, which no page can show and no
database can hold; some are none of text, and end the request before there is a page to answer it with.
"""

from typing import Any

from django.core.handlers.asgi import ASGIRequest
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest
from django.utils.http import parse_header_parameters


class _ReadAsUtf8(HttpRequest):
    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        """Take the form of the body from its header, and nothing else; Django calls this first of all."""
        try:
            self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))
        except ValueError:
            self.content_type, self.content_params = "", {}


class WsgiRequest(_ReadAsUtf8, WSGIRequest):
    """A request that is read as UTF-8."""


class AsgiRequest(_ReadAsUtf8, ASGIRequest):
    """The same for servers that speak ASGI."""
