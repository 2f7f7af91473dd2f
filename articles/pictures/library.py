"""A picture's way into the library, and out of it."""

from typing import BinaryIO

from django.db import transaction

from articles.models import Picture
from articles.pictures.renditions import make_renditions, stored
from articles.pictures.usage import where_used
from articles.uploads import confine, refused
from articles.uploads.files import keep, unguessable
from articles.uploads.reasons import PICTURE_REASONS, USAGE_REASONS

MEGABYTE = 1024 * 1024
PUBLIC_MEGABYTES, STAFF_MEGABYTES = 10, 40
EXTENSIONS = {"jpeg": ".jpg", "png": ".png"}


def add_picture(
    data: bytes | BinaryIO, *, name: str, by, caption: str = "", credit: str = "", alt: str = "", public: bool = False
) -> Picture:
    """The new `Picture` made of an uploaded file, cleaned, with quick renditions; the others follow in the task worker.

    `data` may be an open file with a `size` (an uploaded one), which is then read only when its turn has come. `public`
    says that a reader or contributor sent it, for whom the limits are tighter. `Refused` when it is not taken.
    The files are synced before the row is committed; should the commit fail, the sweep finds them.
    """
    most = PUBLIC_MEGABYTES if public else STAFF_MEGABYTES
    size = len(data) if isinstance(data, bytes) else data.size  # type: ignore[attr-defined]
    if size > most * MEGABYTE:
        raise refused("too-big", name, PICTURE_REASONS, {"most": most})
    cleaned, (master, *quick) = confine(
        "articles.uploads.picture_child.clean_picture", data, name=name, reasons=PICTURE_REASONS
    )
    file = unguessable("masters", EXTENSIONS[cleaned["format"]])
    keep(file, master, shown=name)
    renditions = stored(cleaned["renditions"], quick, shown=name)
    with transaction.atomic():
        picture = Picture.objects.create(
            file=file,
            name=_fitting("name", name),
            width=cleaned["width"],
            height=cleaned["height"],
            size=len(master),
            sha256=cleaned["sha256"],
            palette=cleaned["palette"],
            ai_label=cleaned["ai_label"],
            caption=_fitting("caption", caption),
            credit=_fitting("credit", credit),
            alt=_fitting("alt", alt),
            renditions=renditions,
            uploaded_by=by,
        )
        make_renditions.enqueue(picture.pk)
    return picture


def set_focal_point(picture: Picture, x: float, y: float) -> None:
    """Keep (`x`, `y`), fractions of width and height, in view from now on; cuts with new names follow in the worker."""
    if (picture.focal_x, picture.focal_y) == (x, y):
        return
    with transaction.atomic():
        Picture.objects.filter(pk=picture.pk).update(focal_x=x, focal_y=y, renditions_made_at=None)
        picture.focal_x, picture.focal_y, picture.renditions_made_at = x, y, None
        make_renditions.enqueue(picture.pk)


def delete_picture(picture: Picture) -> None:
    """Remove the row; the sweep removes the files. `Refused` while the picture is used anywhere."""
    with transaction.atomic():
        if where_used(picture):
            raise refused("in-use", str(picture), USAGE_REASONS)
        picture.delete()


def _fitting(field: str, text: str) -> str:
    """`text` on one line, without control characters, as long as the column `field` takes."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line[: Picture._meta.get_field(field).max_length]  # type: ignore[union-attr]
