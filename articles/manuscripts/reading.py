"""Lines as they arrived -> the story: each pass does one kind of thing, and records what it did to which line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from django.utils.translation import gettext as _

from articles.bylines import ParsedByline, PrintedCredit, parse_line
from articles.manuscripts import captions, cleaning, furniture, heads, subheads
from articles.manuscripts.punctuation import with_full_width_punctuation
from articles.manuscripts.quotes import has_unpaired_quotes, with_paired_quotes
from articles.manuscripts.shapes import Change, Manuscript, ManuscriptPicture, Paragraph, SourceLine

ARRIVAL_STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("invisible", cleaning.without_invisible),
    ("word-rubbish", cleaning.without_word_rubbish),
    ("indent", cleaning.without_edges),
)
TEXT_STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("spaces", cleaning.with_plain_spaces),
    ("punctuation", with_full_width_punctuation),
    ("quotes", with_paired_quotes),
)
SIGN_OFF_LINES = 12
_SHORT = 20


@dataclass
class _Unit:
    """One line on its way: its text as changed so far, and what it turned out to be (`role`; "" = text)."""

    index: int
    line: SourceLine
    text: str
    rows: list[list[str]]
    role: str = ""
    gone: bool = False
    subhead: int = 0
    """How many characters at its head are a subhead; all of them for a line that is one."""


@dataclass
class _Story:
    """What the passes gather."""

    units: list[_Unit]
    pictures: list[ManuscriptPicture]
    left_out: frozenset[str]
    changes: list[Change] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    credits: list[PrintedCredit] = field(default_factory=list)
    printed: dict[str, str] = field(default_factory=dict)

    def live(self) -> list[_Unit]:
        """The units that are still the story's text, tables and pictures."""
        return [unit for unit in self.units if not unit.gone and not unit.role]

    def change(self, unit: _Unit, kind: str, after: str, cell: tuple[int, int] | None = None) -> bool:
        """Make `after` the unit's text, or its cell's, and record it; False where that change was undone."""
        before = unit.rows[cell[0]][cell[1]] if cell else unit.text
        change = Change(kind, unit.index, before, after, cell)
        if change.identity in self.left_out:
            return False
        if before != after or kind == "subhead":
            self.changes.append(change)
            if cell:
                unit.rows[cell[0]][cell[1]] = after
            else:
                unit.text = after
        return True

    def ask(self, question: str) -> None:
        if question not in self.questions:
            self.questions.append(question)


def read_lines(
    lines: Iterable[SourceLine],
    pictures: Sequence[ManuscriptPicture] = (),
    *,
    notes: Sequence[str] = (),
    left_out: frozenset[str] = frozenset(),
) -> Manuscript:
    """The story in `lines`. `left_out` are the identities of changes not to make; `notes` join the questions."""
    original = tuple(lines)
    units = [
        _Unit(index, line, line.text, [list(row) for row in line.rows])
        for index, line in enumerate(original)
        if line.text or line.rows or line.picture is not None
    ]
    story = _Story(units, list(pictures), left_out, questions=list(notes))
    _clean(story, ARRIVAL_STEPS)
    for unit in units:
        unit.gone = not unit.text and not unit.rows and unit.line.picture is None
    _cut_furniture(story)
    _read_head(story)
    _read_sign_off(story)
    _read_captions(story)
    _clean(story, TEXT_STEPS)
    _find_subheads(story)
    _find_run_ins(story)
    _take_headlines(story)
    _ask_about_the_rest(story)
    return _gather(story, original, tuple(pictures), tuple(notes))


def undo(manuscript: Manuscript, changes: Iterable[int | str]) -> Manuscript:
    """The manuscript read again without `changes`: indices in its changes, or identities. What was undone stays so."""
    undone = {change if isinstance(change, str) else manuscript.changes[change].identity for change in changes}
    return read_lines(
        manuscript.original,
        manuscript.arrived_pictures,
        notes=manuscript.notes,
        left_out=manuscript.left_out | undone,
    )


def _clean(story: _Story, steps: Sequence[tuple[str, Callable[[str], str]]]) -> None:
    for unit in story.units:
        if unit.gone:
            continue
        for kind, step in steps:
            if (after := step(unit.text)) != unit.text:
                story.change(unit, kind, after)
            for row_number, row in enumerate(unit.rows):
                for column, cell in enumerate(row):
                    if (after := step(cell)) != cell:
                        story.change(unit, kind, after, (row_number, column))


def _cut(story: _Story, unit: _Unit, kind: str) -> bool:
    """Take the whole line out of the story's text."""
    unit.gone = story.change(unit, kind, "")
    return unit.gone


