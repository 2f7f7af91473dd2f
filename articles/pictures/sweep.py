"""Clearing up: files that no row names and that are older than an hour, and nothing else (design, rule 9)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.core.files.storage import FileSystemStorage, default_storage
from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone

from articles.models import Original, Picture
from articles.pictures.renditions import RETIRED_FOR, make_renditions

AGE = timedelta(hours=1)
"""A younger file may belong to a row that is being committed."""
FOLDERS = ("masters", "pictures", "originals")


def sweep() -> list[str]:
    """Delete the orphans and return their names. A file in use is never touched, however old."""
    _forget_retired()
    before = timezone.now() - AGE
    # Rows are read after the list of files: what is committed meanwhile was not in the list, or is young.
    found = [name for folder in FOLDERS for name in _files(folder)]
    named = _named()
    gone = [name for name in found if name not in named and _written(name) < before]
    for name in gone:
        default_storage.delete(name)
    if isinstance(default_storage, FileSystemStorage):
        _remove_empty_folders()
    return gone


def ask_again() -> int:
    """Put off anew the renditions that a lost task left unmade for an hour; returns how many pictures lack them."""
    waiting = Picture.objects.filter(renditions_made_at=None, created_at__lt=timezone.now() - AGE)
    count = 0
    for number in waiting.values_list("pk", flat=True).iterator():
        make_renditions.enqueue(number)
        count += 1
    return count


def _forget_retired() -> None:
    """Strike from the rows the renditions replaced long ago, one row at a time and only where it did not change."""
    oldest = (timezone.now() - RETIRED_FOR).isoformat()
    pictures = Picture.objects.annotate(text=Cast("renditions", TextField())).filter(text__contains='"retired"')
    for picture in pictures.only("renditions").iterator():
        kept = [row for row in picture.renditions if row.get("retired", "9") > oldest]
        if kept != picture.renditions:
            Picture.objects.filter(pk=picture.pk, renditions=picture.renditions).update(renditions=kept)


def _named() -> set[str]:
    names = set(Original.objects.values_list("file", flat=True).iterator())
    for file, renditions in Picture.objects.values_list("file", "renditions").iterator():
        names.add(file)
        names.update(row["name"] for row in renditions)
    return names


def _files(folder: str) -> Iterator[str]:
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in files:
        yield f"{folder}/{name}"
    for name in folders:
        yield from _files(f"{folder}/{name}")


def _written(name: str) -> datetime:
    try:
        return default_storage.get_modified_time(name)
    except FileNotFoundError:  # another sweep was quicker
        return timezone.now()


def _remove_empty_folders() -> None:
    """Folders left without files, oldest branches first; one that is being filled refuses to go, and is tried again."""
    before = (timezone.now() - AGE).timestamp()
    for top in FOLDERS:
        for folder in sorted(Path(default_storage.path(top)).rglob("*"), reverse=True):
            try:
                if folder.is_dir() and folder.stat().st_mtime < before:
                    folder.rmdir()
            except OSError:
                continue
