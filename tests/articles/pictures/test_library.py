import hashlib

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from articles.models import Picture
from articles.pictures import add_picture, delete_picture, library, set_focal_point
from articles.uploads import Refused
from tests.articles.uploads import corpus
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def waiting():
    return [task.args_kwargs["args"] for task in DBTaskResult.objects.filter(status="READY").order_by("enqueued_at")]


def test_an_uploaded_picture_is_a_row_that_names_its_files(uploaded, files):
    row = Picture.objects.get()
    assert (row.name, row.width, row.height, row.alt, row.ai_label) == ("海边.jpg", 2000, 1200, "海边的渔船", False)
    assert files() == sorted([row.file, *(rendition["name"] for rendition in row.renditions)])
    with default_storage.open(row.file) as file:
        master = file.read()
    assert (row.size, row.sha256) == (len(master), hashlib.sha256(master).hexdigest())
    assert (row.renditions_made_at, waiting()) == (None, [[row.pk]])


def test_the_open_file_of_a_form_is_taken_too(sent):
    assert add_picture(sent(corpus.png()), name="x.png", by=None).width == 900


def test_who_sent_it_and_what_it_shows_are_kept_on_one_line(reporter):
    picture = add_picture(
        corpus.png(), name="a\u202eb\n.png", by=reporter, caption=" 渔船\n归港 ", credit="海" * 70, public=True
    )
    picture.refresh_from_db()
    assert (picture.name, picture.uploaded_by, picture.caption, picture.credit) == (
        "a b .png", reporter, "渔船 归港", "海" * 60,
    )  # fmt: skip


def test_the_label_of_ai_content_marks_the_row():
    label = f"<TC260:AIGC>{corpus.LABEL}</TC260:AIGC>"
    assert add_picture(corpus.private_jpeg(label), name="x.jpg", by=None).ai_label is True


@pytest.mark.parametrize(("public", "most"), [(True, 10), (False, 40)])
def test_the_limit_of_size_is_tighter_for_the_public(public, most, files):
    fits = corpus.png() + bytes(most * 1024 * 1024 - len(corpus.png()))
    add_picture(fits, name="x.png", by=None, public=public)
    kept = files()
    with pytest.raises(Refused) as refused:
        add_picture(fits + b"\0", name="x.png", by=None, public=public)
    assert (refused.value.code, str(most) in str(refused.value), files()) == ("too-big", True, kept)


@pytest.mark.parametrize(
    "name", ["bomb.png", "3000-scans.jpg", "truncated.jpg", "phone.heic", "drawing.svg", "empty.jpg"]
)
def test_a_refused_picture_leaves_nothing(name, files):
    make, verdict = corpus.PICTURES[name]
    with pytest.raises(Refused) as refused:
        add_picture(make(), name=name, by=None)
    assert (refused.value.code, name in str(refused.value)) == (verdict, True)
    assert (files(), Picture.objects.count(), waiting()) == ([], 0, [])


def test_a_full_disk_is_told_and_leaves_no_half_file(files, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("articles.uploads.files.os.fsync", full)
    with pytest.raises(Refused) as refused:
        add_picture(corpus.png(), name="x.png", by=None)
    assert (refused.value.code, files(), Picture.objects.count()) == ("not-kept", [], 0)


@pytest.mark.django_db(transaction=True)
def test_a_failing_commit_leaves_only_files_no_row_names(files):
    def commit_fails():
        with transaction.atomic():
            add_picture(corpus.png(), name="x.png", by=None)
            raise IntegrityError

    with pytest.raises(IntegrityError):
        commit_fails()
    assert (Picture.objects.count(), DBTaskResult.objects.count(), len(files())) == (0, 0, 3)


def test_a_new_focal_point_asks_for_new_cuts(uploaded):
    DBTaskResult.objects.all().delete()
    set_focal_point(uploaded, 0.2, 0.8)
    row = Picture.objects.get()
    assert (row.focal_x, row.focal_y, row.renditions_made_at, waiting()) == (0.2, 0.8, None, [[row.pk]])


def test_the_same_focal_point_asks_for_nothing(uploaded):
    DBTaskResult.objects.all().delete()
    set_focal_point(uploaded, 0.5, 0.5)
    assert waiting() == []


def test_a_focal_point_outside_is_refused_by_the_database(uploaded):
    with pytest.raises(IntegrityError), transaction.atomic():
        set_focal_point(uploaded, 1.2, 0)


def test_an_unused_picture_is_deleted(uploaded):
    delete_picture(uploaded)
    assert Picture.objects.count() == 0


def test_a_used_picture_is_not_deleted(uploaded):
    make_article(cover=uploaded)
    with pytest.raises(Refused) as refused:
        delete_picture(uploaded)
    assert (refused.value.code, Picture.objects.count()) == ("in-use", 1)


def test_names_cannot_be_guessed():
    names = {library.unguessable("masters", ".jpg") for _ in range(100)}
    assert len(names) == 100
    assert {len(name) for name in names} == {len("masters/ab/.jpg") + 32}
