"""Pictures as strangers send them, built by code: every class of promises S4 to S6, good and bad.

`PICTURES` maps a file name to (a function that makes its bytes, the verdict): "taken" or the code of the refusal.
"""

import io
import struct
import zlib
from functools import partial

from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

CANARY = "canary-3f9c-private"
LABEL = '{"Label": "1", "ContentProducer": "绘图模型", "ProduceID": "p-7", "Secret": "' + CANARY + '"}'
XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/">'
    "<dc:creator>%s</dc:creator>%s</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
)


def scene(width=900, height=600, mode="RGB"):
    """Sea, hills and a sky: four colours and a gradient, so that a turn or a wrong colour shows."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 2 // 3, width, height), fill=(34, 79, 134))
    draw.polygon([(0, height * 2 // 3), (width // 4, height // 3), (width // 2, height * 2 // 3)], fill=(44, 79, 56))
    draw.rectangle((0, 0, width // 8, height // 8), fill=(200, 30, 30))
    return image.convert(mode)


def saved(image, kind, **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def plain(kind, mode="RGB", size=(900, 600), **options):
    return saved(scene(*size, mode), kind, **options)


def flat(kind, size, mode="RGB", **options):
    return saved(Image.new(mode, size), kind, **options)


def exif(orientation=1):
    tags = Image.Exif()
    tags[0x010E], tags[0x013B], tags[0x0112] = f"of {CANARY}", CANARY, orientation
    tags.get_ifd(0x8825).update({1: "N", 2: (36.0, 4.0, 1.0), 3: "E", 4: (120.0, 22.0, 1.0), 29: CANARY})
    tags.get_ifd(0x8769)[0x927C] = CANARY.encode()
    return tags.tobytes()


def iptc_segment():
    record = b"\x1c\x02\x78" + struct.pack(">H", len(CANARY)) + CANARY.encode()
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record
    return b"\xff\xed" + struct.pack(">H", len(block) + 2) + block


def thumbnail_segment():
    block = b"JFXX\0\x10" + plain("JPEG", size=(80, 60), comment=CANARY.encode())
    return b"\xff\xe0" + struct.pack(">H", len(block) + 2) + block


def srgb():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def red_and_green_changed():
    """The sRGB profile with its columns of red and green changed over: what a file calls red is green to the eye."""
    profile = bytearray(srgb())
    entries = {
        bytes(profile[at : at + 4]): at for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12)
    }
    red, green = entries[b"rXYZ"] + 4, entries[b"gXYZ"] + 4
    profile[red : red + 8], profile[green : green + 8] = profile[green : green + 8], profile[red : red + 8]
    return bytes(profile)


def private_jpeg(extra="", orientation=1):
    """A JPEG with a canary in each place a camera or program writes to, thumbnail and bytes after the end included."""
    data = saved(
        scene(),
        "JPEG",
        exif=exif(orientation),
        xmp=(XMP % (CANARY, extra)).encode(),
        comment=CANARY.encode(),
        icc_profile=srgb(),
    )
    return data[:2] + thumbnail_segment() + iptc_segment() + data[2:] + CANARY.encode()


def private_png(extra=""):
    info = PngInfo()
    info.add_text("Author", CANARY)
    info.add_text("Comment", CANARY, zip=True)
    info.add_itxt("XML:com.adobe.xmp", XMP % (CANARY, extra))
    return saved(scene(), "PNG", pnginfo=info, exif=exif()) + CANARY.encode()


def private_webp(extra=""):
    return saved(scene(), "WEBP", exif=exif(), xmp=(XMP % (CANARY, extra)).encode())


def private_gif():
    return saved(scene(mode="P"), "GIF", comment=CANARY.encode()) + CANARY.encode()


def animated(kind, frames=30):
    pictures = [Image.new("RGB", (300, 200), (200, 8 * number % 255, 30)) for number in range(frames)]
    return saved(pictures[0], kind, save_all=True, append_images=pictures[1:], duration=40)


def many_scans(scans=3000):
    """A progressive JPEG whose last scan comes again and again."""
    data = flat("JPEG", (2000, 2000), progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * scans + b"\xff\xd9"


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def bare_png(width, height, depth=1, colour=0, body=b"", before=b""):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + before + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def bomb_png():
    """One bit a pixel, all zero: some 50 kB that unfold to 400 megapixels."""
    return bare_png(20_000, 20_000, body=zlib.compress(bytes(2501 * 20_000), 9))


def png_with_bomb_in(kind):
    packed = zlib.compress(bytes(200_000_000), 9)
    begin = {b"zTXt": b"Comment\0\0", b"iCCP": b"icc\0\0", b"iTXt": b"XML:com.adobe.xmp\0\1\0\0\0"}[kind]
    good = plain("PNG")
    return good[:33] + chunk(kind, begin + packed) + good[33:]


def deep_png():
    """RGB of 16 bits a channel."""
    row = b"\0" + struct.pack(">HHH", 0xFFFF, 0x8000, 0x0001) * 120
    return bare_png(120, 80, 16, 2, zlib.compress(row * 80))


def large_webp(side=12_000):
    """A WebP that says it has 144 megapixels, in the header of its lossless stream."""
    data = bytearray(saved(scene(64, 64), "WEBP", lossless=True))
    bits = int.from_bytes(data[21:25], "little") & ~0xFFFFFFF
    data[21:25] = (bits | (side - 1) | (side - 1) << 14).to_bytes(4, "little")
    return bytes(data)


def webp_with_canvas(width, height):
    """An extended WebP whose canvas does not agree with the frame inside."""
    data = bytearray(saved(scene(64, 64, "RGBA"), "WEBP", exif=exif()))
    data[24:27], data[27:30] = (width - 1).to_bytes(3, "little"), (height - 1).to_bytes(3, "little")
    return bytes(data)


def lying_gif():
    """A logical screen of 4 × 4 with a frame of 65535 × 65535."""
    data = bytearray(saved(Image.new("P", (4, 4)), "GIF"))
    frame = data.index(b"\x2c", 13)
    data[frame + 5 : frame + 9] = b"\xff\xff\xff\xff"
    return bytes(data)


def wide_gamut():
    """A picture in a profile of its own, where red means another red than in sRGB."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    return saved(scene(), "JPEG", icc_profile=lab)


