"""Credits at the end of a paragraph: its trailing bracket, or the words after its last sentence."""

import re
from collections.abc import Collection

from articles.bylines.acceptance import bracket_holds_byline, names_are_vouched_for
from articles.bylines.found import Found
from articles.bylines.outlets import is_outlet
from articles.bylines.reading import Reading, read
from articles.bylines.tail import SENTENCE_ENDS, trailing_bracket, trailing_words
from articles.bylines.words import Kind
from articles.enums import CreditRole as Role

_CITED = re.compile(r"(?:综合|原载|转自|摘自|据|综合据)[《“]?([^，。；]{2,40}?)[》”]?(?:等)?(?:[电讯]|报道|消息|等)?$")
_ISSUED = re.compile(r"(?<![\u4e00-\u9fff])(([\u4e00-\u9fff]{1,6}[社报网])发) ?$")
"""新华社发（张三 摄）."""
_SITE = re.compile(r"([^（()）]{2,20})[（(][\w.:/-]{4,40}[）)]")
"""华夏时报（www.chinatimes.net.cn）记者 …"""
_CAPTION_ENDS = frozenset((Role.PHOTOGRAPHER, Role.ILLUSTRATOR))


def at_end(text: str, own_names: Collection[str]) -> Found | None:
    """…。（记者 张三）; …。责任编辑：周舒; …现场。张三 摄."""
    if span := trailing_bracket(text):
        start, end = span
        inner = text[start + 1 : end - 1]
        if cited := _CITED.match(inner):
            return _cited(start, end, cited.group(1))
        reading = read(inner, own_names)
        if start and reading.credits and (issued := _ISSUED.search(text, max(0, start - 16), start)):
            start, reading.outlet = issued.start(1), reading.outlet or issued.group(2)
        if start and _bracket_ends_text(reading, inner, text[:start].rstrip(), own_names):
            return Found(start, end, reading)
        return None
    for start, after_sentence in trailing_words(text):
        reading = read(text[start:], own_names)
        if (site := _SITE.fullmatch(text[:start].rstrip())) and is_outlet(site.group(1)) and reading.has_word:
            reading.outlet = reading.outlet or site.group(1)
            return Found(0, len(text), reading)
        if start and _words_end_text(reading, after_sentence=after_sentence):
            return Found(start, len(text), reading)
    return None


def _cited(start: int, end: int, name: str) -> Found | None:
    """（据新华社电）: where the text was taken from."""
    if not is_outlet(name):
        return None
    return Found(start, end, Reading(source=name))


def _bracket_ends_text(reading: Reading, inner: str, before: str, own_names: Collection[str]) -> bool:
    if not bracket_holds_byline(reading, inner, own_names, after_text=True):
        return False
    if reading.has_word or reading.source:
        return names_are_vouched_for(reading.elements)
    return before[-1:] in tuple(SENTENCE_ENDS)


def _words_end_text(reading: Reading, *, after_sentence: bool) -> bool:
    elements = [e for e in reading.elements if e.kind != "mark"]
    if not elements or reading.unknown or not reading.all_strict or not (reading.credits or reading.source):
        return False
    last, first = elements[-1], elements[0]
    if last.word and last.word.kind is Kind.FUNCTION and first.kind in ("name", "outlet", "word"):
        return last.word.roles[0] in _CAPTION_ENDS or Role.PHOTOGRAPHER in last.word.roles
    if not after_sentence or not names_are_vouched_for(elements):
        return False
    if first.kind not in ("word", "outlet"):
        return False
    return bool(reading.source) or reading.has_word
