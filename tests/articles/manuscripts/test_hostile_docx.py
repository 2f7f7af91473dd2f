"""Word files made to do harm: each has its verdict, within ten seconds and without growing the process that asks."""

import io
import resource
import struct
import sys
import time
import zipfile

import pytest

from articles.manuscripts import Refused, read_file
from articles.uploads.confinement import MEMORY_BYTES
from tests.articles.manuscripts import word

SEEN = word.paragraph("步道开放。")


def with_members(count):
    return word.package(SEEN, parts={f"word/media/{number}.jpg": b"x" for number in range(count)})


def appended(name, content):
    """A package with one more member of any name, a second of the same name included."""
    buffer = io.BytesIO(word.package(SEEN))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def duplicate():
    with pytest.warns(UserWarning, match="Duplicate name"):
        return appended("word/document.xml", word.document(word.paragraph("另一个正文。")))


def lying_header():
    """The directory says the big part is 100 bytes long."""
    data = bytearray(word.package(SEEN, parts={"word/media/a.bin": b"\x00" * 30_000_000}))
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/media/a.bin"))
    data[place + 24 : place + 28] = struct.pack("<I", 100)
    return bytes(data)


def flagged_encrypted():
    data = bytearray(word.package(SEEN))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


def damaged():
    data = bytearray(word.package(SEEN * 50))
    place = data.find(b"word/document.xml") + 40
    data[place : place + 8] = b"\xff" * 8
    return bytes(data)


def nested(depth):
    return word.package("<w:sdt><w:sdtContent>" * depth + SEEN + "</w:sdtContent></w:sdt>" * depth)


def nested_tables(depth):
    return word.package("<w:tbl><w:tr><w:tc>" * depth + SEEN + "</w:tc></w:tr></w:tbl>" * depth)


DOCTYPE = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def with_doctype(doctype, encoding="utf-8"):
    text = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}' + word.document(SEEN).partition("?>")[2]
    return word.package(parts={"word/document.xml": text.encode(encoding)})


MACRO_TYPES = word.CONTENT_TYPES.replace(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
)
CONTENT = {
    "zip bomb": (lambda: word.package(SEEN, parts={"word/media/a.jpg": b"\x00" * 60_000_000}), "zip-bomb"),
    "bomb in the text": (lambda: word.package(SEEN + " " * 40_000_000), "too-much-text"),
    "many members": (lambda: with_members(2100), "too-many-members"),
    "lying header": (lying_header, "broken"),
    "entities": (lambda: with_doctype(DOCTYPE), "doctype"),
    "external entity": (lambda: with_doctype(EXTERNAL), "doctype"),
    "doctype in utf-16": (lambda: with_doctype(DOCTYPE, "utf-16"), "doctype"),
    "doctype elsewhere": (lambda: word.package(SEEN, parts={"customXml/item1.xml": "<!DOCTYPE x><x/>"}), "doctype"),
    "alternative chunk": (lambda: word.package(SEEN + '<w:altChunk r:id="rId9"/>'), "embedded-file"),
    "alternative chunk by relation": (
        lambda: word.package(SEEN, relations=word.relation("rId9", "aFChunk", "x.html")),
        "embedded-file",
    ),
    "macro project": (lambda: word.package(SEEN, parts={"word/vbaProject.bin": b"x"}), "macros"),
    "macro type": (lambda: word.package(SEEN, content_types=MACRO_TYPES), "macros"),
    "two parts of one name": (duplicate, "same-names"),
    "two names but for case": (lambda: appended("WORD/Document.xml", "<x/>"), "same-names"),
    "path upwards": (lambda: appended("../../etc/cron.d/x", b"x"), "odd-names"),
    "absolute path": (lambda: appended("/etc/x", b"x"), "odd-names"),
    "drive": (lambda: appended("C:/x", b"x"), "odd-names"),
    "backslashes": (lambda: appended("word\\..\\x", b"x"), "odd-names"),
    "encrypted members": (flagged_encrypted, "encrypted"),
    "encrypted by Word": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    "old format": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "old-word"),
    "rich text": (lambda: b"{\\rtf1 abc}", "old-word"),
    "truncated": (lambda: word.package(SEEN * 50)[:-200], "broken"),
    "damaged inside": (damaged, "broken"),
    "no zip": (lambda: b"just text", "not-docx"),
    "a zip of something else": (lambda: word.zipped([("a.txt", "x")]), "not-docx"),
    "no document": (lambda: word.package(parts={"word/document.xml": None}), "not-docx"),
    "broken xml": (lambda: word.package("<w:p>"), "broken"),
    "deep nesting": (lambda: nested(1_000), "too-deep"),
    "too much text": (
        lambda: word.package("".join(word.paragraph(f"{n:x}" * 9) for n in range(80_000))),
        "too-much-text",
    ),
    "empty": (lambda: b"", "empty"),
    "too large": (lambda: b"PK\x03\x04" + bytes(21 * 1024 * 1024), "too-large"),
}


