"""Error pages in the site's voice. They read nothing from the database, so that they appear when it is gone too."""

import sys

from django.db import InterfaceError, OperationalError
from django.shortcuts import render

from newsroom.logs import log_security


def _render(request, template: str, status: int, context: dict | None = None):
    response = render(request, template, context, status=status)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def bad_request(request, exception=None):
    return _render(request, "400.html", 400)


def forbidden(request, exception=None):
    log_security("refused", path=request.path, method=request.method, **_who(request))
    reason = str(exception) if exception and exception.args else ""
    return _render(request, "403.html", 403, {"reason": reason})


def not_found(request, exception=None):
    """Never kept: what is not there yet may be there in a minute."""
    response = render(request, "404.html", status=404)
    response.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
    return response


def server_error(request):
    """The page names the request's number, under which the log holds the exception (promise R15).

    Django calls this while it handles that exception; a database that is gone is no fault of ours, and soon over.
    """
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return unavailable(request)
    return _render(request, "500.html", 500, {"error_id": getattr(request, "number", "")})


def unavailable(request, *, wait: int = 30):
    """503 with Retry-After; `wait` in seconds (promise R5)."""
    response = _render(request, "503.html", 503, {"error_id": getattr(request, "number", "")})
    response.headers["Retry-After"] = str(wait)
    return response


def csrf_failure(request, reason=""):
    log_security("refused", path=request.path, method=request.method, why="csrf", **_who(request))
    return _render(request, "403.html", 403, {"is_csrf": True})


def too_many_requests(request, exception=None, *, wait: int = 60):
    """429 with Retry-After; `wait` in seconds. Also allauth's own limits end here (`newsroom.urls.handler429`)."""
    from newsroom.limits import log_limit

    log_limit(request, wait)
    response = _render(request, "429.html", 429, {"wait": wait, "minutes": -(-wait // 60)})
    response.headers["Retry-After"] = str(wait)
    return response


def _who(request) -> dict:
    """Who was refused, where that is known without asking the database anew."""
    user = getattr(request, "user", None)
    return {"who": user if user is not None and user.is_authenticated else None}
