"""Promise S7: every role, every address, GET and POST, against the table in permission_matrix.toml.

An address without a row fails; so does a row without an address. With PRINT_MATRIX=1 in the environment and `-s`
pytest prints the row of every address as it answers now: read it, and take it over where it is what ought to be.
"""

import json
import os
import tomllib
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.addresses import all_addresses, make_world, read_out
from tests.factories import make_account
from tests.matrix import OUTSIDE, ROLES, called, make_clients

TABLE = tomllib.loads(Path(__file__).with_name("permission_matrix.toml").read_text())
ADDRESSES = all_addresses()


def expected(row: dict[str, str]) -> dict[str, str]:
    """{role: answer} of a row {answer: "role role …"}; the file says which words stand for many roles."""
    staff = tuple(role for role in ROLES if role not in OUTSIDE)
    nobody, members = ("anonymous", "banned", "deactivated", "ended"), ("reader", "contributor", *staff)
    many = {"all": ROLES, "outside": OUTSIDE, "staff": staff, "nobody": nobody, "members": members}
    answers = {}
    for answer, roles in row.items():
        for word in roles.split():
            for role in many.get(word, (word,)):
                assert role not in answers, f"{role} stands twice in {row}"
                answers[role] = answer
    return answers


def as_row(found: dict[str, str]) -> str:
    """`found` the way the table writes it."""
    by_answer: dict[str, list[str]] = {}
    for role, answer in found.items():
        by_answer.setdefault(answer, []).append(role)
    lines = []
    for answer, roles in by_answer.items():
        words = " ".join(roles).replace(" ".join(ROLES), "all").replace(" ".join(OUTSIDE), "outside")
        words = words.replace(" ".join(role for role in ROLES if role not in OUTSIDE), "staff")
        lines.append(f"{answer} = {json.dumps(words)}")
    return "\n".join(lines)


def test_every_address_has_a_row_and_every_row_an_address():
    assert sorted(TABLE) == sorted(address.row for address in ADDRESSES)


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.row)
def test_who_may_ask_what(address, roles, db):
    world = make_world(make_account("owner", is_staff=True))
    clients = make_clients()
    for method in ("GET", "POST"):
        found = {}
        for role, client in clients.items():
            cache.clear()  # a limit reached by one role is not the next one's
            with transaction.atomic():
                answer = client.generic(method, world.path(address, getattr(client, "account", None)))
                read_out(answer)
                found[role] = called(answer)
                transaction.set_rollback(True)
        if os.environ.get("PRINT_MATRIX"):
            print(f"\n[{json.dumps(address.row)}.{method}]\n{as_row(found)}")  # noqa: T201 - asked for
            continue
        assert found == expected(TABLE[address.row][method]), f"{method} {address.row}"
