"""Odd strings (promise S3): what people, broken programs and attackers send where a word was expected.

Each is the bytes that arrive, since some are no text at all. They are examples of a class, so a mended program must not
know one of them.
"""

import random
import unicodedata
from pathlib import Path

_MEGABYTE = 1_000_000


def _controls() -> list[str]:
    points = [*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), 0x2028, 0x2029]
    points += [
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
        *range(0xFFF9, 0xFFFE),
        0xE0001,
        0xE0041,
        0xE007F,
    ]
    return [f"海{chr(point)}堤" for point in points]


def _outside_unicode() -> list[bytes]:
    non_characters = [0xFDD0, 0xFDEF, *(plane * 0x10000 + low for plane in range(17) for low in (0xFFFE, 0xFFFF))]
    surrogates = ["\ud800", "\udbff", "\udc00", "\udfff", "\udc00\ud800", "\ud83d\ude00", "潮\ud83d", "\udcff"]
    broken = [
        b"\xff",
        b"\xfe\xff",
        b"\x80",
        b"\xc0\xaf",
        b"\xc0\x80",
        b"\xe0\x80\xaf",
        b"\xf0\x82\x82\xac",
        b"\xf5\x80\x80\x80",
        b"\xe6\xbd",
        b"\xf4\x90\x80\x80",
        b"\xfc\x83\xbf\xbf\xbf\xbf",
        "潮汐".encode("gb18030"),
        "潮汐".encode("big5"),
        "潮汐".encode("utf-16"),
        "潮汐".encode("utf-32"),
        b"\xc2\xc2\xa9",
        b"%00",
        b"%ff%fe",
        b"%u6f6e",
        b"%",
        b"%zz",
        b"%25%30%30",
    ]
    return [
        *(chr(point).encode() for point in non_characters),
        *(one.encode("utf-8", "surrogatepass") for one in surrogates),
        *broken,
    ]


_SPACED = [
    "",
    " ",
    "   ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u3000",
    "\u3000\u3000",
    "\u00a0",
    "\u2003",
    "\u200b",
    "\u2028",
    "\v\f",
    " a ",
    "a\nb",
    "a\r\nSet-Cookie: x=1",
    "a\r\n\r\n<b>",
    "\u3000\u3000海堤",
    "海 堤",
    "、",
    "，，，",
    "、、",
    "。",
    "　、　，",
    "-",
    "/",
    "·",
    "（",
    "（）",
    "())(",
    "记者",
    "本报记者",
    "记者 ",
    "通讯员",
    "（记者",
    "记者：",
    "来源：",
    "来源：\n来源：",
    "责任编辑",
    "【】",
    "《",
    "——",
]


def _long() -> list[str]:
    marks = "".join(chr(point) for point in range(0x300, 0x370))
    return [
        "a" * 300,
        "堤" * 300,
        "堤" * 10_000,
        "海堤 " * 10_000,
        "a" * 70_000,
        "e" + marks * 10,
        "e" + marks * 500,
        "9" * 400,
        "9" * 5000,
        "<" * 50_000,
        "&" * 50_000,
        "</p>" * 20_000,
        "<p>" * 20_000,
        "<b>" * 5_000,
        "(" * 50_000,
        "\n" * 50_000,
        "\u3000" * 50_000,
        "、" * 50_000,
        "记者" * 30_000,
        "👨‍👩‍👧‍👦" * 5_000,
        "\u202e" * 20_000,
        "%" * 20_000,
        "\\" * 20_000,
        "'" * 20_000,
        "/" * 5_000,
        "../" * 5_000,
        "a@" * 20_000,
        "a." * 20_000,
        "1," * 20_000,
        "\x00" * 1_000,
        "海\n" * 20_000,
        '"' * 20_000,
        "“" * 20_000,
        "A" * _MEGABYTE,
        "堤" * (_MEGABYTE // 3),
        "a " * (_MEGABYTE // 2),
        "\u0301" * (_MEGABYTE // 2),
    ]


def _words() -> list[str]:
    """Odd-looking words of every writing, numbers as text, and words that mean something to a program; ␣ is a space."""
    lines = Path(__file__).with_name("odd-words.txt").read_text().split("\n")
    return [line.replace("␣", " ") for line in lines if line]


def _everything() -> list[bytes]:
    texts = [*_controls(), *_words(), *_SPACED, *_long()]
    return list(dict.fromkeys([*_outside_unicode(), *(text.encode() for text in texts)]))


ODD_STRINGS: list[bytes] = _everything()


def described(odd: bytes) -> str:
    """A short name of `odd` for a message: its beginning, escaped, and its length."""
    text = odd.decode("utf-8", "backslashreplace")
    begin = "".join(c if c.isprintable() and not unicodedata.combining(c) else f"\\u{ord(c):04x}" for c in text[:40])
    return f"{begin}… ({len(odd)} bytes)" if len(text) > 40 else begin


def sample(seed: int, amount: int) -> list[bytes]:
    """`amount` odd strings, one of each length class and kind of number always among them."""
    chance = random.Random(seed)
    always = [b"", b"\0", "²".encode(), b"9" * 400, b"9223372036854775808", b"\xed\xa0\x80", b"A" * _MEGABYTE]
    others = [odd for odd in ODD_STRINGS if odd not in always]
    return [*always, *chance.sample(others, amount - len(always))]
