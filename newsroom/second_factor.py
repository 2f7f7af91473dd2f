"""Whoever can publish proves it twice: without a second factor the admin leads to setting one up (promise S13)."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _


class SecondFactorMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.REQUIRE_2FA and request.path.startswith(reverse("admin:index")) and self._lacks_factor(request):
            messages.warning(request, _("Set up a second factor first: your account can publish."))
            return redirect("mfa_index")
        return self.get_response(request)

    @staticmethod
    def _lacks_factor(request) -> bool:
        from allauth.mfa.utils import is_mfa_enabled

        user = request.user
        return user.is_authenticated and user.has_perm("articles.publish_article") and not is_mfa_enabled(user)
