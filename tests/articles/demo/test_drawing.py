"""The demo's pictures: all there, all different, the same each time, and drawn without an outside asset."""

import time
from pathlib import Path

import pytest
from PIL import ImageChops, ImageStat

from articles.demo import drawing
from articles.demo.drawing.canvas import HEIGHT, WIDTH, gradient, mix


def test_there_is_a_scene_for_every_kind_of_day():
    assert len(drawing.SCENES) >= 24
    assert len({scene.__module__ for scene in drawing.SCENES.values()}) == 6


@pytest.mark.parametrize("name", ["harbour_dawn", "snow_village", "portrait-11"])
def test_a_picture_comes_out_the_same_each_time(name):
    first, second = drawing.draw(name), drawing.draw(name)
    assert (first.size, first.mode) == ((WIDTH, HEIGHT), "RGB")
    assert ImageChops.difference(first, second).getbbox() is None


def test_portraits_differ():
    small = [drawing.draw(f"portrait-{number}").resize((40, 27)).tobytes() for number in (11, 12, 13, 18)]
    assert len(set(small)) == 4


@pytest.mark.slow
@pytest.mark.timed
def test_every_scene_is_its_own_and_drawn_in_a_moment():
    seen, started = set(), time.process_time()
    for name in drawing.SCENES:
        image = drawing.draw(name)
        assert max(ImageStat.Stat(image).stddev) > 20, f"{name} shows next to nothing"
        seen.add(image.resize((40, 27)).tobytes())
    assert len(seen) == len(drawing.SCENES)
    assert (time.process_time() - started) / len(seen) < 1


def test_an_unknown_name_is_refused():
    with pytest.raises(KeyError):
        drawing.draw("no_such_scene")


def test_a_gradient_goes_through_its_stops():
    column = gradient((1, 512), [(0, "#000000"), (0.5, "#ffffff"), (1, "#0000ff")])
    assert column.getpixel((0, 0)) == (0, 0, 0)
    assert min(column.getpixel((0, 256))) > 250
    assert column.getpixel((0, 511)) == (0, 0, 255)
    assert mix("#000000", (200, 100, 50), 0.5) == (100, 50, 25)


def test_nothing_is_read_from_disk():
    texts = [path.read_text() for path in Path(drawing.__file__).parent.glob("*.py")]
    assert [text for text in texts if "Image.open" in text or "truetype" in text or ".text(" in text] == []
