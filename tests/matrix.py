"""The thirteen roles of promise S7, how each asks, and what an answer is called in the table."""

from django.contrib.auth import get_user_model
from django.test import Client

from newsroom.roles import STAFF_ROLES
from tests.factories import make_account

OUTSIDE = ("anonymous", "reader", "banned", "contributor", "deactivated", "ended")
ROLES = (*OUTSIDE, *STAFF_ROLES)
"""`banned`: a reader whose account the desk closed. `deactivated`: an editor who left, the old cookie still at hand.
`ended`: an editor's session that was signed out elsewhere."""


def make_clients() -> dict[str, Client]:
    """A browser for each role, signed in as far as the role can be."""
    clients = {role: Client() for role in ROLES}
    for role in ROLES:
        if role == "anonymous":
            continue
        group = "editor" if role in {"deactivated", "ended"} else role
        account = make_account(
            f"the-{role}",
            groups=[group],
            is_staff=group in STAFF_ROLES,
            is_superuser=role == "admin",
        )
        clients[role].force_login(account)
        clients[role].account = account
    get_user_model().objects.filter(username__in=["the-banned", "the-deactivated"]).update(is_active=False)
    clients["ended"].session.flush()
    return clients


def called(answer) -> str:
    """What the table says of an answer: its status, with where a redirect leads when that is the login door."""
    if answer.status_code in {301, 302} and answer["Location"].startswith(("/accounts/login/", "/admin/login/")):
        return "login"
    if answer.status_code in {301, 302} and "/accounts/reauthenticate/" in answer["Location"]:
        return "prove"
    return str(answer.status_code)
