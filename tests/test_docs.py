"""Docs say what the code has: every command, environment variable and state, and nothing that is not there."""

import re
import tomllib
from pathlib import Path

import pytest
from django.utils import translation

from articles.enums import ArticleAction, ArticleStatus, CreditRole
from articles.workflow import TRANSITIONS

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


def _rows(page: str, heading: str) -> list[list[str]]:
    """The cells of the table under `heading`, without its head."""
    section = ("\n" + (ROOT / page).read_text()).split(f"\n{heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_workflow_page_shows_the_table_in_force():
    shown = {row[0]: (set(row[1].split(", ")), *row[2:]) for row in _rows("docs/workflow.md", "# The road of a story")}
    in_force = {
        action.value: ({source.value for source in step.sources}, step.target.value, step.who)
        for action, step in TRANSITIONS.items()
    }
    assert shown == in_force


@pytest.mark.parametrize(
    ("heading", "choices"),
    [
        ("## States of a story", ArticleStatus),
        ("## What is done to a story", ArticleAction),
        ("## Roles in a credit", CreditRole),
    ],
)
def test_the_vocabulary_says_what_people_see(heading, choices):
    with translation.override("zh-hans"):
        seen = [[choice.value, str(choice.label)] for choice in choices]
    assert sorted(row[:2] for row in _rows("docs/vocabulary.md", heading)) == sorted(seen)


def test_every_direct_dependency_has_its_line():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["s3"]
    names = {re.split(r"[\[<>=]", entry)[0] for entry in asked}
    listed = {name for row in _rows("docs/dependencies.md", "# Dependencies") for name in row[0].split(", ")}
    assert listed == names
