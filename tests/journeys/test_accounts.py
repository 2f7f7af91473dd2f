"""The login door in Chromium: sound at every size, passkeys with a (virtual) key, all else without scripts."""

import re

import pytest

from tests.browser import DESK, PHONE, log_in

DOOR = ["/accounts/login/", "/accounts/password/reset/", "/accounts/password/reset/done/", "/accounts/signup/"]
OWN = ["/accounts/2fa/", "/accounts/password/change/", "/accounts/email/", "/accounts/sessions/", "/accounts/logout/"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_door_is_sound(visit, size, dark):
    for path in DOOR:
        seen = visit(path, size=size, dark=dark)
        assert (seen.status, seen.errors, seen.foreign, seen.failed, seen.overflow()) == (200, [], [], [], 0), path
        assert seen.axe() == [], path


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_ones_own_account_is_sound(visit, demo_newsroom, size, dark):
    seen = visit("/accounts/login/", size=size, dark=dark)
    log_in(seen, demo_newsroom, "contributor")
    for path in OWN:
        seen.page.goto(demo_newsroom.url(path))
        assert (seen.errors, seen.foreign, seen.failed, seen.overflow()) == ([], [], [], 0), path
        assert seen.axe() == [], path


def _code_for(secret: str) -> str:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def _prove(page, password: str) -> None:
    if "/accounts/reauthenticate/" in page.url:
        page.fill("input[name=password]", password)
        page.locator("input[name=password]").press("Enter")
        page.wait_for_url(lambda url: "/reauthenticate/" not in url)


def test_an_authenticator_app_is_set_up_and_used_without_scripts(visit, demo_newsroom):
    seen = visit("/accounts/login/", size=PHONE, javascript=False)
    page = seen.page
    log_in(seen, demo_newsroom, "moderator")
    seen.errors.clear()  # the desk's own pages have tests of their own
    page.goto(demo_newsroom.url("/accounts/2fa/totp/activate/"))
    _prove(page, demo_newsroom.password)
    picture = page.locator("img.totp")
    assert picture.evaluate("one => one.naturalWidth") > 100
    secret = page.locator("code").inner_text()
    page.fill("input[name=code]", _code_for(secret))
    page.locator("input[name=code]").press("Enter")
    page.wait_for_url(re.compile("recovery-codes"))
    codes = page.locator(".codes li").all_inner_texts()
    assert len(codes) == 10
    assert (seen.errors, seen.failed, seen.overflow()) == ([], [], 0)

    page.locator(".account-menu form button").click()
    log_in(seen, demo_newsroom, "moderator")
    assert "/accounts/2fa/authenticate/" in page.url
    page.fill("input[name=code]", codes[0])
    page.locator("input[name=code]").press("Enter")
    page.wait_for_url(lambda url: "/authenticate/" not in url)
    assert "/admin/" in page.url


def test_a_passkey_is_added_and_signs_in_by_itself(visit, demo_newsroom):
    seen = visit("/accounts/login/")
    page = seen.page
    # Passkeys belong to a name, not to a number: localhost, not 127.0.0.1.
    site = demo_newsroom.address.replace("127.0.0.1", "localhost")
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    key = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options = {**key, "isUserVerified": True, "automaticPresenceSimulation": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    page.goto(f"{site}/accounts/login/")
    page.fill("input[name=login]", "proofreader")
    page.fill("input[name=password]", demo_newsroom.password)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(lambda url: "/accounts/login" not in url)
    seen.errors.clear()  # the desk's own pages have tests of their own
    page.goto(f"{site}/accounts/2fa/webauthn/add/")
    _prove(page, demo_newsroom.password)
    page.fill("input[name=name]", "办公室的电脑")
    page.check("input[name=passwordless]")
    page.locator("form[data-passkey] button.primary").click()
    page.wait_for_url(re.compile("recovery-codes"))
    page.goto(f"{site}/accounts/2fa/webauthn/")
    assert page.locator(".things strong").all_inner_texts() == ["办公室的电脑"]
    assert seen.errors == []

    page.locator(".account-menu form button").click()
    page.wait_for_url(f"{site}/")
    page.goto(f"{site}/accounts/login/")
    page.locator("form[data-passkey=login] button").click()
    page.wait_for_url(lambda url: "/accounts/login" not in url)
    assert "/admin/" in page.url

    page.goto(f"{site}/accounts/logout/")
    page.locator("main button.primary").click()
    page.goto(f"{site}/accounts/login/")
    page.fill("input[name=login]", "proofreader")
    page.fill("input[name=password]", demo_newsroom.password)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(re.compile("/accounts/2fa/authenticate/"))
    page.locator("form[data-passkey=get] button").click()
    page.wait_for_url(lambda url: "/authenticate/" not in url)
    assert "/admin/" in page.url
