"""A printed line -> who made the story: the byline at its head, a line that is all byline, or the credits at its end.

The order of trial: a dateline or brackets at the head, a line that is credits and nothing else, a byline before running
text, and last the end of the line. What is read is one substring, `byline`; everything else is `body`, to the last
space. A line that does not fit is body: the parser never guesses a byline into running text.
"""

from collections.abc import Collection

from articles.bylines import questions
from articles.bylines.before_text import before_text
from articles.bylines.datelines import Dateline
from articles.bylines.doubts import doubts_about
from articles.bylines.endings import at_end
from articles.bylines.found import BLANKS, Found
from articles.bylines.heads import at_head
from articles.bylines.shapes import ParsedByline
from articles.bylines.whole_lines import whole_line


def parse_line(line: str, *, own_names: Collection[str] = ()) -> ParsedByline:
    """What `line` says about who made the story. `own_names` are people the desk knows; they settle doubtful names.

    Never raises; takes time linear in the line. Where nothing is found, `byline` is "" and `body` is the line.
    """
    start = len(line) - len(line.lstrip(BLANKS))
    text = line[start:].rstrip(BLANKS)
    own_names = frozenset(own_names)
    for attempt in (at_head, whole_line, before_text, at_end):
        if text and (found := attempt(text, own_names)):
            _ask_about_the_end(text, found, own_names)
            return _parsed(line, start, found)
    asked = doubts_about(text, own_names) if text else []
    return ParsedByline(body=line, certain=not asked, questions=tuple(asked))


def _parsed(line: str, offset: int, found: Found) -> ParsedByline:
    reading = found.reading
    dateline = found.dateline or Dateline("", "", "", 0)
    start, end = offset + found.start, offset + found.end
    return ParsedByline(
        credits=tuple(reading.credits),
        place=dateline.place or reading.place,
        outlet=dateline.outlet or reading.outlet,
        date=dateline.date or reading.date,
        byline=line[start:end],
        body=line[:start] + line[end:],
        certain=not reading.asked,
        source=reading.source,
        questions=tuple(reading.asked),
    )


def _ask_about_the_end(text: str, found: Found, own_names: Collection[str]) -> None:
    """A byline at the head, and credits at the end too: one substring is read, the other is asked about."""
    if found.start or found.end >= len(text):
        return
    more = at_end(text[found.end :], own_names)
    if more:
        found.reading.ask(questions.more_credits(text[found.end :][more.start : more.end]))
