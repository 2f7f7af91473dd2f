"""Whoever can publish proves it twice: without a second factor the desk leads to setting one up (promise S13)."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def is_required(user) -> bool:
    """Whether `user` may do what REQUIRE_2FA guards."""
    return settings.REQUIRE_2FA and user.is_authenticated and user.has_perm(settings.SECOND_FACTOR_PERMISSION)


class SecondFactorMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path.startswith(reverse("admin:index")):
            return self.get_response(request)
        if is_required(request.user) and not is_mfa_enabled(request.user, FACTORS):
            messages.warning(request, _("Set up a second factor first: your account can publish."))
            return redirect("mfa_index")
        return self.get_response(request)
