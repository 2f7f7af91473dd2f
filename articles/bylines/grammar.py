"""A printed line -> who made the story: the byline at its head, a line that is all byline, or the credits at its end.

The order of trial: a dateline or brackets at the head, a line that is credits and nothing else, a byline before running
text, and last the end of the line. What is read is one substring, `byline`; everything else is `body`, to the last
space. A line that does not fit is body: the parser never guesses a byline into running text.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from articles.bylines import questions
from articles.bylines.datelines import Dateline, find_dateline
from articles.bylines.elements import LABELS, Element
from articles.bylines.names import is_surname_name
from articles.bylines.places import looks_like_place
from articles.bylines.reading import Reading, interpret, read
from articles.bylines.shapes import ParsedByline
from articles.bylines.tail import SENTENCE_ENDS, trailing_bracket, trailing_words
from articles.bylines.tokens import CLOSING, OPENING
from articles.bylines.words import Kind, is_outlet, is_unit
from articles.enums import CreditRole as Role

HEAD_WINDOW = 240
"""How far into running text an unbracketed byline may reach."""

MAX_BYLINE = 4000
"""A line or a pair of brackets longer than this is no byline."""

MAX_BRACKETS = 4
"""（记者 张三）（通讯员 李四）: how many brackets one after the other may make one byline."""

_INDENT_CHARS = " \t\r\n\x0b\x0c\xa0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u202f\u205f\u2060\ufeff"
_SENTENCE = re.compile(r"[。！？!?“”…；;]")
_VERBS = re.findall(
    r"\w+",
    "从 在 对 就 向 了解 获悉 看到 发现 来到 走进 走访 采访 介绍 表示 说 称 指出 认为 探访 前往 赶到 抵达 注意到 联系 "
    "致电 跟随 随 通过  发表 撰文 拍摄 的 和 与 是 也 还 将 曾 于 到 把 被 为 以",
)
"""How running text goes on after a reporter's name: 记者张三从市教育局获悉."""
_NAMED_IN_TEXT = re.compile(
    rf"(?:[^\s，。、]{{0,12}}?)(?:记者|通讯员)[ \u3000]?([\u4e00-\u9fff]{{2,4}}?)[ \u3000]?(?:{'|'.join(v for v in _VERBS if v not in '的和与是')})"
)
_CITED = re.compile(r"(?:综合|原载|转自|摘自|据|综合据)[《“]?([^，。；]{2,40}?)[》”]?(?:等)?(?:[电讯]|报道|消息|等)?$")
_ISSUED = re.compile(r"(?<![\u4e00-\u9fff])(([\u4e00-\u9fff]{1,6}[社报网])发) ?$")
"""新华社发（张三 摄）."""
_CAPTION_ENDS = frozenset((Role.PHOTOGRAPHER, Role.ILLUSTRATOR))


@dataclass
class _Found:
    """A byline found in a text: where, and what it says; `dateline` when one opened it."""

    start: int
    end: int
    reading: Reading
    dateline: Dateline | None = None


def parse_line(line: str, *, own_names: Collection[str] = ()) -> ParsedByline:
    """What `line` says about who made the story. `own_names` are people the desk knows; they settle doubtful names.

    Never raises; takes time linear in the line. Where nothing is found, `byline` is "" and `body` is the line.
    """
    start = len(line) - len(line.lstrip(_INDENT_CHARS))
    text = line[start:].rstrip(_INDENT_CHARS)
    own_names = frozenset(own_names)
    for attempt in (_at_head, _whole, _before_text, _at_end):
        if text and (found := attempt(text, own_names)):
            _ask_about_the_end(text, found, own_names)
            return _parsed(line, start, found)
    asked = _doubts(text, own_names) if text else []
    return ParsedByline(body=line, certain=not asked, questions=tuple(asked))


def _parsed(line: str, offset: int, found: _Found) -> ParsedByline:
    reading = found.reading
    dateline = found.dateline or Dateline("", "", "", 0)
    start, end = offset + found.start, offset + found.end
    return ParsedByline(
        credits=tuple(reading.credits),
        place=dateline.place or reading.place,
        outlet=dateline.outlet or reading.outlet,
        date=dateline.date or reading.date,
        byline=line[start:end],
        body=line[:start] + line[end:],
        certain=not reading.asked,
        source=reading.source,
        questions=tuple(reading.asked),
    )


# -- the head -------------------------------------------------------------------------------------------------------


