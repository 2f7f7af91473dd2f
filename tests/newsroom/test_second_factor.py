"""Whoever can publish needs a second factor; setting up and using the app works without JavaScript."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import Permission
from django.urls import reverse

from newsroom.second_factor import is_required
from tests.factories import PASSWORD
from tests.newsroom.test_login import sign_in

DESK = reverse("admin:index")


@pytest.fixture
def _required(settings):
    settings.REQUIRE_2FA = True


def current_code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def set_up_app(client) -> str:
    """Set up an authenticator app for who is signed in; the secret it keeps."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    answer = client.post(reverse("mfa_activate_totp"), {"code": current_code(secret)})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    return secret


@pytest.mark.usefixtures("_required")
@pytest.mark.parametrize("role", ["editor", "head", "chief", "admin"])
def test_who_can_publish_is_led_to_setting_one_up(client, cast, role):
    sign_in(client, role)
    answer = client.get(DESK)
    assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_index"))
    assert client.get(f"{DESK}articles/article/")["Location"] == reverse("mfa_index")


@pytest.mark.usefixtures("_required")
def test_who_cannot_publish_needs_none(client, reporter):
    sign_in(client)
    assert not is_required(reporter)
    assert client.get(DESK).status_code == 200


@pytest.mark.usefixtures("_required")
def test_a_reporter_given_the_right_to_publish_needs_one(client, reporter):
    reporter.user_permissions.add(Permission.objects.get(codename="publish_article"))
    sign_in(client)
    assert client.get(DESK).status_code == 302


@pytest.mark.usefixtures("_required")
def test_the_app_once_set_up_opens_the_desk_and_is_asked_for_at_the_next_login(client, editor):
    sign_in(client, "editor")
    secret = set_up_app(client)
    assert client.get(DESK).status_code == 200
    client.post(reverse("account_logout"))

    assert sign_in(client, "editor")["Location"] == reverse("mfa_authenticate")
    assert client.get(DESK).status_code == 302
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert client.get(DESK).status_code == 302
    assert client.post(reverse("mfa_authenticate"), {"code": current_code(secret)}).status_code == 302
    assert client.get(DESK).status_code == 200


def test_recovery_codes_let_in_once_each(client, reporter):
    sign_in(client)
    set_up_app(client)
    codes = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    assert len(codes) == 10
    for code, allowed in ((codes[0], True), (codes[0], False), (codes[1], True)):
        client.logout()
        sign_in(client)
        client.post(reverse("mfa_authenticate"), {"code": code})
        assert ("_auth_user_id" in client.session) is allowed


def test_ten_wrong_codes_close_the_second_door(client, reporter):
    sign_in(client)
    secret = set_up_app(client)
    client.logout()
    sign_in(client)
    codes = [client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code for _try in range(10)]
    assert codes == [200] * 10
    answer = client.post(reverse("mfa_authenticate"), {"code": current_code(secret)})
    assert answer.status_code == 429
    assert "_auth_user_id" not in client.session


def test_the_picture_is_of_this_site_and_holds_the_key_on_the_page(client, reporter):
    sign_in(client)
    assert client.get(reverse("mfa_totp_picture")).status_code == 302  # proves who it is first
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert client.get(reverse("mfa_totp_picture")).status_code == 404  # nothing is being set up
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    assert re.findall(r'<img[^>]*src="([^"]+)"', page) == [reverse("mfa_totp_picture")]
    picture = client.get(reverse("mfa_totp_picture"))
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/svg+xml")
    assert picture["Cache-Control"] == "private, no-store"
    assert picture.content.startswith(b"<?xml")


@pytest.mark.usefixtures("_required")
def test_whoever_removes_the_last_one_is_led_to_setting_up_another(client, editor):
    sign_in(client, "editor")
    set_up_app(client)
    assert client.get(DESK).status_code == 200
    client.post(reverse("mfa_deactivate_totp"))
    assert client.get(DESK)["Location"] == reverse("mfa_index")


@pytest.mark.usefixtures("_required")
def test_recovery_codes_alone_are_no_second_factor(client, editor):
    sign_in(client, "editor")
    Authenticator.objects.create(user=editor, type="recovery_codes", data={"seed": "x", "used_mask": 0})
    assert client.get(DESK)["Location"] == reverse("mfa_index")


def test_who_needs_none_may_remove_it(client, reporter):
    sign_in(client)
    set_up_app(client)
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=reporter).exists()


def test_another_persons_passkey_is_not_there(client, reporter, editor):
    key = Authenticator.objects.create(user=editor, type="webauthn", data={"name": "钥匙", "passwordless": True})
    sign_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert client.get(reverse("mfa_edit_webauthn", args=[key.pk])).status_code == 404
    assert client.post(reverse("mfa_remove_webauthn", args=[key.pk])).status_code == 404
