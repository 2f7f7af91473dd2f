"""Pictures on a page."""

from django import template
from django.urls import reverse

from articles.pictures.renditions import jpeg_near, of_cut

register = template.Library()

FALLBACK_WIDTH = 800


@register.inclusion_tag("articles/_picture.html")
def picture(picture, cut="", sizes="100vw", alt=None, loading="lazy", priority=""):
    """`picture` (a `Picture`, or None for nothing) in every format and size there is.

    `cut` is "" (the whole), "3:2" or "1:1"; `sizes` as in HTML; `alt` replaces the library's own, "" marks what a
    caption says already; `loading` is "lazy" or "eager"; `priority` "high" for the one picture a page opens with.
    """
    by_format = of_cut(picture, cut) if picture else {}
    fallback = jpeg_near(picture, FALLBACK_WIDTH, cut) if picture else None
    return {
        "fallback": fallback and {**fallback, "address": address(fallback["name"])},
        "sources": [
            {"type": f"image/{kind}", "srcset": srcset(by_format[kind])}
            for kind in ("avif", "webp")
            if kind in by_format
        ],
        "srcset": srcset(by_format.get("jpeg", [])),
        "sizes": sizes,
        "alt": (picture.alt or picture.caption if alt is None else alt) if picture else "",
        "tint": picture.palette if picture else "",
        "loading": loading or "lazy",
        "priority": priority,
    }


@register.simple_tag
def picture_address(picture, width=1200, cut=""):
    """The address of one JPEG near `width`, for feeds, shared links and the admin's lists; "" where there is none."""
    rendition = jpeg_near(picture, width, cut) if picture else None
    return address(rendition["name"]) if rendition else ""


def address(name):
    """On the site's own host whatever the storage is (the CSP knows no other)."""
    return reverse("media", args=[name])


def srcset(rows):
    return ", ".join(f"{address(row['name'])} {row['width']}w" for row in rows)