def _at_head(text: str, own_names: Collection[str]) -> _Found | None:
    """A dateline, brackets, or both, and what follows the dateline without brackets."""
    dateline = find_dateline(text)
    found = _Found(0, dateline.end if dateline else 0, Reading(), dateline)
    for _ in range(MAX_BRACKETS):
        opening = _skip_space(text, found.end)
        if text[opening : opening + 1] not in tuple(OPENING) or not _take_bracket(text, opening, found, own_names):
            break
    if not found.end:
        return None
    if found.dateline is None and (late := find_dateline(text[_skip_space(text, found.end) :])) and late.outlet:
        found.end = _skip_space(text, found.end) + late.end
        found.dateline = late
    if found.dateline and not found.reading.credits:
        _take_unbracketed(text, found, own_names)
    if text[found.end : found.end + 1] in ("：", ":"):
        found.end += 1
    return found


def _skip_space(text: str, at: int) -> int:
    return len(text) - len(text[at : at + 20].lstrip(_INDENT_CHARS)) - len(text[at + 20 :]) if at < len(text) else at


def _take_bracket(text: str, opening: int, found: _Found, own_names: Collection[str]) -> bool:
    """Adds the brackets at `opening` to what was found, if they hold a byline."""
    closing = _closing(text, opening)
    if closing is None:
        return False
    inner = text[opening + 1 : closing]
    dateline = find_dateline(inner.strip())
    lead = len(inner) - len(inner.lstrip(_INDENT_CHARS))
    if dateline and found.dateline is None:
        reading = read(inner[lead + dateline.end :], own_names)
        if reading.credits and not _bracket_holds_byline(reading, inner, bare_is_sure=True):
            return False
        found.dateline = dateline
    else:
        reading = read(inner, own_names)
        at_end = closing + 1 == len(text)
        if not _bracket_holds_byline(reading, inner, bare_is_sure=bool(found.dateline), alone=at_end and not found.end):
            return False
    _merge(found.reading, reading)
    found.end = closing + 1
    return True


def _closing(text: str, opening: int) -> int | None:
    depth = 0
    for at in range(opening, min(len(text), opening + MAX_BYLINE)):
        if text[at] in OPENING:
            depth += 1
        elif text[at] in CLOSING:
            depth -= 1
            if depth == 0:
                return at
    return None


def _bracket_holds_byline(reading: Reading, inner: str, *, bare_is_sure: bool, alone: bool = False) -> bool:
    """Whether brackets hold a byline: names with roles or 报道, nothing that reads as a sentence."""
    if _SENTENCE.search(inner) or not (reading.credits or reading.source):
        return False
    if any(len(piece) > 14 for piece in reading.unknown) or sum(map(len, reading.unknown)) > 24:
        return False
    if not reading.credits:
        return not reading.unknown
    if any(e.kind == "name" and not e.strict and e.before == "word" and not e.text.isascii() for e in reading.elements):
        if not any(e.is_title for e in reading.elements):
            return False
        reading.asked.append(questions.names_or_not(inner))
    if reading.has_word:
        return True
    names = [e for e in reading.elements if e.kind == "name"]
    if reading.unknown or not reading.all_strict:
        return False
    if not reading.has_end and not bare_is_sure and (len(names) < 2 or alone):
        reading.asked.append(questions.names_or_not(inner))
    return True


def _merge(into: Reading, more: Reading) -> None:
    into.credits += [c for c in more.credits if c not in into.credits]
    into.place = into.place or more.place
    into.outlet = into.outlet or more.outlet
    into.date = into.date or more.date
    into.source = into.source or more.source
    into.asked += more.asked
    into.unknown += more.unknown
    into.elements += more.elements


def _take_unbracketed(text: str, found: _Found, own_names: Collection[str]) -> None:
    """本报讯 记者 张三 报道 …: the names after a dateline, where they plainly end."""
    start = found.end
    while start < len(text) and (text[start] in "：:|｜丨/" or text[start].isspace()):
        start += 1
    rest = text[start:]
    more = _whole(rest, own_names) or _before_text(rest, own_names)
    if more and more.reading.credits:
        _merge(found.reading, more.reading)
        found.end = start + more.end
    elif doubts := _doubts(rest, own_names):
        found.reading.asked += doubts


# -- a line that is credits and nothing else --------------------------------------------------------------------------


def _whole(text: str, own_names: Collection[str]) -> _Found | None:
    """记者 张三 通讯员 李四; 责任编辑：周舒　校对：何未; 来源：青湾新报."""
    if len(text) > MAX_BYLINE or _SENTENCE.search(text.replace("；", "，").replace(";", ",")):
        return None
    reading = read(text, own_names)
    if not _line_is_byline(reading) or not _source_is_sound(reading):
        return None
    return _Found(0, len(text), reading)


def _source_is_sound(reading: Reading) -> bool:
    """来源：工资、奖金 names no outlet; one name that is not known to be one is asked about."""
    source = reading.source
    if not source or all(_may_be_source(part) for part in re.split("[、，,]", source)):
        return True
    if not reading.credits and re.search("[、，,]", source):
        return False
    reading.asked.append(questions.unknown_text(source))
    return True


