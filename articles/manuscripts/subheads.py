"""Subheads: lines of their own, and those run in at the head of a paragraph (狠抓维稳再落实，确保社会稳定。近年来，…).

A run-in subhead is a short first sentence that reports nothing: two or more phrases of nearly one length, without the
words a sentence of the story needs (了, 是, 他们, 今年, 记者 …). One alone could be a literary opening, so it counts when
the manuscript holds another of its kind, when it is set apart by a blank line or bold type, or when it is numbered.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.manuscripts.furniture import is_furniture, is_weak
from articles.manuscripts.punctuation import is_chinese

_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十百]{1,4}[)）]、?|第[一二三四五六七八九十百]{1,4}[章节部篇][、：:\s]?|0\d[\s.．、]?|[#＃]\s?\d{1,2}\s?)"
)
_ARABIC = re.compile(r"(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])")
_STOPS = "。！？!?；;：:，,、…—.”）)"
_FIRST_SENTENCE = re.compile("[^。！？!?\n]{4,40}[。！!]")
_PARTS = re.compile("[，,、；; ]")
_HARMLESS = re.compile(
    "社会|会议|会场|会商|大会|机会|工会|协会|党委会|居委会|村委会|盛会|就业|就医|就学|就近|就地|成就|着力|着眼|着手|着重|数据|依据|证据|"
    "根据地|将来|将士|小说|学说|说理|说唱|传说|实事求是|是非|国是|了解|我市|我县|我区|我省|我镇|我村|我家|你我|其他|他乡|他山|"
    "都市|首都|京都|古都|返还|偿还|归还|那里|早已|我为|为我|被褥|民说|吧台|很美|又好又快|也能|也行"
)
"""Words that hold a character of `_TELLING` without telling anything."""
_TELLING = re.compile(
    "[了是我你您他她它这那们也都就还已将会着被吗呢吧啊说据很却曾仍又]|[0-9０-９%％]|记者|表示|指出|强调|介绍|认为|获悉|"
    "近日|日前|近期|近年|今年|去年|明年|昨|今天|目前|当前|此外|同时|下一步|为此|据悉|其中|因此|所以|如果|只有|"
    "[一-鿿]{2}(?:镇|街道|社区|村|局|委|公司|学校|医院)|(?:上午|下午|晚上|凌晨|清晨|傍晚)"
)
LONGEST = 34


@dataclass(frozen=True)
class RunIn:
    """A possible subhead at the head of a paragraph: its length in characters, and whether it needs no companion."""

    length: int
    sure: bool
    shape: tuple[int, ...] = ()
    """The lengths of its phrases."""

    @property
    def is_worth_asking(self) -> bool:
        return not self.shape or _is_ordinary(self.shape)


SHORT_PHRASE = 5
SHORT_SERIES = 3
"""Phrases under five characters, or a single phrase, open many a sentence: three of one shape are needed."""


def confirmed(found: Sequence[RunIn]) -> list[bool]:
    """For each possible run-in subhead of a manuscript, whether the others make it one."""
    ordinary = sum(not run.shape or _is_ordinary(run.shape) for run in found)
    return [
        run.sure
        or (
            ordinary > 1
            if not run.shape or _is_ordinary(run.shape)
            else sum(other.shape == run.shape for other in found) >= SHORT_SERIES
        )
        for run in found
    ]


def _is_ordinary(shape: tuple[int, ...]) -> bool:
    return len(shape) > 1 and min(shape) >= SHORT_PHRASE


def is_own_line(text: str) -> bool:
    """Whether a line could be a subhead by its looks: short, in Chinese, without the end of a sentence."""
    if not 2 <= len(text) <= LONGEST or not any("㐀" <= char <= "鿿" for char in text):
        return False
    if is_weak(text) or is_furniture(text):
        return False
    if text[-1] in _STOPS and not (text[-1] in "？！?!”）)" and len(text) <= 24):
        return False
    return not any(stop in text for stop in "。；;") and (("：" not in text and ":" not in text) or is_numbered(text))


def is_numbered(text: str) -> bool:
    """Whether `text` begins with the number of a section: 一、 or （二） or 03."""
    return _NUMBERED.match(text) is not None


def _is_numbered_heading(text: str) -> bool:
    return len(text) <= LONGEST and (is_numbered(text) or _ARABIC.match(text) is not None) and is_own_line(text)


def run_in(text: str, *, lead: str = "", apart: bool = False) -> RunIn | None:
    """The subhead that `text`, a paragraph, may begin with. `lead` is its bold beginning."""
    if lead and _bold_lead(text, lead):
        return RunIn(len(lead), sure=True)
    match = _FIRST_SENTENCE.match(text)
    if not match or len(text) - match.end() < 10:
        return None
    sentence = match[0][:-1]
    if is_numbered(sentence):
        return RunIn(match.end(), sure=len(sentence) <= LONGEST and not _tells(sentence))
    shape = _parallel_shape(sentence)
    return RunIn(match.end(), sure=apart and _is_ordinary(shape), shape=shape) if shape else None


def _bold_lead(text: str, lead: str) -> bool:
    return (
        4 <= len(lead) <= LONGEST
        and text.startswith(lead)
        and len(text) - len(lead) >= 10
        and lead[-1] in "。！？!?"
        and "记者" not in lead
    )


def _parallel_shape(sentence: str) -> tuple[int, ...]:
    """The lengths of the one to four phrases of `sentence`; () unless nearly equal, of Chinese alone, telling nothing."""
    phrases = [part for part in _PARTS.split(sentence.translate(_NO_QUOTES)) if part]
    if not 1 <= len(phrases) <= 4 or _tells(sentence):
        return ()
    if not all(3 <= len(part) <= 13 and all(map(is_chinese, part)) for part in phrases):
        return ()
    lengths = tuple(map(len, phrases))
    return lengths if max(lengths) - min(lengths) <= 1 else ()


def _tells(sentence: str) -> bool:
    """Whether `sentence` reports something, as a sentence of the story does and a subhead does not."""
    return _TELLING.search(_HARMLESS.sub("", sentence)) is not None


_NO_QUOTES = {ord(char): None for char in "“”‘’《》\"'"}


def own_lines(texts: Sequence[str], is_body: Sequence[bool], marked: Sequence[bool]) -> list[int]:
    """The indices of lines that are subheads: alone between paragraphs, or marked as headings by whoever wrote them.

    `is_body` says which entries are text at all (a table or picture is not); `marked` which are headings or bold.
    """
    found = []
    plain = [body and is_own_line(text) and not mark for text, body, mark in zip(texts, is_body, marked, strict=True)]
    for index, text in enumerate(texts):
        if not is_body[index]:
            continue
        follows = index + 1 < len(texts)
        if marked[index]:
            if follows and len(text) <= 60:
                found.append(index)
        elif plain[index] and follows:
            beside = (index > 0 and plain[index - 1]) or plain[index + 1]
            numbered = _is_numbered_heading(text)
            if (not beside and _is_paragraph(texts[index + 1], is_body[index + 1], text)) or (
                numbered and is_numbered(text)
            ):
                found.append(index)
    return found


def _is_paragraph(text: str, is_body: bool, subhead: str) -> bool:
    """Whether `text` reads as the paragraph under `subhead`: longer, and with the end of a sentence in it."""
    return not is_body or (len(text) > len(subhead) and any(stop in text for stop in "。！？!?；…"))
