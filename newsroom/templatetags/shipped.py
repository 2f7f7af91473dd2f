"""Our own sheets and scripts, each with the digest of what was shipped (Subresource Integrity)."""

import base64
import hashlib
from functools import lru_cache

from django import template
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.utils.html import format_html

register = template.Library()


@lru_cache(maxsize=256)
def _integrity(stored_name: str) -> str:
    """The `integrity` value of a collected file, read once a process: a hashed name never changes its bytes."""
    with staticfiles_storage.open(stored_name) as file:
        digest = hashlib.sha384(file.read()).digest()
    return "sha384-" + base64.b64encode(digest).decode("ascii")


def _attributes(name: str):
    """(address, integrity attribute): empty where files are served as they lie, while developing and in tests."""
    address = staticfiles_storage.url(name)
    if not isinstance(staticfiles_storage, ManifestFilesMixin):
        return address, ""
    return address, format_html(' integrity="{}"', _integrity(staticfiles_storage.stored_name(name)))


@register.simple_tag
def sheet(name):
    """`{% sheet "newsroom/css/base.css" %}`"""
    return format_html('<link rel="stylesheet" href="{}"{}>', *_attributes(name))


@register.simple_tag
def script(name):
    """`{% script "articles/js/share.js" %}`: a module, run when the page is read."""
    return format_html('<script type="module" src="{}"{}></script>', *_attributes(name))


@register.simple_tag
def early_script(name):
    """For the one script that must run before the first paint."""
    return format_html('<script src="{}"{}></script>', *_attributes(name))
