"""How long a session lives and what ends or renews it (promise S13).

Django ends a session when the account is deactivated or its password changes. Added here, looked at whenever a page
asks who is there, so that a public page, which never asks, stays the same for everyone:

- staff sessions end after 12 idle hours and 7 days after the login, however busy;
- a session ends when its account lost a group, a permission or its place in the staff, and gets a new number when the
  account gained one.
"""

import time

from allauth.usersessions.models import UserSession
from django.contrib import auth
from django.contrib.auth.middleware import AuthenticationMiddleware as DjangoAuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from newsroom.logs import log_security

STAFF_IDLE = 12 * 3600
STAFF_ABSOLUTE = 7 * 24 * 3600
NOTE_EVERY = 5 * 60
"""Seconds between two notes that a session is alive, so that not every page seen is a write."""

_BEGAN, _SEEN, _RIGHTS = "began", "seen", "rights"


class AuthenticationMiddleware(DjangoAuthenticationMiddleware):
    """Django's, with `request.user` looked at more closely."""

    def process_request(self, request):
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: _checked_user(request))


def _checked_user(request):
    if not hasattr(request, "_checked_user"):
        request._checked_user = _check(request, auth.get_user(request))
    # A login or logout in this request replaces request.user itself, so what is kept here is never stale.
    return request._checked_user


def _check(request, user):
    if not user.is_authenticated:
        return user
    session, now, rights = request.session, time.time(), rights_of(user)
    if _BEGAN not in session:
        session.update({_BEGAN: now, _SEEN: now, _RIGHTS: rights})
    if why := _why_over(session, user, now, rights):
        log_security("session ended", who=user, why=why)
        session.flush()
        return AnonymousUser()
    if session[_RIGHTS] != rights:
        session[_RIGHTS] = rights
        _renew(session)
    if now - session[_SEEN] > NOTE_EVERY:
        session[_SEEN] = now
        _note_seen(session.session_key)
    return user


def rights_of(user) -> list[str]:
    """What the account holds, as sorted words: group and permission numbers, staff and superuser."""
    groups = [f"group {pk}" for pk in user.groups.values_list("pk", flat=True)]
    own = [f"permission {pk}" for pk in user.user_permissions.values_list("pk", flat=True)]
    flags = [flag for flag in ("is_staff", "is_superuser") if getattr(user, flag)]
    return sorted(groups + own + flags)


def _why_over(session, user, now: float, rights: list[str]) -> str:
    if set(session[_RIGHTS]) - set(rights):
        return "rights lost"
    if not (user.is_staff or user.is_superuser):
        return ""
    if now - session[_SEEN] > STAFF_IDLE:
        return "idle"
    return "age" if now - session[_BEGAN] > STAFF_ABSOLUTE else ""


def begin(request, user) -> None:
    """Start the clock of the session that `user` just logged in with; called by the login itself."""
    now = time.time()
    request.session.update({_BEGAN: now, _SEEN: now, _RIGHTS: rights_of(user)})


def _renew(session) -> None:
    """Give the session a new number, also in the list its owner sees."""
    old = session.session_key
    session.cycle_key()
    UserSession.objects.filter(session_key=old).update(session_key=session.session_key)


def _note_seen(session_key: str) -> None:
    UserSession.objects.filter(session_key=session_key).update(last_seen_at=timezone.now())
