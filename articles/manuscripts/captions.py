"""The line under a picture: its caption, and who took it (张三 摄, 滨海街道供图, 摄影：李四)."""

import re

from articles.bylines import parse_line
from articles.enums import CreditRole

_MARK = re.compile(r"[▲△↑▼▽↓■●◆]\s?")
_OPENS = re.compile(r"图(?:片说明|说|片)?\s?[①-⑳0-9一二三四五六七八九十]{0,2}\s?[：:为中]|图[①-⑳]|图[0-9]{1,2}\s")
_GIVEN_BY = re.compile(r"[\s（(【\[。，,/／|]([㐀-鿿·、]{2,20}(?:供图|提供))[）)】\].。]{0,2}$")
_ALL_GIVEN_BY = re.compile(r"[（(]?([㐀-鿿·、]{2,12}供图)[）)。]?")
LONGEST = 300


def is_caption(text: str) -> bool:
    """Whether a line under a picture is its caption, by its own words."""
    if not text or len(text) > LONGEST:
        return False
    return _MARK.match(text) is not None or _OPENS.match(text) is not None or bool(split_credit(text)[1])


def speaks_of_a_picture(text: str) -> bool:
    """Whether a line is a caption wherever it stands: ▲…, 图为…."""
    return _MARK.match(text) is not None or text.startswith(("图为", "图①", "图片说明"))


def split_credit(text: str) -> tuple[str, str]:
    """A caption and its credit, apart: 图为现场。张三 摄 -> (图为现场。, 张三). No credit is ""."""
    text = _MARK.sub("", text, count=1) if _MARK.match(text) else text
    if match := _ALL_GIVEN_BY.fullmatch(text):
        return "", match[1]
    if match := _GIVEN_BY.search(text[-40:]):
        start = len(text) - len(text[-40:]) + match.start()
        stop = text[start] if text[start] in "。" else ""
        return (text[:start] + stop).strip(), match[1]
    parsed = parse_line(text)
    names = [entry.name for entry in parsed.credits if entry.role == CreditRole.PHOTOGRAPHER]
    if not names or not text.rstrip().endswith(parsed.byline):
        return text, ""
    return parsed.body.strip(), "、".join(names)
