import os
import time
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.pictures import add_picture
from tests.articles.uploads import corpus


@pytest.fixture
def uploaded(db):
    """A picture of 2000 × 1200 as a member of the desk uploads it, with its quick renditions."""
    return add_picture(corpus.plain("JPEG", size=(2000, 1200)), name="海边.jpg", by=None, alt="海边的渔船")


@pytest.fixture
def files():
    """A function that lists every file of the media, by name."""

    def names():
        top = Path(default_storage.location)
        return sorted(str(path.relative_to(top)) for path in top.rglob("*") if path.is_file())

    return names


@pytest.fixture
def age():
    """A function that makes every file of the media look `hours` old."""

    def make_old(hours=2):
        then = time.time() - hours * 3600
        for path in Path(default_storage.location).rglob("*"):
            os.utime(path, (then, then))

    return make_old


@pytest.fixture
def sent():
    """A function that makes an uploaded file of bytes."""
    return lambda data, name="海边.jpg": SimpleUploadedFile(name, data)


@pytest.fixture
def remote(settings):
    """Files kept somewhere that is no folder of this machine, as in an S3 bucket."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