def _cut_furniture(story: _Story) -> None:
    live = story.live()
    texts = [unit.text if unit.line.kind in ("text", "heading", "caption") else "。" for unit in live]
    found = {*furniture.at_the_tail(texts, _is_sign_off), *furniture.at_the_head(texts, _is_sign_off)}
    for index in sorted(found):
        _cut(story, live[index], "furniture")


def _is_sign_off(text: str) -> bool:
    if len(text) > 200:
        return False
    parsed = parse_line(text)
    return bool(parsed.byline and not parsed.body.strip() and (parsed.credits or parsed.source))


def _take_byline(story: _Story, unit: _Unit, parsed: ParsedByline) -> None:
    """Turn the byline part of a line into credits; what is left of the line stays text."""
    whole = not parsed.body.strip()
    only_source = parsed.source and not parsed.credits
    if not story.change(unit, "source" if only_source else "byline", cleaning.without_edges(parsed.body)):
        return
    unit.gone = whole
    story.credits += [entry for entry in parsed.credits if entry not in story.credits]
    for name in ("place", "outlet", "date", "source"):
        printed = getattr(parsed, name)
        if printed and story.printed.setdefault(name, printed) != printed:
            story.ask(
                _("“%(first)s” was taken, but “%(second)s” is printed too. Please check.")
                % {"first": story.printed[name], "second": printed}
            )
    for question in parsed.questions:
        story.ask(question)


def _read_head(story: _Story) -> None:
    live = story.live()
    head = heads.read_head([unit.line for unit in live], [unit.text for unit in live])
    for index, text in head.counts.items():
        story.change(live[index], "furniture", text)
    for index, parsed in head.bylines.items():
        _take_byline(story, live[index], parsed)
    for index, role in head.roles.items():
        live[index].role = role
    if head.guessed:
        story.ask(_("Several lines stand at the head. Please check which is the headline, the kicker, the subtitle."))


def _read_sign_off(story: _Story) -> None:
    """The credits and source lines at the end, last line first, and the brackets that close the last paragraph."""
    taken: list[tuple[_Unit, ParsedByline]] = []
    for unit in reversed(story.live()[-SIGN_OFF_LINES:]):
        if unit.line.kind not in ("text", "caption") or unit.rows or captions.speaks_of_a_picture(unit.text):
            break
        parsed = parse_line(unit.text)
        if not (parsed.byline and (parsed.credits or parsed.source) and unit.text.endswith(parsed.byline)):
            if len(unit.text) <= _SHORT and not unit.text.endswith(("。", "！", "？", "”")):
                continue
            break
        taken.append((unit, parsed))
        if parsed.body.strip():
            break
    before = [unit for unit in story.live() if unit not in [entry for entry, _parsed in taken]]
    under_picture = bool(before) and before[-1].line.kind == "picture"
    for unit, parsed in reversed(taken):
        if not (under_picture and unit is taken[-1][0] and captions.is_caption(unit.text)):
            _take_byline(story, unit, parsed)


def _read_captions(story: _Story) -> None:
    """Give each picture the line under it, where that is marked as a caption or speaks like one."""
    live = story.live()
    for unit, following in pairwise(live):
        if unit.line.kind != "picture" or unit.line.picture is None or following.line.kind == "picture":
            continue
        if following.rows or not (following.line.kind == "caption" or captions.is_caption(following.text)):
            continue
        text, credit = captions.split_credit(following.text)
        if _cut(story, following, "caption"):
            _describe(story, unit.line.picture, text, credit)
    for unit in live:
        if not unit.gone and unit.line.kind == "text" and captions.speaks_of_a_picture(unit.text):
            story.ask(_("“%(line)s” looks like a caption, but no picture stands above it.") % {"line": unit.text[:30]})


def _describe(story: _Story, number: int, text: str, credit: str) -> None:
    for _kind, step in TEXT_STEPS:
        text, credit = step(text), step(credit)
    story.pictures[number] = replace(story.pictures[number], caption=text, credit=credit)


def _find_subheads(story: _Story) -> None:
    live = story.live()
    is_text = [unit.line.kind in ("text", "heading", "caption") for unit in live]
    marked = [unit.line.kind == "heading" or (unit.line.strong and _short_strong(unit.text)) for unit in live]
    for index in subheads.own_lines([unit.text for unit in live], is_text, marked):
        unit = live[index]
        if story.change(unit, "subhead", unit.text):
            unit.subhead = len(unit.text)


