"""Half-width punctuation among Han characters made full-width, never in numbers, times, addresses or English.

Source of the rules: GB/T 15834-2011 《标点符号用法》 and GB/T 15835-2011 《出版物上数字用法》.
"""

import re
from bisect import bisect_right

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_SIGNS = re.compile(r"[,;:?!.()]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]{1,2000}|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}")
_DOTS = re.compile(r"(?<=[㐀-鿿”’）》])\.{3,6}")
_SPACES_AFTER = re.compile(r"(?<=[，；：？！。]) +(?=[㐀-鿿“‘《（])")
_CHINESE_SIGNS = "、。〈〉《》「」『』【】〔〕〖〗〝〞！（），．：；？“”‘’…—％·〇"


def is_chinese(char: str) -> bool:
    """Whether `char` is a Han character or a Chinese punctuation mark."""
    return (
        "㐀" <= char <= "鿿" or char in _CHINESE_SIGNS or "\U00020000" <= char <= "\U0003ffff" or "豈" <= char <= "﫿"
    )


def is_han_text(text: str) -> bool:
    """Whether `text` is written in Chinese: more Han characters than Latin words."""
    text = _ADDRESS.sub("", text)
    han = sum("㐀" <= char <= "鿿" for char in text)
    return han > 0 and han >= len(re.findall("[A-Za-z]+", text))


def with_full_width_punctuation(text: str) -> str:
    """`text` with the punctuation of Chinese sentences in its Chinese form; Latin text is untouched."""
    if not is_han_text(text):
        return text
    text = _DOTS.sub("……", text)
    spans = [_bounds(match) for match in _ADDRESS.finditer(text)]
    starts = [start for start, _end in spans]
    chars = list(text)
    pairs = _brackets(text)
    for match in _SIGNS.finditer(text):
        place = match.start()
        at = bisect_right(starts, place) - 1
        if at >= 0 and place < spans[at][1]:
            continue
        if match[0] in "()":
            if pairs.get(place) or (place not in pairs and _opens_or_closes_chinese(text, place)):
                chars[place] = "（" if match[0] == "(" else "）"
        elif _belongs_to_chinese(text, place, chars[place - 1] if place else ""):
            chars[place] = _FULL[match[0]]
    return _SPACES_AFTER.sub("", "".join(chars))


def _bounds(match: re.Match) -> tuple[int, int]:
    """An address without the punctuation of the sentence around it."""
    return match.start(), match.start() + len(match[0].rstrip(",.;:?!()\"'"))


def _opens_or_closes_chinese(text: str, place: int) -> bool:
    """Whether a bracket without a partner has Chinese inside; 1) and a) number a list."""
    inside = text[place + 1 : place + 2] if text[place] == "(" else text[max(place - 1, 0) : place]
    return bool(inside) and is_chinese(inside)


def _touches_chinese(text: str, place: int) -> bool:
    return any(is_chinese(char) for char in text[max(place - 1, 0) : place] + text[place + 1 : place + 2])


def _belongs_to_chinese(text: str, place: int, before: str) -> bool:
    """Whether the sign at `place` ends or parts a Chinese sentence; `before` is the character before it, as changed."""
    sign, rest = text[place], text[place + 1 : place + 8].lstrip(" ")
    after = rest[:1]
    if not before or (sign == ":" and rest.startswith("//")):
        return False
    if sign == ".":
        return is_chinese(before) and before not in "…。" and (not after or is_chinese(after) or after in "\"'”’)")
    if before.isdigit() and after.isdigit():
        return False
    if is_chinese(before):
        return True
    if before in ")\"'" and place > 1 and (is_chinese(text[place - 2]) or is_chinese(after)):
        return True
    return bool(after and is_chinese(after)) or (not after and not before.isspace() and sign != ":")


def _brackets(text: str) -> dict[int, bool]:
    """For each bracket that has its partner, whether the pair is Chinese: beside or around Han characters."""
    pairs: dict[int, bool] = {}
    open_at: list[int] = []
    chinese_before = [0]
    for char in text:
        chinese_before.append(chinese_before[-1] + ("㐀" <= char <= "鿿"))
    for place, char in enumerate(text):
        if char in "(（":
            open_at.append(place)
        elif char in ")）" and open_at:
            start = open_at.pop()
            inside = chinese_before[place] - chinese_before[start + 1] > 0
            outside = _touches_chinese(text, start) or _touches_chinese(text, place)
            pairs[start] = pairs[place] = inside or outside
    return pairs
