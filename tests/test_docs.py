"""Docs say what the code has: every command, environment variable and state, and nothing that is not there."""

import re
from pathlib import Path

import pytest

from articles.enums import ArticleStatus

ROOT = Path(__file__).resolve().parent.parent
APPS = ("newsroom", "articles", "comments")
OPERATIONS = (ROOT / "docs/operations.md").read_text()
READING = re.compile(r"""(?:env\.\w+|_switch|environ\.get|getenv|_number)\(\s*"([A-Z][A-Z0-9_]+)\"""")
SHELL = re.compile(r"\$\{([A-Z][A-Z0-9_]+)[:}]")
# Variables of the machine, or ones that our scripts hand to each other.
NOT_OURS = {"PATH", "HOME", "DJANGO_SETTINGS_MODULE", "CI"}


def _commands() -> set[str]:
    """The names of the management commands of our own."""
    found = {path for app in APPS for path in (ROOT / app).glob("management/commands/*.py")}
    return {path.stem for path in found if not path.stem.startswith("_")}


def _variables(*files: Path) -> set[str]:
    text = "\n".join(file.read_text() for file in files)
    return (set(READING.findall(text)) | set(SHELL.findall(text))) - NOT_OURS


def test_operations_lists_every_variable_the_site_reads():
    files = [path for app in APPS for path in (ROOT / app).rglob("*.py")]
    read = _variables(*files, ROOT / "script/supervise.py")
    rows = set(re.findall(r"`([A-Z][A-Z0-9_]+)`", "\n".join(re.findall(r"^\| (`[A-Z].*?) \|", OPERATIONS, re.M))))
    assert rows == read


def test_development_names_every_variable_the_scripts_read():
    scripts = [path for path in (ROOT / "script").iterdir() if path.is_file() and path.suffix in {"", ".py"}]
    named = set(re.findall(r"`([A-Z][A-Z0-9_]+)(?:=[^`]*)?`", OPERATIONS + (ROOT / "docs/development.md").read_text()))
    assert _variables(*scripts, ROOT / "script/browser/chromium") - named == set()


def test_operations_lists_every_command_and_no_other():
    section = OPERATIONS.split("\n## Commands\n")[1].split("\n## ")[0]
    rows = set(re.findall(r"^\| `(\w+)", section, re.M))
    assert rows == _commands()


def test_the_contract_is_kept_in_commands():
    contract = {"demo", "open_desk", "import_manuscript", "parse_byline", "publish_due", "run_tasks", "run_schedule",
                "load_sample"}  # fmt: skip
    assert contract - _commands() == set()


@pytest.mark.parametrize("status", list(ArticleStatus))
def test_the_workflow_page_has_every_state(status):
    assert status.value in (ROOT / "docs/workflow.md").read_text()


def test_every_script_is_explained():
    scripts = {path.name for path in (ROOT / "script").iterdir() if path.is_file() and path.suffix == ""}
    text = OPERATIONS + (ROOT / "docs/development.md").read_text()
    assert {name for name in scripts if f"script/{name}" not in text} == set()


def test_every_link_between_docs_leads_somewhere():
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
    targets = [
        (page, found) for page in pages for found in re.findall(r"\]\(([^)\s#]+)(?:#[^)]*)?\)", page.read_text())
    ]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page, target in targets
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []
