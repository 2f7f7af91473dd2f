"""Where the credits at the end of a paragraph may stand: its trailing bracket, or what follows its last sentence."""

import re
from collections.abc import Iterator

from articles.bylines.tokens import CLOSING, OPENING
from articles.bylines.words import SPACES

WINDOW = 400
"""How far back from the end credits may begin."""

_HINT = re.compile("记|通讯员|实习|摄|文|图|编|校|审|来|源|作者|撰|译|画|绘|稿|转|视频|剪|采")
_SPACE = re.compile(rf"{SPACES}+")
SENTENCE_ENDS = '。！？!?…”"；;'
_BREAKS = SENTENCE_ENDS + CLOSING


def trailing_bracket(text: str) -> tuple[int, int] | None:
    """Where the bracket that closes `text` (a full stop may follow) opens and ends, or None."""
    end = len(text)
    while end and text[end - 1] in "。.":
        end -= 1
    if not end or text[end - 1] not in CLOSING:
        return None
    depth = 0
    for at in range(end - 1, max(-1, end - 1 - WINDOW), -1):
        if text[at] in CLOSING:
            depth += 1
        elif text[at] in OPENING:
            depth -= 1
            if depth == 0:
                return at, end
    return None


def trailing_words(text: str) -> Iterator[tuple[int, bool]]:
    """Where unbracketed credits at the end of `text` may begin, farthest first, and whether a sentence ends before."""
    floor = max(0, len(text) - WINDOW)
    if not _HINT.search(text, floor):
        return
    last_break = max((at for at in range(floor, len(text) - 1) if text[at] in _BREAKS), default=-1)
    first = last_break + 1
    while first < len(text) and _SPACE.match(text, first):
        first += 1
    if last_break >= 0:
        yield first, True
    spaces = [m.end() for m in _SPACE.finditer(text, max(first, len(text) - 60))][-8:]
    for at in spaces:
        if at > first:
            yield at, False
