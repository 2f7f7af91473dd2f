"""Word files: read in a confined child; old formats through the operator's converter, where one is set."""

import logging
import re
import shlex
import subprocess
import tempfile
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from articles.manuscripts.blocks import html_lines
from articles.manuscripts.pasted import sanitised
from articles.manuscripts.refusals import REASONS
from articles.manuscripts.shapes import ManuscriptPicture, SourceLine
from articles.uploads import confine, refused

CONVERSION_SECONDS = 60
_ARROW_BACK = re.compile(r' ?<a href="#(?:foot|end)note-ref-\d{1,6}">↑</a>')
_EMPTY_NOTE = re.compile(r'<li id="((?:foot|end)note-\d{1,6})">(?:<p>\s?</p>)?</li>')
_NOTE_NUMBER = re.compile(r'<sup><a href="#((?:foot|end)note-\d{1,6})" id="[a-z0-9-]{1,40}">\[\d{1,6}\]</a></sup>')

logger = logging.getLogger(__name__)


def docx_lines(name: str, data: bytes) -> tuple[list[SourceLine], list[ManuscriptPicture], list[str]]:
    """The lines and pictures of a .docx, and sentences about what did not come along. Raises Refused."""
    answer, bodies = confine("articles.manuscripts.docx_child.convert", data, name=name, reasons=REASONS)
    pictures = [
        ManuscriptPicture(name=picture_name, data=body)
        for picture_name, body in zip(answer["names"], bodies, strict=True)
    ]
    given = {f"picture-{number}": number for number in range(len(pictures))}
    lines = html_lines(sanitised(_with_plain_notes(answer["html"])), lambda source, _alt: given.get(source))
    notes = []
    if answer["linked"]:
        notes.append(
            _("%(count)s picture(s) were only linked, not in the file. Please add them in the story.")
            % {"count": answer["linked"]}
        )
    return lines, pictures, notes


def _with_plain_notes(html: str) -> str:
    """Footnotes without mammoth's arrows back, and without the numbers of those that hold nothing (more)."""
    html = _ARROW_BACK.sub("", html)
    empty = set(_EMPTY_NOTE.findall(html))
    return _NOTE_NUMBER.sub(lambda match: "" if match[1] in empty else match[0], html)


def converted(name: str, data: bytes) -> bytes:
    """An old Word or WPS file as .docx, made by MANUSCRIPT_CONVERTER; Refused without one or if it fails.

    The command is run without a shell; {in} and {out} in it stand for the file and the directory for the result.
    """
    if not settings.MANUSCRIPT_CONVERTER:
        raise refused("old-word", name, REASONS)
    with tempfile.TemporaryDirectory(dir=settings.VAR_DIR) as directory:
        source, target = Path(directory) / "in", Path(directory) / "out"
        source.mkdir()
        target.mkdir()
        file = (
            source
            / f"manuscript{Path(name).suffix if Path(name).suffix in ('.doc', '.wps', '.rtf', '.odt') else '.doc'}"
        )
        file.write_bytes(data)
        command = [
            part.replace("{in}", str(file)).replace("{out}", str(target))
            for part in shlex.split(settings.MANUSCRIPT_CONVERTER)
        ]
        try:
            subprocess.run(
                command,
                check=True,
                timeout=CONVERSION_SECONDS,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=directory,
            )
            made = sorted(target.glob("*.docx"))[0]
            return made.read_bytes()
        except (OSError, subprocess.SubprocessError, IndexError) as error:
            logger.warning("MANUSCRIPT_CONVERTER failed: %s", error)
            raise refused("converter-failed", name, REASONS) from error
