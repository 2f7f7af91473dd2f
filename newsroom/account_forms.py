"""Forms of the login door, where allauth's own would tell too much or count too little."""

from allauth.account.fields import EmailField
from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.mfa.base.forms import AuthenticateForm as AllauthAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm as AllauthActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom import limits
from newsroom.proxies import neighbourhood
from newsroom.reset_mail import send_reset_mail


class LoginForm(AllauthLoginForm):
    """Asks for the name under its own words; no help text inside the field's label."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Name or e-mail")
        self.fields["login"].max_length = 254
        self.fields["login"].widget.attrs = {"autocomplete": "username", "autocapitalize": "none", "autofocus": True}
        self.fields["password"].help_text = ""
        self.fields["password"].widget.attrs.pop("placeholder", None)
        self.fields["remember"].label = _("Stay signed in on this device")


class ResetPasswordForm(forms.Form):
    """Asks for an address; the answer and its time are the same whether or not it is an account's (promise S14)."""

    email = EmailField(required=True, label=_("E-mail of your account"))

    def save(self, request):
        """Count the try and hand the rest to a task: looking up and sending take their time elsewhere."""
        address = self.cleaned_data["email"]
        limits.take(limits.RESET_BY_ADDRESS, neighbourhood(request.META["REMOTE_ADDR"]))
        limits.take(limits.RESET_BY_TARGET, address.casefold())
        send_reset_mail.enqueue(address)
        return address


class _CountsCodes:
    """A code of six digits is guessed at ten times in a quarter of an hour, no more."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code")
        self.fields["code"].widget.attrs = {"autocomplete": "one-time-code", "autocapitalize": "none"}

    def clean_code(self):
        limits.take(limits.CODE_BY_ACCOUNT, str(self.user.pk))
        code = super().clean_code()
        limits.give_back(limits.CODE_BY_ACCOUNT, str(self.user.pk))
        return code


class AuthenticateForm(_CountsCodes, AllauthAuthenticateForm):
    pass


class ReauthenticateForm(_CountsCodes, AllauthReauthenticateForm):
    pass


class ActivateTOTPForm(_CountsCodes, AllauthActivateTOTPForm):
    pass
