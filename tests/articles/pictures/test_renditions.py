import io

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from articles.models import Picture
from articles.pictures import add_picture, set_focal_point
from articles.pictures.renditions import RETIRED_FOR, jpeg_near, make_renditions, of_cut, retired
from tests.articles.uploads import corpus
from tests.factories import make_picture

pytestmark = pytest.mark.django_db


def made(picture):
    make_renditions.func(picture.pk)
    picture.refresh_from_db()
    return picture


def test_every_cut_is_made_in_every_format_and_size(uploaded):
    picture = made(uploaded)
    sizes = {
        "": [(400, 240), (800, 480), (1200, 720), (1600, 960)],
        "3:2": [(400, 267), (800, 533), (1200, 800), (1600, 1067)],
        "1:1": [(400, 400), (800, 800), (1200, 1200)],
    }
    for cut, expected in sizes.items():
        made_of = of_cut(picture, cut)
        assert set(made_of) == {"avif", "webp", "jpeg"}
        for rows in made_of.values():
            assert [(row["width"], row["height"]) for row in rows] == expected
    assert picture.renditions_made_at is not None


def test_a_picture_that_has_the_shape_of_a_cut_serves_as_that_cut():
    picture = made(add_picture(corpus.plain("JPEG", size=(900, 601)), name="x.jpg", by=None))
    names = [row["name"] for row in of_cut(picture, "")["avif"]]
    assert [row["name"] for row in of_cut(picture, "3:2")["avif"]] == names
    assert [row["width"] for row in of_cut(picture, "1:1")["avif"]] == [400, 601]


def test_each_name_leads_to_the_picture_it_says(uploaded):
    for row in made(uploaded).renditions:
        with default_storage.open(row["name"]) as file:
            image = Image.open(io.BytesIO(file.read()))
        assert (image.format.lower(), image.size) == (row["format"], (row["width"], row["height"]))


def test_the_quick_renditions_stay_for_a_while(uploaded):
    quick = [row["name"] for row in uploaded.renditions]
    rows = made(uploaded).renditions
    assert [row["name"] for row in rows if "retired" in row] == quick
    assert len({row["name"] for row in rows}) == len(rows)


def test_making_them_again_changes_nothing(uploaded, files):
    before, kept = made(uploaded).renditions, files()
    assert (made(uploaded).renditions, files()) == (before, kept)


def test_a_picture_deleted_meanwhile_is_let_be(uploaded):
    number = uploaded.pk
    uploaded.delete()
    assert make_renditions.func(number) is None


def test_a_new_focal_point_makes_new_names_and_another_cut(uploaded):
    first = of_cut(made(uploaded), "1:1")["jpeg"][0]["name"]
    set_focal_point(uploaded, 0.05, 0.5)
    second = of_cut(made(uploaded), "1:1")["jpeg"][0]["name"]
    assert first != second
    corner = []
    for name in (first, second):
        with default_storage.open(name) as file:
            corner.append(Image.open(io.BytesIO(file.read())).getpixel((10, 10)))
    assert corner[1][0] > 170 > corner[0][0]  # the red mark at the left edge is in view only now


def test_cuts_made_for_a_focal_point_left_meanwhile_are_not_used(uploaded, monkeypatch):
    from articles.pictures import renditions

    stored = renditions.stored

    def moved(rows, parts, **options):
        Picture.objects.update(focal_x=0.9)
        return stored(rows, parts, **options)

    monkeypatch.setattr(renditions, "stored", moved)
    before = uploaded.renditions
    assert (made(uploaded).renditions, uploaded.renditions_made_at) == (before, None)


def test_a_row_retired_long_ago_is_forgotten():
    long_ago = (timezone.now() - RETIRED_FOR * 2).isoformat()
    lately = timezone.now().isoformat()
    kept = retired([{"name": "a"}, {"name": "b", "retired": long_ago}, {"name": "c", "retired": lately}])
    assert [(row["name"], row["retired"] >= lately) for row in kept] == [("a", True), ("c", True)]


def test_a_cut_not_made_yet_shows_the_whole(uploaded):
    assert of_cut(uploaded, "3:2") == of_cut(uploaded, "")
    assert jpeg_near(uploaded, 800, "1:1")["width"] == 1200


@pytest.mark.parametrize(("width", "found"), [(100, 400), (400, 400), (401, 1200), (5000, 1200)])
def test_the_jpeg_near_a_width(uploaded, width, found):
    assert jpeg_near(uploaded, width)["width"] == found


def test_a_row_without_files_has_no_jpeg():
    assert jpeg_near(make_picture(), 400) is None
