"""Requests are read as UTF-8, whatever their sender names."""

from io import BytesIO
from wsgiref.util import setup_testing_defaults

import pytest
from django.contrib.auth.models import AnonymousUser

from config.asgi import application as asgi
from config.reading import AsgiRequest, WsgiRequest
from config.wsgi import application as wsgi

CHARACTER_SETS = [
    "text/plain; charset=utf-7",
    "text/plain; charset=unicode_escape",
    "text/plain; charset=rot13",
    "text/plain; charset=hex",
    "text/plain; charset=idna",
    "text/plain; charset=undefined",
    "text/plain; charset=utf-16",
    "text/plain; charset=gb18030",
    "text/plain; charset=nothing",
    "text/plain; charset*=nothing''x",
    "text/plain; charset*=utf-7''%2B2AA-",
    "text/plain; charset*=utf-8''x%00",
    "multipart/form-data; charset=utf-7",
    "\x00;;=",
]


def make_environ(path="/help/", query="", **fields):
    environ = {"PATH_INFO": path, "QUERY_STRING": query, **fields}
    setup_testing_defaults(environ)
    return environ


@pytest.mark.parametrize("content_type", CHARACTER_SETS)
def test_an_address_is_read_as_utf_8(content_type):
    query = "q=%E5%B7%A5%E4%BC%9A%2B2AA-%5Cud800%FF"
    environ = make_environ(query=query, CONTENT_TYPE=content_type)
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/help/",
        "query_string": query.encode(),
        "headers": [(b"content-type", content_type.encode())],
    }
    for request in (WsgiRequest(environ), AsgiRequest(scope, BytesIO())):
        assert request.GET["q"] == "工会+2AA-\\ud800\ufffd"


@pytest.mark.django_db
@pytest.mark.parametrize("content_type", CHARACTER_SETS)
def test_every_request_is_answered_with_a_page(content_type):
    statuses = []
    environ = make_environ("/programmes/", "q=%2B2AA-%5Cud800", CONTENT_TYPE=content_type, HTTP_HOST="localhost")
    body = b"".join(wsgi(environ, lambda status, _headers: statuses.append(status)))
    assert statuses == ["200 OK"]
    assert "</html>" in body.decode()


FIELD = 'Content-Disposition: form-data; name="note"'
FORMS = {
    "application/x-www-form-urlencoded": "note=%E5%B7%A5%E4%BC%9A%2B2AA-",
    "multipart/form-data; boundary=x": f"--x\r\n{FIELD}\r\n\r\n工会+2AA-\r\n--x--\r\n",
}


@pytest.mark.parametrize("character_set", ["utf-8", "utf-7", "rot13", "nothing"])
@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_read_as_utf_8(form, character_set):
    body = FORMS[form].encode()
    environ = make_environ(REQUEST_METHOD="POST", CONTENT_LENGTH=str(len(body)), **{"wsgi.input": BytesIO(body)})
    environ["CONTENT_TYPE"] = f"{form}; charset={character_set}"
    request = WsgiRequest(environ)
    request.user = AnonymousUser()
    assert request.POST["note"] == "工会+2AA-"


def test_both_servers_read_requests_so():
    assert wsgi.request_class is WsgiRequest
    assert asgi.request_class is AsgiRequest