def followed(make, tail):
    return make() + tail


SCRIPT = b"<script>alert(1)</script><?php system($_GET[0]); ?>"
FTYP = b"\0\0\0\x18ftyp"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
jpeg, png, gif, webp = (partial(plain, kind) for kind in ("JPEG", "PNG", "GIF", "WEBP"))

PICTURES = {
    "plain.jpg": (jpeg, "taken"),
    "plain.png": (png, "taken"),
    "plain.gif": (gif, "taken"),
    "plain.webp": (webp, "taken"),
    "progressive.jpg": (partial(plain, "JPEG", progressive=True), "taken"),
    "grey.jpg": (partial(plain, "JPEG", "L"), "taken"),
    "cmyk.jpg": (partial(plain, "JPEG", "CMYK"), "taken"),
    "alpha.png": (partial(plain, "PNG", "RGBA"), "taken"),
    "grey-alpha.png": (partial(plain, "PNG", "LA"), "taken"),
    "palette.png": (partial(plain, "PNG", "P"), "taken"),
    "palette-clear.png": (partial(plain, "PNG", "P", transparency=3), "taken"),
    "one-bit.png": (partial(plain, "PNG", "1"), "taken"),
    "sixteen-bit-grey.png": (partial(plain, "PNG", "I;16"), "taken"),
    "sixteen-bit-rgb.png": (deep_png, "taken"),
    "lossless.webp": (partial(plain, "WEBP", "RGBA", lossless=True), "taken"),
    "one-pixel.png": (partial(flat, "PNG", (1, 1)), "taken"),
    "thread.png": (partial(flat, "PNG", (20_000, 1)), "taken"),
    "animated.gif": (partial(animated, "GIF"), "taken"),
    "animated.webp": (partial(animated, "WEBP"), "taken"),
    "animated.png": (partial(animated, "PNG"), "taken"),
    "private.jpg": (private_jpeg, "taken"),
    "private.png": (private_png, "taken"),
    "private.webp": (private_webp, "taken"),
    "private.gif": (private_gif, "taken"),
    "odd-profile.jpg": (wide_gamut, "taken"),
    "broken-profile.png": (partial(plain, "PNG", icc_profile=b"no profile"), "taken"),
    "broken-exif.jpg": (partial(plain, "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff"), "taken"),
    "no-exif.png": (partial(plain, "PNG", exif=b"Exif\0\0this is no TIFF header"), "taken"),
    "jpeg-named.png": (jpeg, "taken"),
    "picture.php": (partial(followed, png, SCRIPT), "taken"),
    "polyglot-html.jpg": (partial(followed, jpeg, b"<html>" + SCRIPT), "taken"),
    "polyglot-zip.gif": (partial(followed, gif, b"PK\3\4" + bytes(2000) + b"PK\5\6" + bytes(18)), "taken"),
    "polyglot-pdf.jpg": (partial(followed, jpeg, b"%PDF-1.7 /JS (app.alert(1))"), "taken"),
    "script-in-comment.jpg": (partial(plain, "JPEG", comment=b"*/" + SCRIPT), "taken"),
    "trailing-megabyte.png": (partial(followed, png, bytes(1_000_000)), "taken"),
    "49-megapixels.jpg": (partial(flat, "JPEG", (7000, 7000), quality=50), "taken"),
    "49-megapixels-progressive.jpg": (partial(flat, "JPEG", (7000, 7000), progressive=True, subsampling=0), "taken"),
    "49-megapixels-turned.jpg": (partial(flat, "JPEG", (7000, 7000), exif=exif(6)), "taken"),
    "49-megapixels-cmyk.jpg": (partial(flat, "JPEG", (7000, 7000), "CMYK"), "taken"),
    "49-megapixels.png": (partial(flat, "PNG", (7000, 7000), "RGBA"), "taken"),
    "49-megapixels-clear.gif": (partial(flat, "GIF", (7000, 7000), "P", transparency=0), "taken"),
    "49-megapixels-profile.jpg": (lambda: flat("JPEG", (7000, 7000), icc_profile=srgb()), "taken"),
    "49-megapixels-one-bit.png": (lambda: bare_png(7000, 7000, body=zlib.compress(bytes(876 * 7000))), "taken"),
    "49-megapixels-16-bit.png": (
        lambda: bare_png(7000, 7000, 16, 0, zlib.compress(bytes(14001 * 7000), 1)),
        "taken",
    ),
    "49-megapixels.gif": (partial(flat, "GIF", (7000, 7000), "P"), "taken"),
    "16-megapixels.webp": (partial(flat, "WEBP", (4000, 4000), method=0), "taken"),
    "51-megapixels.jpg": (partial(flat, "JPEG", (7200, 7100), "L"), "too-many-pixels"),
    "bomb.png": (bomb_png, "too-many-pixels"),
    "bomb-text.png": (partial(png_with_bomb_in, b"zTXt"), "broken"),
    "bomb-itxt.png": (partial(png_with_bomb_in, b"iTXt"), "broken"),
    "bomb-profile.png": (partial(png_with_bomb_in, b"iCCP"), "broken"),
    "144-megapixels.webp": (large_webp, "too-many-pixels"),
    "17-megapixels.webp": (partial(large_webp, 4130), "too-many-pixels"),
    "canvas-too-large.webp": (partial(webp_with_canvas, 16_384, 16_384), "too-many-pixels"),
    "canvas-too-small.webp": (partial(webp_with_canvas, 8, 8), "broken"),
    "long.png": (partial(flat, "PNG", (20_001, 1), "L"), "side-too-long"),
    "65535-frame.gif": (lying_gif, "too-many-pixels"),
    "3000-scans.jpg": (many_scans, "too-many-scans"),
    "truncated.jpg": (lambda: jpeg()[:4000], "broken"),
    "truncated.png": (lambda: png()[:1500], "broken"),
    "truncated.gif": (lambda: gif()[:3000], "broken"),
    "truncated.webp": (lambda: webp()[:1000], "broken"),
    "head-only.jpg": (lambda: b"\xff\xd8\xff\xe0", "broken"),
    "head-only.png": (lambda: b"\x89PNG\r\n\x1a\n", "broken"),
    "head-only.gif": (lambda: b"GIF89a", "broken"),
    "head-only.webp": (lambda: b"RIFF\x10\0\0\0WEBPVP8 ", "broken"),
    "bytes-turned.png": (
        lambda: bytes(255 - byte if index > 60 else byte for index, byte in enumerate(png())),
        "broken",
    ),
    "zero-wide.png": (lambda: bare_png(0, 10, body=zlib.compress(b"\0" * 10)), "broken"),
    "empty.jpg": (lambda: b"", "empty"),
    "text.jpg": (lambda: "今天的新闻".encode() * 50, "not-a-picture"),
    "page.png": (lambda: b"<!DOCTYPE html>" + SCRIPT, "not-a-picture"),
    "program.gif": (lambda: b"MZ" + bytes(500), "not-a-picture"),
    "drawing.svg": (lambda: SVG, "svg"),
    "drawing.png": (lambda: SVG, "svg"),
    "drawing-utf16.svg": (lambda: SVG.decode().encode("utf-16"), "svg"),
    "phone.heic": (lambda: FTYP + b"heic" + bytes(100), "heic"),
    "phone.avif": (lambda: plain("AVIF"), "avif"),
    "scan.tif": (lambda: plain("TIFF"), "tiff"),
    "old.bmp": (lambda: plain("BMP"), "bmp"),
    "site.ico": (lambda: plain("ICO", size=(64, 64)), "ico"),
    "page.pdf": (lambda: plain("PDF"), "pdf"),
    "layers.psd": (lambda: b"8BPS\0\1" + bytes(100), "psd"),
    "letter.docx.jpg": (lambda: b"PK\3\4" + bytes(100), "document"),
    "film.mp4": (lambda: FTYP + b"isom" + bytes(100), "video"),
    "new.jxl": (lambda: b"\xff\x0a" + bytes(100), "jxl"),
}
