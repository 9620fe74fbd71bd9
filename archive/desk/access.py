"""The desk: who may do what there; who has to log in first loses nothing that they sent."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _

from archive.desk.keeping import is_known_browser, keep_entry, know_browser

View = Callable[..., HttpResponse]

# The least that whoever works at the desk may do.
AT_THE_DESK = "archive.change_article"


def wants_json(request: HttpRequest) -> bool:
    """Return whether a script asks, which follows no redirect to a form."""
    return request.headers.get("Accept", "").startswith("application/json")


def desk_view(*permissions: str) -> Callable[[View], View]:
    """Let in whoever has all of the permissions; others log in first, or are refused."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.user.is_authenticated:
                return _ask_for_login(request)
            if not request.user.has_perms((AT_THE_DESK, *permissions)):
                raise PermissionDenied
            return know_browser(request, view(request, *args, **kwargs))

        return guarded

    return guard


def _ask_for_login(request: HttpRequest) -> HttpResponse:
    if wants_json(request):
        return _tell_of_login()
    if is_known_browser(request):
        keep_entry(request)
    if request.headers.get("HX-Request"):
        # The whole screen goes to the login, not a piece of it.
        return HttpResponse(status=401, headers={"HX-Refresh": "true"})
    return redirect_to_login(request.path if request.method == "POST" else request.get_full_path())


def _tell_of_login() -> JsonResponse:
    """Tell a script that its person has to log in; what was entered is still on the screen."""
    message = _("登录已过期。您填写的内容还在；请重新登录后再保存。")
    return JsonResponse({"message": message, "login": resolve_url(settings.LOGIN_URL)}, status=401)


def refuse_forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form whose token is too old or foreign; an editor's entry comes back to be looked at and sent again.

    A browser that has forgotten the token has forgotten the login too.
    """
    if wants_json(request) and not request.user.is_authenticated:
        return _tell_of_login()
    message = _("这个页面打开得太久，或者您重新登录过，所以还没有保存。请看一遍，再保存一次。")
    if wants_json(request):
        return JsonResponse({"message": message}, status=403)
    if request.path.startswith(resolve_url("desk")) and request.user.is_authenticated:
        keep_entry(request)
        messages.warning(request, message)
        return redirect(request.path)
    return render(request, "403_csrf.html", status=403)
