"""A byline cut into tokens: words of the grammar, runs of characters, dates and the marks between them."""

import re
from dataclasses import dataclass

from articles.bylines.names import DOTS, is_han
from articles.bylines.words import SPACES, Word, word_at

LIST_MARKS = "、，,;；&＆"
COLONS = "：:"
BARS = "|｜丨∣│┃"
SLASHES = "/／"
OPENING = "(（[［【〔〈<"
CLOSING = ")）]］】〕〉>"
BULLETS = "□■◎●○◆◇▲△▼▽☆★※▪•►▶⊙◤◢◥◣→▌■"

DATE = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日 ?\d{1,2}:\d{2}(?::\d{2})?|(?:\d{4}年)?\d{1,2}月\d{1,2}日"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?"
)
_SPACE = re.compile(rf"(?:{SPACES}|[\u200b\u200c\u200d\ufeff])+")
_PAGE = re.compile(
    r"(?:本[版组栏文]|文中|以上)(?:均|皆)?(?:图片?|照片)(?:均|皆|全部)?[由为系](?=[^，。]{0,30}摄)|本[版组栏](?=[文图摄照编撰])"
    r"|均[为由系](?=[^，。]{2,20}摄)|(?:资料|档案|无人机|拼版|手机)(?:拍摄)?(?:图片|照片|图|片)(?=[ \u3000,，、/／：:]|$)"
)
"""What says of which pictures, and nothing of whom: 本版图片由, 资料图片."""

_LATIN = re.compile(r"[A-Z][a-z'’]{0,14}\.?(?: [A-Z][A-Za-z'’-]{0,14}\.?){1,3}(?![A-Za-z0-9])")
"""John Smith, J. R. Smith: a name of several words."""

_DASHES = "—–─－-"


@dataclass(frozen=True)
class Token:
    """`kind` is one of word, run, date, space, list, colon, bar, slash, open, close, bullet, other; offsets are in the text."""

    kind: str
    text: str
    start: int
    end: int
    word: Word | None = None


_MARKS = (
    ("list", LIST_MARKS),
    ("colon", COLONS),
    ("bar", BARS),
    ("slash", SLASHES),
    ("open", OPENING),
    ("close", CLOSING),
)


def _mark(char: str) -> str:
    return next((kind for kind, chars in _MARKS if char in chars), "other")


def _run_end(text: str, at: int) -> int:
    """Where the run of name characters that begins at `at` ends: before a mark, a space, or a word of the grammar."""
    end = at + 1
    while end < len(text) and (is_han(text[end]) or text[end] in DOTS or text[end].isalnum()) and text[end] not in BARS:
        if is_han(text[end]) and word_at(text, end):
            break
        if text[end].isdigit() and DATE.match(text, end):
            break
        end += 1
    return end


def _is_bullet(char: str, before: list[Token]) -> bool:
    """Whether `char` is an ornament: always □ or ■, a dash only at the start, • only where it joins no name."""
    if char in _DASHES:
        return not before or before[-1].kind == "bullet"
    return char in BULLETS and (char not in DOTS or not before or before[-1].kind != "run")


def tokenize(text: str) -> list[Token]:
    """The tokens of `text`, together holding every character of it, in order. Linear: each pattern is bounded."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        char = text[at]
        token: Token
        if match := _SPACE.match(text, at):
            token = Token("space", match.group(), at, match.end())
        elif char.isdigit() and (match := DATE.match(text, at)):
            token = Token("date", match.group(), at, match.end())
        elif is_han(char) and (found := word_at(text, at)):
            token = Token("word", found[2], at, found[0], found[1])
        elif match := _PAGE.match(text, at):
            token = Token("bullet", match.group(), at, match.end())
        elif _is_bullet(char, tokens):
            token = Token("bullet", char, at, at + 1)
        elif match := _LATIN.match(text, at):
            token = Token("run", match.group(), at, match.end())
        elif (is_han(char) or char.isalnum()) and char not in BARS:
            end = _run_end(text, at)
            token = Token("run", text[at:end], at, end)
        else:
            token = Token(_mark(char), char, at, at + 1)
        tokens.append(token)
        at = token.end
    return tokens
