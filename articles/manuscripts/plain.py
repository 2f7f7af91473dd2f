"""Plain text: bytes in whichever encoding a desk meets -> lines."""

import codecs
import re

from articles.manuscripts.shapes import SourceLine

_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAMPLE = 4000
_COMMON_SHARE = 0.8


class UnknownEncoding(ValueError):
    """The bytes are no text in an encoding we read."""


def decode(data: bytes) -> str:
    """`data` as text: by its byte order mark, else UTF-8, else UTF-16 or GB18030, whichever reads as common Chinese.

    Raises UnknownEncoding where none does (a program, a picture).
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding).removeprefix("\ufeff")
    if b"\x00" not in data:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    readings = []
    for encoding in ("gb18030", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.append((_commonness(text[:_SAMPLE]), text))
    share, text = max(readings, key=lambda reading: reading[0], default=(0.0, ""))
    if share < _COMMON_SHARE:
        raise UnknownEncoding
    return text


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnknownEncoding from error


def _commonness(text: str) -> float:
    """The share of characters that ordinary Chinese text is made of (GB 2312 level 1, punctuation, ASCII)."""
    return sum(map(_is_common, text)) / len(text) if text else 1.0


def _is_common(char: str) -> bool:
    if char < "\x80":
        return char >= " " or char in "\t\n\r"
    if "㐀" <= char <= "鿿":
        try:
            return 0xB0 <= char.encode("gb2312")[0] <= 0xD7
        except UnicodeEncodeError:
            return False
    return (
        "\u3000" <= char <= "\u303f"
        or "\uff00" <= char <= "\uff5e"
        or "\u2010" <= char <= "\u2027"
        or char in "·\u00a0"
    )


def text_lines(text: str) -> list[SourceLine]:
    """The lines of `text` that hold something, each with whether a blank line stood before it."""
    lines: list[SourceLine] = []
    spaced = False
    for line in _LINE_ENDS.split(text):
        if line.strip(" \t\u3000\u00a0\u200b\ufeff"):
            lines.append(SourceLine(line, spaced=spaced and bool(lines)))
            spaced = False
        else:
            spaced = True
    return lines
