"""The small picture of a library entry, for lists and forms."""

from django.urls import reverse
from django.utils.html import format_html

from articles.pictures.renditions import jpeg_near

WIDTH_WANTED = 240


def thumbnail_address(picture) -> str:
    """The address of a rendition wide enough for a list, or "" while none is made."""
    rendition = jpeg_near(picture, WIDTH_WANTED, "3:2")
    return reverse("media", args=[rendition["name"]]) if rendition else ""


def thumbnail(picture, css_class="thumb"):
    """The thumbnail as HTML; the placeholder of its palette while no rendition is made, nothing without a picture."""
    if picture is None:
        return ""
    if address := thumbnail_address(picture):
        return format_html('<img class="{}" src="{}" alt="" width="96" height="64" loading="lazy">', css_class, address)
    return format_html('<span class="{} no-thumb" aria-hidden="true"></span>', css_class)


def picture_facts(picture) -> dict:
    """What the form's scripts need to show `picture`."""
    return {
        "id": picture.pk,
        "thumb": thumbnail_address(picture),
        "caption": picture.caption,
        "credit": picture.credit,
        "alt": picture.alt,
        "name": picture.name,
    }
