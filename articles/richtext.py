"""The one list of what a body may hold; the editor offers it and the sanitiser keeps to it.

Source of the method: OWASP HTML sanitisation advice (allowlist, an HTML5 parser, once, at the door). The parser is
html5ever through nh3.
"""

import re

import nh3

ELEMENTS = {
    "p", "h2", "h3", "strong", "em", "s", "u", "sub", "sup", "blockquote", "ol", "ul", "li", "a", "br", "hr",
    "table", "tbody", "thead", "tr", "th", "td", "figure",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "figure": {"data-picture"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
ADDRESS_SCHEMES = {"http", "https", "mailto", "tel"}
REMOVED_WITH_CONTENT = {"script", "style", "title", "template", "noscript", "textarea", "iframe", "svg", "math"}

_NUMBERS = re.compile(r"[0-9]{1,9}")


def _keep_attribute(element: str, attribute: str, value: str) -> str | None:
    """Numbers stay numbers: a picture's id, a list's start, a cell's span (at most 99: no cell fills memory)."""
    if attribute in {"data-picture", "start", "colspan", "rowspan"}:
        value = value.strip()
        if not _NUMBERS.fullmatch(value):
            return None
        return str(min(int(value), 99)) if attribute.endswith("span") else value
    return value


_cleaner = nh3.Cleaner(
    tags=ELEMENTS,
    attributes=ATTRIBUTES,
    url_schemes=ADDRESS_SCHEMES,
    clean_content_tags=REMOVED_WITH_CONTENT,
    attribute_filter=_keep_attribute,
    link_rel="noopener nofollow",
    strip_comments=True,
)


def clean(html: str) -> str:
    """`html` with nothing but the allowed elements, attributes and address schemes. Cleaning twice changes nothing."""
    return _cleaner.clean(html)


_TAGS = re.compile(r"<[^>]*>")
_BLOCK_ENDS = re.compile(r"</(?:p|h2|h3|li|blockquote|tr|figure)>|<br>|<hr>")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": " ", "&amp;": "&"}


def plain(html: str) -> str:
    """The words of cleaned `html`, a line a block."""
    text = _TAGS.sub("", _BLOCK_ENDS.sub("\n", html))
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return text.strip()


def picture_ids(html: str) -> list[int]:
    """The ids of the pictures placed in cleaned `html`, in order."""
    return [int(number) for number in re.findall(r'<figure data-picture="([0-9]{1,9})"', html)]
