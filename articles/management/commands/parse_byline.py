"""Lines on standard input, what their bylines say on standard output: one JSON object a line, as soon as it is read."""

import io
import json
import sys
from typing import Any, TextIO

from django.core.management.base import BaseCommand

from articles.bylines import ParsedByline, parse_line


class Command(BaseCommand):
    """Needs no database. Bytes that are not UTF-8 are replaced, so that one bad line never ends the run."""

    help = "Read lines from standard input and print what each one's byline says, one JSON object a line."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def handle(self, *args: Any, **options: Any) -> None:
        for line in _lines(sys.stdin):
            parsed = parse_line(line.rstrip("\r\n"))
            self.stdout.write(json.dumps(as_json(parsed), ensure_ascii=False))
            self.stdout.flush()


def as_json(parsed: ParsedByline) -> dict[str, Any]:
    """The contract's keys. A line that only says where the text came from gives that as its outlet."""
    return {
        "credits": [{"role": str(c.role), "name": c.name, "unit": c.unit} for c in parsed.credits],
        "place": parsed.place,
        "outlet": parsed.outlet or parsed.source,
        "date": parsed.date,
        "byline": parsed.byline,
        "body": parsed.body,
        "certain": parsed.certain,
    }


def _lines(stdin: TextIO) -> TextIO:
    """Standard input as UTF-8 whatever the locale says; only \\n ends a line."""
    if not hasattr(stdin, "buffer"):
        return stdin
    return io.TextIOWrapper(stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
