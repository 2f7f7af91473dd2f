"""How accounts behave here, for django-allauth."""

import logging
from smtplib import SMTPException
from types import SimpleNamespace
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from newsroom import limits, sessions
from newsroom.backends import find_account
from newsroom.logs import log_security
from newsroom.proxies import neighbourhood

logger = logging.getLogger("newsroom.mail")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("The name or the password is wrong. Check both and try again."),
        "email_password_mismatch": _("The name or the password is wrong. Check both and try again."),
    }

    def is_open_for_signup(self, request):
        """Accounts are made by the desk."""
        return False

    def get_client_ip(self, request):
        return request.META["REMOTE_ADDR"]

    def is_safe_url(self, url):
        """Only a path of this site, or the site's own address in full (promise S20)."""
        if not url or not url.startswith(("/", settings.SITE_URL + "/")):
            return False
        own = urlsplit(settings.SITE_URL).netloc
        return url_has_allowed_host_and_scheme(url, allowed_hosts={own}, require_https=settings.SITE_IS_HTTPS)

    # Limits: tries are counted before the password is looked at, and a right one is given back.

    def pre_authenticate(self, request, **credentials):
        login = credentials.get("username") or credentials.get("email") or ""
        account = find_account(login)
        whose = f"account:{account.pk}" if account else f"name:{login.strip().casefold()}"
        address = neighbourhood(request.META["REMOTE_ADDR"])
        self._tries = [(limits.LOGIN_BY_ADDRESS, address), (limits.LOGIN_BY_ACCOUNT, whose)]
        for limit, key in self._tries:
            limits.take(limit, key)

    def _rollback_login_failed_rl_usage(self):
        for limit, key in self._tries:
            limits.give_back(limit, key)

    def authentication_failed(self, request, **credentials):
        tried = credentials.get("username") or credentials.get("email") or ""
        account = find_account(tried)
        # A name that is nobody's is not written down: people type their password into the wrong field.
        log_security("login failed", account=account.get_username() if account else None)

    # The log

    def post_login(self, request, user, **kwargs):
        log_security("login", who=user)
        return super().post_login(request, user, **kwargs)

    def login(self, request, user):
        super().login(request, user)
        sessions.begin(request, user)

    def logout(self, request):
        log_security("logout", who=request.user)
        super().logout(request)

    def set_password(self, user, password):
        super().set_password(user, password)
        log_security("password changed", who=user)

    # Mail: links name the configured host, and a mail server that is away undoes nothing (promises S17, R14).

    def get_email_confirmation_url(self, request, emailconfirmation):
        return settings.SITE_URL + reverse("account_confirm_email", args=[emailconfirmation.key])

    def send_mail(self, template_prefix, email, context):
        host = urlsplit(settings.SITE_URL).hostname
        context = {**context, "email": email, "current_site": SimpleNamespace(name=host, domain=host)}
        try:
            self.render_mail(template_prefix, email, context).send()
        except (SMTPException, OSError):
            logger.exception("A mail was not sent: %s", template_prefix)


class MFAAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("The code is wrong or has run out. Enter the one shown now."),
    }

    def build_totp_svg(self, url):
        """Nothing: the page shows the code as a picture of its own address, since the CSP allows no data: picture."""
        return ""
