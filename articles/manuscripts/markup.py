"""How a manuscript is written down: as the HTML of a story's body, and as the contract's JSON."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.manuscripts.shapes import Manuscript, Paragraph


def body_html(manuscript: Manuscript, picture_keys: Mapping[int, object] | None = None) -> str:
    """The paragraphs as HTML. `picture_keys`: what `data-picture` says for a picture's index."""
    return "".join(_block(paragraph, picture_keys) for paragraph in manuscript.paragraphs)


def _block(paragraph: Paragraph, picture_keys: Mapping[int, object] | None) -> str:
    if paragraph.kind == "picture":
        number = paragraph.picture
        key = number if picture_keys is None or number is None else picture_keys.get(number)
        return "" if key is None else f'<figure data-picture="{escape(str(key))}"></figure>'
    if paragraph.kind == "table":
        rows = "".join("<tr>" + "".join(f"<td>{_lines(cell)}</td>" for cell in row) + "</tr>" for row in paragraph.rows)
        return f"<table><tbody>{rows}</tbody></table>"
    if paragraph.kind == "subhead":
        return f"<h{paragraph.level}>{_lines(paragraph.text)}</h{paragraph.level}>"
    text = f"<p>{_marked(paragraph)}</p>"
    return f"<blockquote>{text}</blockquote>" if paragraph.quoted else text


def _lines(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _marked(paragraph: Paragraph) -> str:
    """The text with its bold and italic phrases, each found after the one before; a changed one is not."""
    parts, position = [], 0
    for element, phrase in paragraph.marks:
        start = paragraph.text.find(phrase, position)
        if start < 0:
            continue
        parts += [
            _lines(paragraph.text[position:start]),
            f"<{element}>{_lines(phrase)}</{element}>",
        ]
        position = start + len(phrase)
    return "".join(parts) + _lines(paragraph.text[position:])


def contract(manuscript: Manuscript) -> dict:
    """The shape of `import_manuscript --json` (design, "The contract"); every value is plain JSON."""
    return {
        "kicker": manuscript.kicker,
        "headline": manuscript.headline,
        "subtitle": manuscript.subtitle,
        "credits": [{"role": str(entry.role), "name": entry.name, "unit": entry.unit} for entry in manuscript.credits],
        "place": manuscript.place,
        "outlet": manuscript.outlet,
        "date": manuscript.date,
        "source": manuscript.source,
        "paragraphs": [
            {"kind": row.kind, "text": row.text, "rows": [list(cells) for cells in row.rows], "picture": row.picture}
            for row in manuscript.paragraphs
        ],
        "pictures": [{"name": row.name, "caption": row.caption, "credit": row.credit} for row in manuscript.pictures],
        "changes": [
            {"kind": row.kind, "paragraph": row.paragraph, "before": row.before, "after": row.after}
            for row in manuscript.changes
        ],
    }
