"""Promise S10: whatever changes something wants a POST with the form's token; asking alone changes nothing."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.addresses import all_addresses, make_world, read_out
from tests.factories import make_account

PRIVATE = ("account_", "mfa_", "usersessions_", "after_login")
UNSAFE = ["POST", "PUT", "PATCH", "DELETE"]
WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER)\b", re.IGNORECASE)
ADDRESSES = all_addresses()
PUBLIC = [address for address in ADDRESSES if not address.in_admin and not address.name.startswith(PRIVATE)]


@pytest.fixture
def chief_client(roles):
    """One who may do everything, in a browser that checks tokens as a live site does."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_account("the-chief", is_staff=True, is_superuser=True))
    return client


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.row)
def test_an_unsafe_request_without_a_token_is_refused(address, chief_client):
    path = make_world(make_account("owner")).path(address)
    answers = {method: chief_client.generic(method, path).status_code for method in UNSAFE}
    # 405: the address takes no such method at all; whatever takes one wants the token.
    assert set(answers.values()) <= {403, 405}, answers


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://testserver.evil.example"])
def test_a_token_from_another_origin_is_refused(chief_client, origin):
    page = chief_client.get("/accounts/logout/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    answer = chief_client.post("/accounts/logout/", {"csrfmiddlewaretoken": token}, headers={"origin": origin})
    assert answer.status_code == 403
    assert chief_client.post("/accounts/logout/", {"csrfmiddlewaretoken": token}).status_code == 302


@pytest.mark.parametrize("address", PUBLIC, ids=lambda address: address.row)
def test_reading_writes_nothing(address, db):
    path = make_world(make_account("owner")).path(address)
    with CaptureQueriesContext(connection) as asked:
        read_out(Client().get(path))
        Client().head(path)
    assert [query["sql"] for query in asked if WRITES.match(query["sql"])] == []


@pytest.mark.parametrize("address", [one for one in ADDRESSES if one.in_admin], ids=lambda address: address.row)
def test_reading_at_the_desk_writes_nothing_either(address, chief_client):
    path = make_world(make_account("owner")).path(address)
    chief_client.get("/accounts/2fa/")  # the session notes once in five minutes that it is alive
    with CaptureQueriesContext(connection) as asked:
        read_out(chief_client.get(path))
    written = [query["sql"] for query in asked if WRITES.match(query["sql"])]
    # A sentence for the next page ("this cannot be deleted") waits in the visitor's own session.
    assert [sql for sql in written if '"django_session"' not in sql] == []


@pytest.mark.parametrize("address", PUBLIC, ids=lambda address: address.row)
def test_a_public_page_holds_no_token_and_sets_no_cookie(address, db):
    path = make_world(make_account("owner")).path(address)
    answer = Client().get(path)
    assert not answer.cookies
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert b"csrfmiddlewaretoken" not in body
