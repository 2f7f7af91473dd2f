"""Lets allauth's pages stand in the site's own frame."""

from django.contrib.sites.requests import RequestSite


class AccountPagesMiddleware:
    """Take allauth's `site`, a bare host name, out of its pages, where it would hide the site's own settings."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        context = response.context_data or {}
        if isinstance(context.get("site"), RequestSite):
            del context["site"]
        return response
