"""The cast and what every test may rely on."""

import ipaddress
import os
import socket
import uuid

import pytest
from django.contrib.auth.models import Group, Permission

from newsroom.roles import STAFF_ROLES, make_roles
from tests import factories

pytest_plugins = ("tests.browser", "tests.completeness")


@pytest.fixture(autouse=True)
def _own_var(tmp_path, settings):
    """Every test has files, cache and static files of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.VAR_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    if os.environ.get("CACHE_URL", "").startswith("redis"):  # the real one, with keys of this test's own
        settings.CACHES = {
            "default": {**settings.CACHES["default"], "LOCATION": _redis(), "KEY_PREFIX": uuid.uuid4().hex}
        }
    else:
        settings.CACHES = {
            "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": str(tmp_path)}
        }
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.REQUIRE_2FA = False


def _redis() -> str:
    """A database of the server for each process of tests, since `cache.clear()` empties the whole of one."""
    base, _slash, number = os.environ["CACHE_URL"].rpartition("/")
    process = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    return f"{base}/{(int(number) + process) % 16}"


def _is_local(address) -> bool:
    """Whether a socket's address stays on this machine: a path, or a host that is loopback."""
    if not isinstance(address, tuple):
        return True
    try:
        return ipaddress.ip_address(address[0]).is_loopback
    except ValueError:
        return address[0] == "localhost"


@pytest.fixture(autouse=True)
def _no_connection_leaves_this_machine(monkeypatch):
    """Promise S22: what a test starts in this process may ask loopback and no one else."""
    for name in ("connect", "connect_ex"):
        original = getattr(socket.socket, name)

        def guarded(self, address, original=original):
            if not _is_local(address):
                raise AssertionError(f"A connection to {address!r} was attempted; the newsroom asks nobody unasked.")
            return original(self, address)

        monkeypatch.setattr(socket.socket, name, guarded)


@pytest.fixture
def roles(db):
    """The desk's groups; a test that flushes the database needs them made again."""
    make_roles(Group, Permission)


def _member(role):
    return factories.make_account(role, groups=[role], is_staff=role in STAFF_ROLES, is_superuser=role == "admin")


@pytest.fixture
def reporter(roles):
    return _member("reporter")


@pytest.fixture
def editor(roles):
    return _member("editor")


@pytest.fixture
def head(roles):
    return _member("head")


@pytest.fixture
def chief(roles):
    return _member("chief")


@pytest.fixture
def proofreader(roles):
    return _member("proofreader")


@pytest.fixture
def moderator(roles):
    return _member("moderator")


@pytest.fixture
def admin_account(roles):
    return _member("admin")


@pytest.fixture
def contributor(roles):
    return _member("contributor")


@pytest.fixture
def cast(reporter, editor, head, chief, proofreader, moderator, admin_account, contributor):
    """Everyone, by role."""
    return {
        "reporter": reporter, "editor": editor, "head": head, "chief": chief, "proofreader": proofreader,
        "moderator": moderator, "admin": admin_account, "contributor": contributor,
    }  # fmt: skip
