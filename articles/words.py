"""Word boundaries of Chinese, so that a headline never breaks inside a word.

A marked text carries U+200B ZERO WIDTH SPACE between words; templates turn each into `<wbr>` under
`word-break: keep-all`.
"""

from itertools import pairwise

import rjieba

BREAK = "\u200b"
_NEVER_BEFORE = set("，。、；：？！”’）》〉】」』…—·,.;:?!)]}%％℃")
_NEVER_AFTER = set("“‘（《〈【「『([{")


def mark_words(text: str) -> str:
    """`text` with a break between words, none before closing or after opening punctuation."""
    words = [word for word in rjieba.cut(text.replace(BREAK, "")) if word]
    marked = words[:1]
    for before, word in pairwise(words):
        if word[0] not in _NEVER_BEFORE and before[-1] not in _NEVER_AFTER and not (before.isspace() or word.isspace()):
            marked.append(BREAK)
        marked.append(word)
    return "".join(marked)
