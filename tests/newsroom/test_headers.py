"""Promise S11: the headers of every page, on a site at https, with the files as they are shipped."""

import re

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from tests.addresses import all_addresses, make_world, read_out
from tests.factories import PASSWORD, make_account
from tests.newsroom.observatory import directives, score

ADDRESSES = [address for address in all_addresses() if not address.about]
PRIVATE = ("account_", "mfa_", "usersessions_", "after_login")
PUBLIC = [one for one in ADDRESSES if not one.in_admin and not one.name.startswith(PRIVATE)]
INLINE = re.compile(rb"<[a-z][^>]*\s(on[a-z]+|style)\s*=|<style\b|javascript:", re.IGNORECASE)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The static files collected once, with hashed names, as the production server serves them."""
    from django.test import override_settings

    root = tmp_path_factory.mktemp("static")
    storages = {
        **django_settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    with override_settings(STATIC_ROOT=root, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
    return {"STATIC_ROOT": root, "STORAGES": storages}


@pytest.fixture
def https(settings, shipped):
    """The settings that follow from SITE_URL=https://testserver; tests/newsroom/test_settings.py shows that they do."""
    for name, value in shipped.items():
        setattr(settings, name, value)
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 365 * 24 * 3600
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    return settings


def ask(client, path):
    answer = client.get(path, secure=True)
    read_out(answer)
    return answer


def staff(role="chief"):
    client = Client()
    client.force_login(make_account(f"the-{role}", groups=[role], is_staff=True, is_superuser=role == "admin"))
    return client


@pytest.mark.parametrize("address", PUBLIC, ids=lambda address: address.name)
def test_public_pages_score_a_plus_and_set_no_cookie(address, https, db):
    answer = ask(Client(), make_world(make_account("owner")).path(address))
    assert not answer.cookies
    is_page = answer["Content-Type"].startswith("text/html")
    assert score(answer) == (135 if is_page else 130)


@pytest.mark.parametrize("name", ["account_login", "account_reset_password"])
def test_the_login_door_scores_a_plus(name, https, db):
    assert score(ask(Client(), reverse(name))) == 140


def test_a_page_that_sets_the_session_scores_a_plus(https, roles):
    make_account("lin")
    client = Client()
    door = ask(client, reverse("account_login"))
    assert list(door.cookies) == ["__Host-csrftoken"]
    answer = client.post(reverse("account_login"), {"login": "lin", "password": PASSWORD}, secure=True)
    assert set(answer.cookies) == {"__Host-sessionid", "__Host-csrftoken"}
    assert score(answer) >= 135
    assert score(ask(client, reverse("account_change_password"))) == 140


@pytest.mark.parametrize("address", [one for one in ADDRESSES if one.in_admin], ids=lambda address: address.name)
def test_admin_pages_are_a_plus(address, https, roles):
    answer = ask(staff("admin"), make_world(make_account("owner")).path(address))
    if answer.streaming:  # an uploaded file, which is never active content (promise S5)
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        return
    assert score(answer) >= 130
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
def test_no_page_holds_an_inline_handler_style_or_script(address, https, roles):
    answer = ask(staff("admin"), make_world(make_account("owner")).path(address))
    if not answer["Content-Type"].startswith("text/html") or answer.streaming:
        return
    assert [found.group(0) for found in INLINE.finditer(answer.content)] == []
    score(answer)  # which looks at the scripts


def test_the_policy_of_public_pages_is_the_promised_one(client, db):
    assert directives(client.get(reverse("account_login"))["Content-Security-Policy"]) == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }


@pytest.mark.parametrize(("path", "status"), [("/no-such-page/", 404), ("/admin/", 302), ("/accounts/logout/", 302)])
def test_refusals_and_redirects_carry_them_too(client, db, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert answer["Permissions-Policy"].startswith("camera=()")
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert "Content-Security-Policy" in answer.headers


def test_a_bad_host_is_refused_with_them(client, db):
    answer = client.get("/", headers={"host": "evil.example"})
    assert (answer.status_code, answer["X-Content-Type-Options"]) == (400, "nosniff")
