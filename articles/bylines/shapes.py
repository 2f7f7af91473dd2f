"""What a byline is made of, as plain values that know no database."""

from dataclasses import dataclass

from articles.enums import CreditRole


@dataclass(frozen=True)
class PrintedCredit:
    """One name in a byline: `name` without padding spaces, `unit` as printed or ""."""

    role: CreditRole
    name: str
    unit: str = ""


@dataclass(frozen=True)
class ParsedByline:
    """What a printed line says about who made the story.

    `byline` is the substring that was read, "" when there is none; `body` is the line without that substring and
    otherwise unchanged, so that `byline` and `body` together hold every character of the line. `certain` is False
    where a person has to be asked; `questions` then says why, one sentence each.
    """

    credits: tuple[PrintedCredit, ...] = ()
    place: str = ""
    outlet: str = ""
    date: str = ""
    byline: str = ""
    body: str = ""
    certain: bool = True
    source: str = ""
    questions: tuple[str, ...] = ()
