"""A hostile picture made harmless: opened with limits, turned upright, drawn anew in sRGB without metadata.

Everything public is encoded here from pixels alone, so that no byte of what was uploaded is ever served. It runs in the
confined child: Pillow only, no Django.
"""

import hashlib
import io
import struct
from collections.abc import Iterable

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from articles.uploads.picture_label import find_label, packet
from articles.uploads.picture_type import check_size, jpeg_scans, picture_type, webp_size
from articles.uploads.refusal import Refusal

Image.MAX_IMAGE_PIXELS = None  # check_size is stricter, knows the format, and says what to do
MASTER_PIXELS = 24_000_000
"""What is kept of a larger picture: enough for print across two columns, and renditions are made in seconds."""
LOSSLESS_PIXELS = 8_000_000
COEFFICIENT_BYTES = 250_000_000
"""A JPEG of several scans keeps two bytes a sample until the last; beyond this it is decoded at half its size."""
QUICK_WIDTHS = (400, 1200)
WIDTHS = (400, 800, 1200, 1600)
CUTS = {"": None, "3:2": (3, 2), "1:1": (1, 1)}
FORMATS = ("avif", "webp", "jpeg")
SAVING = {
    "jpeg": {"format": "JPEG", "quality": 80, "progressive": True},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "avif": {"format": "AVIF", "quality": 58, "speed": 8, "max_threads": 2},
}
"""AVIF at speed 8 costs a quarter of speed 7 and the same bytes within 3 %."""
MASTER = {
    "jpeg": {"format": "JPEG", "quality": 91, "subsampling": "4:4:4"},
    "png": {"format": "PNG", "compress_level": 5},
}
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
ORIENTATION = 0x0112
PALETTE = {
    "ink": (0x1F, 0x24, 0x2B), "slate": (0x4E, 0x5B, 0x6B), "stone": (0x8C, 0x8A, 0x85), "mist": (0xB9, 0xC3, 0xCC),
    "snow": (0xEE, 0xEE, 0xEC), "sand": (0xD9, 0xC7, 0xA6), "amber": (0xE0, 0xA0, 0x3C), "rust": (0xA6, 0x5A, 0x36),
    "brick": (0xB0, 0x30, 0x2A), "rose": (0xDE, 0x9C, 0xA2), "plum": (0x6E, 0x3F, 0x67), "sea": (0x22, 0x4F, 0x86),
    "sky": (0x7F, 0xB2, 0xDD), "teal": (0x2E, 0x7F, 0x80), "leaf": (0x7B, 0xA6, 0x52), "pine": (0x2C, 0x4F, 0x38),
}  # fmt: skip
"""The placeholder colours; `articles/css/tints.css` has a class for each. A picture with holes has none: "clear"."""


def clean_picture(data: bytes) -> tuple[dict, list[bytes]]:
    """The master and the quick renditions of an uploaded picture; `Refusal` where it is not taken.

    Returns {"format": "jpeg" | "png", "width", "height", "palette", "ai_label": bool, "sha256" of the master,
    "renditions": [{"cut", "format", "width", "height"}]} and the bytes: the master first, then each rendition in order.
    """
    image, label = open_picture(data)
    kind = "jpeg" if image.mode in ("RGB", "L") and not _is_graphic(data, image) else "png"
    extra = _metadata_of(label, kind)
    master = _encoded(image, MASTER[kind], extra)
    renditions, parts = _at_widths(image, "", QUICK_WIDTHS, ("jpeg",), label)
    result = {
        "format": kind,
        "width": image.width,
        "height": image.height,
        "palette": "clear" if image.mode == "RGBA" else nearest_tint(image),
        "ai_label": label is not None,
        "sha256": hashlib.sha256(master).hexdigest(),
        "renditions": renditions,
    }
    return result, [master, *parts]


def make_renditions(
    data: bytes, *, cut: str, focal_x: float = 0.5, focal_y: float = 0.5, formats: Iterable[str] = FORMATS
) -> tuple[dict, list[bytes]]:
    """The renditions of a master for one `cut` (a key of `CUTS`) around the focal point, none wider than the master."""
    image, label = open_picture(data)
    if ratio := CUTS[cut]:
        image = image.crop(cut_box(image.size, ratio, focal_x, focal_y))
    renditions, parts = _at_widths(image, cut, WIDTHS, formats, label)
    return {"renditions": renditions}, parts


def open_picture(data: bytes) -> tuple[Image.Image, dict | None]:
    """The first frame of `data`, upright, in sRGB (mode L, RGB or RGBA), and its AI-content label or None."""
    kind = picture_type(data)
    if kind == "WEBP":
        check_size(kind, *webp_size(data))
    scans = jpeg_scans(data) if kind == "JPEG" else 1
    try:
        image = Image.open(io.BytesIO(data), formats=[kind])
        check_size(kind, *image.size)
        return _drawn(image, scans)
    except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise Refusal("broken") from error