def _short_strong(text: str) -> bool:
    return 2 <= len(text) <= subheads.LONGEST and text[-1] not in "：:，,"


def _find_run_ins(story: _Story) -> None:
    """Split the subhead off a paragraph that begins with one; a single doubtful one is asked about instead."""
    texts = [unit for unit in story.live() if unit.line.kind == "text" and not unit.subhead]
    spaced = sum(unit.line.spaced for unit in texts)
    blank_lines_mean_something = 0 < spaced < len(texts) * 0.7
    found = []
    for unit in texts:
        apart = blank_lines_mean_something and unit.line.spaced
        if possible := subheads.run_in(unit.text, lead=unit.line.lead, apart=apart):
            found.append((unit, possible))
    for (unit, possible), sure in zip(found, subheads.confirmed([run for _unit, run in found]), strict=True):
        if sure:
            rest = cleaning.without_edges(unit.text[possible.length :])
            if story.change(unit, "subhead", f"{unit.text[: possible.length]}\n{rest}"):
                unit.subhead = possible.length
        elif possible.is_worth_asking:
            head = unit.text[: possible.length]
            story.ask(_("Is “%(line)s” a subhead? It stands at the head of a paragraph.") % {"line": head})


def _take_headlines(story: _Story) -> None:
    for unit in story.units:
        if not unit.role or unit.gone:
            continue
        role, text = unit.role, unit.text
        if role == "date":
            text = heads.printed_date(text) or text
        else:
            text = text[heads.label_length(text) :]
        if role in story.printed or not _cut(story, unit, "byline" if role == "date" else role):
            unit.role = ""
        else:
            story.printed[role] = text


def _ask_about_the_rest(story: _Story) -> None:
    if not story.printed.get("headline"):
        story.ask(_("The manuscript has no headline. Please write one."))
    live = story.live()
    for unit, following in zip(live, [*live[1:], None], strict=False):
        if unit.rows or not has_unpaired_quotes(unit.text):
            continue
        goes_on = (
            following is not None
            and following.text.startswith("“")
            and unit.text.count("“") == unit.text.count("”") + 1
        )
        if not goes_on:
            story.ask(_("A quotation mark has no partner in “%(line)s…”.") % {"line": unit.text[:20]})


def _gather(
    story: _Story,
    original: tuple[SourceLine, ...],
    arrived: tuple[ManuscriptPicture, ...],
    notes: tuple[str, ...],
) -> Manuscript:
    paragraphs: list[Paragraph] = []
    place_of: dict[int, int] = {}
    for unit in story.live():
        place_of[unit.index] = len(paragraphs)
        paragraphs += _paragraphs(unit)
    changes = tuple(
        replace(change, paragraph=place_of.get(change.line))
        for change in sorted(story.changes, key=lambda change: change.line)
    )
    printed = {name: story.printed.get(name, "") for name in _PRINTED}
    return Manuscript(
        **printed,
        credits=tuple(story.credits),
        paragraphs=tuple(paragraphs),
        pictures=tuple(story.pictures),
        changes=changes,
        questions=tuple(story.questions),
        original=original,
        arrived_pictures=arrived,
        notes=notes,
        left_out=story.left_out,
    )


_PRINTED = ("kicker", "headline", "subtitle", "place", "outlet", "date", "source")


def _paragraphs(unit: _Unit) -> list[Paragraph]:
    line = unit.line
    if line.picture is not None:
        return [Paragraph("picture", picture=line.picture, line=unit.index)]
    if unit.rows:
        return [Paragraph("table", rows=tuple(tuple(row) for row in unit.rows), line=unit.index)]
    if not unit.subhead:
        return [Paragraph("text", unit.text, line=unit.index, quoted=line.quoted, marks=_marks(line))]
    if unit.subhead == len(unit.text):
        return [Paragraph("subhead", unit.text, line=unit.index, level=3 if line.level > 2 else 2)]
    return [
        Paragraph("subhead", unit.text[: unit.subhead], line=unit.index),
        Paragraph("text", unit.text[unit.subhead + 1 :], line=unit.index, marks=_marks(line)),
    ]


def _marks(line: SourceLine) -> tuple[tuple[str, str], ...]:
    """The bold and italic phrases, cleaned as the line was, so that they are found in it; none where all is marked."""
    cleaned = []
    for element, phrase in line.marks:
        for _kind, step in (*ARRIVAL_STEPS, *TEXT_STEPS):
            phrase = step(phrase)
        if phrase:
            cleaned.append((element, phrase))
    return () if line.strong else tuple(cleaned)
