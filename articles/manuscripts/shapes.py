"""What a manuscript is: the lines that arrived, the story read from them, and every change between the two."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.bylines.shapes import PrintedCredit
from articles.manuscripts.markup import body_html, contract


@dataclass(frozen=True)
class SourceLine:
    """One block as it arrived, untouched. `kind` is text, heading, caption, table or picture.

    `level` is the heading's (1-6); `strong` says that the whole line was bold, `lead` is a bold beginning of it;
    `marks` are phrases in it that were bold or italic: ("strong" or "em", phrase). `spaced` says that a blank line
    stood before it. `rows` belong to a table, `picture` is an index into the manuscript's pictures.
    """

    text: str = ""
    kind: str = "text"
    level: int = 0
    strong: bool = False
    lead: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    spaced: bool = False
    quoted: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    picture: int | None = None


@dataclass(frozen=True)
class Change:
    """One thing done to one line. `before` and `after` are that line's whole text, or a table cell's.

    `line` is the index of the line in `Manuscript.original`; `paragraph` the index of the paragraph it became, None
    where it became none (a headline, a credit, page furniture). The changes of one line follow upon each other: the
    first `before` is the line as it arrived, each `after` the next `before`. `identity` stays the same when other
    changes are undone.
    """

    kind: str
    line: int
    before: str
    after: str
    cell: tuple[int, int] | None = None
    paragraph: int | None = None

    @property
    def identity(self) -> str:
        where = f":{self.cell[0]}:{self.cell[1]}" if self.cell else ""
        return f"{self.kind}:{self.line}{where}"


@dataclass(frozen=True)
class Paragraph:
    """One block of the story. `kind` is text, subhead, table or picture; `line` is where it came from."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    picture: int | None = None
    line: int = 0
    level: int = 2
    quoted: bool = False
    marks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ManuscriptPicture:
    """A picture that came with the text; `data` is as it arrived, so still to be checked and cleaned."""

    name: str
    data: bytes = field(repr=False, default=b"")
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Manuscript:
    """A story read from what arrived, before anybody has looked at it. Nothing in it is trusted HTML.

    `original` holds the lines as they arrived and `left_out` the identities of changes that were undone, so that the
    same story can be read again with other changes left out. `questions` are sentences for the person who imports.
    """

    kicker: str = ""
    headline: str = ""
    subtitle: str = ""
    credits: tuple[PrintedCredit, ...] = ()
    place: str = ""
    outlet: str = ""
    date: str = ""
    source: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    pictures: tuple[ManuscriptPicture, ...] = ()
    changes: tuple[Change, ...] = ()
    questions: tuple[str, ...] = ()
    original: tuple[SourceLine, ...] = field(repr=False, default=())
    arrived_pictures: tuple[ManuscriptPicture, ...] = field(repr=False, default=())
    notes: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()

    def to_json(self) -> dict:
        """The manuscript as `import_manuscript --json` prints it, without `file` and `article`."""
        return contract(self)

    def to_html(self, picture_keys: Mapping[int, object] | None = None) -> str:
        """The body as a story's body holds it; a picture stands as the key of its index, or is left out without one."""
        return body_html(self, picture_keys)
