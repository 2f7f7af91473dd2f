"""What differs between two texts, character by character, in time that does not explode with their length."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

SAME, GONE, NEW = "same", "gone", "new"
_SENTENCES = re.compile(r"[^。！？；\n]*[。！？；\n]|[^。！？；\n]+")
CHARACTERS_COMPARED = 800
"""Two passages longer than this together are compared by sentence: the matcher is quadratic in what differs."""
PIECES_COMPARED = 3000


def differences(before: str, after: str) -> list[tuple[str, str]]:
    """[(kind, text)…] where kind is "same", "gone" or "new"; same with gone is `before`, same with new `after`."""
    joined: list[tuple[str, str]] = []
    for kind, text in _compare(before, after):
        if joined and joined[-1][0] == kind:
            joined[-1] = (kind, joined[-1][1] + text)
        elif text:
            joined.append((kind, text))
    return joined


def _compare(before: str, after: str) -> Iterator[tuple[str, str]]:
    head = _common_length(before, after)
    tail = _common_length(before[head:][::-1], after[head:][::-1])
    middle_before, middle_after = before[head : len(before) - tail], after[head : len(after) - tail]
    yield SAME, before[:head]
    if len(middle_before) + len(middle_after) <= CHARACTERS_COMPARED:
        yield from _match(middle_before, middle_after)
    else:
        yield from _by_sentence(middle_before, middle_after)
    yield SAME, before[len(before) - tail :] if tail else ""


def _common_length(first: str, second: str) -> int:
    """How many characters both begin with, found by halving so that it stays quick on long texts."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _by_sentence(before: str, after: str) -> Iterator[tuple[str, str]]:
    old, new = _SENTENCES.findall(before), _SENTENCES.findall(after)
    if len(old) + len(new) > PIECES_COMPARED:
        yield from ((GONE, before), (NEW, after))
        return
    for _kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[i1:i2]), "".join(new[j1:j2])
        if gone == come:
            yield SAME, gone
        elif gone and come and len(gone) + len(come) <= CHARACTERS_COMPARED:
            yield from _match(gone, come)
        else:
            yield from ((GONE, gone), (NEW, come))


def _match(before: str, after: str) -> Iterator[tuple[str, str]]:
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield SAME, before[i1:i2]
        else:
            yield from ((GONE, before[i1:i2]), (NEW, after[j1:j2]))