def _may_be_source(text: str) -> bool:
    text = text.strip(" 　《》“”")
    return is_outlet(text) or is_unit(text) or looks_like_place(text) or text.isascii() or text in ("网络", "综合")


def _line_is_byline(reading: Reading) -> bool:
    elements = [e for e in reading.elements if e.kind != "mark"]
    if not elements or elements[0].kind in ("unknown", "place", "own_unit"):
        return False
    if not (reading.credits or reading.source):
        return False
    if any(e.kind == "unknown" for e in elements) and not reading.is_labelled:
        return False
    if sum(map(len, reading.unknown)) > 60:
        return False
    ends = [at for at, e in enumerate(elements) if e.word and e.word.kind is Kind.END]
    if ends and any(e.kind in ("unknown", "name") for e in elements[ends[-1] + 1 :]):
        return False
    if any(e.kind == "date" for e in elements) and any(e.text in "，," for e in reading.elements if e.kind == "mark"):
        return False
    words = [e for e in elements if e.word and e.word.roles]
    not_understood = any(e.kind == "unknown" for e in elements)
    if not_understood and len(words) == 1 and words[0].is_title and not reading.source:
        return False
    if not _names_are_vouched_for(elements):
        return False
    if not reading.credits:
        return True
    if not reading.has_word:
        names = [e for e in elements if e.kind == "name"]
        return (
            reading.has_end
            and bool(reading.place)
            and reading.all_strict
            and (len(names) > 1 or names[0].after == "space")
        )
    return True


def _names_are_vouched_for(elements: list[Element]) -> bool:
    """In an unbracketed line a name needs a surname, or a space between it and its role (记者手记 is a heading)."""
    words = [e for e in elements if e.word and e.word.roles]
    for element in elements:
        if element.kind != "name" or element.strict:
            if element.kind == "name" and element.before == "word" and words and not _may_touch_names(words, element):
                return False
            continue
        if element.before == "word" or (len(words) == 1 and not _label_vouches(words[0], element)):
            return False
    return True


def _label_vouches(label: Element, name: Element) -> bool:
    """Whether a lone label makes a name of what has no surname: 作者：墨白 yes, 记者：明白 and 漫画：节约用水 no."""
    if label.after not in LABELS or label.word is None:
        return label.is_title and len(name.text) <= 3
    return label.word.kind is Kind.DESK or label.text.endswith("作者") or "·" in name.text


def _may_touch_names(words: list[Element], name: Element) -> bool:
    """记者张三 and 责任编辑张三 stand without a space; 视频时长 and 翻译文本 do not name anybody."""
    word = next((w for w in reversed(words) if w.end <= name.start), None)
    if word is None or word.word is None:
        return True
    return word.word.kind is not Kind.FUNCTION or len(words) > 1 or len(name.text) == 3


# -- a byline before running text -------------------------------------------------------------------------------------


def _before_text(text: str, own_names: Collection[str]) -> _Found | None:
    """本报记者 张三 李四 昨日…; 记者张三、通讯员李四报道：…: read up to where the names plainly end."""
    window = text[:HEAD_WINDOW]
    if stop := _SENTENCE.search(window):
        window = window[: stop.start()]
    whole = read(window, own_names)
    elements, ended = _byline_part(whole.elements)
    if not elements or not _opens_byline(elements, ended=ended):
        return None
    reading = interpret(elements, [])
    if not reading.credits or reading.unknown:
        return None
    end = elements[-1].end
    rest = text[end:]
    if ended:
        if rest[:1] in ("：", ":"):
            end += 1
        return _Found(0, end, reading)
    if rest and not rest[0].isspace() and rest[0] not in "|｜丨":
        return None
    body = rest.strip()
    if not body or body.startswith(tuple(_VERBS)):
        return None
    if len(body) < 12 and not re.search("[，。：！？]", body):
        reading.asked.append(questions.unknown_text(body))
    return _Found(0, end, reading)


def _byline_part(elements: list[Element]) -> tuple[list[Element], bool]:
    """The elements from the first that can belong to a byline, and whether 报道 or 发自 closed it."""
    taken: list[Element] = []
    for at, element in enumerate(elements):
        following = elements[at + 1] if at + 1 < len(elements) else None
        kind = element.word.kind if element.word else None
        if kind is Kind.END or (kind is Kind.FUNCTION and element.text.endswith("报道") and taken):
            return [*taken, element], True
        if element.kind == "place" and taken and taken[-1].word and taken[-1].word.kind is Kind.FROM:
            return [*taken, element], element.after in ("space", "", "close", "colon")
        if element.kind == "name" and element.strict:
            aside = (
                following and following.text in "，," and element.before == "space" and following.start == element.end
            )
            if aside and any(e.kind == "name" for e in taken) and not _title_follows(elements[at + 1 : at + 6]):
                break
        elif element.kind not in ("outlet", "unit", "place", "own_unit", "mark") and kind not in (
            Kind.TITLE,
            Kind.FUNCTION,
            Kind.FROM,
        ):
            break
        taken.append(element)
    while taken and not (
        taken[-1].kind in ("name", "own_unit") or (taken[-1].word and taken[-1].word.kind is Kind.FUNCTION)
    ):
        taken.pop()
    return taken, False


