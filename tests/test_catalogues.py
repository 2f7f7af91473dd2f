"""The Chinese catalogues are complete, keep every placeholder, and are compiled as they stand."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = sorted(ROOT.glob("*/locale/zh_Hans/LC_MESSAGES/django.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.parts[-5] + "/" + path.parts[-4])
def catalogue(request):
    return request.param


def test_there_is_a_catalogue_for_each_app_with_words():
    assert [path.relative_to(ROOT).parts[0] for path in CATALOGUES] == ["articles", "comments", "newsroom"]


def test_every_string_has_its_chinese(catalogue):
    assert [entry.msgid for entry in polib.pofile(catalogue) if not entry.translated() or entry.fuzzy] == []


def test_every_placeholder_is_kept(catalogue):
    wrong = []
    for entry in polib.pofile(catalogue):
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for text in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            if set(PLACEHOLDER.findall(text)) != wanted:
                wrong.append(entry.msgid)
    assert wrong == []


def test_what_is_compiled_is_what_is_written(catalogue):
    written = {(e.msgctxt, e.msgid): e.msgstr or e.msgstr_plural for e in polib.pofile(catalogue)}
    compiled = {(e.msgctxt, e.msgid): e.msgstr or e.msgstr_plural for e in polib.mofile(catalogue.with_suffix(".mo"))}
    assert compiled == written


def test_no_string_in_the_code_is_missing(catalogue, tmp_path):
    """Gather the strings of a copy of the app again, as `script/messages` does, and compare."""
    app = catalogue.relative_to(ROOT).parts[0]
    copy = tmp_path / app
    shutil.copytree(ROOT / app, copy, ignore=shutil.ignore_patterns("__pycache__", "static", "migrations", "*.mo"))
    gather = [sys.executable, ROOT / "manage.py", "makemessages", "--locale", "zh_Hans", "--no-obsolete"]
    subprocess.run([*gather, "--extension", "html,txt,py", "--verbosity", "0"], cwd=copy, check=True, timeout=120)
    gathered = polib.pofile(copy / catalogue.relative_to(ROOT / app))
    assert [entry.msgid for entry in gathered if not entry.translated() or entry.fuzzy] == []
