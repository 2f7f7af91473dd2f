"""The head of a manuscript: which of its first lines are kicker, headline and subtitle, byline, date or source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.bylines import ParsedByline, PrintedCredit, parse_line
from articles.bylines.names import is_surname_name
from articles.enums import CreditRole
from articles.manuscripts.shapes import SourceLine
from articles.manuscripts.subheads import is_numbered

_LABEL = re.compile(
    r"[【\[]?\s?(?P<label>标\s?题|主\s?标?题|正\s?题|大标题|引\s?题|肩\s?题|眉\s?题|引\s?标题|副\s?标?题|子标题)\s?[】\]]?\s?[：:]\s?"
)
_LABELLED = {"引": "kicker", "肩": "kicker", "眉": "kicker", "副": "subtitle", "子": "subtitle"}
_DATE = re.compile(
    r"[（(]?(?:(?:发布|更新|发表)?(?:时间|日期)\s?[：:]\s?)?"
    r"((?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?(?:\s{1,3}\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?)"
    r"(?:\s?发表于\s?[㐀-鿿]{1,8})?[）)]?"
)
_COUNTS = re.compile(
    r"[ \t　|｜]{0,6}(?:浏览|阅读|点击|访问|评论|点赞)(?:次数|量|数)?\s?[：:]\s?[（(]?\d{1,9}\s?[次条人]?[）)]?"
)
_META = re.compile(r"来源|作者|记者|发布|时间|编辑|(?:19|20)\d\d")
_ACCOUNT = re.compile(r"原创\s{1,4}(?P<name>[㐀-鿿·]{2,12})\s{1,4}(?P<source>[^\s。，]{2,20})")
_DASH = re.compile("——|—|--|－－|──")
HEAD_LINES = 16
HEADLINE_LENGTH = 50
MOST_HEADLINES = 4
"""Kicker, two lines of headline, subtitle; more short lines are a poem or a list."""


@dataclass
class Head:
    """What the head holds, by index into the lines given: `roles` (kicker, headline, subtitle, date), parsed `bylines`.

    `counts` are lines to read without a page's counters: {index: text without them}. `guessed` says that two or more
    lines could be the headline.
    """

    roles: dict[int, str] = field(default_factory=dict)
    bylines: dict[int, ParsedByline] = field(default_factory=dict)
    counts: dict[int, str] = field(default_factory=dict)
    guessed: bool = False


def label_length(text: str) -> int:
    """How much of `text` is a label such as 标题： or 引题：; 0 without one."""
    match = _LABEL.match(text)
    return match.end() if match else 0


def _labelled(text: str) -> str:
    match = _LABEL.match(text)
    if not match or len(text) == match.end() or len(text) > 140:
        return ""
    return _LABELLED.get(match["label"][0], "headline")


def printed_date(text: str) -> str:
    """The date that a line holds and nothing else, as printed; "" otherwise."""
    match = _DATE.fullmatch(text) if len(text) <= 40 else None
    return match[1] if match else ""


def says_something(parsed: ParsedByline) -> bool:
    return bool(parsed.byline) and bool(parsed.credits or parsed.place or parsed.outlet or parsed.date or parsed.source)


def _could_be_headline(text: str) -> bool:
    return (
        2 <= len(text) <= HEADLINE_LENGTH
        and any("㐀" <= char <= "鿿" for char in text)
        and text[-1] not in "。；;，,、：:….”"
        and "。" not in text
        and not is_numbered(text)
    )


def read_head(lines: Sequence[SourceLine], texts: Sequence[str]) -> Head:
    """What the first of `texts` are; `lines` are where they came from, with headings and bold marked."""
    head, byline_seen = Head(), False
    candidates: list[int] = []
    for index, (line, text) in enumerate(zip(lines[:HEAD_LINES], texts, strict=False)):
        if line.kind == "picture" or line.kind == "caption":
            continue
        if line.kind == "table":
            break
        if role := _labelled(text):
            head.roles[index] = role
        elif date := printed_date(text):
            head.roles[index] = "date" if date else ""
        elif line.kind == "heading" and not is_numbered(text) and not (candidates and byline_seen):
            candidates.append(index)
        elif parsed := _byline(text, index, head) or (_bare_names(text) if candidates and not byline_seen else None):
            head.bylines[index] = parsed
            if parsed.body.strip():
                break
            byline_seen = byline_seen or bool(parsed.credits)
        elif byline_seen or not _could_be_headline(text):
            break
        else:
            candidates.append(index)
    _name_headlines(head, candidates, lines, texts)
    return head


def _byline(text: str, index: int, head: Head) -> ParsedByline | None:
    if _META.search(text) and len(text) <= 200 and (bare := _COUNTS.sub("", text)) != text and bare:
        parsed = parse_line(bare)
        if says_something(parsed):
            head.counts[index] = bare
            return parsed
    parsed = parse_line(text)
    return parsed if says_something(parsed) else _account(text)


def _bare_names(text: str) -> ParsedByline | None:
    """A line under the headline that holds names and nothing else: reporters, as a byline without a role word says."""
    names = [name for name in re.split("[\\s、，,]+", text) if name] if len(text) <= 30 else []
    if not names or not all(is_surname_name(name) for name in names):
        return None
    asked = parse_line(text).questions or ("",)
    return ParsedByline(
        credits=tuple(PrintedCredit(CreditRole.REPORTER, name) for name in names),
        byline=text,
        certain=False,
        questions=tuple(question for question in asked if question),
    )


def _account(text: str) -> ParsedByline | None:
    """What WeChat prints under a title: 原创 author account."""
    match = _ACCOUNT.fullmatch(text)
    if not match or not is_surname_name(match["name"]):
        return None
    return ParsedByline((PrintedCredit(CreditRole.WRITER, match["name"]),), byline=text, source=match["source"])


def _name_headlines(head: Head, candidates: list[int], lines: Sequence[SourceLine], texts: Sequence[str]) -> None:
    """Give the candidates their roles. One with 标题： printed before it leaves none to guess."""
    used = candidates if len(candidates) <= MOST_HEADLINES else candidates[:1]
    if "headline" in head.roles.values() or not candidates or len(texts) - 1 <= max(used):
        return
    dashes = [index for index in candidates if _DASH.match(texts[index])]
    plain = [index for index in candidates if index not in dashes and (not dashes or index < dashes[0])]
    if dashes and plain:
        head.roles.setdefault(dashes[0], "subtitle")
    main = _main(plain or dashes, lines)
    ordered = plain or dashes
    if main is None:
        head.guessed = len(ordered) > 1
        main = ordered[1] if len(ordered) in (2, 3) else ordered[0]
        if len(ordered) > 3:
            head.roles[main] = "headline"
            return
    head.roles[main] = "headline"
    at = ordered.index(main)
    if at:
        head.roles[ordered[at - 1]] = "kicker"
    if at + 1 < len(ordered) and "subtitle" not in head.roles.values() and lines[ordered[at + 1]].kind != "heading":
        head.roles[ordered[at + 1]] = "subtitle"


def _main(plain: list[int], lines: Sequence[SourceLine]) -> int | None:
    """The candidate that is plainly the headline: the only one, the highest heading, the only bold line."""
    if len(plain) == 1:
        return plain[0]
    headings = [index for index in plain if lines[index].kind == "heading"]
    if headings:
        return min(headings, key=lambda index: (lines[index].level, index))
    bold = [index for index in plain if lines[index].strong]
    return bold[0] if len(bold) == 1 else None