def _title_follows(elements: list[Element]) -> bool:
    following = next((e for e in elements if e.kind != "mark"), None)
    return following is not None and following.is_title


def _opens_byline(elements: list[Element], *, ended: bool) -> bool:
    """A byline before text begins with a title (its outlet may stand before it); with names only if 报道 closes it."""
    weighty = [e for e in elements if e.kind != "mark"]
    names = [e for e in weighty if e.kind == "name"]
    titles = [e for e in weighty if e.is_title]
    if not names or not all(e.strict for e in names) or not titles:
        return False
    if any(e.text in ("，", ",") and e.kind == "mark" for e in elements) and not ended:
        return False
    first = weighty[1] if weighty[0].kind in ("outlet", "unit") and len(weighty) > 1 else weighty[0]
    if first.is_title and first.word:
        return first.word.roles[0] in (Role.REPORTER, Role.CORRESPONDENT, Role.INTERN) and first.after not in ("colon",)
    return ended and first.kind == "name" and names[0].after in ("space", "list")


# -- the end of a paragraph -------------------------------------------------------------------------------------------


def _at_end(text: str, own_names: Collection[str]) -> _Found | None:
    """…。（记者 张三）; …。责任编辑：周舒; …现场。张三 摄."""
    if span := trailing_bracket(text):
        start, end = span
        inner = text[start + 1 : end - 1]
        if cited := _CITED.match(inner):
            return _cited(start, end, cited.group(1))
        reading = read(inner, own_names)
        if start and reading.credits and (issued := _ISSUED.search(text, max(0, start - 16), start)):
            start, reading.outlet = issued.start(1), reading.outlet or issued.group(2)
        if start and _bracket_ends_text(reading, inner, text[:start].rstrip()):
            return _Found(start, end, reading)
        return None
    for start, after_sentence in trailing_words(text):
        reading = read(text[start:], own_names)
        if start and _words_end_text(reading, after_sentence=after_sentence):
            return _Found(start, len(text), reading)
    return None


def _cited(start: int, end: int, name: str) -> _Found | None:
    """（据新华社电）: where the text was taken from."""
    if not is_outlet(name):
        return None
    return _Found(start, end, Reading(source=name))


def _bracket_ends_text(reading: Reading, inner: str, before: str) -> bool:
    if not _bracket_holds_byline(reading, inner, bare_is_sure=False):
        return False
    if reading.has_word or reading.source:
        return _names_are_vouched_for(reading.elements)
    return before[-1:] in tuple(SENTENCE_ENDS)


def _words_end_text(reading: Reading, *, after_sentence: bool) -> bool:
    elements = [e for e in reading.elements if e.kind != "mark"]
    if not elements or reading.unknown or not reading.all_strict or not (reading.credits or reading.source):
        return False
    last, first = elements[-1], elements[0]
    if last.word and last.word.kind is Kind.FUNCTION and first.kind in ("name", "outlet", "word"):
        return last.word.roles[0] in _CAPTION_ENDS or Role.PHOTOGRAPHER in last.word.roles
    if not after_sentence or not _names_are_vouched_for(elements):
        return False
    if first.kind not in ("word", "outlet"):
        return False
    return bool(reading.source) or reading.has_word


def _ask_about_the_end(text: str, found: _Found, own_names: Collection[str]) -> None:
    """A byline at the head, and credits at the end too: one substring is read, the other is asked about."""
    if found.start or found.end >= len(text):
        return
    more = _at_end(text[found.end :], own_names)
    if more:
        found.reading.asked.append(questions.more_credits(text[found.end :][more.start : more.end]))


# -- what is asked though no byline was read --------------------------------------------------------------------------


def _doubts(text: str, own_names: Collection[str]) -> list[str]:
    """Questions about text that is body: a reporter named in the first clause, or a short line of names."""
    named = _NAMED_IN_TEXT.match(text[:60])
    if named and is_surname_name(named.group(1), apart=False):
        return [questions.names_or_not(named.group().strip())]
    if len(text) <= 30 and not _SENTENCE.search(text):
        elements = read(text, own_names).elements
        names = [e for e in elements if e.kind == "name" and e.strict]
        if len(names) >= 2 and len(names) == sum(e.kind != "mark" for e in elements):
            return [questions.names_or_not(text)]
    return []
