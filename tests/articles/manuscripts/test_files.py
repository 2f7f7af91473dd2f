"""Files that are no Word files: told by their content, refused with what to do."""

import codecs

import pytest

from articles.manuscripts import MOST_TEXT_BYTES, Refused, read_file

STORY = "海堤步道开放\n近日，步道开放，居民都来走走看看。"
PAGE = "<!DOCTYPE html><html><head><title>x</title></head><body><h1>海堤步道开放</h1><p>近日，步道开放，居民都来走走看看。</p></body></html>"


def shown(manuscript):
    return manuscript.headline, [row.text for row in manuscript.paragraphs]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize(("name", "text"), [("稿.txt", STORY), ("稿.html", PAGE), ("无名", PAGE)])
def test_text_and_pages_in_every_encoding(encoding, name, text):
    manuscript = read_file(name, text.encode(encoding))
    assert shown(manuscript) == ("海堤步道开放", ["近日，步道开放，居民都来走走看看。"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 ...", "not-docx"),
        (bytes(range(256)) * 20, "unknown-encoding"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "unknown-encoding"),
        (b"a" * (MOST_TEXT_BYTES + 1), "too-much-text"),
    ],
)
def test_what_is_no_text_is_refused(data, code):
    with pytest.raises(Refused) as refusal:
        read_file("稿.txt", data)
    assert (refusal.value.code, "稿.txt" in str(refusal.value)) == (code, True)


def test_a_name_in_the_message_holds_nothing_invisible():
    with pytest.raises(Refused) as refusal:
        read_file("稿\u202e.txt", b"")
    assert "\u202e" not in str(refusal.value)
