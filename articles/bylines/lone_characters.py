"""文, 图, 摄 and the like: words of one character, found only where they stand apart."""

from collections.abc import Collection
from dataclasses import replace

from articles.bylines.names import is_han
from articles.bylines.runs import are_names
from articles.bylines.tokens import Token
from articles.bylines.words import SINGLE_FUNCTIONS


def find_single_words(tokens: list[Token], own_names: Collection[str]) -> list[Token]:
    """文, 图, 摄 and the like, found where they stand apart or end a name (张三摄, 张三文/图)."""
    out: list[Token] = []
    last_runs = [t.text for t in tokens if t.kind == "run"]
    paired = bool(last_runs) and last_runs[-1][-1] in "图摄影" and len(last_runs[-1]) > 2
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.kind != "run" or token.text in own_names:
            out.append(token)
        elif token.text in SINGLE_FUNCTIONS and _stands_apart(tokens, at):
            out.append(replace(token, kind="word", word=SINGLE_FUNCTIONS[token.text]))
        elif _ends_with_function(token, after, paired=paired) and are_names(token.text[:-1], own_names):
            cut = token.end - 1
            out.append(replace(token, text=token.text[:-1], end=cut))
            out.append(Token("word", token.text[-1], cut, token.end, SINGLE_FUNCTIONS[token.text[-1]]))
        else:
            out.append(token)
    return out


def _stands_apart(tokens: list[Token], at: int) -> bool:
    """Whether a lone character is a function and no part of a padded name (王 伟 摄 against 张 文)."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    marks = ("slash", "colon", "bar", "open", "close")
    if (before and before.kind in marks) or (after and after.kind in marks) or (before and before.kind == "list"):
        return True
    if after and after.kind == "list":
        return at == 0 or tokens[at].text == "摄"
    if before is None or tokens[at].text == "摄":
        return True
    lone = [
        0 <= i < len(tokens) and tokens[i].kind == "run" and len(tokens[i].text) == 1 and is_han(tokens[i].text)
        for i in (at - 2, at + 2)
    ]
    if not any(lone):
        return True
    # 张 三 文 李 四 图: a function where two characters of a name stand before it and no surname is left alone.
    return (
        lone[0]
        and at >= 4
        and tokens[at - 4].kind == "run"
        and (after is None or any(t.text in "摄图" for t in tokens[at + 1 : at + 12]))
    )


def _ends_with_function(token: Token, after: Token | None, *, paired: bool) -> bool:
    """张三摄, 张三文/图, 张三文 李四图: the last character of the run is a function."""
    if len(token.text) < 3 or token.text[-1] not in "摄文图影画译":
        return False
    if token.text[-1] == "摄":
        return after is None or after.kind != "run"
    if after and after.kind == "slash":
        return True
    return paired and token.text[-1] in "文图影" and (after is None or after.kind != "run")
