"""Pasted HTML (WeChat, Word, web pages) -> lines and pictures. What was hidden, deleted or a comment never arrives.

Source of the method: OWASP's advice to sanitise with an HTML5 parser (html5ever, through nh3) and an allowlist.
"""

import base64
import binascii
import re
from dataclasses import dataclass, field

import nh3
from django.utils.translation import gettext as _

from articles.manuscripts.blocks import html_lines
from articles.manuscripts.shapes import ManuscriptPicture, SourceLine

ELEMENTS = {
    "p", "div", "section", "article", "header", "footer", "main", "aside", "center", "br", "hr", "pre", "span",
    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "strong", "b", "em", "i",
    "figure", "figcaption", "img", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
}  # fmt: skip
_DROPPED = {
    "script", "style", "title", "head", "template", "noscript", "textarea", "select", "button", "iframe", "object",
    "svg", "math", "xml", "del", "audio", "video", "canvas", "map", "rp", "rt", "nav",
}  # fmt: skip
_KEPT_ATTRIBUTES = {"img": {"src", "data-src", "alt"}, "ol": {"start"}, "p": {"class"}}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_FORMATTING = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
_CLOSED_BY_OTHERS = frozenset(
    ("p li td tr th dt dd option br img hr input meta link wbr col source area base embed param track").split()
)
MOST_DEPTH, MOST_FORMATTING = 100, 4
"""Deeper nesting costs an HTML5 parser the square of it, and no page that people write needs it."""

_HIDDEN_STYLE = re.compile(
    r"display\s{0,5}:\s{0,5}none|mso-hide\s{0,5}:\s{0,5}all|mso-element\s{0,5}:\s{0,5}comment|font-size\s{0,5}:\s{0,5}0(?:px|pt|em)?\s{0,5}(?:;|\"|$)"
)
_INVISIBLE_STYLE = re.compile(r"visibility\s{0,5}:\s{0,5}hidden")
_HIDDEN_CLASS = re.compile(r"\bmso(?:Del|comtxt|comhdr|comoff|comanchor|commentreference|comment)", re.I)
_OPEN = re.compile(r"<([a-z][a-z0-9]{0,12})((?:\s[^<>]*)?)>|</([a-z][a-z0-9]{0,12})>")
_VOID = frozenset(("br", "hr", "img", "wbr"))
_DATA_PICTURE = re.compile(r"data:image/[a-z+.-]{1,20};base64,", re.I)
MOST_PICTURES = 200


def without_hidden(html: str) -> str:
    """Clean, well-formed `html` without the elements that say they are hidden, a comment or a deletion."""
    parts, position, skipping, depth = [], 0, "", 0
    for match in _OPEN.finditer(html):
        opened, attributes, closed = match.groups()
        if skipping:
            if opened == skipping:
                depth += 1
            elif closed == skipping:
                depth -= 1
                if not depth:
                    skipping, position = "", match.end()
        elif opened and opened not in _VOID and attributes and _is_hidden(attributes):
            parts.append(html[position : match.start()])
            skipping, depth = opened, 1
    if not skipping:
        parts.append(html[position:])
    return "".join(parts)


def _is_hidden(attributes: str) -> bool:
    if (
        re.search(r"\shidden(?:=|\s|$)", attributes)
        or _HIDDEN_STYLE.search(attributes)
        or _HIDDEN_CLASS.search(attributes)
    ):
        return True
    return bool(_INVISIBLE_STYLE.search(attributes)) and "js_content" not in attributes


_reader = nh3.Cleaner(
    tags={*ELEMENTS, "a", "ins", "u", "font"},
    attributes={"*": {"style", "class", "hidden", "id"}, "img": {"src", "data-src", "alt"}, "ol": {"start"}},
    url_schemes={"data", "http", "https"},
    clean_content_tags=_DROPPED,
    generic_attribute_prefixes=None,
    link_rel=None,
    strip_comments=True,
)
_cleaner = nh3.Cleaner(
    tags=ELEMENTS,
    attributes=_KEPT_ATTRIBUTES,
    url_schemes={"data", "http", "https"},
    link_rel=None,
    strip_comments=True,
)


def sanitised(html: str) -> str:
    """`html` made well-formed, with the elements a manuscript can use and nothing that was hidden."""
    return _cleaner.clean(without_hidden(_reader.clean(_shallow(html))))


def _shallow(html: str) -> str:
    """`html` without the tags that nest too deep; their text stays."""
    opened: dict[str, int] = {}
    depth = formatting = 0
    parts, position, dropped = [], 0, set()
    for match in _TAG.finditer(html):
        name = match[2].lower()
        if name in _CLOSED_BY_OTHERS:
            continue
        if match[1]:
            if opened.get(name, 0):
                opened[name] -= 1
                depth -= 1
                formatting -= name in _FORMATTING
            continue
        if depth >= MOST_DEPTH or (name in _FORMATTING and formatting >= MOST_FORMATTING):
            dropped.add(name)
            parts.append(html[position : match.start()] + " <wbr")
            position = match.end()
            continue
        opened[name] = opened.get(name, 0) + 1
        depth += 1
        formatting += name in _FORMATTING
    return "".join(parts) + html[position:]


@dataclass
class _Pictures:
    """The pictures met on the way. One that is only an address is not fetched, and is told of."""

    found: list[ManuscriptPicture] = field(default_factory=list)
    missing: int = 0
    given: dict[str, int] = field(default_factory=dict)

    def find(self, source: str, _alt: str) -> int | None:
        if source in self.given:
            return self.given[source]
        match = _DATA_PICTURE.match(source)
        data = _decoded(source[match.end() :]) if match and len(self.found) < MOST_PICTURES else b""
        if not data:
            self.missing += bool(source)
            return None
        number = len(self.found)
        self.found.append(ManuscriptPicture(name=_("Pasted picture %(number)s") % {"number": number + 1}, data=data))
        self.given[source] = number
        return number


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        return b""


def pasted_lines(html: str) -> tuple[list[SourceLine], list[ManuscriptPicture], list[str]]:
    """The lines and pictures of pasted `html`, and sentences about what did not come along."""
    pictures = _Pictures()
    lines = html_lines(sanitised(html), pictures.find)
    notes = []
    if pictures.missing:
        notes.append(
            _("%(count)s picture(s) were only linked, not pasted. Please add them in the story.")
            % {"count": pictures.missing}
        )
    return lines, pictures.found, notes
