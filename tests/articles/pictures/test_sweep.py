from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.models import Picture
from articles.pictures import add_picture
from articles.pictures.renditions import make_renditions
from articles.pictures.sweep import ask_again, sweep
from articles.uploads import Refused
from articles.uploads.files import keep, unguessable
from tests.articles.uploads import corpus

pytestmark = pytest.mark.django_db


def test_files_that_a_row_names_stay_however_old(uploaded, files, age):
    before = files()
    age(hours=1000)
    assert (sweep(), files()) == ([], before)


def test_orphans_older_than_an_hour_go_with_their_folders(uploaded, files, age):
    mine = files()
    for folder, rest in (("masters", ".jpg"), ("pictures", "/whole-400.jpg"), ("originals", ".docx")):
        keep(unguessable(folder, rest), b"orphan")
    age()
    assert len(sweep()) == 3
    assert files() == mine
    age()
    assert sweep() == []
    assert default_storage.listdir("originals") == ([], [])


def test_a_young_orphan_may_belong_to_a_row_being_committed(files):
    keep(unguessable("masters", ".jpg"), b"young")
    assert (sweep(), len(files())) == ([], 1)


def test_files_of_others_are_let_be(files, age):
    keep("elsewhere/ab/file.txt", b"not ours")
    age()
    assert (sweep(), len(files())) == ([], 1)


def test_an_empty_media_folder_is_no_error():
    assert sweep() == []


def test_the_files_of_a_deleted_picture_go(uploaded, files, age):
    uploaded.delete()
    age()
    assert (len(sweep()), files()) == (3, [])


def test_replaced_renditions_go_after_a_week(uploaded, files, age):
    quick = {row["name"] for row in uploaded.renditions}
    make_renditions.func(uploaded.pk)
    age()
    assert sweep() == []
    row = Picture.objects.get()
    long_ago = (timezone.now() - timedelta(days=8)).isoformat()
    row.renditions = [{**r, "retired": long_ago} if "retired" in r else r for r in row.renditions]
    row.save()
    assert set(sweep()) == quick
    assert [r for r in Picture.objects.get().renditions if "retired" in r] == []


def test_renditions_a_lost_task_left_unmade_are_asked_for_again(uploaded):
    DBTaskResult.objects.all().delete()
    assert ask_again() == 0
    Picture.objects.update(created_at=timezone.now() - timedelta(hours=2))
    assert (ask_again(), DBTaskResult.objects.get().args_kwargs["args"]) == (1, [uploaded.pk])


def test_files_kept_elsewhere_are_swept_too(remote, monkeypatch):
    picture = add_picture(corpus.png(), name="x.png", by=None)
    make_renditions.func(picture.pk)
    orphan = unguessable("masters", ".jpg")
    keep(orphan, b"orphan")
    monkeypatch.setattr("articles.pictures.sweep.AGE", -timedelta(hours=1))
    assert sweep() == [orphan]
    assert default_storage.exists(Picture.objects.get().renditions[0]["name"])


def test_a_name_taken_already_is_never_written_over(remote):
    keep("masters/x.jpg", b"first")
    with pytest.raises(Refused) as refused:
        keep("masters/x.jpg", b"second")
    assert (refused.value.code, default_storage.open("masters/x.jpg").read()) == ("not-kept", b"first")


def test_a_file_another_sweep_took_is_no_error(monkeypatch, files, age):
    keep("masters/x.jpg", b"orphan")
    monkeypatch.setattr(
        "articles.pictures.sweep._named", lambda: Path(default_storage.path("masters/x.jpg")).unlink() or set()
    )
    assert sweep() == []


def test_the_command_says_what_it_did(uploaded, age):
    uploaded.delete()
    age()
    said = StringIO()
    call_command("sweep_files", stdout=said)
    assert said.getvalue().splitlines()[-1] == "3 files deleted, renditions of 0 pictures asked for again"
