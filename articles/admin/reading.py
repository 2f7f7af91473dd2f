"""A story as the desk reads it: the body with its pictures in place, the text's fields with their names."""

import re

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles import richtext
from articles.admin.thumbnails import thumbnail_address
from articles.enums import AIMark, CreditRole, Origin
from articles.models import Article, Picture, Section, Source

_FIGURE = re.compile(r'<figure data-picture="([0-9]{1,9})">')
TEXT_FIELDS = (
    "kicker", "headline", "subtitle", "list_title", "summary", "body", "section_id", "tags", "credits", "pictures",
    "place", "outlet", "dateline", "origin", "source_id", "source_name", "source_address", "original_title", "cover_id",
    "is_advertisement", "ai_mark",
)  # fmt: skip
"""The parts of a story's text in the order of the form."""


def body_html(body: str):
    """`body`, cleaned once more, with each picture's thumbnail in its place."""
    body = richtext.clean(body)
    pictures = Picture.objects.in_bulk(richtext.picture_ids(body))

    def figure(match):
        picture = pictures.get(int(match.group(1)))
        if picture is None:
            return format_html('<figure class="gone">{}', _("(picture no longer in the library)"))
        address = thumbnail_address(picture)
        image = format_html('<img src="{}" alt="{}" loading="lazy">', address, picture.alt) if address else ""
        return format_html("<figure>{}<figcaption>{}</figcaption>", image, picture.caption or picture.name)

    return mark_safe(_FIGURE.sub(figure, body))  # noqa: S308 - cleaned above, and what is put in is escaped


def labels() -> dict[str, str]:
    """The name of each part of a text."""
    named = {
        name: str(Article._meta.get_field(name.removesuffix("_id")).verbose_name)
        for name in TEXT_FIELDS
        if name not in {"tags", "credits", "pictures"}
    }
    return {**named, "tags": _("tags"), "credits": _("credits"), "pictures": _("pictures of the story")}


def as_words(text: dict) -> dict[str, str]:
    """Each part of `text` as a person reads it, a line a row."""
    return {
        **{name: str(text[name]) for name in ("kicker", "headline", "subtitle", "list_title", "summary")},
        **{name: text[name] for name in ("place", "outlet", "dateline", "source_name", "source_address")},
        "original_title": text["original_title"],
        "body": richtext.plain(text["body"]),
        "section_id": _name(Section, text["section_id"]),
        "source_id": _name(Source, text["source_id"]),
        "cover_id": _name(Picture, text["cover_id"]),
        "tags": "、".join(text["tags"]),
        "credits": "\n".join(_credit_words(row) for row in text["credits"]),
        "pictures": "\n".join(_picture_words(row) for row in text["pictures"]),
        "origin": Origin(text["origin"]).label,
        "ai_mark": AIMark(text["ai_mark"]).label,
        "is_advertisement": _("Yes") if text["is_advertisement"] else _("No"),
    }


def _name(model, number) -> str:
    if not number:
        return ""
    return str(model.objects.filter(pk=number).first() or f"#{number}")


def _credit_words(row: dict) -> str:
    unit = f"（{row['unit']}）" if row["unit"] else ""
    return f"{CreditRole(row['role']).label} {row['printed_name']}{unit}"


def _picture_words(row: dict) -> str:
    return f"#{row['picture']} " + " / ".join(part for part in (row["caption"], row["credit"], row["alt"]) if part)
