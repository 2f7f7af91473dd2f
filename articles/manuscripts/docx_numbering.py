"""The numbers Word prints before paragraphs (一、 （二） 3.) put into the text, since they are no characters of it.

Runs in the confined child. Source of the rules: ECMA-376 part 1, 17.9 (numbering). Bullets are not put in.
"""

import re
from collections import defaultdict

from lxml import etree

from articles.manuscripts.docx_visible import W

_CHINESE = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand")
)
_DIGITS = "〇一二三四五六七八九"
_PLACE = re.compile("%([1-9])")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
LEVELS = 9


def chinese_number(number: int) -> str:
    """`number`, from 1 to 99, as it is counted in Chinese: 二十一. Others stay digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def _printed(number: int, kind: str) -> str:
    if kind in _CHINESE:
        return chinese_number(number)
    if kind == "decimalEnclosedCircle" and 0 < number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    if kind in ("lowerLetter", "upperLetter") and 0 < number <= 26:
        return chr((97 if kind == "lowerLetter" else 65) + number - 1)
    return str(number)


def print_numbers(root: etree._Element, numbering: etree._Element | None, styles: etree._Element | None) -> None:
    """Put its number before each numbered paragraph of `root`, as text, and take the numbering away."""
    lists = _Lists(numbering, styles)
    for paragraph in root.iter(W + "p"):
        properties = paragraph.find(W + "pPr")
        mark = properties.find(W + "numPr") if properties is not None else None
        label = lists.label(properties, mark) if properties is not None else ""
        if mark is not None:
            properties.remove(mark)
        if label and next(paragraph.iter(W + "t"), None) is not None:
            run = etree.Element(W + "r")
            etree.SubElement(run, W + "t").text = label
            paragraph.insert(1, run)


class _Lists:
    """The lists of a document and how far each has counted."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None):
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = defaultdict(lambda: [None] * LEVELS)
        self._by_style: dict[str, etree._Element] = {}
        if numbering is not None:
            for abstract in numbering.iter(W + "abstractNum"):
                self._levels[abstract.get(W + "abstractNumId") or ""] = dict(map(_level, abstract.iter(W + "lvl")))
            for number in numbering.iterchildren(W + "num"):
                self._abstract[number.get(W + "numId") or ""] = _value(number, "abstractNumId")
        for style in styles.iter(W + "style") if styles is not None else ():
            mark = style.find(f"{W}pPr/{W}numPr")
            if mark is not None:
                self._by_style[style.get(W + "styleId") or ""] = mark

    def label(self, properties: etree._Element, mark: etree._Element | None) -> str:
        """What is printed before the paragraph of these properties; counts it."""
        if mark is None:
            mark = self._by_style.get(_value(properties, "pStyle"))
        if mark is None:
            return ""
        abstract = self._abstract.get(_value(mark, "numId"), "")
        level = _number(_value(mark, "ilvl"), 0)
        kinds = self._levels.get(abstract, {})
        if level not in kinds:
            return ""
        counts = self._counts[abstract]
        before = counts[level]
        counts[level] = kinds[level][2] if before is None else before + 1
        counts[level + 1 :] = [None] * (LEVELS - level - 1)
        kind, pattern, _start = kinds[level]
        if kind in ("bullet", "none"):
            return ""
        return _PLACE.sub(lambda match: self._count(counts, kinds, int(match[1]) - 1), pattern)

    @staticmethod
    def _count(counts: list[int | None], kinds: dict[int, tuple[str, str, int]], level: int) -> str:
        kind, _pattern, start = kinds.get(level, ("decimal", "", 1))
        count = counts[level]
        return _printed(start if count is None else count, kind)


def _level(level: etree._Element) -> tuple[int, tuple[str, str, int]]:
    """A level's number, and its way of counting, pattern (第%1章) and first number."""
    number = min(_number(level.get(W + "ilvl") or "", 0), LEVELS - 1)
    return number, (
        _value(level, "numFmt") or "decimal",
        _value(level, "lvlText")[:30],
        _number(_value(level, "start"), 1),
    )


def _value(element: etree._Element, name: str) -> str:
    child = element.find(W + name)
    return (child.get(W + "val") or "") if child is not None else ""


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise
