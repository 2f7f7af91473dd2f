"""Why a file is refused, in words for the person who sent it: the reason, and what to do now.

A reason is a code (the child's `Refusal`) and a sentence in which `{file}` is the name of the file; other values come
from the `Refusal`. Callers of `confine` add their own.
"""

from django.utils.translation import gettext_lazy as _

CONFINEMENT_REASONS = {
    "busy": _("“{file}”: too many files are being checked at this moment. Please send it again in a minute."),
    "too-slow": _("“{file}” takes too long to open. Please save it anew in an ordinary program and send that."),
    "too-much-memory": _("“{file}” needs too much memory to open. Please send it in a smaller size."),
    "broken": _("“{file}” cannot be opened: it seems damaged. Please save it anew or choose another file."),
}

PICTURE_REASONS = {
    "empty": _("“{file}” is empty. Please choose it again."),
    "too-big": _("“{file}” is larger than {most} MB. Please save it smaller and send that."),
    "too-many-pixels": _("“{file}” has more than {most} million pixels ({width} × {height}). Please save it smaller."),
    "side-too-long": _("“{file}” is longer than {most} pixels ({width} × {height}). Please cut or scale it."),
    "too-many-scans": _("“{file}” is built so that opening it takes very long. Please save it anew as a JPEG."),
    "heic": _(
        "“{file}” is a HEIC picture, which browsers cannot show. Send it as a JPEG: on an iPhone, Settings → Camera → "
        "Formats → Most Compatible, or share it with “Options → Most Compatible”."
    ),
    "avif": _("“{file}” is an AVIF picture. Please send the original, or save it as a JPEG or PNG."),
    "tiff": _("“{file}” is a TIFF picture. Please save it as a JPEG (quality 90 or more) or PNG."),
    "svg": _("“{file}” is an SVG drawing, which may hold programs. Please save it as a PNG."),
    "bmp": _("“{file}” is a BMP picture. Please save it as a PNG or JPEG."),
    "ico": _("“{file}” is an icon file. Please save it as a PNG."),
    "pdf": _("“{file}” is a PDF document. Please save the page as a picture (JPEG or PNG)."),
    "psd": _("“{file}” is a Photoshop document. Please save it as a JPEG or PNG."),
    "jxl": _("“{file}” is a JPEG XL or JPEG 2000 picture. Please save it as an ordinary JPEG or PNG."),
    "video": _("“{file}” is a video. Only pictures are taken here: JPEG, PNG, GIF or WebP."),
    "document": _("“{file}” is a document or archive. Take its pictures out and send each as a JPEG or PNG."),
    "not-a-picture": _("“{file}” is not a picture. Please send a JPEG, PNG, GIF or WebP picture."),
}

STORAGE_REASONS = {
    "not-kept": _(
        "“{file}” could not be kept: the disk is full or cannot be written. Tell the site's operator, and send it "
        "again later."
    ),
}

USAGE_REASONS = {
    "in-use": _("“{file}” is used and was not deleted. Take it out where it is used first."),
}
