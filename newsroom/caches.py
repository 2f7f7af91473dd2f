"""Caches that may vanish without taking the site along (promises S16, R6).

A read that fails is a miss and a write that fails is forgotten. `add` and `incr`, on which limits are counted, raise
CacheDown instead, so that a limiter knows that it cannot count.
"""

import logging
from collections.abc import Callable

from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger("newsroom.cache")


class CacheDown(Exception):
    """The cache does not answer, and what was asked needs a true answer."""


class _Forgiving:
    """Goes before a cache backend in the bases of a class."""

    def _forgiven(self, default, ask: Callable):
        try:
            return ask()
        except (OSError, RedisError) as error:
            logger.warning("The cache does not answer: %s", error)
            return default

    def _strict(self, ask: Callable):
        try:
            return ask()
        except (OSError, RedisError) as error:
            raise CacheDown(str(error)) from error

    def get(self, key, default=None, version=None):
        return self._forgiven(default, lambda: super(_Forgiving, self).get(key, default, version))

    def get_many(self, keys, version=None):
        return self._forgiven({}, lambda: super(_Forgiving, self).get_many(keys, version))

    def set(self, key, value, *args, **kwargs):
        self._forgiven(None, lambda: super(_Forgiving, self).set(key, value, *args, **kwargs))

    def set_many(self, data, *args, **kwargs):
        return self._forgiven(list(data), lambda: super(_Forgiving, self).set_many(data, *args, **kwargs))

    def delete(self, key, version=None):
        return self._forgiven(False, lambda: super(_Forgiving, self).delete(key, version))

    def touch(self, key, *args, **kwargs):
        return self._forgiven(False, lambda: super(_Forgiving, self).touch(key, *args, **kwargs))

    def has_key(self, key, version=None):
        return self._forgiven(False, lambda: super(_Forgiving, self).has_key(key, version))

    def add(self, key, value, *args, **kwargs):
        return self._strict(lambda: super(_Forgiving, self).add(key, value, *args, **kwargs))

    def incr(self, key, delta=1, version=None):
        return self._strict(lambda: super(_Forgiving, self).incr(key, delta, version))


class ForgivingRedisCache(_Forgiving, RedisCache):
    pass


class ForgivingFileCache(_Forgiving, FileBasedCache):
    """One directory shared by every worker of a host.

    FileBasedCache.add first looks and then sets through the methods of its own class; both must raise inside `add`.
    """

    def __init__(self, directory, params):
        try:
            super().__init__(directory, params)
        except OSError as error:  # the directory cannot be made; each use will find out for itself
            logger.warning("The cache does not answer: %s", error)

    def add(self, key, value, *args, **kwargs):
        def ask():
            if FileBasedCache.has_key(self, key, kwargs.get("version")):
                return False
            FileBasedCache.set(self, key, value, *args, **kwargs)
            return True

        return self._strict(ask)
