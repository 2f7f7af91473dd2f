"""Keeping what arrived: written whole before anything is read from it, and read again as often as asked."""

import hashlib

from django.core.files.storage import default_storage

from articles import manuscripts
from articles.enums import ArrivalKind
from articles.models import Original
from articles.uploads import files

_EXTENSIONS = {ArrivalKind.PASTED: ".html", ArrivalKind.TYPED: ".txt"}


def keep_original(data: bytes, *, name: str = "", kind: ArrivalKind, by) -> Original:
    """Keep `data` untouched under an unguessable name, then the row that names it. `Refused` when disk is full."""
    stored = files.unguessable("originals", _EXTENSIONS.get(kind, ".bin"))
    files.keep(stored, data, shown=name)
    return Original.objects.create(
        name=name[-120:],
        kind=kind,
        file=stored,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        brought_by=by,
    )


def bytes_of(original: Original) -> bytes:
    with default_storage.open(original.file, "rb") as file:
        return file.read()


def read_original(original: Original) -> manuscripts.Manuscript:
    """The manuscript `original` holds. Raises `Refused` where it cannot be read."""
    data = bytes_of(original)
    if original.kind == ArrivalKind.PASTED:
        return manuscripts.read_pasted(data.decode())
    if original.kind == ArrivalKind.TYPED:
        return manuscripts.read_text(data.decode())
    return manuscripts.read_file(original.name, data)
