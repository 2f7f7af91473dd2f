"""The public pictures: renditions alone, by their unguessable names."""

import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

RENDITION = re.compile(r"pictures/[0-9a-f]{2}/[0-9a-f]{32}/[0-9a-z]{1,10}-[0-9]{1,5}\.(avif|webp|jpg)")
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
FOREVER = 365 * 24 * 3600
POLICY = "default-src 'none'; sandbox"


@require_safe
def media(request, name):
    """A rendition, for ever: its bytes never change under its name. Anything else is not there."""
    match = RENDITION.fullmatch(name)
    if match is None:
        raise Http404
    try:
        file = default_storage.open(name)
        size = file.size
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, content_type=TYPES[match[1]])
    response["Content-Length"] = size
    response["Cache-Control"] = f"public, max-age={FOREVER}, immutable"
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


# No cookie is read here: see newsroom.public_pages.
media.is_public_page = True  # type: ignore[attr-defined]
