"""How a name and a password become an account."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model


def find_account(login: str):
    """The account whose name or e-mail address is `login`, or None. One query, whether or not there is one."""
    from django.db.models import Q

    login = login.strip()
    named = Q(username__iexact=login)
    if "@" in login:
        named |= Q(email__iexact=login)
    found = list(get_user_model().objects.filter(named)[:3])
    exact = [account for account in found if account.username == login]
    return (exact or found or [None])[0]


class AccountBackend(AuthenticationBackend):
    """One look-up and one hash for every try, whether the account exists or not, by name or by e-mail.

    allauth's own way hashes once for an unknown name and up to three times for a known e-mail address, which a clock on
    the other side can tell apart (promise S14).
    """

    def _authenticate(self, request, **credentials):
        login = credentials.get("username") or credentials.get("email") or ""
        return self._check_password(find_account(login), credentials.get("password") or "")
