"""The pinned requirements are enough on every Python and system the README names; each direct one has its reason."""

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
SYSTEMS = [
    {"sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64"},
    {"sys_platform": "linux", "platform_system": "Linux", "platform_machine": "aarch64"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "platform_machine": "arm64"},
]
PYTHONS = ["3.11.0", "3.11.9", "3.12.0", "3.13.0", "3.14.0"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text()
    return {canonicalize_name(found[1]): found[2] for found in re.finditer(r"^([\w.-]+)==([^ ;\\\n]+)", text, re.M)}


def needed(
    package: str, extras: frozenset[str], python: str, system: dict[str, str]
) -> set[tuple[str, frozenset[str]]]:
    """What `package` with `extras` needs there, as its own metadata says."""
    environment = {
        "python_version": ".".join(python.split(".")[:2]),
        "python_full_version": python,
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "os_name": "posix",
        **system,
    }
    found = set()
    for line in importlib.metadata.requires(package) or []:
        requirement = Requirement(line)
        wanted = [{**environment, "extra": extra} for extra in extras or {""}]
        if requirement.marker is None or any(requirement.marker.evaluate(one) for one in wanted):
            found.add((canonicalize_name(requirement.name), frozenset(requirement.extras)))
    return found


def closure(direct: list[str], python: str, system: dict[str, str]) -> set[str]:
    """Everything an installation of `direct` needs there, as far as it is installed here to be asked."""
    todo = {(canonicalize_name(Requirement(line).name), frozenset(Requirement(line).extras)) for line in direct}
    seen: set[tuple[str, frozenset[str]]] = set()
    while todo:
        name, extras = todo.pop()
        seen.add((name, extras))
        try:
            todo |= needed(name, extras, python, system) - seen
        except importlib.metadata.PackageNotFoundError:
            continue  # it is for another Python or system; that it is pinned is what the test asks
    return {name for name, _ in seen}


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: f"{system['sys_platform']}-{system['platform_machine']}")
@pytest.mark.parametrize("python", PYTHONS)
def test_every_package_needed_is_pinned(python, system):
    direct = PROJECT["dependencies"]
    assert closure(direct, python, system) - pins("requirements.txt").keys() == set()
    tools = PROJECT["optional-dependencies"]["test"]
    assert closure(direct + tools, python, system) - pins("requirements-test.txt").keys() == set()


def test_the_test_tools_are_pinned_beside_the_very_same_versions():
    test_pins = pins("requirements-test.txt")
    assert {name: test_pins.get(name) for name in pins("requirements.txt")} == pins("requirements.txt")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt", "script/requirements-s3.txt"])
def test_pins_have_hashes_and_take_wheels_only(name):
    text = (ROOT / name).read_text()
    assert "--only-binary :all:" in text.splitlines()
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.M)[1:]
    assert [block.split("==")[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert re.findall(r"^--(?:extra-)?index-url.*|^--find-links.*|https?://\S+", text, re.M) == []


def test_direct_dependencies_are_few_and_each_has_its_reason():
    direct = [canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]]
    assert len(direct) <= 30
    reasons = (ROOT / "docs/dependencies.md").read_text().lower()
    everything = direct + [canonicalize_name(Requirement(line).name) for line in PROJECT["optional-dependencies"]["s3"]]
    assert [name for name in everything if name not in reasons] == []
