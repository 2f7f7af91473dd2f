"""Our own sheets and scripts carry the digest of what is served."""

import base64
import hashlib
import re

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.base import ContentFile
from django.template import Context, Template

from newsroom.templatetags import shipped


def drawn(tag):
    return Template("{% load shipped %}{% " + tag + " %}").render(Context())


@pytest.fixture
def _collected(settings):
    """Files as collected for production: one sheet that names another file, so that its bytes change on the way."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    shipped._integrity.cache_clear()
    storage = staticfiles_storage
    storage.save("a.svg", ContentFile(b"<svg/>"))
    storage.save("a.css", ContentFile(b"p { background: url(a.svg) }"))
    list(storage.post_process({name: (storage, name) for name in ("a.svg", "a.css")}))
    yield
    shipped._integrity.cache_clear()


@pytest.mark.usefixtures("_collected")
def test_a_sheet_carries_the_digest_of_the_bytes_that_are_served(settings):
    found = re.fullmatch(
        r'<link rel="stylesheet" href="/static/(a\.\w+\.css)" integrity="sha384-(.*)">', drawn('sheet "a.css"')
    )
    served = (settings.STATIC_ROOT / found[1]).read_bytes()
    assert b"url(a.svg)" not in served
    assert base64.b64decode(found[2]) == hashlib.sha384(served).digest()


@pytest.mark.parametrize(("tag", "type_"), [("script", ' type="module"'), ("early_script", "")])
def test_while_developing_files_are_served_as_they_lie(tag, type_):
    assert drawn(f'{tag} "a.js"') == f'<script{type_} src="/static/a.js"></script>'