@pytest.mark.parametrize("kind", CONTENT)
def test_harmful_files_are_refused_with_their_reason(kind):
    make, code = CONTENT[kind]
    data = make()
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(Refused) as refusal:
        read_file("来稿.docx", data)
    assert time.monotonic() - started < 10
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * (1 if sys.platform == "darwin" else 1024)
    assert grown < 100_000_000
    assert refusal.value.code == code
    assert "来稿.docx" in str(refusal.value)
    assert "{" not in str(refusal.value)


TAKEN = {
    "linked picture": word.package(
        SEEN + word.inline_picture("rId7", "link"),
        relations=word.relation("rId7", "image", "http://127.0.0.1:9/x.jpg", external=True),
    ),
    "embedded picture elsewhere": word.package(
        SEEN + word.inline_picture("rId7"),
        relations=word.relation("rId7", "image", "file:///etc/passwd", external=True),
    ),
    "picture without a relation": word.package(SEEN + word.inline_picture("rId7")),
    "template elsewhere": word.package(
        SEEN, parts={"word/_rels/settings.xml.rels": "<x/>", "word/settings.xml": word.part("settings", "")}
    ),
    "nested tables": nested_tables(20),
}


@pytest.mark.parametrize("kind", TAKEN)
def test_files_that_only_look_dangerous_are_taken_without_the_danger(kind):
    manuscript = read_file("来稿.docx", TAKEN[kind])
    assert [row.text for row in manuscript.paragraphs] == ["步道开放。"]
    assert manuscript.pictures == ()


def test_a_linked_picture_is_told_of():
    assert len(read_file("来稿.docx", TAKEN["linked picture"]).notes) == 1


def test_a_huge_table_ends_within_ten_seconds():
    row = "<w:tr>" + f"<w:tc>{word.paragraph('格')}</w:tc>" * 20 + "</w:tr>"
    data = word.package("<w:tbl>" + row * 2500 + "</w:tbl>")
    started = time.monotonic()
    try:
        assert len(read_file("表格.docx", data).paragraphs[0].rows) == 2500
    except Refused as refusal:
        assert refusal.code in {"too-slow", "too-much-memory", "zip-bomb"}  # noqa: PT017
    assert time.monotonic() - started < 10


def test_the_child_is_given_the_promised_memory():
    assert MEMORY_BYTES == 600 * 1024 * 1024


def test_old_formats_are_converted_where_the_operator_names_a_converter(settings, tmp_path):
    ready = tmp_path / "ready.docx"
    ready.write_bytes(word.package(SEEN))
    settings.MANUSCRIPT_CONVERTER = f"cp {ready} {{out}}/made.docx"
    manuscript = read_file("来稿.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    assert [row.text for row in manuscript.paragraphs] == ["步道开放。"]


@pytest.mark.parametrize("command", ["false", "true", "no-such-program-here {in}"])
def test_a_failing_converter_is_said_so(settings, command):
    settings.MANUSCRIPT_CONVERTER = command
    with pytest.raises(Refused) as refusal:
        read_file("来稿.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    assert refusal.value.code == "converter-failed"
