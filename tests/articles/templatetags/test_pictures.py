import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import Context, Template

from articles.pictures import add_picture
from articles.pictures.renditions import make_renditions
from articles.uploads.picture_child import PALETTE
from tests.articles.uploads import corpus
from tests.factories import make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture():
    picture = add_picture(corpus.plain("JPEG", size=(1000, 600)), name="x.jpg", by=None, alt='渔船 "海" <1>')
    make_renditions.func(picture.pk)
    picture.refresh_from_db()
    return picture


def render(text, **context):
    return Template("{% load pictures %}" + text).render(Context(context)).strip()


def test_a_picture_stands_in_every_format_with_its_size(picture):
    html = render('{% picture picture cut="3:2" sizes="(min-width: 60em) 30em, 100vw" %}', picture=picture)
    assert re.findall(r'type="([^"]+)"', html) == ["image/avif", "image/webp"]
    assert re.findall(r'src="/media/[^"]+/3x2-800\.jpg"', html) != []
    assert re.findall(r'(width|height|loading|decoding)="([^"]+)"', html) == [
        ("width", "800"), ("height", "533"), ("loading", "lazy"), ("decoding", "async"),
    ]  # fmt: skip
    assert re.findall(r"(\d+)w", html) == ["400", "800", "900"] * 3
    assert 'alt="渔船 &quot;海&quot; &lt;1&gt;"' in html
    assert f'class="tint tint-{picture.palette}"' in html
    assert ("style=" in html, "fetchpriority" in html) == (False, False)


def test_what_the_page_says_comes_before_what_the_library_says(picture):
    html = render('{% picture picture alt="" loading="eager" priority="high" %}', picture=picture)
    assert ('alt=""' in html, 'loading="eager"' in html, 'fetchpriority="high"' in html) == (True, True, True)


def test_a_picture_just_uploaded_shows_its_quick_rendition():
    picture = add_picture(corpus.plain("JPEG"), name="x.jpg", by=None)
    html = render('{% picture picture cut="1:1" %}', picture=picture)
    assert ("<source" in html, re.findall(r'width="(\d+)"', html)) == (False, ["900"])


@pytest.mark.parametrize("picture", [None, "row"])
def test_no_picture_is_no_markup(picture):
    picture = make_picture() if picture else None
    assert render("{% picture picture %}{% picture_address picture %}", picture=picture) == ""


def test_the_address_of_one_jpeg(picture):
    assert render("{% picture_address picture 500 '1:1' %}", picture=picture).endswith("/1x1-600.jpg")


def test_every_tint_has_its_class_in_both_schemes():
    sheet = Path(finders.find("articles/css/tints.css")).read_text()
    light, dark = sheet.split("@media")
    for part in (light, dark):
        assert set(re.findall(r"\.tint-([a-z]+) \{", part)) == set(PALETTE)
    colours = {name: bytes(colour).hex() for name, colour in PALETTE.items()}
    assert dict(re.findall(r"\.tint-([a-z]+) \{ background-color: #([0-9a-f]{6})", light)) == colours
