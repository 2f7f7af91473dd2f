"""How often somebody may try: one count for all workers, by the client's true address, an account or a target (S15).

A limit that cannot be counted is taken as reached (S16).
"""

import fcntl
import hashlib
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache

from newsroom.caches import CacheDown
from newsroom.logs import log_security


@dataclass(frozen=True)
class Limit:
    """At most `amount` tries in any `seconds`, counted under `name`."""

    name: str
    amount: int
    seconds: int


LOGIN_BY_ACCOUNT = Limit("login-account", 10, 15 * 60)
LOGIN_BY_ADDRESS = Limit("login-address", 30, 15 * 60)
CODE_BY_ACCOUNT = Limit("code-account", 10, 15 * 60)
RESET_BY_TARGET = Limit("reset-target", 3, 3600)
RESET_BY_ADDRESS = Limit("reset-address", 3, 3600)
LIMITS = (LOGIN_BY_ACCOUNT, LOGIN_BY_ADDRESS, CODE_BY_ACCOUNT, RESET_BY_TARGET, RESET_BY_ADDRESS)

WHEN_DOWN = 60
"""Seconds to wait when the counts cannot be read: long enough for a cache to start again."""


class LimitReached(Exception):
    """Answered by `LimitMiddleware` with 429; `wait` is how many seconds until the next try counts."""

    def __init__(self, wait: int):
        super().__init__(wait)
        self.wait = wait


def _key(limit: Limit, whose: str) -> str:
    return f"limit:{limit.name}:{hashlib.sha256(whose.encode()).hexdigest()}"


@contextmanager
def _alone(key: str) -> Iterator[None]:
    """Hold `key` against every worker. CacheDown when it cannot be had within a second.

    A file lock holds off those of this host (a file cache's `add` is no lock), the cache's `add` those of other hosts.
    """
    with open(settings.VAR_DIR / "limits.lock", "a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        give_up = time.monotonic() + 1
        while not cache.add(f"{key}:lock", 1, 5):
            if time.monotonic() > give_up:
                raise CacheDown("a limit stayed locked")
            time.sleep(0.01)
        try:
            yield
        finally:
            cache.delete(f"{key}:lock")


def take(limit: Limit, whose: str) -> None:
    """Count one try of `whose`. LimitReached, with nothing counted, where `limit.amount` lie within its seconds."""
    key = _key(limit, whose)
    try:
        with _alone(key):
            now = time.time()
            tries = [moment for moment in cache.get(key, []) if moment > now - limit.seconds]
            if len(tries) >= limit.amount:
                raise LimitReached(math.ceil(tries[-limit.amount] + limit.seconds - now))
            cache.set(key, [*tries, now], limit.seconds)
    except (CacheDown, OSError) as error:
        raise LimitReached(WHEN_DOWN) from error


def give_back(limit: Limit, whose: str) -> None:
    """Uncount the newest try of `whose`: it was no guess, the password was right."""
    key = _key(limit, whose)
    try:
        with _alone(key):
            cache.set(key, cache.get(key, [])[:-1], limit.seconds)
    except (CacheDown, OSError):
        return  # the count stays stricter than it need be


class LimitMiddleware:
    """Turn LimitReached, wherever it was raised, into the 429 page with Retry-After; so too a cache that is down while
    allauth counts its own limits."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        from newsroom.errors import too_many_requests

        if isinstance(exception, LimitReached):
            return too_many_requests(request, wait=exception.wait)
        if isinstance(exception, CacheDown):
            return too_many_requests(request, wait=WHEN_DOWN)
        return None


def log_limit(request, wait: int) -> None:
    log_security("limit", path=request.path, wait=wait)
