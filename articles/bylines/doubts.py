"""What is asked though no byline was read."""

import re
from collections.abc import Collection

from articles.bylines import questions
from articles.bylines.acceptance import source_is_doubtful
from articles.bylines.found import MAX_BYLINE, TIMES, VERBS, sentence_mark
from articles.bylines.names import NOT_NAMES, is_surname_name
from articles.bylines.outlets import is_outlet
from articles.bylines.places import looks_like_place
from articles.bylines.reading import read
from articles.bylines.tail import trailing_bracket
from articles.bylines.tokens import CLOSING, OPENING

_NAMED_IN_TEXT = re.compile(
    rf"(?:[^\s，。、]{{0,12}}?)(?:记者|通讯员)[ \u3000]?([\u4e00-\u9fff]{{2,4}}?)[ \u3000]?(?:{TIMES}[ \u3000]?){{0,4}}(?:{'|'.join(v for v in VERBS if v not in '的和与是')})"
)


_SUPPLIED = re.compile(r"[供投来]稿(?:单位)?[：:/丨|] ?([^，。！？]{2,30})")
"""供稿：县教育局 names no person; who wrote is asked."""


def doubts_about(text: str, own_names: Collection[str]) -> list[str]:
    """Questions about text that is body: a reporter named in the first clause, a bracket left open, a line of names."""
    named = _NAMED_IN_TEXT.match(text[:60])
    if not text:
        return []
    if named and named.group(1)[:2] not in NOT_NAMES and is_surname_name(named.group(1), apart=False):
        return [questions.names_or_not(named.group().strip())]
    if (span := trailing_bracket(text)) and span[0]:
        inner = [e for e in read(text[span[0] + 1 : span[1] - 1], own_names).elements if e.kind != "mark"]
        if len(inner) > 1 and is_outlet(inner[0].text) and all(e.kind == "name" and e.strict for e in inner[1:]):
            return [questions.names_or_not(text[span[0] : span[1]])]  # …。（青湾融媒 张三）
    if supplied := _SUPPLIED.fullmatch(text):
        return [questions.unknown_text(supplied.group(1))]
    if text[0] in OPENING and not any(c in CLOSING for c in text[:MAX_BYLINE]):
        opened = read(text[1:60], own_names)
        if opened.has_word and opened.credits and opened.elements[0].kind in ("word", "outlet", "name"):
            return [questions.unclosed(text[:30])]
    if len(text) <= 30 and sentence_mark(text) < 0:
        reading = read(text, own_names)
        if source_is_doubtful(reading):
            return [questions.unknown_text(reading.source)]
        elements = reading.elements
        names = [e for e in elements if e.kind == "name" and e.strict]
        apart = all(
            "run" not in (e.before, e.after) and not looks_like_place(e.text) and e.text[-1] not in "村路"
            for e in names
        )
        rest = [e for e in elements if e.kind != "mark"]
        if len(rest) > 1 and is_outlet(rest[0].text) and all(e.kind == "name" and e.strict for e in rest[1:]):
            return [questions.names_or_not(text)]  # 观察者网 张三
        if len(names) >= 2 and apart and len(names) == sum(e.kind != "mark" for e in elements):
            return [questions.names_or_not(text)]
    return []
