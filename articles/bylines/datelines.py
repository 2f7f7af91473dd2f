"""The dateline that opens a story: 本报青岛4月20日讯, 新华社北京11月3日电, 央视网消息."""

import re
from dataclasses import dataclass

from articles.bylines.names import NEVER_IN_NAMES, is_han
from articles.bylines.outlets import OUTLET_PRONOUNS, is_outlet
from articles.bylines.places import is_known_place, looks_like_place
from articles.bylines.tokens import OPENING

WINDOW = 60
"""No dateline is longer; what comes later in a line is never looked at."""

_END = re.compile(
    r"综合消息|综合报道|专电|急电|快讯|特讯|专讯|消息|报道(?=[（(])|讯(?![问号飞息期速员稿机])|电(?![话视力影子商动梯器信网脑波缆站池竞报气线路台讯磁机工商缴价费])"
)
_DATE = re.compile(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?|(?<!\d)\d{1,2}日|(?:\d{4}年)?\d{1,2}月\d{1,2}日至\d{1,2}月\d{1,2}日"
)
_TIME = re.compile(r"^(?:凌晨|清晨|早|上午|中午|下午|晚|夜|\d{1,2}[时点])+$")
_ENDINGS = re.compile(
    r"(?:报|网|社|台|在线|新闻中心|宣传中心|新闻|客户端|融媒体中心|融媒体|融媒|全媒体|全媒|云媒|之声|广播|频道|壹点|头条|传媒|周刊|发布|热线|资讯|都市|交汇点|读特|读创|新湖南|极目|九派|川观|正观|新黄河|南都|App|APP|》)"
)
_NOT_OUTLETS = ("互联网", "平台", "柜台", "后台", "舞台", "阳台", "旅行社", "合作社", "出版社", "供销社")
_PLAIN_WORDS = re.compile(r"新闻|最新|官方|[报网社台]|[内外官电路管上]网|[汇举上通情预简捷喜警申海]报")
_AMBIGUOUS_ENDS = ("消息", "快讯", "综合报道", "综合消息")


@dataclass(frozen=True)
class Dateline:
    """A dateline's parts as printed, "" where absent, and where in the text it ends."""

    outlet: str
    place: str
    date: str
    end: int

    @property
    def is_bare(self) -> bool:
        """讯（…）, 11月3日讯：: no outlet and no place; a dateline only where credits follow."""
        return not (self.outlet or self.place)


def find_dateline(text: str) -> Dateline | None:
    """The dateline at the very start of `text`, or None."""
    window = text[:WINDOW]
    for match in _END.finditer(window):
        *joined, _ = window[: match.start()].split("、")
        if any(c in "，。；！？" for c in window[: match.start()]) or not all(map(is_outlet, joined)):
            return None
        found = _read(window[: match.start()], match.group(), text[match.end() : match.end() + 1], match.end())
        if found:
            return found
    return None


def _read(before: str, ending: str, following: str, end: int) -> Dateline | None:
    taken = before.startswith("据")
    before = before.strip().removeprefix("据")
    delimited = following == "" or following.isspace() or following in OPENING or following in "：:，,|｜"
    dates = list(_DATE.finditer(before))
    if not dates:
        outlet, place = _outlet_and_place(before)
        if not before:
            return Dateline("", "", "", end) if ending == "讯" and following and following in OPENING else None
        if not outlet or not (ending == "讯" or delimited or (taken and ending == "电" and outlet.endswith("社"))):
            return None
        if (
            ending == "讯"
            and not delimited
            and outlet not in OUTLET_PRONOUNS
            and not outlet.endswith(("报", "网", "社", "台", "交汇点", "客户端"))
        ):
            return None
        if ending in _AMBIGUOUS_ENDS and following in ("，", ",", ""):
            return None
        if place and not delimited and not is_known_place(place):
            return None
        return Dateline(outlet, place, "", end)
    date = dates[-1]
    left, right = before[: date.start()].strip(), before[date.end() :].strip()
    if _TIME.match(right):
        right = ""
    outlet, place = _outlet_and_place(left)
    if right and (place or not _is_place(right)):
        return None
    place = place or right
    if not outlet and (not delimited or ending in _AMBIGUOUS_ENDS):
        return None
    if left and not outlet and not place:
        return None
    return Dateline(outlet, place, date.group(), end)


def _is_place(text: str) -> bool:
    """Whether `text` may stand where a dateline has its place; ships and stations in quotes included."""
    if looks_like_place(text):
        return True
    if not 2 <= len(text) <= 12:
        return False
    return all((is_han(c) and c not in NEVER_IN_NAMES) or c in '“”"·' or c.isdigit() for c in text)


def _outlet_and_place(text: str) -> tuple[str, str]:
    """新华社北京 -> (新华社, 北京). A known place after the outlet decides; else the longest outlet with a place left."""
    if not text or is_known_place(text):
        return "", text
    for pronoun in OUTLET_PRONOUNS:
        if text.startswith(pronoun):
            rest = text[len(pronoun) :].strip()
            return (pronoun, rest) if not rest or _is_place(rest) else _split_outlet(text)
    return _split_outlet(text)


def _split_outlet(text: str) -> tuple[str, str]:
    found: list[tuple[int, str, str]] = []
    for match in _ENDINGS.finditer(text):
        outlet, place = text[: match.end()], text[match.end() :].strip().lstrip("·—-")
        if len(outlet) < 2 or not _is_outlet_name(outlet):
            continue
        if place and text[match.end()] in "·—-" and not is_known_place(place):
            continue
        if is_known_place(outlet) or (place and not _is_place(place)):
            continue
        found.append(
            (2 if place and is_known_place(place) else 1 if not place or looks_like_place(place) else 0, outlet, place)
        )
    if not found and "·" in text and _ENDINGS.search(text) and _is_outlet_name(text):
        return text, ""
    if not found:
        return ("", text) if looks_like_place(text) else ("", "")
    best = max(rank for rank, _, _ in found)
    _, outlet, place = next(f for f in reversed(found) if f[0] == best)
    if best == 0:
        _, outlet, place = found[0]
    return outlet, place


def _is_outlet_name(text: str) -> bool:
    if any(text.count(opening) != text.count(closing) for opening, closing in ("“”", "《》")):
        return False
    if _PLAIN_WORDS.fullmatch(text) or (text.endswith(_NOT_OUTLETS) and len(text) <= 4):
        return False
    return (text[0] not in NEVER_IN_NAMES or text.startswith(("每日", "都市"))) and all(
        is_han(c) or c.isalnum() or c in '·/／+-—《》“”" 、' for c in text
    )
