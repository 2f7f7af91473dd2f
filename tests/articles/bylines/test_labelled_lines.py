"""Promise B1 on our own labelled lines: what papers print, and what only looks like it.

`labelled.jsonl` holds a line, what a sub-editor reads in it, and which set it came from: `first` was written with the
grammar, each of the others before anybody saw how the grammar does on it (docs/bylines.md has the figures of that day).
A line that two sub-editors would read in two ways is marked `ambiguous`: of it only the question is expected.
"""

import json
from pathlib import Path

import pytest

from articles.bylines import parse_line
from articles.management.commands.parse_byline import as_json

ROWS = [json.loads(row) for row in (Path(__file__).parent / "labelled.jsonl").read_text("utf-8").splitlines()]
LINES = [row for row in ROWS if not row.get("ambiguous")]
AMBIGUOUS = [row["line"] for row in ROWS if row.get("ambiguous")]
FIELDS = ("credits", "place", "outlet", "date", "byline", "body", "certain")


@pytest.mark.parametrize("labelled", LINES, ids=[row["line"][:30] for row in LINES])
def test_a_labelled_line_is_read_as_a_sub_editor_reads_it(labelled):
    read = as_json(parse_line(labelled["line"]))
    assert read == {field: labelled[field] for field in FIELDS}


@pytest.mark.parametrize("line", AMBIGUOUS)
def test_a_line_that_reads_in_two_ways_is_asked_about(line):
    assert parse_line(line).certain is False


def test_the_corpus_holds_bylines_of_every_role_and_many_lines_without_one():
    bylines = [row for row in LINES if row["byline"]]
    roles = {credit["role"] for row in bylines for credit in row["credits"]}
    assert roles == {
        "reporter", "intern", "correspondent", "writer", "photographer", "illustrator", "video", "translator",
        "editor", "proofreader", "reviewer",
    }  # fmt: skip
    assert len(bylines) >= 300
    assert len(LINES) - len(bylines) >= 150
