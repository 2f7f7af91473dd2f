"""Promise S17: the host and the forwarded headers poison nothing, and the client's address is the true one."""

import ipaddress

import pytest
from django.test import Client

from newsroom.proxies import client_address, neighbourhood
from tests.newsroom.test_login import LOGIN

PROXIES = [ipaddress.ip_network(network) for network in ("10.0.0.0/8", "192.0.2.7/32", "fd00::/8")]

ADDRESSES = [
    # who connects, what X-Forwarded-For says, whose request it is
    ("203.0.113.9", "", "203.0.113.9"),
    ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
    ("203.0.113.9", "127.0.0.1", "203.0.113.9"),
    ("10.0.0.1", "", "10.0.0.1"),
    ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
    ("10.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1"),
    ("10.0.0.1", "127.0.0.1, 198.51.100.1", "198.51.100.1"),
    ("10.0.0.1", "198.51.100.1, 10.0.0.2", "198.51.100.1"),
    ("10.0.0.1", "1.2.3.4, 198.51.100.1, 192.0.2.7, 10.9.9.9", "198.51.100.1"),
    ("10.0.0.1", "10.0.0.2", "10.0.0.2"),
    ("10.0.0.1", "not-an-address", "10.0.0.1"),
    ("10.0.0.1", "198.51.100.1, not-an-address", "10.0.0.1"),
    ("10.0.0.1", "198.51.100.1:4711", "10.0.0.1"),
    ("10.0.0.1", " , ,198.51.100.1 , ", "198.51.100.1"),
    ("10.0.0.1", "' OR 1=1 --", "10.0.0.1"),
    ("fd00::1", "2001:db8::5", "2001:db8::5"),
    ("2001:db8::1", "198.51.100.1", "2001:db8::1"),
    ("10.0.0.1", "::ffff:198.51.100.1", "198.51.100.1"),
    ("::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"),
    ("", "198.51.100.1", ""),
]


@pytest.mark.parametrize(("remote", "forwarded", "expected"), ADDRESSES)
def test_the_nearest_address_no_proxy_of_ours_is_the_clients(settings, remote, forwarded, expected):
    settings.TRUSTED_PROXIES = PROXIES
    assert client_address(remote, forwarded) == expected


@pytest.mark.timed
def test_a_very_long_forwarded_header_is_read_in_no_time(settings):
    import time

    settings.TRUSTED_PROXIES = PROXIES
    start = time.perf_counter()
    client_address("10.0.0.1", ",".join(["10.0.0.2"] * 11_000))
    assert time.perf_counter() - start < 0.5


FORGED_HOSTS = [
    "evil.example", "evil.example:443", "testserver.evil.example", "evil.example/testserver", "testserver@evil.example",
    "testserver:80@evil.example",
    "evil.example#testserver", "evil.example?testserver", "testserver, evil.example",
    "testserver evil.example", "[::1].evil.example", "testserver:abc", "testserver:80:80", "", "*", "..",
    "%65vil.example",
    "testserver%00.evil.example", "testserver\\evil.example", "127.0.0.1.evil.example", "169.254.169.254", "0",
    "xn--evil",
]  # fmt: skip

IGNORED_HEADERS = [
    {"x-forwarded-host": "evil.example"}, {"x-forwarded-server": "evil.example"}, {"x-host": "evil.example"},
    {"x-forwarded-proto": "https"}, {"x-forwarded-proto": "evil"}, {"x-forwarded-port": "1337"},
    {"forwarded": "for=127.0.0.1;host=evil.example;proto=https"}, {"x-original-url": "/admin/"},
    {"x-rewrite-url": "/admin/"}, {"x-forwarded-for": "127.0.0.1"}, {"x-real-ip": "127.0.0.1"},
    {"x-http-method-override": "POST"}, {"x-forwarded-prefix": "/evil"}, {"x-forwarded-scheme": "https"},
    {"true-client-ip": "127.0.0.1"}, {"x-script-name": "/evil"}, {"x-original-host": "evil.example"},
]  # fmt: skip


def _body(client, **headers):
    import re

    answer = client.get(LOGIN, headers=headers)
    return answer.status_code, re.sub(rb'value="[^"]{64}"', b"token", answer.content)


@pytest.mark.django_db
@pytest.mark.parametrize("host", FORGED_HOSTS)
def test_a_forged_host_is_refused_and_the_next_visitor_sees_the_same(host):
    before = _body(Client())
    status, body = _body(Client(), host=host)
    assert status == 400
    assert b"evil" not in body
    assert _body(Client()) == before


@pytest.mark.django_db
@pytest.mark.parametrize("headers", IGNORED_HEADERS)
@pytest.mark.parametrize("trusted", [False, True])
def test_a_forwarded_header_changes_no_byte(headers, trusted, settings):
    settings.TRUSTED_PROXIES = [ipaddress.ip_network("127.0.0.0/8")] if trusted else []
    before = _body(Client())
    assert before[0] == 200
    assert _body(Client(), **headers) == before
    assert _body(Client()) == before


@pytest.mark.django_db
def test_a_trusted_proxy_says_whether_the_visitor_came_by_https(settings):
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get(LOGIN, headers={"x-forwarded-proto": "https"}).status_code == 301
    settings.TRUSTED_PROXIES = [ipaddress.ip_network("127.0.0.0/8")]
    assert Client().get(LOGIN, headers={"x-forwarded-proto": "https"}).status_code == 200
    assert Client().get(LOGIN, headers={"x-forwarded-proto": "http"}).status_code == 301


@pytest.mark.django_db
def test_the_redirect_to_https_names_the_asked_host_only_where_it_is_ours(settings):
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get(LOGIN, headers={"host": "evil.example"}).status_code == 400
    assert Client().get(LOGIN)["Location"] == f"https://testserver{LOGIN}"


def test_one_ipv6_customer_counts_as_one():
    assert neighbourhood("2001:db8:1:2:3:4:5:6") == neighbourhood("2001:db8:1:2::1") == "2001:db8:1:2::/64"
    assert neighbourhood("2001:db8:1:3::1") != neighbourhood("2001:db8:1:2::1")
    assert neighbourhood("198.51.100.7") == "198.51.100.7"
