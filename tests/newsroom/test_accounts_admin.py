import re

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from newsroom.models import Account
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/newsroom/account/"


def change(account):
    return reverse("admin:newsroom_account_change", args=[account.pk])


def data(account, *roles, **values):
    numbers = list(Group.objects.filter(name__in=roles).values_list("pk", flat=True))
    return {"username": account.username, "is_active": "on", "groups": numbers, **values}


def signed_in(account):
    client = Client()
    assert client.post(reverse("account_login"), {"login": account.username, "password": factories.PASSWORD})
    assert client.get("/admin/").status_code == 200
    return client


def test_a_new_account_gets_a_password_that_is_shown_once_and_works(client, admin_account):
    client.force_login(admin_account)
    answer = client.post(reverse("admin:newsroom_account_add"), data(Account(username="xinren"), "editor"))
    password = re.search(r'class="once">([^<]+)<', answer.content.decode())[1]
    account = Account.objects.get(username="xinren")
    assert account.check_password(password)
    assert (account.is_staff, account.is_superuser, len(password)) == (True, False, 23)
    assert password not in client.get(change(account)).content.decode()


def test_a_deactivated_account_is_out_at_once(client, admin_account, editor):
    theirs = signed_in(editor)
    client.force_login(admin_account)
    client.post(change(editor), data(editor, "editor", is_active=""))
    assert theirs.get("/admin/").status_code == 302
    assert UserSession.objects.filter(user=editor).count() == 0


def test_a_changed_role_signs_out_and_decides_who_is_staff(client, admin_account, editor):
    theirs = signed_in(editor)
    client.force_login(admin_account)
    client.post(change(editor), data(editor, "contributor"))
    editor.refresh_from_db()
    assert (editor.is_staff, editor.is_superuser) == (False, False)
    assert theirs.get("/admin/").status_code == 302


def test_nobody_makes_a_superuser_by_posting_one(client, admin_account, editor):
    client.force_login(admin_account)
    client.post(change(editor), data(editor, "editor", is_superuser="on", is_staff="on", password="x"))
    editor.refresh_from_db()
    assert (editor.is_superuser, editor.check_password(factories.PASSWORD)) == (False, True)


def test_a_new_password_ends_the_old_one_and_every_session(client, admin_account, editor):
    theirs = signed_in(editor)
    client.force_login(admin_account)
    answer = client.post(reverse("admin:newsroom_account_password", args=[editor.pk]))
    editor.refresh_from_db()
    assert editor.check_password(re.search(r'class="once">([^<]+)<', answer.content.decode())[1])
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert theirs.get("/admin/").status_code == 302
    assert client.get(reverse("admin:newsroom_account_password", args=[editor.pk])).status_code == 405


def test_one_cannot_deactivate_oneself(client, admin_account):
    client.force_login(admin_account)
    client.post(change(admin_account), data(admin_account, "admin", is_active=""))
    client.post(LIST, {"action": "deactivate", "_selected_action": [admin_account.pk]})
    assert Account.objects.get(pk=admin_account.pk).is_active


def test_accounts_are_for_the_administrator_alone(cast, editor):
    for role, account in cast.items():
        client = Client()
        client.force_login(account)
        if role == "admin":
            assert client.get(LIST).status_code == 200
        else:
            assert client.get(LIST).status_code in {302, 403}
            assert client.post(change(editor), data(editor, "admin")).status_code in {302, 403, 404}
    editor.refresh_from_db()
    assert [group.name for group in editor.groups.all()] == ["editor"]


def test_an_account_is_never_deleted(client, admin_account, editor):
    client.force_login(admin_account)
    assert client.post(reverse("admin:newsroom_account_delete", args=[editor.pk]), {"post": "yes"}).status_code == 403
