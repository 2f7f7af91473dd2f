"""Manuscript files -> drafts, with a report of what was read and changed; one JSON object a file with --json."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.importing import Imported, make_draft
from articles.manuscripts import MOST_BYTES, Manuscript, Refused, read_file


class Command(BaseCommand):
    """Goes on after a file that failed; the exit code is 1 if any did."""

    help = "Read manuscripts (.docx, text, HTML) and make a draft of each."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="Read and report, write nothing.")
        parser.add_argument("--json", action="store_true", help="One JSON object a file, a line each.")
        parser.add_argument(
            "--by", metavar="USERNAME", help="Whose drafts they become; otherwise the first administrator."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        by = None if options["dry_run"] else _account(options["by"])
        failed = 0
        for file in options["files"]:
            try:
                manuscript = read_file(Path(file).name, _content(file))
                imported = None if options["dry_run"] else make_draft(manuscript, by=by)
            except (Refused, OSError) as error:
                failed += 1
                self.stderr.write(f"{file}: {error}")
                continue
            report = _as_json if options["json"] else _as_text
            self.stdout.write(report(file, manuscript, imported))
            self.stdout.flush()
        if failed:
            raise CommandError(_("%(count)s file(s) could not be imported.") % {"count": failed}, returncode=1)


def _account(username: str | None):
    """The account that imports. Raises CommandError where there is none such."""
    accounts = get_user_model().objects.filter(is_active=True)
    account = (
        accounts.filter(username=username).first()
        if username
        else accounts.filter(is_superuser=True).order_by("pk").first()
    )
    if account is None:
        raise CommandError(_("No such account. Name one with --by USERNAME."))
    return account


def _content(file: str) -> bytes:
    """The file's bytes, one more than may be at most: enough to see that it is too large."""
    with Path(file).open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _as_json(file: str, manuscript: Manuscript, imported: Imported | None) -> str:
    """The contract's object. Nothing in it breaks the line."""
    article = imported.article.pk if imported else None
    return json.dumps({"file": file, "article": article, **manuscript.to_json()}, ensure_ascii=False)


def _as_text(file: str, manuscript: Manuscript, imported: Imported | None) -> str:
    """What a person wants to know: which draft, who made it, what was changed how often, what is asked."""
    kinds = [change.kind for change in manuscript.changes]
    counted = ", ".join(f"{kind} {kinds.count(kind)}" for kind in dict.fromkeys(kinds))
    names = ", ".join(f"{entry.role.label} {entry.name}" for entry in manuscript.credits)
    lines = [
        f"{file}: {manuscript.headline or _('(no headline yet)')}",
        f"  {_('Draft')}: {imported.article.pk if imported else '-'}",
        f"  {_('Credits')}: {names or '-'}",
        f"  {_('Paragraphs')}: {len(manuscript.paragraphs)}",
        f"  {_('Changes')}: {counted or '-'}",
        *(f"  ? {question}" for question in (*manuscript.questions, *(imported.problems if imported else ()))),
    ]
    return "\n".join(lines)
