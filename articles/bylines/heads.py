"""A byline at the head of a line: a dateline, brackets, or both."""

from collections.abc import Collection

from articles.bylines import questions
from articles.bylines.acceptance import bracket_holds_byline
from articles.bylines.before_text import before_text
from articles.bylines.datelines import find_dateline
from articles.bylines.doubts import doubts_about
from articles.bylines.found import BLANKS, MAX_BYLINE, Found
from articles.bylines.reading import Reading, read
from articles.bylines.tokens import CLOSING, OPENING
from articles.bylines.whole_lines import whole_line
from articles.bylines.words import word_at

_GO_ON = (
    "等",
    "均",
    "都",
    "两",
    "三",
    "的",
    "和",
    "与",
    "是",
    "，",
    "、",
    "。",
    "消息",
    "同志",
    "先生",
    "女士",
    "夫妇",
    "夫妻",
    "兄弟",
    "姐妹",
    "父子",
    "母子",
    "师徒",
    "一家",
    "二人",
    "同学",
    "老师",
)
"""（李明、王芳）等人: how a sentence goes on after names in brackets."""

MAX_BRACKETS = 4
"""（记者 张三）（通讯员 李四）: how many brackets one after the other may make one byline."""


def at_head(text: str, own_names: Collection[str]) -> Found | None:
    """A dateline, brackets, or both, and what follows the dateline without brackets."""
    dateline = find_dateline(text)
    found = Found(0, dateline.end if dateline else 0, Reading(), dateline)
    for _ in range(MAX_BRACKETS):
        opening = _skip_space(text, found.end)
        if text[opening : opening + 1] not in tuple(OPENING) or not _take_bracket(text, opening, found, own_names):
            break
    if not found.end or (dateline and dateline.is_bare and not found.reading.credits):
        return None
    if found.dateline is None and (late := find_dateline(text[_skip_space(text, found.end) :])) and late.outlet:
        found.end = _skip_space(text, found.end) + late.end
        found.dateline = late
    if found.dateline and not found.reading.credits:
        _ask_about_a_title(text, found)
        _take_unbracketed(text, found, own_names)
    if text[found.end : found.end + 1] in ("：", ":"):
        found.end += 1
    return found


def _ask_about_a_title(text: str, found: Found) -> None:
    """本报讯（全媒体记者）: a bracket after the dateline that names a role and nobody."""
    opening = _skip_space(text, found.end)
    closing = _closing(text, opening) if text[opening : opening + 1] in tuple(OPENING) else None
    title = word_at(text, opening + 1) if closing else None
    if title and title[0] == closing:
        found.reading.ask(questions.nobody_named(title[2]))


def _skip_space(text: str, at: int) -> int:
    return len(text) - len(text[at : at + 20].lstrip(BLANKS)) - len(text[at + 20 :]) if at < len(text) else at


def _take_bracket(text: str, opening: int, found: Found, own_names: Collection[str]) -> bool:
    """Adds the brackets at `opening` to what was found, if they hold a byline."""
    closing = _closing(text, opening)
    if closing is None:
        return False
    inner = text[opening + 1 : closing]
    dateline = find_dateline(inner.strip())
    lead = len(inner) - len(inner.lstrip(BLANKS))
    if dateline and found.dateline is None:
        reading = read(inner[lead + dateline.end :], own_names)
        if not reading.credits and reading.unknown:
            return False
        if reading.credits and not bracket_holds_byline(reading, inner, own_names, after_dateline=True):
            return False
        found.dateline = dateline
    else:
        reading = read(inner, own_names)
        at_end = closing + 1 == len(text)
        if not bracket_holds_byline(
            reading, inner, own_names, after_dateline=bool(found.dateline), alone=at_end and not found.end
        ):
            return False
    if (
        found.dateline is None
        and not reading.has_word
        and not reading.has_end
        and text[closing + 1 :].startswith(_GO_ON)
    ):
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


def _merge(into: Reading, more: Reading) -> None:
    into.credits += [c for c in more.credits if c not in into.credits]
    into.place = into.place or more.place
    into.outlet = into.outlet or more.outlet
    into.date = into.date or more.date
    into.source = into.source or more.source
    into.asked += more.asked
    into.unknown += more.unknown
    into.elements += more.elements


def _take_unbracketed(text: str, found: Found, own_names: Collection[str]) -> None:
    """本报讯 记者 张三 报道 …: the names after a dateline, where they plainly end."""
    start = found.end
    while start < len(text) and (text[start] in "：:|｜丨/" or text[start].isspace()):
        start += 1
    rest = text[start:]
    more = whole_line(rest, own_names) or before_text(rest, own_names, untitled=True)
    if more and more.reading.credits:
        _merge(found.reading, more.reading)
        found.end = start + more.end
    elif doubts := doubts_about(rest, own_names):
        found.reading.asked += doubts
