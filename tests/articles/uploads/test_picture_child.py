import contextlib
import hashlib
import io
import json
import time

import pytest
from PIL import Image
from PIL.ExifTags import IFD
from PIL.PngImagePlugin import PngInfo

from articles.uploads import Refused, confine
from articles.uploads.picture_child import (
    CUTS,
    PALETTE,
    clean_picture,
    cut_box,
    make_renditions,
    nearest_tint,
    open_picture,
)
from articles.uploads.picture_type import jpeg_scans
from articles.uploads.reasons import PICTURE_REASONS
from articles.uploads.refusal import Refusal
from tests.articles.uploads import corpus

MEMORY_KB = 600 * 1024


@pytest.mark.parametrize("name", corpus.PICTURES)
def test_each_class_of_picture_gets_its_verdict_in_time_and_memory(name):
    make, verdict = corpus.PICTURES[name]
    data = make()
    start = time.monotonic()
    result, _parts = confine("tests.articles.uploads.confined.clean_and_measure", data, name=name)
    assert result.get("refused", "taken") == verdict
    assert time.monotonic() - start < 10
    assert result["peak"] < MEMORY_KB


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
@pytest.mark.parametrize("name", [name for name in corpus.PICTURES if not name.startswith("49-")])
def test_the_same_verdict_stands_in_this_process(name):
    """Here, since the child's coverage cannot be measured."""
    make, verdict = corpus.PICTURES[name]
    assert _verdict(make()) == verdict


def _verdict(data):
    try:
        clean_picture(data)
    except Refusal as refusal:
        return refusal.code
    return "taken"


@pytest.mark.parametrize("code", sorted({verdict for _, verdict in corpus.PICTURES.values()} - {"taken", "broken"}))
def test_each_refusal_names_the_file(code):
    make = next(make for make, verdict in corpus.PICTURES.values() if verdict == code)
    with pytest.raises(Refused) as refused:
        confine("articles.uploads.picture_child.clean_picture", make(), name="海边.jpg", reasons=PICTURE_REASONS)
    assert (refused.value.code, "海边.jpg" in str(refused.value), "{" in str(refused.value)) == (code, True, False)


PRIVATE = {
    "jpeg": corpus.private_jpeg, "png": corpus.private_png, "webp": corpus.private_webp, "gif": corpus.private_gif,
}  # fmt: skip


@pytest.mark.parametrize("kind", PRIVATE)
def test_no_private_metadata_is_left_in_any_byte(kind):
    data = PRIVATE[kind]()
    assert corpus.CANARY.encode() in data
    result, parts = clean_picture(data)
    for cut in CUTS:
        parts += make_renditions(parts[0], cut=cut)[1]
    assert [part for part in parts if corpus.CANARY.encode() in part] == []
    assert result["ai_label"] is False
    for part in parts:
        image = Image.open(io.BytesIO(part))
        assert (dict(image.getexif()), image.getexif().get_ifd(IFD.GPSInfo)) == ({}, {})
        assert set(image.info) & {"exif", "xmp", "icc_profile", "photoshop", "comment", "XML:com.adobe.xmp"} == set()


def label_of(part):
    image = Image.open(io.BytesIO(part))
    text = image.info.get("xmp") or image.info["XML:com.adobe.xmp"].encode()
    return json.loads(text[text.index(b"{") : text.index(b"}") + 1])


KEPT = {"Label": "1", "ContentProducer": "绘图模型", "ProduceID": "p-7"}


@pytest.mark.parametrize("make", [corpus.private_jpeg, corpus.private_png, corpus.private_webp])
def test_the_label_of_ai_content_is_reported_and_written_back_alone(make):
    result, parts = clean_picture(make(f"<TC260:AIGC>{corpus.LABEL}</TC260:AIGC>"))
    assert result["ai_label"] is True
    parts += make_renditions(parts[0], cut="1:1")[1]
    assert [label_of(part) for part in parts] == [KEPT] * len(parts)
    assert [part for part in parts if corpus.CANARY.encode() in part] == []


@pytest.mark.parametrize(
    ("data", "label"),
    [
        (lambda: corpus.private_jpeg("<TC260:AIGC>{&quot;Label&quot;:&quot;2&quot;}</TC260:AIGC>"), {"Label": "2"}),
        (lambda: corpus.private_jpeg("<TC260:AIGC>nothing to read</TC260:AIGC>"), {"Label": "1"}),
        (lambda: corpus.private_jpeg("<TC260:AIGC>{no json} {}</TC260:AIGC>"), {"Label": "1"}),
        (lambda: corpus.private_jpeg("<i>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</i>"),
         {"Label": "1"}),
        (lambda: corpus.plain("JPEG", comment=b'AIGC{"Label":"3"}'), {"Label": "3"}),
        (lambda: corpus.plain("JPEG", exif=utf16_exif()), {"Label": "1", "ProduceID": "p-9"}),
    ],
)  # fmt: skip
def test_the_label_is_found_wherever_programs_write_it(data, label):
    assert open_picture(data())[1] == label


