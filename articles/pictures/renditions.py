"""The sizes and cuts a page is served: made of the master in the task worker, each under a name of its own.

A rendition's bytes never change: a new focal point makes new names, so that browsers may keep what they have for ever.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from articles.models import Picture
from articles.uploads import confine
from articles.uploads.files import keep, unguessable
from articles.uploads.picture_child import CUTS, cut_box

EXTENSIONS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}
SECONDS = 60
"""The longest one cut may take on a slow, busy machine; nobody waits for it."""
PATIENCE = 15 * 60
RETIRED_FOR = timedelta(days=7)
"""How long a replaced rendition stays: pages kept by browsers, WeChat and feed readers still name it."""


@task()
def make_renditions(picture_id: int) -> None:
    """Make every cut of one picture, then name them in its row at once. Running it twice changes nothing."""
    picture = Picture.objects.filter(pk=picture_id, renditions_made_at=None).first()
    if picture is None:
        return
    with default_storage.open(picture.file) as file:
        master = file.read()
    made: list[dict] = []
    for cut in CUTS:
        if is_whole(picture, cut):
            made += [{**row, "cut": cut} for row in made if row["cut"] == ""]
            continue
        result, parts = confine(
            "articles.uploads.picture_child.make_renditions",
            master,
            name=picture.name,
            seconds=SECONDS,
            wait=PATIENCE,
            cut=cut,
            focal_x=picture.focal_x,
            focal_y=picture.focal_y,
        )
        made += stored(result["renditions"], parts)
    with transaction.atomic():
        row = Picture.objects.select_for_update().filter(pk=picture_id).first()
        # Where the focal point moved meanwhile, another task is on its way and the sweep takes what this one made.
        if row and (row.focal_x, row.focal_y) == (picture.focal_x, picture.focal_y):
            row.renditions = made + retired(row.renditions)
            row.renditions_made_at = timezone.now()
            row.save(update_fields=["renditions", "renditions_made_at"])


def is_whole(picture: Picture, cut: str) -> bool:
    """Whether `cut` takes less than 1 % off the picture, and so serves as its own cut: a 3:2 photo is made once."""
    if not (ratio := CUTS[cut]):
        return False
    left, top, right, bottom = cut_box((picture.width, picture.height), ratio, picture.focal_x, picture.focal_y)
    return right - left > 0.99 * picture.width and bottom - top > 0.99 * picture.height


def stored(renditions: list[dict], parts: list[bytes], *, shown: str = "") -> list[dict]:
    """Keep the files of `renditions` in a folder of their own, and return the rows with their names."""
    folder = unguessable("pictures", "")
    rows = []
    for rendition, part in zip(renditions, parts, strict=True):
        cut = rendition["cut"].replace(":", "x") or "whole"
        name = f"{folder}/{cut}-{rendition['width']}.{EXTENSIONS[rendition['format']]}"
        keep(name, part, shown=shown)
        rows.append({**rendition, "name": name})
    return rows


def retired(renditions: Iterable[dict]) -> list[dict]:
    """`renditions` as replaced now; those replaced long ago left out."""
    now = timezone.now()
    oldest = (now - RETIRED_FOR).isoformat()
    marked = ({"retired": now.isoformat(), **rendition} for rendition in renditions)
    return [rendition for rendition in marked if rendition["retired"] > oldest]


def of_cut(picture: Picture, cut: str) -> dict[str, list[dict]]:
    """The renditions of `cut` in use, by format, narrowest first; of the whole while the cut is not made yet."""
    current = [rendition for rendition in picture.renditions if "retired" not in rendition]
    rows = [row for row in current if row["cut"] == cut] or [row for row in current if row["cut"] == ""]
    by_format: dict[str, list[dict]] = {}
    for row in sorted(rows, key=lambda row: row["width"]):
        by_format.setdefault(row["format"], []).append(row)
    return by_format


def jpeg_near(picture: Picture, width: int, cut: str = "") -> dict | None:
    """The narrowest JPEG at least `width` wide, or the widest there is; None for a picture without files."""
    rows = of_cut(picture, cut).get("jpeg", [])
    return next((row for row in rows if row["width"] >= width), rows[-1] if rows else None)
