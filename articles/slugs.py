"""Addresses in pinyin: made once from a Chinese name, and fixed from then on."""

import re

from django.db import models
from pypinyin import lazy_pinyin


def pinyin_slug(name: str) -> str:
    """`name` as a lower-case ASCII slug of at most 60 characters; "x" where nothing of it can be spelled."""
    spelled = "-".join(lazy_pinyin(name[:60], errors=lambda rest: [rest]))  # type: ignore[arg-type,return-value]
    slug = re.sub(r"[^a-z0-9]+", "-", spelled.lower()).strip("-")[:60].strip("-")
    return slug or "x"


def free_slug(name: str, taken: models.QuerySet, *more_taken: models.QuerySet) -> str:
    """The slug for `name`; where `taken` has it already, a homophone gets -2, the next -3."""
    base = pinyin_slug(name)
    used: set[str] = set()
    for rows in (taken, *more_taken):
        used.update(rows.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 1
    while slug in used:
        number += 1
        slug = f"{base}-{number}"
    return slug
