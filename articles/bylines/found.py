"""A byline found in a text, and the marks every part of the grammar looks for."""

import re
from dataclasses import dataclass

from articles.bylines.datelines import Dateline
from articles.bylines.reading import Reading

MAX_BYLINE = 1500
"""A line or a pair of brackets longer than this is no byline."""

BLANKS = " \t\r\n\x0b\x0c\xa0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u202f\u205f\u2060\ufeff"
"""What is white space at the edge of a line; the zero-width ones too."""

SENTENCE = re.compile(r"[。！？!?“”…]")
"""Marks that no byline holds."""

VERBS = re.findall(
    r"\w+",
    "从 在 对 就 向 了解 获悉 看到 发现 来到 走进 走访 采访 介绍 表示 说 称 指出 认为 探访 前往 赶到 抵达 注意到 联系 "
    "致电 跟随 随 通过  发表 撰文 拍摄 的 和 与 是 也 还 将 曾 于 到 把 被 为 以",
)
"""How running text goes on after a reporter's name: 记者张三从市教育局获悉."""


@dataclass
class Found:
    """A byline found in a text: where, and what it says; `dateline` when one opened it."""

    start: int
    end: int
    reading: Reading
    dateline: Dateline | None = None
