"""Quotation marks of Chinese text: straight ones are paired, what has no partner is only pointed out."""

import re

from articles.manuscripts.punctuation import is_chinese, is_han_text

_STRAIGHT = re.compile('["＂]')
_OPENING, _CLOSING = "“‘", {"”": "“", "’": "‘"}


def with_paired_quotes(text: str) -> str:
    """`text` with straight double quotes made “ and ” in turn; unchanged where one has no partner."""
    if not is_han_text(text) or ('"' not in text and "＂" not in text):
        return text
    places = [match.start() for match in _STRAIGHT.finditer(text)]
    if len(places) % 2 or any(not _fits(text, places, number) for number in range(len(places))):
        return text
    chars = list(text)
    for start, end in zip(places[::2], places[1::2], strict=True):
        if any(
            is_chinese(char)
            for char in text[max(start - 1, 0) : start] + text[start + 1 : end] + text[end + 1 : end + 2]
        ):
            chars[start], chars[end] = "“", "”"
    return "".join(chars)


def _fits(text: str, places: list[int], number: int) -> bool:
    """Whether the quote can stand where its turn puts it: no opening one before closing punctuation or at the end."""
    place = places[number]
    if number % 2:
        before = text[place - 1]
        return before not in "“（《" and before != " "
    after = text[place + 1 : place + 2]
    return bool(after) and after not in "，。、；：？！”）》 "


def has_unpaired_quotes(text: str) -> bool:
    """Whether a quotation mark of `text` lacks its partner: “ without ”, ” without “, or an odd straight one."""
    if text.count("“") == text.count("”") == text.count("‘") == text.count("’") == text.count('"') == 0:
        return False
    if is_han_text(text) and text.count('"') % 2:
        return True
    open_quotes: list[str] = []
    for place, char in enumerate(text):
        if char in _OPENING:
            open_quotes.append(char)
        elif char in _CLOSING:
            if char == "’" and _apostrophe(text, place):
                continue
            if not open_quotes or open_quotes.pop() != _CLOSING[char]:
                return True
    return bool(open_quotes)


def _apostrophe(text: str, place: int) -> bool:
    return text[max(place - 1, 0) : place].isascii() and text[max(place - 1, 0) : place].isalnum()
