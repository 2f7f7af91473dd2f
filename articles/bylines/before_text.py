"""A byline before running text, without brackets: read up to where the names plainly end."""

import re
from collections.abc import Collection

from articles.bylines import questions
from articles.bylines.elements import Element
from articles.bylines.found import Found, is_told_of, sentence_mark
from articles.bylines.reading import interpret, read
from articles.bylines.words import Kind
from articles.enums import CreditRole as Role

HEAD_WINDOW = 240
"""How far into running text an unbracketed byline may reach."""


def before_text(text: str, own_names: Collection[str], *, untitled: bool = False) -> Found | None:
    """本报记者 张三 李四 昨日…; 记者张三、通讯员李四报道：…: read up to where the names plainly end."""
    window = text[:HEAD_WINDOW]
    if (stop := sentence_mark(window)) >= 0:
        window = window[:stop]
    whole = read(window, own_names)
    elements, ended = _byline_part(whole.elements)
    if not elements or not _opens_byline(elements, ended=ended, untitled=untitled):
        return None
    reading = interpret(elements, [])
    if not reading.credits or reading.unknown:
        return None
    end = elements[-1].end
    rest = text[end:]
    if ended:
        if rest[:1] in ("：", ":"):
            end += 1
        return Found(0, end, reading)
    if rest and not rest[0].isspace() and rest[0] not in "|｜丨":
        return None
    body = rest.strip()
    if not body or is_told_of(body):
        return None
    if len(body) < 12 and not re.search("[，。：！？]", body):
        reading.ask(questions.unknown_text(body))
    return Found(0, end, reading)


def _byline_part(elements: list[Element]) -> tuple[list[Element], bool]:
    """The elements from the first that can belong to a byline, and whether 报道 or 发自 closed it."""
    taken: list[Element] = []
    for at, element in enumerate(elements):
        following = elements[at + 1] if at + 1 < len(elements) else None
        kind = element.word.kind if element.word else None
        if kind is Kind.END or (kind is Kind.FUNCTION and element.text.endswith("报道") and taken):
            return [*taken, element], True
        if element.kind == "place" and taken and taken[-1].word and taken[-1].word.kind is Kind.FROM:
            return [*taken, element], element.after in ("space", "", "close", "colon")
        if element.kind == "name" and element.strict:
            aside = (
                following and following.text in "，," and element.before == "space" and following.start == element.end
            )
            if aside and any(e.kind == "name" for e in taken) and not _title_follows(elements[at + 1 : at + 6]):
                break
        elif element.kind not in ("outlet", "unit", "place", "own_unit", "mark") and kind not in (
            Kind.TITLE,
            Kind.FUNCTION,
            Kind.FROM,
        ):
            break
        taken.append(element)
    while taken and not (
        taken[-1].kind in ("name", "own_unit") or (taken[-1].word and taken[-1].word.kind is Kind.FUNCTION)
    ):
        taken.pop()
    return taken, False


def _title_follows(elements: list[Element]) -> bool:
    following = next((e for e in elements if e.kind != "mark"), None)
    return following is not None and following.is_title


def _opens_byline(elements: list[Element], *, ended: bool, untitled: bool) -> bool:
    """A byline before text begins with a title (its outlet may stand before it); with names only if 报道 closes it."""
    weighty = [e for e in elements if e.kind != "mark"]
    names = [e for e in weighty if e.kind == "name"]
    titles = [e for e in weighty if e.is_title]
    if not names or not all(e.strict for e in names) or not (titles or (untitled and ended)):
        return False
    if any(e.text in ("，", ",") and e.kind == "mark" for e in elements) and not ended:
        return False
    first = weighty[1] if weighty[0].kind in ("outlet", "unit") and len(weighty) > 1 else weighty[0]
    if first.is_title and first.word:
        return first.word.roles[0] in (Role.REPORTER, Role.CORRESPONDENT, Role.INTERN) and first.after not in ("colon",)
    return ended and first.kind == "name" and names[0].after in ("space", "list")
