"""A byline found in a text, and the marks every part of the grammar looks for."""

import re
from dataclasses import dataclass

from articles.bylines.datelines import Dateline
from articles.bylines.reading import Reading

MAX_BYLINE = 1500
"""A line or a pair of brackets longer than this is no byline."""

BLANKS = " \t\r\n\x0b\x0c\xa0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u202f\u205f\u2060\ufeff"
"""What is white space at the edge of a line; the zero-width ones too."""

_SENTENCE = re.compile(r"[。！？!?“”…]")
_COLUMN = re.compile(r"“[^“”\s，。]{2,10}”(?=(?:栏目)?记者|微信|公众号|视频号|客户端)")


def sentence_mark(text: str) -> int:
    """Where the first mark stands that no byline holds, -1 without one; 新华社“新华视点”记者 holds none."""
    found = _SENTENCE.search(_COLUMN.sub(lambda column: "栏" * len(column.group()), text))
    return found.start() if found else -1


VERBS = re.findall(
    r"\w+",
    "从 在 对 就 向 了解 获悉 看到 发现 来到 走进 走访 采访 介绍 表示 说 称 指出 认为 探访 前往 赶到 抵达 注意到 联系 "
    "致电 跟随 随 通过 发表 撰文 拍摄 报道说 报道称 报道了 告诉 提问 追问 写道 拍下 记录 见证 体验 参加 的 和 与 是 也 还 将 曾 于 到 把 被 为 以",
)
"""How running text goes on after a reporter's name: 记者张三从市教育局获悉."""


TIMES = (
    r"(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|\d{1,2}月|[昨今前当]日|[昨今前]天|[今昨前]晚|今[晨早]|一早|就|近日|日前|近期|最近|连日来?|随后|"
    r"凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚|先后|专程|再次|一同|还|又|也|曾|均|分别|第一时间)"
)
_GOES_ON = re.compile(rf"(?:{TIMES}[ \u3000]?){{0,4}}(?:{'|'.join(VERBS)})")
_LEARNS = re.compile(r"(?!.{0,24}记者)[^，。：；]{0,24}(?:获悉|了解到|看到|发现|注意到|采访|走访|来到|走进)")


def is_told_of(text: str) -> bool:
    """Whether `text`, what follows a name, tells what that person did: 从市教育局获悉, 11月3日走进车间."""
    return bool(_GOES_ON.match(text) or _LEARNS.match(text))


@dataclass
class Found:
    """A byline found in a text: where, and what it says; `dateline` when one opened it."""

    start: int
    end: int
    reading: Reading
    dateline: Dateline | None = None
