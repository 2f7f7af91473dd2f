from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from articles.uploads import Refused, files


@pytest.fixture
def remote(settings):
    """Files kept somewhere that is no folder of this machine, as in an S3 bucket."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def test_no_two_names_are_alike():
    names = {files.unguessable("masters", ".jpg") for _ in range(100)}
    assert (len(names), {len(name) for name in names}) == (100, {len("masters/ab/.jpg") + 32})


def test_a_file_holds_what_was_given(settings):
    files.keep("masters/ab/x.jpg", b"pixels")
    path = Path(default_storage.path("masters/ab/x.jpg"))
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"pixels", settings.FILE_UPLOAD_PERMISSIONS)


def test_the_file_and_every_new_folder_are_synced(monkeypatch):
    synced, sync = [], files.os.fsync
    monkeypatch.setattr(files.os, "fsync", lambda descriptor: (synced.append(descriptor), sync(descriptor)))
    files.keep("masters/ab/x.jpg", b"pixels")
    files.keep("masters/ab/y.jpg", b"pixels")
    assert len(synced) == (1 + 3) + (1 + 1)  # the file; its folder, and those the new folders stand in


def test_a_file_is_never_written_over():
    files.keep("masters/ab/x.jpg", b"first")
    with pytest.raises(Refused) as refused:
        files.keep("masters/ab/x.jpg", b"second", shown="海.jpg")
    assert (refused.value.code, "海.jpg" in str(refused.value)) == ("not-kept", True)
    assert Path(default_storage.path("masters/ab/x.jpg")).read_bytes() == b"first"


def test_nothing_is_left_of_a_file_the_disk_did_not_take(monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(Refused):
        files.keep("masters/ab/x.jpg", b"pixels")
    assert default_storage.exists("masters/ab/x.jpg") is False


def test_files_may_be_kept_elsewhere(remote):
    files.keep("masters/ab/x.jpg", b"first")
    with pytest.raises(Refused):
        files.keep("masters/ab/x.jpg", b"second")
    with default_storage.open("masters/ab/x.jpg") as file:
        assert file.read() == b"first"
