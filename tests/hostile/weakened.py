"""A newsroom with one of its two guards against scripts taken away (promise S2), or both."""

from django.conf import settings
from django.template import engines

SWITCH = "without-guards"
"""The file in VAR_DIR that says which: `csp`, so that escaping stands alone; `escaping`, in every template at once, so
that the policy stands alone."""


class Weakened:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        switch = settings.VAR_DIR / SWITCH
        without = switch.read_text() if switch.exists() else ""
        engines["django"].engine.autoescape = "escaping" not in without
        response = self.get_response(request)
        if "csp" in without:
            response.headers.pop("Content-Security-Policy", None)
        return response
