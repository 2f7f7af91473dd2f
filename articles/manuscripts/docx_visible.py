"""Word's XML with only what a reader of the printed page would see: insertions stay, deletions and hidden text go.

Runs in the confined child. Source of the rules: ECMA-376 part 1, 17.3.2.41 (vanish), 17.7.3 (toggle properties) and
17.13.5 (revisions). It also turns what mammoth would skip with its text (ruby, formulas, simple fields, text boxes of
newer Word) into plain runs, so that no letter is lost.
"""

import copy

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"
STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"

_GONE = tuple(
    W + name
    for name in (
        "del", "moveFrom", "delText", "delInstrText", "commentRangeStart", "commentRangeEnd", "commentReference",
        "annotationRef", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
        "tblGridChange", "tblPrExChange", "numberingChange", "altChunk",
    )
)  # fmt: skip
_UNWRAPPED = tuple(W + name for name in ("fldSimple", "dir", "bdo"))
_OFF = frozenset(("0", "false", "off", "none"))


class HiddenStyles:
    """Which styles of `styles.xml` hide their text, inheritance included."""

    def __init__(self, styles: etree._Element | None):
        self._vanish: dict[str, bool | None] = {}
        self._based_on: dict[str, str] = {}
        self.default_paragraph = ""
        self.everywhere = False
        if styles is None:
            return
        for style in styles.iter(W + "style"):
            name = style.get(W + "styleId") or ""
            self._vanish[name] = _switch(style.find(f"{W}rPr/{W}vanish"))
            based_on = style.find(W + "basedOn")
            if based_on is not None:
                self._based_on[name] = based_on.get(W + "val") or ""
            if style.get(W + "type") == "paragraph" and (style.get(W + "default") or "0") not in _OFF:
                self.default_paragraph = name
        self.everywhere = bool(_switch(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}vanish")))

    def hides(self, name: str) -> bool:
        """Whether the style says hidden itself, or the nearest one it is based on that says anything."""
        for _step in range(50):
            if not name:
                return False
            said = self._vanish.get(name)
            if said is not None:
                return said
            name = self._based_on.get(name, "")
        return False


def _switch(element: etree._Element | None) -> bool | None:
    return None if element is None else (element.get(W + "val") or "1").lower() not in _OFF


def keep_visible(root: etree._Element, styles: HiddenStyles) -> None:
    """Change `root`, a part with text, so that it holds what is seen and nothing else."""
    _choose_alternatives(root)
    _drop_deleted_rows(root)
    for element in list(root.iter(*_GONE)):
        _remove(element)
    _drop_hidden_runs(root, styles)
    _drop_hidden_drawings(root)
    _drop_placeholders(root)
    _plain_rubies(root)
    _plain_formulas(root)
    for element in list(root.iter(*_UNWRAPPED)):
        _unwrap(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place, child)
    parent.remove(element)


def _choose_alternatives(root: etree._Element) -> None:
    """Of each pair of drawings for newer and older Word, keep the one mammoth can read, with its text."""
    for alternative in list(root.iter(MC + "AlternateContent")):
        fallback, choice = alternative.find(MC + "Fallback"), alternative.find(MC + "Choice")
        if fallback is not None and _says_something(fallback):
            if choice is not None:
                alternative.remove(choice)
            continue
        if fallback is not None:
            alternative.remove(fallback)
        fallback = etree.SubElement(alternative, MC + "Fallback")
        if choice is not None:
            _hoist(choice, fallback)
            alternative.remove(choice)
    for box in list(root.iter(W + "txbxContent")):
        drawing = next(box.iterancestors(W + "drawing"), None)
        if drawing is not None and drawing.getparent() is not None:
            _hoist(drawing, drawing.getparent())


def _says_something(element: etree._Element) -> bool:
    return next(element.iter(W + "t", A + "blip", V + "imagedata"), None) is not None


def _hoist(drawing: etree._Element, target: etree._Element) -> None:
    """Put the text boxes of `drawing` into `target` in the form older Word gave them, and its pictures as they are."""
    if any((prop.get("hidden") or "0") not in _OFF for prop in drawing.iter(WP + "docPr")):
        return
    boxes = [box for box in drawing.iter(W + "txbxContent") if next(box.iterancestors(W + "txbxContent"), None) is None]
    if not boxes:
        for child in list(drawing):
            target.append(child)
        return
    for box in boxes:
        shape = etree.SubElement(etree.SubElement(target, W + "pict"), V + "textbox")
        shape.append(copy.deepcopy(box))
        _remove(box)


def _drop_deleted_rows(root: etree._Element) -> None:
    for mark in list(root.iter(W + "del", W + "cellDel")):
        holder = mark.getparent()
        if holder is not None and holder.tag in (W + "trPr", W + "tcPr"):
            _remove(holder.getparent())


def _drop_hidden_runs(root: etree._Element, styles: HiddenStyles) -> None:
    for run in list(root.iter(W + "r", M + "r")):
        if _is_hidden(run, styles):
            _remove(run)


def _is_hidden(run: etree._Element, styles: HiddenStyles) -> bool:
    properties = run.find(W + "rPr")
    said = _switch(properties.find(W + "vanish")) if properties is not None else None
    if said is not None:
        return said
    run_style = properties.find(W + "rStyle") if properties is not None else None
    by_run = styles.hides(run_style.get(W + "val") or "") if run_style is not None else False
    paragraph = next(run.iterancestors(W + "p"), None)
    style = paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None
    by_paragraph = styles.hides((style.get(W + "val") or "") if style is not None else styles.default_paragraph)
    return styles.everywhere or by_run != by_paragraph or _in_hidden_table(run, styles)


def _in_hidden_table(run: etree._Element, styles: HiddenStyles) -> bool:
    for table in run.iterancestors(W + "tbl"):
        style = table.find(f"{W}tblPr/{W}tblStyle")
        if style is not None and styles.hides(style.get(W + "val") or ""):
            return True
    return False


def _drop_hidden_drawings(root: etree._Element) -> None:
    for properties in list(root.iter(WP + "docPr")):
        if (properties.get("hidden") or "0").lower() not in _OFF:
            _remove(properties.getparent())
    for shape in list(root.iter(V + "shape", V + "rect", V + "group", V + "roundrect")):
        style = (shape.get("style") or "").replace(" ", "").lower()
        if "visibility:hidden" in style or "display:none" in style:
            _remove(shape)


def _drop_placeholders(root: etree._Element) -> None:
    """The words Word shows in an empty form field (单击此处输入文字) are not the author's."""
    for prompt in list(root.iter(W + "showingPlcHdr")):
        field = next(prompt.iterancestors(W + "sdt"), None)
        if field is not None:
            _remove(field)


def _plain_rubies(root: etree._Element) -> None:
    """Characters with pinyin above become the characters."""
    for ruby in list(root.iter(W + "ruby")):
        base = ruby.find(W + "rubyBase")
        run = ruby.getparent()
        text = "".join(node.text or "" for node in base.iter(W + "t")) if base is not None else ""
        place = run.index(ruby)
        run.remove(ruby)
        run.insert(place, _text(text))


def _plain_formulas(root: etree._Element) -> None:
    for formula in list(root.iter(M + "oMath")):
        run = etree.Element(W + "r")
        run.append(_text("".join(node.text or "" for node in formula.iter(M + "t"))))
        parent = formula.getparent()
        parent.replace(formula, run)
        if parent.tag == M + "oMathPara":
            _unwrap(parent)


def _text(text: str) -> etree._Element:
    element = etree.Element(W + "t")
    element.text = text
    return element