def cut_box(size: tuple[int, int], ratio: tuple[int, int], focal_x: float, focal_y: float) -> tuple[int, int, int, int]:
    """The largest box of `ratio` inside `size` with the focal point as near its middle as the edges allow."""
    width, height = size
    wide, high = ratio
    box_width = max(1, min(width, height * wide // high))
    box_height = max(1, min(height, width * high // wide))
    left = min(max(round(focal_x * width - box_width / 2), 0), width - box_width)
    top = min(max(round(focal_y * height - box_height / 2), 0), height - box_height)
    return left, top, left + box_width, top + box_height


def nearest_tint(image: Image.Image) -> str:
    """The palette's name for the colour most of the picture has, looking more at green, as the eye does."""
    small = image.convert("RGB").resize((24, 24), Image.Resampling.BOX).quantize(6)
    _count, index = max(small.getcolors())
    colour = small.getpalette()[index * 3 : index * 3 + 3]

    def distance(tint: tuple[int, int, int]) -> int:
        return sum(weight * (one - other) ** 2 for weight, one, other in zip((3, 5, 2), colour, tint, strict=True))

    return min(PALETTE, key=lambda name: distance(PALETTE[name]))


def _drawn(image: Image.Image, scans: int) -> tuple[Image.Image, dict | None]:
    samples = len(image.getbands()) * image.width * image.height
    if scans > 1 and 2 * samples + 4 * image.width * image.height > COEFFICIENT_BYTES + MASTER_PIXELS * 4:
        image.draft(None, (image.width // 2, image.height // 2))
    image.load()
    # Read after decoding: a PNG may carry its texts behind the pixels.
    label, turn, profile = find_label(image), _orientation(image), image.info.get("icc_profile")
    image = _without_odd_modes(image)
    most = LOSSLESS_PIXELS if image.mode == "RGBA" else MASTER_PIXELS
    if image.width * image.height > most:
        share = (most / (image.width * image.height)) ** 0.5
        smaller = max(1, int(image.width * share)), max(1, int(image.height * share))
        image = image.resize(smaller, Image.Resampling.LANCZOS, reducing_gap=2.0)
    image = _in_srgb(image, profile)
    # A copy either way: what saves a file must not find the opened one's metadata.
    image = image.transpose(TURNS[turn]) if turn in TURNS else image.copy()
    image.info = {}
    return image, label


def _halved(image: Image.Image) -> Image.Image:
    """`image` at half its size, made a strip at a time: Pillow would copy the whole first, and there is no room."""
    half = Image.new(image.mode, (-(-image.width // 2), -(-image.height // 2)))
    for top in range(0, image.height, 256):
        strip = image.crop((0, top, image.width, min(top + 256, image.height)))
        half.paste(strip.reduce(2), (0, top // 2))
    return half


def _orientation(image: Image.Image) -> int:
    try:
        return image.getexif().get(ORIENTATION, 1)
    except Exception:  # Pillow's EXIF reader fails in many ways on odd bytes; such a picture stands as it is
        return 1


def _without_odd_modes(image: Image.Image) -> Image.Image:
    """`image` as L, RGB, RGBA or CMYK; an alpha channel that hides nothing is dropped."""
    if image.mode.startswith(("I", "F")):
        image = image.convert("I").point([value >> 8 for value in range(65536)], "L")
        image.info.pop("transparency", None)
    if image.mode in ("LA", "PA", "La", "RGBa", "RGBA") or "transparency" in image.info:
        image = image if image.mode == "RGBA" else image.convert("RGBA")
        image = _halved(image) if image.width * image.height > MASTER_PIXELS else image
        return image if image.getchannel("A").getextrema()[0] < 255 else image.convert("RGB")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("L" if image.mode == "1" else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    target = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=target)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass  # a profile that cannot be read, or is of another colour space, says nothing
    return image.convert("RGB") if image.mode == "CMYK" else image


def _is_graphic(data: bytes, image: Image.Image) -> bool:
    """Whether a picture without alpha is better kept without loss: a drawing or screenshot that came as PNG or GIF."""
    return picture_type(data) in ("PNG", "GIF") and image.width * image.height <= LOSSLESS_PIXELS


def _metadata_of(label: dict | None, kind: str) -> dict:
    if label is None:
        return {}
    if kind == "png":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", packet(label).decode())
        return {"pnginfo": info}
    return {"xmp": packet(label)}


def _at_widths(
    image: Image.Image, cut: str, widths: Iterable[int], formats: Iterable[str], label: dict | None
) -> tuple[list[dict], list[bytes]]:
    """`image` at each of `widths` below its own, and at its own or the largest, in every format."""
    widest = min(max(widths), image.width)
    renditions, parts = [], []
    for width in [*(width for width in widths if width < widest), widest]:
        height = max(1, round(image.height * width / image.width))
        small = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        for kind in formats:
            drawn = _on_white(small) if kind == "jpeg" else small
            parts.append(_encoded(drawn, SAVING[kind], _metadata_of(label, kind)))
            renditions.append({"cut": cut, "format": kind, "width": width, "height": height})
    return renditions, parts


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _encoded(image: Image.Image, saving: dict, metadata: dict) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, **saving, **metadata)
    return buffer.getvalue()
