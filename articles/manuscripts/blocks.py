"""Clean, well-formed HTML (as the sanitiser writes it) -> lines. One pass, no tree, so that no nesting is too deep.

The sanitiser quotes every attribute and escapes every sign, so that a plain expression finds the tags.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

from articles.manuscripts.shapes import SourceLine

_BLOCKS = frozenset(
    """
    p div section article header footer main aside h1 h2 h3 h4 h5 h6 ul ol li blockquote pre center figure figcaption
    dl dt dd address form fieldset details summary hr caption body html
    """.split()
)
_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]{0,12})((?:\s[a-z-]{1,20}=\"[^\"]*\")*)\s?/?>|([^<]+|<)")
_ATTRIBUTE = re.compile(r"\s([a-z-]{1,20})=\"([^\"]*)\"")
_MARKS = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LAYOUT_CELL = 240
"""A table whose cell holds more characters than this, or a whole story's paragraphs, only lays out a page."""


@dataclass
class _Table:
    """A table being read. `blocks` are its cells' lines in order, should it turn out to be layout."""

    rows: list[list[list[SourceLine]]] = field(default_factory=list)
    layout: bool = False


class BlockReader:
    """Collects `lines`. `find_picture(src, alt)` gives the index of a picture, or None where there is none."""

    def __init__(self, find_picture: Callable[[str, str], int | None]):
        self.lines: list[SourceLine] = []
        self._find_picture = find_picture
        self._text: list[str] = []
        self._length = 0
        self._marks: list[tuple[str, int]] = []
        self._phrases: list[tuple[str, int, int]] = []
        self._heading = 0
        self._quotes = 0
        self._captions = 0
        self._preformatted = 0
        self._lists: list[int | None] = []
        self._item = ""
        self._tables: list[_Table] = []

    def feed(self, html: str) -> None:
        for match in _TOKEN.finditer(html):
            closing, tag, attributes, text = match.groups()
            if text:
                self._read_text(unescape(text))
            elif closing:
                self._close(tag)
            else:
                found = _ATTRIBUTE.findall(attributes) if attributes else ()
                self._open(tag, {name: unescape(value) for name, value in found})
        self._end_line()
        while self._tables:
            self._close_table()

    def _open(self, tag: str, values: dict[str, str]) -> None:
        if tag in _MARKS:
            self._marks.append((_MARKS[tag], self._length))
        elif tag == "br":
            self._end_line()
        elif tag == "img":
            self._picture(values)
        elif tag in ("table", "tr", "td", "th"):
            self._open_table_part(tag)
        elif tag in _BLOCKS:
            self._end_line()
            self._open_block(tag, values)

    def _close(self, tag: str) -> None:
        if tag in _MARKS:
            self._close_mark(_MARKS[tag])
        elif tag in ("td", "th", "table"):
            self._end_line()
            if tag == "table":
                self._close_table()
        elif tag in _BLOCKS:
            self._end_line()
            self._close_block(tag)

    def _read_text(self, data: str) -> None:
        if not self._preformatted:
            data = " ".join(data.split("\n")) if "\n" in data else data
            data = data.replace("\r", "")
            if not self._text and not data.strip(" \t"):
                return
            self._append(data)
            return
        for number, part in enumerate(data.split("\n")):
            if number:
                self._end_line()
            self._append(part)

    # -- lines

    def _append(self, data: str) -> None:
        self._text.append(data)
        self._length += len(data)

    def _close_mark(self, element: str) -> None:
        for number in range(len(self._marks) - 1, -1, -1):
            if self._marks[number][0] == element:
                _element, start = self._marks.pop(number)
                self._phrases.append((element, start, self._length))
                return

    def _end_line(self) -> None:
        text = "".join(self._text)
        if text.strip(" \t"):
            end = len(text)
            phrases = [*self._phrases, *((element, start, end) for element, start in self._marks)]
            self._add(self._line(text, phrases))
        self._text, self._phrases, self._length = [], [], 0
        self._marks = [(element, 0) for element, _start in self._marks]

    def _line(self, text: str, phrases: list[tuple[str, int, int]]) -> SourceLine:
        bold = [(start, end) for element, start, end in phrases if element == "strong"]
        covered = _covered(text, bold)
        marks = tuple(
            (element, text[start:end].strip()) for element, start, end in sorted(phrases, key=lambda row: row[1])
        )
        kind = "caption" if self._captions else "heading" if self._heading else "text"
        item, self._item = self._item, ""
        return SourceLine(
            text=item + text,
            kind=kind,
            level=self._heading,
            strong=covered >= len(text.strip()) > 0,
            lead="" if item else _lead(text, bold),
            marks=tuple(mark for mark in marks if mark[1]),
            quoted=self._quotes > 0,
        )

    def _add(self, line: SourceLine) -> None:
        if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1].append(line)
        else:
            self.lines.append(line)

    def _picture(self, values: dict[str, str]) -> None:
        number = self._find_picture(values.get("src") or values.get("data-src", ""), values.get("alt", ""))
        if number is not None:
            self._end_line()
            self._add(SourceLine(kind="picture", picture=number))

    # -- blocks

    def _open_block(self, tag: str, values: dict[str, str]) -> None:
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag == "blockquote":
            self._quotes += 1
        elif tag == "pre":
            self._preformatted += 1
        elif tag == "figcaption" or (tag == "p" and values.get("class") == "caption"):
            self._captions += 1
        elif tag in ("ol", "ul"):
            start = values.get("start", "1")
            self._lists.append((int(start) if start.isdigit() and len(start) < 6 else 1) if tag == "ol" else None)
        elif tag == "li" and self._lists:
            self._item = self._next_item()

    def _next_item(self) -> str:
        """The number a reader of the source saw before the item, since it is no character of the text."""
        number = self._lists[-1]
        if number is None:
            return ""
        self._lists[-1] = number + 1
        return f"{number}. "

    def _close_block(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._heading = 0
        elif tag == "blockquote":
            self._quotes = max(self._quotes - 1, 0)
        elif tag == "pre":
            self._preformatted = max(self._preformatted - 1, 0)
        elif tag in ("figcaption", "p"):
            self._captions = max(self._captions - 1, 0)
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._item = ""

    # -- tables

    def _open_table_part(self, tag: str) -> None:
        self._end_line()
        if tag == "table":
            if self._tables:
                self._tables[-1].layout = True
            self._tables.append(_Table())
        elif self._tables and tag == "tr":
            self._tables[-1].rows.append([])
        elif self._tables:
            if not self._tables[-1].rows:
                self._tables[-1].rows.append([])
            self._tables[-1].rows[-1].append([])

    def _close_table(self) -> None:
        if not self._tables:
            return
        table = self._tables.pop()
        rows = [row for row in table.rows if any(row)]
        lines = [line for row in rows for cell in row for line in cell]
        if table.layout or _is_layout(rows):
            for line in lines:
                self._add(line)
            return
        width = max(map(len, rows), default=0)
        texts = tuple(
            tuple("\n".join(line.text.strip() for line in cell if line.text) for cell in row)
            + ("",) * (width - len(row))
            for row in rows
        )
        if texts:
            self._add(SourceLine(kind="table", rows=texts))
        for line in lines:
            if line.picture is not None:
                self._add(line)


def _is_layout(rows: list[list[list[SourceLine]]]) -> bool:
    cells = [cell for row in rows for cell in row]
    if len(cells) <= 1:
        return True
    longest = max(sum(len(line.text) for line in cell) for cell in cells)
    return longest > _LAYOUT_CELL and max(map(len, cells)) > 2


def _covered(text: str, spans: list[tuple[int, int]]) -> int:
    """How many characters of the stripped `text` lie in `spans`."""
    left, right = len(text) - len(text.lstrip()), len(text.rstrip())
    total, reached = 0, left
    for start, end in sorted(spans):
        start, end = max(start, reached), min(end, right)
        if end > start:
            total, reached = total + end - start, end
    return total


def _lead(text: str, bold: list[tuple[int, int]]) -> str:
    """The bold beginning of a line that goes on in ordinary type; "" without one."""
    begin = len(text) - len(text.lstrip())
    end = begin
    for start, stop in sorted(bold):
        if start <= end:
            end = max(end, stop)
    lead = text[begin:end].strip()
    return lead if lead and end < len(text.rstrip()) else ""


def html_lines(html: str, find_picture: Callable[[str, str], int | None]) -> list[SourceLine]:
    """The lines of clean `html`."""
    reader = BlockReader(find_picture)
    reader.feed(html)
    return reader.lines
