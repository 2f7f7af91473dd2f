"""The only place that joins names: credits to the byline of a house style, and to the sign-off at the foot.

Roles stand in the house's order (the order `CreditRole` declares), names in the order given within a role. The pieces
say which credit each name is, so that a page can link it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.bylines.shapes import PrintedCredit
from articles.enums import BYLINE_ROLES, DESK_ROLES, BylineStyle, CreditRole

ROLE_WORDS = {
    CreditRole.REPORTER: "记者",
    CreditRole.INTERN: "实习生",
    CreditRole.CORRESPONDENT: "通讯员",
    CreditRole.WRITER: "撰文",
    CreditRole.PHOTOGRAPHER: "摄影",
    CreditRole.ILLUSTRATOR: "绘图",
    CreditRole.VIDEO: "视频",
    CreditRole.TRANSLATOR: "翻译",
    CreditRole.EDITOR: "责任编辑",
    CreditRole.PROOFREADER: "校对",
    CreditRole.REVIEWER: "审核",
}
"""The word each role is printed with. These are what a paper prints, not what the site's language calls them."""

_TITLES = (CreditRole.REPORTER, CreditRole.INTERN, CreditRole.CORRESPONDENT)
"""Titles may touch the name (记者张三); a function may not, or 视频丁丽 would read as a word."""

OWN_OUTLET = "本报"


@dataclass(frozen=True)
class BylinePiece:
    """A piece of a printed byline; `credit` is the index of the credit whose name this is, None for the words between."""

    text: str
    credit: int | None = None


@dataclass(frozen=True)
class _Joints:
    """What stands after a role's word, between names and between roles; whether units are printed."""

    after_role: str
    names: str
    roles: str
    units: bool = False


_JOINTS = {
    BylineStyle.BRACKETED: _Joints(" ", " ", " "),
    BylineStyle.NEWSPAPER: _Joints(" ", " ", " "),
    BylineStyle.WEB: _Joints(" ", " ", " ", units=True),
    BylineStyle.AGENCY: _Joints("", "、", " "),
}
_SIGNOFF = _Joints("：", "、", "　")


def byline_parts(
    credits: Sequence[PrintedCredit], style: BylineStyle | str, *, place: str = "", outlet: str = "", date: str = ""
) -> list[BylinePiece]:
    """The byline of `style` in pieces; [] when there is nothing to print. Desk roles are left to the sign-off."""
    style = BylineStyle(style)
    people = _people(credits, BYLINE_ROLES, _JOINTS[style])
    if style is BylineStyle.BRACKETED:
        ending = f"{' ' if people else ''}{place}报道" if place else ""
        return _around("（", [*people, *_text(ending)], "）") if people or place else []
    if style is BylineStyle.WEB:
        ending = f"{' | ' if people else ''}{place}报道" if place else ""
        return [*people, *_text(ending)]
    if not (people or place or outlet or date):
        return []
    close = "讯" if style is BylineStyle.NEWSPAPER else "电"
    head = _text(f"{outlet or OWN_OUTLET}{place}{date}{close}")
    return [*head, *_around("（", people, "）")] if people else head


def print_byline(
    credits: Sequence[PrintedCredit], style: BylineStyle | str, *, place: str = "", outlet: str = "", date: str = ""
) -> str:
    """The byline of `style` as one line, "" when there is nothing to print.

    Bracketed and web styles print place and names (web the units too), newspaper and agency styles all but units; a
    newspaper or agency byline without an outlet says 本报.
    """
    return "".join(piece.text for piece in byline_parts(credits, style, place=place, outlet=outlet, date=date))


def signoff_parts(credits: Sequence[PrintedCredit]) -> list[BylinePiece]:
    """责任编辑：周舒　校对：何未　审核：李四, in pieces; [] when no desk role is credited."""
    return _people(credits, DESK_ROLES, _SIGNOFF)


def print_signoff(credits: Sequence[PrintedCredit]) -> str:
    """The sign-off at the foot of a story as one line, "" when no desk role is credited."""
    return "".join(piece.text for piece in signoff_parts(credits))


def _people(credits: Sequence[PrintedCredit], roles: Sequence[CreditRole], joints: _Joints) -> list[BylinePiece]:
    pieces: list[BylinePiece] = []
    for role in roles:
        named = [(index, credit) for index, credit in enumerate(credits) if credit.role == role]
        if not named:
            continue
        after = joints.after_role if role in _TITLES else joints.after_role or " "
        pieces += _text(f"{joints.roles if pieces else ''}{ROLE_WORDS[role]}{after}")
        for order, (index, credit) in enumerate(named):
            pieces += _text(joints.names if order else "")
            pieces.append(BylinePiece(credit.name, index))
            pieces += _text(f"（{credit.unit}）" if joints.units and credit.unit else "")
    return pieces


def _text(text: str) -> list[BylinePiece]:
    return [BylinePiece(text)] if text else []


def _around(opening: str, pieces: list[BylinePiece], closing: str) -> list[BylinePiece]:
    return [*_text(opening), *pieces, *_text(closing)]
