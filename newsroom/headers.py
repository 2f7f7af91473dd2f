"""Headers every answer carries that neither Django nor django-csp sets."""

from django.utils.cache import has_vary_header

PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
PRIVATE = ("/accounts/", "/admin/")


class SecurityHeadersMiddleware:
    """What depends on who asks is never stored: the pages of accounts and desk, and whatever read or set a cookie."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path.startswith(PRIVATE) or has_vary_header(response, "Cookie") or response.cookies:
            response.headers["Cache-Control"] = "private, no-store"
            response.headers.pop("Expires", None)
        return response
