"""The demo newsroom as written: people, sections, site data and stories, read from the files beside this module.

A story's body is written in blocks with an empty line between them: `## subhead`, `> quotation`, lines of `| a | b |`
(the first is the heading), `![scene] caption | photographer`, and paragraphs. `{day}`, `{day-1}`, `{day+3}` in any text
of a story become a day counted from its publication, so that the demo is always today's paper.
"""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from html import escape
from pathlib import Path

from articles.enums import ArticleStatus, CreditRole

_FOLDER = Path(__file__).parent
_PICTURE = re.compile(r"!\[(?P<scene>[a-z_]+)\] (?P<caption>[^|]*?)(?: \| (?P<credit>.+))?")
_DAY = re.compile(r"\{day([+-][0-9]{1,3})?\}")


@dataclass(frozen=True)
class WrittenCredit:
    role: CreditRole
    name: str
    unit: str = ""


@dataclass(frozen=True)
class WrittenPicture:
    """A scene placed in a body, with what this story says of it."""

    scene: str
    caption: str
    credit: str


@dataclass(frozen=True)
class Story:
    """One story; `hours` is how long ago it was published (or last touched), negative for the planned one.

    `misprint` is (what is right, what was printed first): such a story was published wrong and then revised.
    """

    key: str
    genre: str
    section: str
    headline: str
    body: str
    hours: float
    status: ArticleStatus = ArticleStatus.PUBLISHED
    kicker: str = ""
    subtitle: str = ""
    list_title: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    credits: tuple[WrittenCredit, ...] = ()
    place: str = ""
    outlet: str = ""
    cover: str = ""
    front: str = ""
    rank: int = 0
    paper: dict = field(default_factory=dict)
    source: str = ""
    source_url: str = ""
    original_title: str = ""
    advertisement: bool = False
    ai: str = "none"
    comments: str = "inherit"
    retract_reason: str = ""
    misprint: tuple[str, str] | tuple[()] = ()

    @cached_property
    def blocks(self) -> list[str]:
        return [block.strip() for block in re.split(r"\n\n+", self.body.strip())]

    @cached_property
    def pictures(self) -> list[WrittenPicture]:
        """The pictures its body places, in order."""
        found = [_PICTURE.fullmatch(block) for block in self.blocks if block.startswith("![")]
        return [WrittenPicture(one["scene"], one["caption"], one["credit"] or "") for one in found if one]

    @property
    def scenes(self) -> list[str]:
        """Every scene it needs, cover first, each once."""
        return list(dict.fromkeys(([self.cover] if self.cover else []) + [one.scene for one in self.pictures]))


@dataclass(frozen=True)
class Content:
    """Everything the demo consists of. `newsroom` and `people` are the tables of their files."""

    newsroom: dict
    reporters: list[dict]
    correspondents: list[dict]
    pictures: dict[str, dict]
    stories: list[Story]

    @property
    def scenes(self) -> list[str]:
        return list(dict.fromkeys(scene for story in self.stories for scene in story.scenes))

    @property
    def portraits(self) -> list[str]:
        people = self.reporters + self.correspondents
        return [f"portrait-{person['portrait']}" for person in people if "portrait" in person]


def read() -> Content:
    """The demo as its files have it, stories oldest first."""
    people = _table("people.toml")
    stories = [_story(path) for path in sorted((_FOLDER / "stories").glob("*.toml"))]
    return Content(
        newsroom=_table("newsroom.toml"),
        reporters=people["reporter"],
        correspondents=people["correspondent"],
        pictures=_table("pictures.toml"),
        stories=sorted(stories, key=lambda story: -story.hours),
    )


def _table(name: str) -> dict:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _story(path: Path) -> Story:
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    credits = []
    for line in written.pop("credits", ()):
        role, name, *unit = line.split(" ", 2)
        credits.append(WrittenCredit(CreditRole(role), name, "".join(unit)))
    status = ArticleStatus(written.pop("status", ArticleStatus.PUBLISHED))
    return Story(key=path.stem, status=status, credits=tuple(credits), tags=tuple(written.pop("tags", ())), **written)


def dated(text: str, today: date) -> str:
    """`text` with its days written out, counted from `today`."""

    def written_out(found: re.Match) -> str:
        day = today + timedelta(days=int(found[1] or 0))
        return f"{day.month}月{day.day}日"

    return _DAY.sub(written_out, text)


def to_html(blocks: list[str], pictures: dict[str, int] | None = None) -> str:
    """The body as HTML; `pictures` gives the number of each scene's picture."""
    return "".join(_block(block, pictures or {}) for block in blocks)


def _block(block: str, pictures: dict[str, int]) -> str:
    if block.startswith("!["):
        found = _PICTURE.fullmatch(block)
        return f'<figure data-picture="{pictures[found["scene"]]}"></figure>' if found else ""
    if block.startswith("## "):
        return f"<h2>{escape(block[3:], quote=False)}</h2>"
    if block.startswith("> "):
        return f"<blockquote><p>{escape(block[2:], quote=False)}</p></blockquote>"
    if block.startswith("| "):
        return _as_table(block.splitlines())
    return f"<p>{escape(block, quote=False)}</p>"


def _as_table(lines: list[str]) -> str:
    rows = [[escape(cell.strip(), quote=False) for cell in line.strip().strip("|").split("|")] for line in lines]
    head = "".join(f"<th>{cell}</th>" for cell in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
