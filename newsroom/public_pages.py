"""Pages that are the same bytes for everyone (design, rule 5).

A view marked `@public_page` never learns who asks: the request's cookies are dropped before anything could read them,
as a cache in front of the site would do. So no page of an editor's visit can differ from an anonymous one, no session
is read, and nothing sets a cookie.
"""

from collections.abc import Callable
from functools import wraps

from django.urls import Resolver404, resolve
from django.utils.cache import patch_cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page, require_safe

DEFERRED_PREFIXES = ("/admin/", "/accounts/")


def public_page(view: Callable) -> Callable:
    """Mark `view` as public: GET and HEAD alone, an ETag, compressed, asked anew each time.

    `max-age=0, must-revalidate`: a story retracted is gone for readers at their next visit, and an unchanged page
    costs them 304 and no body. Compression gives nothing away, since a public page holds no secret to guess (BREACH).
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if "Cache-Control" not in response.headers:
            patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        return response

    marked = require_safe(gzip_page(conditional_page(answer)))
    marked.is_public_page = True  # type: ignore[attr-defined]
    return marked


class PublicPagesMiddleware:
    """Drop the cookies of every request to a public page, or to an address that does not exist.

    Stands before whatever reads a cookie. The static files' middleware stands before this one.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if is_public_address(request.path_info):
            request.META.pop("HTTP_COOKIE", None)
        return self.get_response(request)


def is_public_address(path: str) -> bool:
    if path.startswith(DEFERRED_PREFIXES):
        return False
    try:
        match = resolve(path)
    except Resolver404:
        return True
    return getattr(match.func, "is_public_page", False)
