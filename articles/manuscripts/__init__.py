"""Manuscripts: what correspondents send -> the story in it, with every change recorded and undoable."""

import re

from articles.manuscripts.docx import converted, docx_lines
from articles.manuscripts.pasted import pasted_lines
from articles.manuscripts.plain import UnknownEncoding, decode, text_lines
from articles.manuscripts.reading import read_lines, undo
from articles.manuscripts.refusals import REASONS
from articles.manuscripts.shapes import Change, Manuscript, ManuscriptPicture, Paragraph, SourceLine
from articles.uploads import Refused, refused

__all__ = [
    "Change",
    "Manuscript",
    "ManuscriptPicture",
    "Paragraph",
    "Refused",
    "SourceLine",
    "read_file",
    "read_pasted",
    "read_text",
    "undo",
]

MOST_BYTES = 20 * 1024 * 1024
MOST_TEXT_BYTES = 2 * 1024 * 1024
MOST_PAGE_BYTES = 5 * 1024 * 1024
"""A saved page may hold pictures as text."""
_OLE, _ZIP, _PDF, _RTF = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"%PDF", b"{\\rtf"
_OLD_WORD = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(r"\s{0,200}<(?:!doctype html|html|head|body|div|p|section|article|meta|table)\b", re.IGNORECASE)


def read_text(text: str) -> Manuscript:
    """The story in plain text."""
    return read_lines(text_lines(text))


def read_pasted(html: str) -> Manuscript:
    """The story in pasted HTML; text without any markup is read as plain text."""
    if "<" not in html:
        return read_text(html)
    lines, pictures, notes = pasted_lines(html)
    return read_lines(lines, pictures, notes=notes)


def read_file(name: str, data: bytes) -> Manuscript:
    """The story in a file: .docx, text or a web page, told by its content. Raises Refused."""
    if len(data) > MOST_BYTES:
        raise refused("too-large", name, REASONS)
    if not data.strip():
        raise refused("empty", name, REASONS)
    if data.startswith(_OLE):
        if _OLD_WORD in data:
            raise refused("encrypted", name, REASONS)
        data = converted(name, data)
    elif data.startswith(_RTF):
        data = converted(name, data)
    if data.startswith(_ZIP):
        lines, pictures, notes = docx_lines(name, data)
        return read_lines(lines, pictures, notes=notes)
    if data.startswith(_PDF) or name.lower().endswith((".docx", ".docm", ".doc", ".wps", ".pdf", ".odt")):
        raise refused("not-docx", name, REASONS)
    return _read_text_file(name, data)


def _read_text_file(name: str, data: bytes) -> Manuscript:
    is_page = name.lower().endswith((".html", ".htm"))
    most = MOST_PAGE_BYTES if is_page else MOST_TEXT_BYTES
    if len(data) > most:
        raise refused("too-much-text", name, REASONS, {"most": most // 1024 // 1024})
    try:
        text = decode(data)
    except UnknownEncoding as error:
        raise refused("unknown-encoding", name, REASONS) from error
    if is_page or _HTML.match(text):
        return read_pasted(text)
    return read_text(text)
