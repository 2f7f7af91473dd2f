"""The login door: works, refuses, leads back to where one came from and nowhere else."""

import pytest
from django.urls import reverse

from tests.factories import PASSWORD, make_account

LOGIN = reverse("account_login")


def sign_in(client, login="reporter", password=PASSWORD, **more):
    return client.post(LOGIN, {"login": login, "password": password, **more})


def test_staff_sign_in_and_arrive_at_the_desk(client, reporter):
    answer = sign_in(client)
    assert (answer.status_code, answer["Location"]) == (302, reverse("after_login"))
    assert client.get(answer["Location"])["Location"] == reverse("admin:index")
    assert client.session["_auth_user_id"] == str(reporter.pk)


def test_a_contributor_arrives_at_their_own_account(client, contributor):
    sign_in(client, "contributor")
    assert client.get(reverse("after_login"))["Location"] == reverse("mfa_index")


def test_the_email_address_signs_in_too_in_any_case(client, db):
    account = make_account("lin", email="Lin@example.cn")
    sign_in(client, "lin@EXAMPLE.cn")
    assert client.session["_auth_user_id"] == str(account.pk)


def test_a_wrong_password_signs_nobody_in(client, reporter):
    answer = sign_in(client, password="not-the-password")
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_closed_account_is_told_so_only_with_its_password(client, reporter):
    reporter.is_active = False
    reporter.save()
    assert sign_in(client)["Location"] == reverse("account_inactive")
    assert sign_in(client, password="not-the-password").status_code == 200
    assert "_auth_user_id" not in client.session


def test_the_cookie_ends_with_the_browser_unless_asked_to_stay(client, reporter):
    sign_in(client)
    assert client.session.get_expire_at_browser_close()
    client.logout()
    sign_in(client, remember="on")
    assert not client.session.get_expire_at_browser_close()


def test_signing_out_needs_a_post(client, reporter):
    sign_in(client)
    assert client.get(reverse("account_logout")).status_code == 200
    assert "_auth_user_id" in client.session
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up(client, db):
    before = client.get(reverse("account_signup"))
    assert before.templates[0].name == "account/signup_closed.html"
    client.post(
        reverse("account_signup"),
        {"username": "neu", "email": "neu@example.cn", "password1": PASSWORD, "password2": PASSWORD},
    )
    from newsroom.models import Account

    assert not Account.objects.exists()


def test_the_admin_has_no_login_of_its_own(client, db):
    answer = client.get(reverse("admin:login"), {"next": "/admin/articles/article/"})
    assert answer["Location"] == f"{LOGIN}?next=/admin/articles/article/"


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [("/admin/articles/tag/", "/admin/articles/tag/"), ("", "/admin/"), ("//evil.example", "/admin/")],
)
def test_who_works_at_the_desk_passes_through_the_login_of_the_admin(client, admin_account, wanted, reached):
    client.force_login(admin_account)
    answer = client.get(reverse("admin:login"), {"next": wanted})
    assert (answer.status_code, answer.get("Location")) == (302, reached)


def test_who_is_signed_in_without_a_place_at_the_desk_is_refused(client, contributor):
    client.force_login(contributor)
    answer = client.get(reverse("admin:index"), follow=True)
    assert answer.status_code == 403


OUTSIDE = [
    "https://evil.example/", "http://evil.example", "//evil.example", "///evil.example", "////evil.example/x",
    "/\\evil.example", "\\\\evil.example", "\\/evil.example", "https:evil.example", "https:/evil.example",
    "https:///evil.example", "javascript:alert(1)", "data:text/html,x", " //evil.example", "\t//evil.example",
    "/\t/evil.example", "http://testserver@evil.example/", "http://testserver.evil.example/", "%2f%2fevil.example",
    "https://127.0.0.1:8000@evil.example", "//127.0.0.1:8000\\@evil.example", "http://[::1", "ftp://127.0.0.1:8000/",
    "/\r\nLocation: https://evil.example", "．evil.example", "https://evil。example", "//evil%E3%80%82example",
]  # fmt: skip


@pytest.mark.parametrize("target", OUTSIDE)
@pytest.mark.parametrize("door", ["account_login", "account_logout", "admin:login"])
def test_no_next_leads_off_the_site(client, reporter, target, door):
    if door == "admin:login":
        answer = client.get(reverse(door), {"next": target})
    else:
        if door == "account_logout":
            client.force_login(reporter)
        fields = {"login": "reporter", "password": PASSWORD} if door == "account_login" else {}
        answer = client.post(reverse(door), {**fields, "next": target})
    assert answer.status_code == 302
    goal = answer["Location"]
    assert goal.startswith("/")
    assert not goal.startswith(("//", "/\\", "/\t"))
    assert "\r" not in goal
    assert "\n" not in goal


def test_next_within_the_site_is_followed(client, reporter):
    assert sign_in(client, next="/admin/articles/article/")["Location"] == "/admin/articles/article/"


def test_every_page_of_the_door_is_private(client, reporter):
    names = ["account_login", "account_reset_password", "account_reset_password_done", "account_signup"]
    pages = [client.get(reverse(name)) for name in names]
    client.force_login(reporter)
    names = ["mfa_index", "account_change_password", "account_email", "usersessions_list", "account_logout"]
    pages += [client.get(reverse(name)) for name in names]
    assert {page["Cache-Control"] for page in pages} == {"private, no-store"}
