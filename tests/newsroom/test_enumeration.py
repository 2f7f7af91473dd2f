"""Promise S14: the door tells nobody whether an account exists, neither by words nor by time."""

import re
import statistics
import time

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from newsroom.reset_mail import send_reset_mail
from tests.factories import PASSWORD, make_account
from tests.newsroom.test_login import LOGIN

RESET = reverse("account_reset_password")


def bytes_of(answer) -> str:
    """The page with what is new in every answer (the form's token) made equal."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "token", answer.content.decode())


@pytest.fixture
def known(db):
    return make_account("linzhiyuan", email="linzhiyuan@example.cn")


@pytest.mark.parametrize(
    ("known_name", "unknown_name"), [("linzhiyuan", "songtinglan"), ("linzhiyuan@example.cn",) * 2]
)
def test_a_wrong_password_reads_like_an_unknown_name(client, known, known_name, unknown_name):
    unknown_name = known_name.replace("lin", "wei")
    first = client.post(LOGIN, {"login": known_name, "password": "not-it"})
    second = client.post(LOGIN, {"login": unknown_name, "password": "not-it"})
    assert first.status_code == second.status_code == 200
    assert bytes_of(first) == bytes_of(second).replace(unknown_name, known_name)
    assert first.headers.items() >= {("Cache-Control", "private, no-store")}
    assert set(first.headers) == set(second.headers)


def test_a_closed_account_with_a_wrong_password_reads_the_same(client, known):
    known.is_active = False
    known.save()
    first = client.post(LOGIN, {"login": "linzhiyuan", "password": "not-it"})
    second = client.post(LOGIN, {"login": "weizhiyuan", "password": "not-it"})
    assert bytes_of(first) == bytes_of(second).replace("weizhiyuan", "linzhiyuan")


def test_a_reset_answers_a_stranger_like_an_account(client, known):
    first = client.post(RESET, {"email": "linzhiyuan@example.cn"}, follow=True)
    cache.clear()
    second = client.post(RESET, {"email": "weizhiyuan@example.cn"}, follow=True)
    assert first.redirect_chain == second.redirect_chain == [(reverse("account_reset_password_done"), 302)]
    assert bytes_of(first) == bytes_of(second)


def _mean_seconds(client, url, answers: list[dict], tries: int) -> list[float]:
    """The trimmed mean for each of `answers`, asked in turn.

    The time this thread computed, not the wall's: what other processes of a busy machine take is noise.
    What the thread waits for, the database, is counted by a test of its own.
    """
    spent = [[] for _answer in answers]
    for _try in range(tries):
        for data, times in zip(answers, spent, strict=True):
            cache.clear()
            start = time.thread_time()
            client.post(url, data)
            times.append(time.thread_time() - start)
    return [statistics.mean(sorted(times)[: max(1, tries * 9 // 10)]) for times in spent]


NAMES = ("linzhiyuan", "weizhiyuan", "linzhiyuan@example.cn", "weizhiyuan@example.cn")


@pytest.mark.timed
@pytest.mark.full
def test_a_login_takes_the_same_time_for_a_stranger(client, known, settings):
    """With the hasher that is shipped, since its time is what could tell."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    known.set_password(PASSWORD)
    known.save()
    client.post(LOGIN, {"login": "linzhiyuan", "password": "x"})
    means = _mean_seconds(client, LOGIN, [{"login": name, "password": "not-it"} for name in NAMES], 3)
    assert max(means) / min(means) <= 1.2, means


@pytest.mark.parametrize("account", ["open", "closed", "without a password"])
def test_a_login_hashes_exactly_once_for_everyone(client, known, monkeypatch, account):
    """The clock of the test above may be noisy; the count of the one slow thing is not."""
    from django.contrib.auth.hashers import MD5PasswordHasher

    if account == "without a password":
        known.set_unusable_password()
    known.is_active = account != "closed"
    known.save()

    hashed = []
    original = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: hashed.append(1) or original(*args))
    counts = []
    for name in NAMES:
        hashed.clear()
        client.post(LOGIN, {"login": name, "password": "not-it"})
        counts.append(len(hashed))
    assert counts == [1, 1, 1, 1]


def test_a_login_asks_the_database_as_often_for_everyone(client, known, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.post(LOGIN, {"login": "warm", "password": "x"})
    counts = []
    for name in NAMES:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.post(LOGIN, {"login": name, "password": "not-it"})
        counts.append(len(asked))
    assert len(set(counts)) == 1, counts


@pytest.mark.timed
@pytest.mark.full
def test_a_reset_takes_the_same_time_for_a_stranger(client, known):
    answers = [{"email": "linzhiyuan@example.cn"}, {"email": "weizhiyuan@example.cn"}]
    client.post(RESET, answers[0])
    means = _mean_seconds(client, RESET, answers, 200)
    assert max(means) / min(means) <= 1.2, means


def test_the_link_goes_to_the_account_alone_and_sets_the_password_once(client, known, settings):
    settings.SITE_URL = "https://news.example.cn"
    assert send_reset_mail.call("weizhiyuan@example.cn") == 0
    assert send_reset_mail.call("LinZhiyuan@example.cn") == 1
    assert [message.to for message in mail.outbox] == [["linzhiyuan@example.cn"]]
    link = re.search(r"https://\S+", mail.outbox[0].body)[0]
    assert link.startswith("https://news.example.cn/accounts/password/reset/key/")
    page = client.get(link.removeprefix("https://news.example.cn"), follow=True)
    new = "breakwater-lamp-77"
    where = page.redirect_chain[-1][0]
    assert client.post(where, {"password1": new, "password2": new}).status_code == 302
    known.refresh_from_db()
    assert known.check_password(new)
    again = client.get(link.removeprefix("https://news.example.cn"), follow=True)
    assert again.context["token_fail"] is True


def test_the_mail_names_the_configured_host_whatever_the_visitor_sent(client, known, settings):
    settings.ALLOWED_HOSTS = ["news.example.cn", "evil.example"]
    settings.SITE_URL = "https://news.example.cn"
    client.post(RESET, {"email": "linzhiyuan@example.cn"}, headers={"host": "evil.example"})
    send_reset_mail.call("linzhiyuan@example.cn")
    assert "evil.example" not in mail.outbox[0].body + mail.outbox[0].subject
