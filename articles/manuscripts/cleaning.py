"""What is done to one line's characters: each step a pure function from text to text, linear in it.

No step removes a letter, a digit or a visible sign; what goes is white space and what nobody can see.
"""

import re
import unicodedata

from articles.bylines.names import is_surname_name

_ZWJ, _ZWNJ = "\u200d", "\u200c"
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff]"
)
SPACE = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_EDGES = "".join(chr(code) for code in (9, 10, 13, 32, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000))
_SPACES = re.compile(f"[{SPACE}]+")
_BEFORE_CLOSING = re.compile("(?<=[，。、；：？！“‘（《〈【「『]) +| +(?=[，。、；：？！”’）》〉】」』])")
_PADDED_NAME = re.compile(
    f"(?<![^、，,。；;：:（(|｜])([\u3400-\u9fff])[{SPACE}]+([\u3400-\u9fff])(?=[、，,。；;）)|｜]|$)"
)


def without_invisible(text: str) -> str:
    """Without characters nobody sees: zero-width, direction and control ones. A joiner inside an emoji stays."""
    return _INVISIBLE.sub(_kept_joiner, text)


def _kept_joiner(match: re.Match) -> str:
    char, text = match[0], match.string
    if char not in (_ZWJ, _ZWNJ) or not 0 < match.start() < len(text) - 1:
        return ""
    before, after = text[match.start() - 1], text[match.end()]
    if char == _ZWJ and _emoji(after) and (_emoji(before) or before == "\ufe0f"):
        return char
    return char if all(_joins(neighbour) for neighbour in (before, after)) else ""


def _emoji(char: str) -> bool:
    return unicodedata.category(char) in ("So", "Sk") or "\U0001f000" <= char <= "\U0001faff" or char in "♀♂"


def _joins(char: str) -> bool:
    """Whether `char` is of a script (Arabic, Uyghur, Mongolian, Indic) whose spelling needs joiners."""
    return "\u0600" <= char <= "\u08ff" or "\u0900" <= char <= "\u0dff" or "\u1800" <= char <= "\u18af"


def without_edges(text: str) -> str:
    """Without the spaces, full-width ones and tabs before and after."""
    return text.strip(_EDGES)


def with_plain_spaces(text: str) -> str:
    """One ordinary space for several or odd ones, none beside Chinese punctuation or inside a padded name."""
    text = _PADDED_NAME.sub(_joined_name, text)
    return _BEFORE_CLOSING.sub("", _SPACES.sub(" ", text))


def _joined_name(match: re.Match) -> str:
    name = match[1] + match[2]
    return name if is_surname_name(name) else match[0]


_RUBBISH_LINE = re.compile(
    r"\s*(?:Normal\s+0(?:\s.*)?|/\*\s*Style Definitions\s*\*/.*|table\.MsoNormalTable\b.*|MicrosoftInternetExplorer\d"
    r"|mso-[a-z-]+:[^。]*|@(?:font-face|page|list)\b.*|st1\\:\*\{.*|\{mso-.*"
    r"|X-NONE|EN-US|ZH-CN|(?:EN-US\s+)?ZH-CN\s+X-NONE|(?:false\s+){2,}.*"
    r"|Evaluation (?:Warning|Only)\b.*|Created with (?:Aspose|Spire)\b.*"
    r"|_(?:Toc|GoBack|Hlk)\d*|StartFragment|EndFragment)\s*"
)
_RUBBISH_PART = re.compile(
    r"错误[！!]\s?(?:未找到引用源|未定义书签|超链接引用无效)。?"
    r"|\{\s?HYPERLINK \"[^\"{}]{0,300}\"\s?\}|HYPERLINK \"[^\"]{0,300}\"\s?"
    r"|\\\* ?MERGEFORMAT|_(?:Toc|Hlk)\d{5,12}|<!--(?:Start|End)Fragment-->|[\ue000-\uf8ff]"
)


def without_word_rubbish(text: str) -> str:
    """Without what Word leaves in a paste: style definitions, field codes, private characters for bullets."""
    if len(text) < 2000 and _RUBBISH_LINE.fullmatch(text):
        return ""
    return _RUBBISH_PART.sub("", text)
