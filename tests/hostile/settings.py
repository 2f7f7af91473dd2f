"""The shipped settings, with guards that `tests.hostile.weakened` can take away while the newsroom is served."""

from newsroom.settings import *  # noqa: F403
from newsroom.settings import MIDDLEWARE, STORAGES

REQUIRE_2FA = False
MIDDLEWARE = ["tests.hostile.weakened.Weakened", *MIDDLEWARE]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # at once, unpressed
