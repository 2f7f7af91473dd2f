"""Limits of the login door (promises S15, S16): at N and at N+1, by the true address, closed when they cannot count."""

import threading

import pytest
from django.core.cache import caches
from django.urls import reverse

from newsroom import limits
from newsroom.limits import Limit, LimitReached, give_back, take
from tests.factories import PASSWORD, make_account
from tests.newsroom.test_login import LOGIN, sign_in

RESET = reverse("account_reset_password")
TEN = Limit("test", 10, 60)


def test_the_figures_are_the_promised_ones():
    assert {limit.name: (limit.amount, limit.seconds) for limit in limits.LIMITS} == {
        "login-account": (10, 900),
        "login-address": (30, 900),
        "code-account": (10, 900),
        "reset-target": (3, 3600),
        "reset-address": (3, 3600),
    }


def test_the_try_after_the_last_is_refused_and_says_how_long(time_machine):
    time_machine.move_to("2026-03-01T08:00:00Z", tick=False)
    for _try in range(10):
        take(TEN, "lin")
    time_machine.shift(20)
    with pytest.raises(LimitReached) as refused:
        take(TEN, "lin")
    assert refused.value.wait == 40
    time_machine.shift(40)
    take(TEN, "lin")


def test_a_refused_try_is_not_counted(time_machine):
    time_machine.move_to("2026-03-01T08:00:00Z", tick=False)
    for _try in range(10):
        take(TEN, "lin")
    for _try in range(5):
        with pytest.raises(LimitReached):
            take(TEN, "lin")
    time_machine.shift(60)
    for _try in range(10):
        take(TEN, "lin")


def test_one_persons_tries_are_not_anothers():
    for _try in range(10):
        take(TEN, "lin")
    take(TEN, "song")


def test_what_is_given_back_can_be_taken_again():
    for _try in range(10):
        take(TEN, "lin")
    give_back(TEN, "lin")
    take(TEN, "lin")
    with pytest.raises(LimitReached):
        take(TEN, "lin")


def test_many_at_once_are_counted_one_by_one(settings, tmp_path):
    settings.CACHES = {
        "default": {"BACKEND": "newsroom.caches.ForgivingFileCache", "LOCATION": str(tmp_path / "cache")}
    }
    passed = []

    def push():
        for _try in range(5):
            try:
                take(TEN, "lin")
                passed.append(1)
            except LimitReached:
                pass

    threads = [threading.Thread(target=push) for _thread in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(passed) == 10


def _fail(client, times, login="reporter"):
    return [sign_in(client, login, "not-the-password").status_code for _try in range(times)]


def test_ten_wrong_passwords_close_one_account_even_for_the_right_one(client, reporter, editor):
    assert _fail(client, 10) == [200] * 10
    answer = sign_in(client)
    assert answer.status_code == 429
    assert 800 < int(answer["Retry-After"]) <= 900
    assert "_auth_user_id" not in client.session
    assert sign_in(client, "editor").status_code == 302


def test_name_and_email_of_one_account_share_its_tries(client, db):
    make_account("lin", email="lin@example.cn")
    assert _fail(client, 5, "lin") + _fail(client, 5, "lin@example.cn") == [200] * 10
    assert sign_in(client, "LIN", "x").status_code == 429


def test_thirty_wrong_passwords_close_one_address(client, reporter):
    for number in range(30):
        assert sign_in(client, f"nobody-{number}").status_code == 200
    assert sign_in(client).status_code == 429
    assert (
        client.post(LOGIN, {"login": "reporter", "password": PASSWORD}, REMOTE_ADDR="198.51.100.7").status_code == 302
    )


def test_right_passwords_use_nothing_up(client, reporter):
    for _time in range(12):
        assert sign_in(client).status_code == 302
        client.logout()


def test_two_hundred_forged_addresses_count_as_one(client, reporter):
    codes = [
        client.post(
            LOGIN,
            {"login": f"nobody-{number}", "password": "x"},
            headers={"x-forwarded-for": f"203.0.113.{number}", "x-real-ip": f"203.0.113.{number}"},
        ).status_code
        for number in range(200)
    ]
    assert codes == [200] * 30 + [429] * 170


def test_behind_a_trusted_proxy_the_forwarded_address_counts(client, reporter, settings):
    import ipaddress

    settings.TRUSTED_PROXIES = [ipaddress.ip_network("127.0.0.0/8")]
    codes = [
        client.post(
            LOGIN, {"login": f"nobody-{n}", "password": "x"}, headers={"x-forwarded-for": f"8.8.{n}.8"}
        ).status_code
        for n in range(32)
    ]
    assert codes == [200] * 32


def test_the_fourth_reset_within_an_hour_is_refused(client, db):
    codes = [client.post(RESET, {"email": "lin@example.cn"}).status_code for _try in range(4)]
    assert codes == [302, 302, 302, 429]


def test_resets_for_one_target_count_across_addresses(client, db):
    codes = [
        client.post(RESET, {"email": "lin@example.cn"}, REMOTE_ADDR=f"198.51.100.{number}").status_code
        for number in range(4)
    ]
    assert codes == [302, 302, 302, 429]


DEAD_REDIS = {
    "default": {
        "BACKEND": "newsroom.caches.ForgivingRedisCache",
        "LOCATION": "redis://127.0.0.1:1/0",
        "OPTIONS": {"socket_connect_timeout": 1},
    }
}


@pytest.fixture
def _cache_is_down(settings, request):
    settings.CACHES = DEAD_REDIS
    yield
    caches.close_all()


@pytest.mark.usefixtures("_cache_is_down")
def test_without_the_cache_the_login_fails_closed_and_pages_go_on(client, reporter):
    assert client.get(LOGIN).status_code == 200
    answer = sign_in(client)
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert "_auth_user_id" not in client.session
    assert client.post(RESET, {"email": "lin@example.cn"}).status_code == 429


@pytest.mark.usefixtures("_cache_is_down")
def test_who_is_signed_in_works_on_without_the_cache(client, reporter):
    client.force_login(reporter)
    assert client.get(reverse("mfa_index")).status_code == 200


def test_a_file_cache_that_cannot_be_written_fails_closed_too(client, reporter, settings, tmp_path):
    blocked = tmp_path / "a-file-where-the-directory-should-be"
    blocked.write_text("")
    settings.CACHES = {"default": {"BACKEND": "newsroom.caches.ForgivingFileCache", "LOCATION": str(blocked)}}
    assert client.get(LOGIN).status_code == 200
    assert sign_in(client).status_code == 429
