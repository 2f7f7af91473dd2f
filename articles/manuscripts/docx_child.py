"""A .docx -> HTML and pictures, run by `articles.uploads.confine` in a child process: no Django, no network, no files.

The package is checked, what is hidden is taken out of its XML, and only then does mammoth read a package made anew of
the parts that a text needs: no header, property, comment, macro or link to elsewhere is even there.
"""

import io
import posixpath
import zipfile

import mammoth
from lxml import etree

from articles.manuscripts.docx_numbering import print_numbers
from articles.manuscripts.docx_package import open_package, parse
from articles.manuscripts.docx_visible import STRICT_W, A, HiddenStyles, R, V, W, keep_visible
from articles.uploads.refusal import Refusal

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MAIN = "/officeDocument"
_KINDS_KEPT = ("styles", "footnotes", "endnotes", "image")
STYLE_MAP = "\n".join(
    (
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p:fresh",
        "p[style-name='caption'] => p.caption:fresh",
        "p[style-name='标题'] => h1:fresh",
        *(f"p[style-name='标题 {level}'] => h{level}:fresh" for level in range(1, 7)),
        "p[style-name='题注'] => p.caption:fresh",
        "comment-reference => !",
    )
)


def convert(data: bytes) -> tuple[dict, list[bytes]]:
    """{"html", "names": a file name a picture, "linked": pictures elsewhere} and the pictures' bytes, in order of use.

    In the HTML a picture's `src` is picture-N, its index. Raises Refusal for what is not taken.
    """
    parts = open_package(data)
    trees = {name: parse(content) for name, content in parts.items() if name.lower().endswith((".xml", ".rels"))}
    _refuse_macros(trees)
    main = _main_part(trees)
    linked = _take_out(trees, main)
    package = _rebuilt(parts, trees, main)
    pictures: dict[str, int] = {}
    bodies: list[bytes] = []

    def keep(image):
        with image.open() as stream:
            name = getattr(stream, "name", "") or f"picture-{len(bodies) + 1}"
            if name not in pictures:
                pictures[name] = len(bodies)
                bodies.append(stream.read())
        return {"src": f"picture-{pictures[name]}"}

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(package),
            convert_image=mammoth.images.img_element(keep),
            style_map=STYLE_MAP,
            include_embedded_style_map=False,
            external_file_access=False,
        )
    except RecursionError as error:
        raise Refusal("too-deep") from error
    return {"html": result.value, "names": [posixpath.basename(name) for name in pictures], "linked": linked}, bodies


def _refuse_macros(trees: dict[str, etree._Element]) -> None:
    types = trees.get("[Content_Types].xml")
    if types is None:
        raise Refusal("not-docx")
    for entry in types.iter(_TYPES + "Override", _TYPES + "Default"):
        kind = (entry.get("ContentType") or "").lower()
        if "macroenabled" in kind or "vbaproject" in kind:
            raise Refusal("macros")


def _main_part(trees: dict[str, etree._Element]) -> str:
    relations = trees.get("_rels/.rels")
    for relation in relations.iter(_RELATION) if relations is not None else ():
        if (relation.get("Type") or "").endswith(_MAIN):
            name = (relation.get("Target") or "").lstrip("/")
            if name in trees:
                return name
    if "word/document.xml" not in trees:
        raise Refusal("not-docx")
    return "word/document.xml"


def _relations_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _take_out(trees: dict[str, etree._Element], main: str) -> int:
    """Remove from the trees what is not seen and what leads elsewhere; how many pictures were only linked."""
    if trees[main].tag.startswith(STRICT_W):
        raise Refusal("strict")
    if next(trees[main].iter(W + "altChunk"), None) is not None:
        raise Refusal("embedded-file")
    folder = posixpath.dirname(main)
    styles_name, numbering = posixpath.join(folder, "styles.xml"), posixpath.join(folder, "numbering.xml")
    styles = HiddenStyles(trees.get(styles_name))
    linked = 0
    for name in (main, *(posixpath.join(folder, f"{note}.xml") for note in ("footnotes", "endnotes"))):
        if name in trees:
            keep_visible(trees[name], styles)
            print_numbers(trees[name], trees.get(numbering), trees.get(styles_name))
            linked += _drop_links(trees[name], trees.get(_relations_name(name)))
    return linked


def _drop_links(root: etree._Element, relations: etree._Element | None) -> int:
    """Keep the relations to the parts a text needs; take out pictures that have none. How many were only linked."""
    kept, outside = _sorted_relations(relations)
    linked = 0
    for element, attribute in [
        *((blip, R + "embed") for blip in root.iter(A + "blip")),
        *((data, R + "id") for data in root.iter(V + "imagedata")),
    ]:
        if element.get(attribute) not in kept:
            linked += element.get(R + "link") in outside or element.get(attribute) in outside
            element.getparent().remove(element)
    for link in list(root.iter(W + "hyperlink", A + "hlinkClick")):
        link.attrib.pop(R + "id", None)
    return linked


def _sorted_relations(relations: etree._Element | None) -> tuple[set[str], set[str]]:
    """The numbers of pictures inside the package, and of what lies outside; only what a text needs stays in the tree."""
    kept, outside = set(), set()
    for relation in list(relations) if relations is not None else ():
        number, kind = relation.get("Id") or "", (relation.get("Type") or "").rpartition("/")[2]
        if kind == "aFChunk":
            raise Refusal("embedded-file")
        if (relation.get("TargetMode") or "").lower() == "external":
            outside.add(number)
            relations.remove(relation)
        elif kind not in _KINDS_KEPT:
            relations.remove(relation)
        elif kind == "image":
            kept.add(number)
    return kept, outside


def _rebuilt(parts: dict[str, bytes], trees: dict[str, etree._Element], main: str) -> bytes:
    """A package of the text's parts alone. Nothing asks for a part that is missing."""
    folder = posixpath.dirname(main)
    texts = [
        main,
        *(posixpath.join(folder, f"{name}.xml") for name in ("styles", "footnotes", "endnotes")),
    ]
    names = ["[Content_Types].xml", "_rels/.rels", *texts, *map(_relations_name, texts)]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name in names:
            if name in trees:
                package.writestr(name, etree.tostring(trees[name], encoding="UTF-8", xml_declaration=True))
        for name, content in parts.items():
            if name not in trees and name.startswith(posixpath.join(folder, "media/")):
                package.writestr(name, content)
    return buffer.getvalue()
