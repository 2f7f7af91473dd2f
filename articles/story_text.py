"""The text of a story as one value: taken from its rows, compared, fingerprinted, put back.

What a reader can read belongs to it: words, credits, pictures, tags, labels. What the desk does with the story (state,
times, front page) does not. A revision keeps it, and approval will belong to its fingerprint.
"""

import hashlib
import json

from django.db import transaction

from articles import people, tagging
from articles.crediting import CreditEntry, write_credits
from articles.enums import CreditRole
from articles.models import Article, Picture, PlacedPicture, Section, Source

FIELDS = (
    "kicker", "headline", "subtitle", "list_title", "summary", "body", "place", "outlet", "dateline", "origin",
    "source_name", "source_address", "original_title", "is_advertisement", "ai_mark",
)  # fmt: skip
REFERENCES = {"section_id": Section, "source_id": Source, "cover_id": Picture}
DESK_FIELDS = ("comment_policy",)
"""Editable, but no part of the text: how the desk treats the story."""


def take(article: Article) -> dict:
    """The text of `article`, ready for JSON; equal texts are equal values."""
    return {
        **{name: getattr(article, name) for name in (*FIELDS, *REFERENCES)},
        "tags": sorted(tag.name for tag in article.tags.all()),
        "credits": [
            {"role": row.role, "printed_name": row.printed_name, "unit": row.unit, "person": row.person_id}
            for row in article.credits.order_by("position")
        ],
        "pictures": [
            {"picture": row.picture_id, "caption": row.caption, "credit": row.credit, "alt": row.alt}
            for row in article.placed_pictures.order_by("position", "id")
        ],
    }


def fingerprint(text: dict) -> str:
    """SHA-256 of `text`, as hex: what an approval is for (design, rule 4)."""
    canonical = json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


@transaction.atomic
def put(article: Article, text: dict) -> None:
    """Make `text` the text of `article` and save it. Of a person gone since, the printed name is kept."""
    for name in FIELDS:
        setattr(article, name, text[name])
    for name, model in REFERENCES.items():
        setattr(article, name, text[name] if model._default_manager.filter(pk=text[name]).exists() else None)
    article.save()
    article.tags.set(tagging.current_names(text["tags"]))
    known = people.present(entry["person"] for entry in text["credits"] if entry["person"])
    write_credits(
        article,
        [
            CreditEntry(CreditRole(entry["role"]), entry["printed_name"], entry["unit"], known.get(entry["person"]))
            for entry in text["credits"]
        ],
    )
    place_pictures(article, text["pictures"])


def place_pictures(article: Article, entries: list[dict]) -> None:
    """Make `entries` ({picture: id, caption, credit, alt}), in their order, the pictures of `article`."""
    known = set(Picture.objects.filter(pk__in=[entry["picture"] for entry in entries]).values_list("pk", flat=True))
    article.placed_pictures.all().delete()
    PlacedPicture.objects.bulk_create(
        PlacedPicture(
            article=article,
            position=position,
            picture_id=entry["picture"],
            caption=entry["caption"],
            credit=entry["credit"],
            alt=entry["alt"],
        )
        for position, entry in enumerate(entries)
        if entry["picture"] in known
    )
