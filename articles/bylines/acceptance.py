"""Whether what was read is a byline: brackets, a whole line, the names in it, and the source it gives."""

import re
from collections.abc import Collection

from articles.bylines import questions
from articles.bylines.elements import LABELS, Element
from articles.bylines.found import sentence_mark
from articles.bylines.names import NEVER_IN_NAMES
from articles.bylines.outlets import is_outlet, is_unit
from articles.bylines.places import is_known_place, looks_like_place
from articles.bylines.reading import Reading
from articles.bylines.words import Kind

_NOUN_ENDS = tuple("会聘开奖选告示稿赛展班课站队募训名知事闻讯节日榜单册群网报刊家")
"""How headings end that name nobody (通讯员 座谈会, 实习生 招聘)."""

_HONOURED = re.compile("(?:十佳|百佳|十大|年度|最佳|最美|著名|知名|优秀|先进|模范|获奖|杰出|金奖|表彰)")
"""十佳记者：张三: who was honoured, not who wrote."""


def bracket_holds_byline(
    reading: Reading,
    inner: str,
    own_names: Collection[str],
    *,
    after_dateline: bool = False,
    alone: bool = False,
    after_text: bool = False,
) -> bool:
    """Whether brackets hold a byline: names with roles or 报道, nothing that reads as a sentence.

    `after_dateline`, `alone` (nothing else in the line) and `after_text` say where the brackets stand: bare names are
    reporters after a dateline, and doubtful elsewhere.
    """
    if sentence_mark(inner) >= 0 or not (reading.credits or reading.source):
        return False
    if any(len(piece) > 14 for piece in reading.unknown) or sum(map(len, reading.unknown)) > 24:
        return False
    if not reading.credits:
        return not reading.unknown and source_is_sound(reading)
    if not _touching_names_are_sound(reading, inner):
        return False
    if reading.has_word:
        return True
    names = [e for e in reading.elements if e.kind == "name"]
    if reading.unknown or not reading.all_strict:
        return False
    if reading.has_end or after_dateline or all(e.text in own_names for e in names):
        return True
    return _bare_names(reading, inner, names, alone=alone, after_text=after_text)


def _touching_names_are_sound(reading: Reading, inner: str) -> bool:
    """记者阿来 may be a name, asked where no other name is sure; 摄影作品 is none."""
    names = [e for e in reading.elements if e.kind == "name"]
    if all(e.strict or e.before != "word" or e.text.isascii() for e in names):
        return True
    if not any(e.is_title for e in reading.elements):
        return False
    if not any(e.strict for e in names):
        reading.ask(questions.names_or_not(inner))
    return True


def _bare_names(reading: Reading, inner: str, names: list[Element], *, alone: bool, after_text: bool) -> bool:
    """（张三 李四）昨日: two names are reporters; one is asked about, and is body where a word is as likely (金奖)."""
    if reading.asked and any(e.before == "run" for e in names):
        return False
    if len(names) > 1 and not alone:
        return True
    if len(names) == 1 and (alone or is_known_place(inner) or (len(names[0].text) < 3 and not after_text)):
        return False
    reading.ask(questions.names_or_not(inner))
    return True


def line_is_byline(reading: Reading) -> bool:
    """Whether a whole line is credits: it opens with one, names people or a source, and holds no clause."""
    elements = [e for e in reading.elements if e.kind != "mark"]
    if not elements or _HONOURED.match(elements[0].text) or elements[0].kind in ("unknown", "place", "own_unit"):
        return False
    if not (reading.credits or reading.source) or not _is_understood(reading, elements):
        return False
    if not names_are_vouched_for(elements):
        return False
    if reading.has_word or not reading.credits:
        return True
    names = [e for e in elements if e.kind == "name"]
    apart = len(names) > 1 or names[0].after == "space"
    return reading.has_end and bool(reading.place) and reading.all_strict and apart


def _is_understood(reading: Reading, elements: list[Element]) -> bool:
    """Whether what is not understood may stand in a line of labels (责任编辑：张三 HN666), and is no clause."""
    ends = [at for at, e in enumerate(elements) if e.word and e.word.kind is Kind.END]
    rest = elements[ends[-1] + 1 :] if ends else []
    if any(e.kind in ("unknown", "name") for e in rest) and not rest[0].is_title:
        return False
    commas = any(e.kind == "mark" and e.text in "，," for e in reading.elements)
    if commas and any(e.kind == "date" for e in elements):
        return False
    if any(e.kind == "unknown" for e in elements):
        words = [e for e in elements if e.word and e.word.roles]
        lone_title = len(words) == 1 and words[0].is_title and not reading.source
        return reading.is_labelled and not lone_title and sum(map(len, reading.unknown)) <= 60
    return sum(map(len, reading.unknown)) <= 60


def names_are_vouched_for(elements: list[Element]) -> bool:
    """In an unbracketed line a name needs a surname, or a space between it and its role (记者手记 is a heading)."""
    words = [e for e in elements if e.word and e.word.roles]
    return all(_is_vouched_for(e, words) for e in elements if e.kind == "name")


def _is_vouched_for(name: Element, words: list[Element]) -> bool:
    if name.strict:
        return name.before != "word" or not words or _may_touch_names(words, name)
    if name.before == "word" or (len(name.text) > 3 and not _may_be_long(words, name)):
        return False
    return len(words) != 1 or _label_vouches(words[0], name)


def _may_be_long(words: list[Element], name: Element) -> bool:
    """Whether four characters without a surname may be a name: 作者：清风徐来 yes, 二审：维持原判 no."""
    return "·" in name.text or name.text.isascii() or any(w.text.endswith("作者") for w in words)


def _label_vouches(label: Element, name: Element) -> bool:
    """Whether a lone label makes a name of what has no surname: 作者：墨白 yes, 记者：明白 and 漫画：节约用水 no."""
    if label.after not in LABELS or label.word is None:
        return label.is_title and len(name.text) <= 3 and not name.text.endswith(_NOUN_ENDS)
    return label.word.kind is Kind.DESK or label.text.endswith("作者") or "·" in name.text


def _may_touch_names(words: list[Element], name: Element) -> bool:
    """记者张三 and 责任编辑张三 stand without a space; 视频时长 and 编辑成册 do not name anybody."""
    word = next((w for w in reversed(words) if w.end <= name.start), None)
    if word is None or word.word is None:
        return True
    short = word.word.kind is Kind.FUNCTION or (word.word.kind is Kind.DESK and len(word.text) == 2)
    return not short or len(words) > 1 or len(name.text) == 3


def source_is_sound(reading: Reading) -> bool:
    """来源：工资、奖金 names no outlet; beside credits, a name that is not known to be one is asked about."""
    source = reading.source
    if not source or all(_may_be_source(part) for part in re.split("[、，,]", source)):
        return True
    if reading.credits:
        reading.ask(questions.unknown_text(source))
    return bool(reading.credits)


def source_is_doubtful(reading: Reading) -> bool:
    """Whether what stands after 来源： may name an outlet we do not know (来源：海洋频道组), and is no list or clause."""
    source = reading.source.strip("《》")
    return reading.is_labelled and len(source) >= 3 and not any(c in NEVER_IN_NAMES or c in "、，," for c in source)


def _may_be_source(text: str) -> bool:
    text = text.strip(" 　《》“”")
    branded = any(c.isascii() and c.isalpha() for c in text)  # Hi威海
    return (
        branded
        or is_outlet(text)
        or is_unit(text)
        or looks_like_place(text)
        or text.startswith("本报")
        or text in ("网络", "综合")
    )
