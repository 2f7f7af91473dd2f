import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from articles.pictures import add_picture
from articles.pictures.renditions import make_renditions
from articles.uploads.files import keep
from tests.articles.uploads import corpus

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture():
    picture = add_picture(corpus.private_jpeg(), name="x.jpg", by=None)
    make_renditions.func(picture.pk)
    picture.refresh_from_db()
    return picture


def test_every_rendition_is_served_for_ever_and_inert(client, picture):
    for row in picture.renditions:
        response = client.get(reverse("media", args=[row["name"]]))
        body = b"".join(response.streaming_content)
        assert (response.status_code, response["Content-Type"]) == (200, f"image/{row['format']}")
        assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Cross-Origin-Resource-Policy"] == "same-origin"
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert (int(response["Content-Length"]), response.cookies) == (len(body), {})
        assert corpus.CANARY.encode() not in body


def test_a_master_is_not_there_for_the_public(client, picture):
    assert default_storage.exists(picture.file)
    assert client.get(f"/media/{picture.file}").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "", "pictures/", "pictures/aa/" + "a" * 32 + "/whole-400.jpg", "pictures/../masters/x.jpg", "..%2fsecret-key",
        "pictures/aa/" + "a" * 32 + "/whole-400.html", "pictures/aa/" + "a" * 32 + "/whole-400.jpg/", "/etc/passwd",
    ],
)  # fmt: skip
def test_any_other_name_is_not_there(client, name):
    keep("pictures/aa/" + "a" * 32 + "/whole-400.html", b"<script>alert(1)</script>")
    assert client.get(f"/media/{name}").status_code == 404


def test_only_reading_is_allowed(client, picture):
    address = reverse("media", args=[picture.renditions[0]["name"]])
    assert (client.post(address).status_code, client.delete(address).status_code) == (405, 405)
    response = client.head(address)
    assert (response.status_code, int(response["Content-Length"]) > 0) == (200, True)
    response.close()
