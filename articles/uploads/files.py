"""Files that hold: written and synced under their final, unguessable name before the row that names them is committed.

A file whose row never came is an orphan, which `articles.pictures.sweep` removes (design, rule 9).
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage

from articles.uploads.confinement import refused
from articles.uploads.reasons import STORAGE_REASONS


def unguessable(folder: str, rest: str) -> str:
    """A storage name nobody can guess: `folder`, 128 random bits, `rest` (an extension, or a path from /)."""
    token = secrets.token_hex(16)
    return f"{folder}/{token[:2]}/{token}{rest}"


def keep(name: str, data: bytes, *, shown: str = "") -> None:
    """Write `data` under `name`, so that it outlives a power cut once this returns.

    `Refused` (code "not-kept") where the disk or the storage does not take it; then nothing of it is left. `shown` is
    the name its sender knows it by.
    """
    try:
        if isinstance(default_storage, FileSystemStorage):
            _write(Path(default_storage.path(name)), data)
        elif default_storage.save(name, ContentFile(data)) != name:
            raise FileExistsError(name)
    except OSError as error:
        raise refused("not-kept", shown, STORAGE_REASONS) from error


def _write(path: Path, data: bytes) -> None:
    top = Path(default_storage.path(""))
    made = [folder for folder in [path.parent, *path.parents] if top in folder.parents and not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    file = open(path, "xb")  # noqa: SIM115 - a name taken already is refused before there is anything to undo
    try:
        with file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        path.chmod(settings.FILE_UPLOAD_PERMISSIONS)
        for folder in {path.parent, *(folder.parent for folder in made)}:
            _sync(folder)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise


def _sync(folder: Path) -> None:
    """A new name is safe only when the folder that lists it is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
