"""What a file is, told from its bytes, and whether it is small enough to open. Runs in the child: no Django.

Sources: JPEG ITU-T T.81 annex B, WebP RFC 9649, the signatures of the formats refused by name.
"""

import re

from articles.uploads.refusal import Refusal

MEGAPIXEL = 1_000_000
MOST_PIXELS = {"JPEG": 50 * MEGAPIXEL, "PNG": 50 * MEGAPIXEL, "GIF": 50 * MEGAPIXEL, "WEBP": 16 * MEGAPIXEL}
"""A WebP is decoded whole and twice over: 24 megapixels do not fit 400 MB."""
LONGEST_SIDE = 20_000
MOST_SCANS = 100
"""Encoders write some ten scans; three thousand, each a pass over the picture, cost 20 s of CPU."""

TAKEN = [
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG"),
    (re.compile(rb"GIF8[79]a"), "GIF"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WEBP"),
]
REFUSED = [
    (re.compile(rb"....ftyp(avif|avis)", re.DOTALL), "avif"),
    (re.compile(rb"....ftyp(hei[cmsx]|hev[cmx]|mif1|msf1)", re.DOTALL), "heic"),
    (re.compile(rb"....ftyp|\x1aE\xdf\xa3|RIFF....AVI |FLV", re.DOTALL), "video"),
    (re.compile(rb"II[*+]\x00|MM\x00[*+]"), "tiff"),
    (re.compile(rb"BM"), "bmp"),
    (re.compile(rb"\x00\x00[\x01\x02]\x00"), "ico"),
    (re.compile(rb"%PDF-"), "pdf"),
    (re.compile(rb"8BPS"), "psd"),
    (re.compile(rb"PK\x03\x04|PK\x05\x06|\xd0\xcf\x11\xe0"), "document"),
    (re.compile(rb"\xff\x0a|\x00\x00\x00\x0c(JXL|jP ) "), "jxl"),
]
MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""In coded data: FF 00 is a byte of data, FF D0-D7 restart the decoder, anything else begins a segment."""
WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
END_OF_IMAGE, START_OF_SCAN = 0xD9, 0xDA


def picture_type(data: bytes) -> str:
    """The Pillow name of the format `data` begins as; `Refusal` for every format not taken."""
    if not data:
        raise Refusal("empty")
    for signature, name in TAKEN:
        if signature.match(data):
            return name
    for signature, code in REFUSED:
        if signature.match(data):
            raise Refusal(code)
    if b"<svg" in data[:4096].lower() or b"<svg" in data[:8192].replace(b"\0", b"").lower():
        raise Refusal("svg")
    raise Refusal("not-a-picture")


def check_size(kind: str, width: int, height: int) -> None:
    """`Refusal` when a picture of `kind` has more pixels, or a longer side, than this site opens."""
    if width * height > MOST_PIXELS[kind]:
        raise Refusal("too-many-pixels", most=MOST_PIXELS[kind] // MEGAPIXEL, width=width, height=height)
    if max(width, height) > LONGEST_SIDE:
        raise Refusal("side-too-long", most=LONGEST_SIDE, width=width, height=height)


def webp_size(data: bytes) -> tuple[int, int]:
    """Width and height a WebP declares. Read here since Pillow makes room for the whole canvas on opening it."""
    kind, body = data[12:16], data[20:30]
    if len(body) == 10 and kind == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if len(body) == 10 and kind == b"VP8 ":
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    if len(body) == 10 and kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    raise Refusal("broken")


def jpeg_scans(data: bytes) -> int:
    """How many scans a JPEG has, counted by its segments up to the end of the image; `Refusal` beyond `MOST_SCANS`."""
    scans, position = 0, 2
    while marker := MARKER.search(data, position):
        kind, position = data[marker.start() + 1], marker.end()
        if kind == END_OF_IMAGE:
            break
        if kind == START_OF_SCAN:
            scans += 1
            if scans > MOST_SCANS:
                raise Refusal("too-many-scans")
        if kind not in WITHOUT_LENGTH:
            position += max(2, int.from_bytes(data[position : position + 2], "big"))
    return scans
