"""A .docx as a zip, opened with suspicion: limits counted while reading, never taken from a header (promise S4).

Runs in the confined child: standard library and lxml only, no Django.
"""

import io
import struct
import zipfile
import zlib

from lxml import etree

from articles.uploads.refusal import Refusal

MOST_MEMBERS = 2000
MOST_XML = 5 * 1024 * 1024
MOST_MEDIA = 100 * 1024 * 1024
MOST_RATIO = 200
RATIO_FROM = 64 * 1024
"""Below this size a high ratio does no harm: an almost empty part packs very well."""

_CHUNK = 256 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def open_package(data: bytes) -> dict[str, bytes]:
    """Every part of the package by its name. Raises Refusal for what is no sound .docx."""
    if data.startswith(_OLE):
        raise Refusal("encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "old-word")
    if not data.startswith(b"PK\x03\x04"):
        raise Refusal("not-docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_names(archive.infolist())
            return _read_all(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        struct.error,
        ValueError,
        RuntimeError,
    ) as error:
        raise Refusal("broken") from error


def _check_names(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise Refusal("too-many-members", most=MOST_MEMBERS)
    seen = set()
    for member in members:
        name = member.orig_filename
        if member.flag_bits & 0x1:
            raise Refusal("encrypted")
        parts = name.split("/")
        if "\x00" in name or "\\" in name or name.startswith("/") or ".." in parts or ":" in parts[0]:
            raise Refusal("odd-names")
        if name.lower() in seen:
            raise Refusal("same-names")
        seen.add(name.lower())
        if name.lower().endswith("vbaproject.bin"):
            raise Refusal("macros")
        if (member.external_attr >> 16) & 0o170000 == 0o120000:
            raise Refusal("odd-names")


def _read_all(archive: zipfile.ZipFile) -> dict[str, bytes]:
    parts = {}
    xml_left, media_left = MOST_XML, MOST_MEDIA
    for member in archive.infolist():
        if member.is_dir():
            continue
        is_xml = _is_xml(member.filename)
        content = _read(
            archive, member, xml_left if is_xml else media_left, "too-much-text" if is_xml else "too-much-media"
        )
        if (is_xml or _looks_like_xml(content)) and any(doctype in content.upper() for doctype in _DOCTYPES):
            raise Refusal("doctype")
        if is_xml:
            xml_left -= len(content)
        else:
            media_left -= len(content)
        parts[member.filename] = content
    return parts


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml", ".xhtml", ".html", ".htm", ".svg"))


def _looks_like_xml(content: bytes) -> bool:
    return content[:64].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").startswith(b"<")


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int, code: str) -> bytes:
    """The part's bytes, counted as they come out: what the header says of its size is not believed."""
    most_by_ratio = max(RATIO_FROM, MOST_RATIO * max(member.compress_size, 1))
    chunks, size = [], 0
    with archive.open(member) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            if size > most_by_ratio:
                raise Refusal("zip-bomb")
            if size > most:
                raise Refusal(code, most=(MOST_XML if code == "too-much-text" else MOST_MEDIA) // 1024 // 1024)
            chunks.append(chunk)
    return b"".join(chunks)


def parse(content: bytes) -> etree._Element:
    """An XML part as a tree. Entities are never expanded, nothing is fetched, nesting stays below libxml2's 256."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refusal("too-deep" if "depth" in str(error).lower() else "broken") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refusal("doctype")
    return root
