"""What the repository itself promises: its top level, and that it names no machine it was written on."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REQUIRED = {"newsroom", "articles", "comments", "manage.py", "requirements.txt", "tests"}
ALLOWED = REQUIRED | {
    "README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", "requirements-test.txt", "docs", "script",
}  # fmt: skip
# A path of the machine a line was written on, a package index, or a tool that only its writer had.
FOREIGN = re.compile(
    r"/work/|/root/|/opt/pypi|/opt/wheels|/home/\w+/|/Users/\w+/|pypi\.org|pythonhosted|registry\.npmjs|deb\.debian\.org"
)
# The page beside the checkout is named in one place alone.
SEED = re.compile(r"\.\./shared|shared/seed")


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()]


def text_of(name: str) -> str:
    try:
        return (ROOT / name).read_text()
    except UnicodeDecodeError:
        return ""


def test_top_level_is_what_the_design_says():
    top = {name.split("/")[0] for name in tracked()}
    visible = {name for name in top if not name.startswith(".")}
    assert REQUIRED - visible == set()
    assert visible - ALLOWED == set()


def test_no_file_names_a_machine_or_a_package_index():
    found = {}
    for name in tracked():
        if name == "tests/test_repository.py":
            continue
        if hits := FOREIGN.findall(text_of(name)):
            found[name] = hits
    assert found == {}


def test_the_saved_page_is_named_by_ci_alone():
    here = {name for name in tracked() if SEED.search(text_of(name))} - {"tests/test_repository.py"}
    assert here <= {".ci/run"}


def test_templates_hold_no_inline_script_style_or_handler():
    inline = re.compile(
        r"<style|\sstyle=|\son[a-z]+=[\"']|javascript:|<script(?![^>]*\ssrc=)(?![^>]*type=\"application/(?:ld\+)?json\")",
        re.I,
    )
    templates = [name for name in tracked() if "/templates/" in name and name.endswith(".html")]
    found = {name: inline.findall(text_of(name)) for name in templates}
    assert {name: hits for name, hits in found.items() if hits} == {}


@pytest.mark.parametrize(
    "name", ["script/setup", "script/server", "script/test", "script/lint", "script/lock", "script/bench",
             "script/pictures", "script/browser/setup", ".ci/run", "manage.py"],
)  # fmt: skip
def test_commands_can_be_run_and_stop_at_the_first_error(name):
    mode = subprocess.run(["git", "ls-files", "-s", name], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    assert mode.startswith("100755")
    text = (ROOT / name).read_text()
    assert not text.startswith("#!/usr/bin/env bash") or "\nset -euo pipefail\n" in text