def utf16_exif():
    tags = Image.Exif()
    tags[0x9C9C] = 'AIGC:{"Label": 1, "ProduceID": "p-9"}'.encode("utf-16-le")
    return tags.tobytes()


def test_the_four_letters_of_the_label_among_pixels_say_nothing():
    assert open_picture(corpus.plain("JPEG") + b'AIGC{"Label":"1"}')[1] is None


CORNER = {  # where the red of the top left corner is once the picture stands upright, in sixteenths
    1: (0, 0), 2: (15, 0), 3: (15, 15), 4: (0, 15), 5: (0, 0), 6: (15, 0), 7: (15, 15), 8: (0, 15),
}  # fmt: skip


@pytest.mark.parametrize("orientation", CORNER)
def test_the_picture_stands_upright(orientation):
    result, parts = clean_picture(corpus.private_jpeg(orientation=orientation))
    assert (result["width"], result["height"]) == ((900, 600) if orientation < 5 else (600, 900))
    image = Image.open(io.BytesIO(parts[0]))
    across, down = CORNER[orientation]
    red, green, blue = image.getpixel((image.width * (across * 2 + 1) // 32, image.height * (down * 2 + 1) // 32))
    assert (red > 170, green < 60, blue < 60) == (True, True, True)


def near(pixel, colour, within=12):
    return all(abs(one - other) <= within for one, other in zip(pixel, colour, strict=True))


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [("JPEG", "CMYK", {}), ("PNG", "P", {}), ("GIF", "P", {}), ("WEBP", "RGB", {}), ("PNG", "RGBA", {})],
)
def test_colours_survive_the_change_of_mode(kind, mode, options):
    _result, parts = clean_picture(corpus.plain(kind, mode, **options))
    image = Image.open(io.BytesIO(parts[0])).convert("RGB")
    assert near(image.getpixel((30, 30)), (200, 30, 30), 40)
    assert near(image.getpixel((450, 580)), (34, 79, 134), 40)


def test_sixteen_bits_become_eight_and_not_white():
    deep = Image.new("I;16", (40, 40), 0x8000)
    _result, parts = clean_picture(corpus.saved(deep, "PNG"))
    assert Image.open(io.BytesIO(parts[0])).getpixel((5, 5)) == 0x80
    _result, parts = clean_picture(corpus.deep_png())
    assert Image.open(io.BytesIO(parts[0])).getpixel((5, 5)) == (255, 128, 0)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_colours_are_turned_into_srgb_by_the_pictures_profile(kind):
    data = corpus.saved(Image.new("RGB", (64, 64), (220, 20, 20)), kind, icc_profile=corpus.red_and_green_changed())
    _result, parts = clean_picture(data)
    assert near(Image.open(io.BytesIO(parts[0])).getpixel((30, 30)), (20, 220, 20))


def test_only_the_first_frame_of_an_animation_is_kept():
    for kind in ("GIF", "WEBP", "PNG"):
        _result, parts = clean_picture(corpus.animated(kind))
        image = Image.open(io.BytesIO(parts[0]))
        assert (getattr(image, "n_frames", 1), near(image.convert("RGB").getpixel((5, 5)), (200, 0, 30))) == (1, True)


def test_transparency_is_kept_in_the_master_and_white_in_a_jpeg():
    clear = Image.new("RGBA", (500, 400), (0, 0, 0, 0))
    result, parts = clean_picture(corpus.saved(clear, "PNG"))
    assert result["format"] == "png"
    assert Image.open(io.BytesIO(parts[0])).getpixel((5, 5)) == (0, 0, 0, 0)
    assert Image.open(io.BytesIO(parts[1])).getpixel((5, 5)) == (255, 255, 255)


def test_alpha_that_hides_nothing_is_dropped():
    result, parts = clean_picture(corpus.plain("WEBP", "RGBA", lossless=True))
    assert (result["format"], Image.open(io.BytesIO(parts[0])).mode) == ("jpeg", "RGB")


def test_a_page_has_something_to_show_at_once():
    result, parts = clean_picture(corpus.plain("JPEG", size=(3000, 2000)))
    assert result["renditions"] == [
        {"cut": "", "format": "jpeg", "width": 400, "height": 267},
        {"cut": "", "format": "jpeg", "width": 1200, "height": 800},
    ]
    assert [Image.open(io.BytesIO(part)).size for part in parts] == [(3000, 2000), (400, 267), (1200, 800)]
    assert result["sha256"] == hashlib.sha256(parts[0]).hexdigest()


def test_a_picture_of_many_pixels_is_kept_at_24_million():
    result, parts = clean_picture(corpus.flat("JPEG", (6200, 4200)))
    assert 23_500_000 < result["width"] * result["height"] <= 24_000_000
    assert Image.open(io.BytesIO(parts[0])).size == (result["width"], result["height"])


def test_a_large_clear_picture_is_made_smaller_in_strips():
    result, _parts = clean_picture(corpus.flat("PNG", (5001, 5001), "RGBA"))
    assert 5_900_000 < result["width"] * result["height"] <= 8_000_000


def test_a_large_picture_of_many_scans_is_decoded_at_half_its_size():
    image, _label = open_picture(corpus.flat("JPEG", (6400, 6400), progressive=True, quality=30))
    assert image.size == (3200, 3200)


@pytest.mark.parametrize(("cut", "size"), [("", (2000, 1000)), ("3:2", (1500, 1000)), ("1:1", (1000, 1000))])
def test_renditions_never_exceed_the_picture(cut, size):
    result, parts = make_renditions(corpus.plain("JPEG", size=(2000, 1000)), cut=cut)
    widest = min(size[0], 1600)
    widths = [width for width in (400, 800, 1200, 1600) if width < widest] + [widest]
    assert [(row["width"], row["format"]) for row in result["renditions"]] == [
        (width, kind) for width in widths for kind in ("avif", "webp", "jpeg")
    ]
    for row, part in zip(result["renditions"], parts, strict=True):
        image = Image.open(io.BytesIO(part))
        assert (image.size, image.format.lower()) == ((row["width"], row["height"]), row["format"])
        assert row["cut"] == cut
        assert abs(row["width"] / row["height"] - size[0] / size[1]) < 0.01


def test_a_cut_keeps_the_focal_point_in_view():
    """The red mark lies in the top left corner; a square around it shows it, one around the middle does not."""
    source = corpus.plain("PNG", size=(2000, 800))
    for focal_x, seen in ((0.05, True), (0.5, False)):
        _result, parts = make_renditions(source, cut="1:1", focal_x=focal_x, focal_y=0.5, formats=["webp"])
        corner = Image.open(io.BytesIO(parts[0])).convert("RGB").getpixel((10, 10))
        assert near(corner, (200, 30, 30), 40) is seen


@pytest.mark.parametrize(
    ("size", "ratio", "focus", "box"),
    [
        ((300, 200), (3, 2), (0.1, 0.9), (0, 0, 300, 200)),
        ((300, 200), (1, 1), (0.5, 0.5), (50, 0, 250, 200)),
        ((300, 200), (1, 1), (0, 0), (0, 0, 200, 200)),
        ((300, 200), (1, 1), (1, 1), (100, 0, 300, 200)),
        ((200, 300), (3, 2), (0.5, 0.75), (0, 158, 200, 291)),
        ((1, 1), (3, 2), (0.5, 0.5), (0, 0, 1, 1)),
        ((20_000, 1), (1, 1), (1, 0), (19_999, 0, 20_000, 1)),
    ],
)
def test_the_box_of_a_cut(size, ratio, focus, box):
    assert cut_box(size, ratio, *focus) == box


@pytest.mark.parametrize("name", PALETTE)
def test_each_tint_is_nearest_to_itself(name):
    assert nearest_tint(Image.new("RGB", (50, 40), PALETTE[name])) == name


def test_segments_of_a_jpeg_are_walked_by_their_length():
    inside = b"\xff\xe1\x00\x0a" + b"\xff\xda" * 4
    assert (
        jpeg_scans(b"\xff\xd8" + inside + b"\xff\x01\xff\xda\x00\x02data\xff\x00\xff\xd0\xff\xd9\xff\xda\xff\xda") == 1
    )


@pytest.mark.parametrize("unit", [b"\xff", b"\xff\xe0\0\0", b"\xff\xda", b"\xff\x01", b"\xff\xd8\xff\0"])
def test_counting_scans_takes_linear_time(unit):
    start = time.monotonic()
    with contextlib.suppress(Refusal):
        jpeg_scans(b"\xff\xd8" + unit * (1_000_000 // len(unit)))
    assert time.monotonic() - start < 1


def test_the_label_is_read_in_linear_time():
    start = time.monotonic()
    assert open_picture(corpus.plain("PNG", pnginfo=comment("AIGC" * 10_000 + "{" * 100_000)))[1] == {"Label": "1"}
    assert time.monotonic() - start < 1


def comment(text):
    info = PngInfo()
    info.add_text("Comment", text)
    return info
