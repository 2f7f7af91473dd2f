"""Which tests a run must not leave out.

- A test marked `sqlite` or `postgresql` is for that database alone; on the other one it is left out, not skipped.
- With REQUIRE_ALL=1 (CI sets it) a skipped test is a failed run: nothing may go missing without someone noticing.
"""

import os

import pytest
from django.conf import settings


def _vendor() -> str:
    return "postgresql" if "postgresql" in settings.DATABASES["default"]["ENGINE"] else "sqlite"


def pytest_collection_modifyitems(config, items) -> None:
    other = "sqlite" if _vendor() == "postgresql" else "postgresql"
    left_out = [item for item in items if item.get_closest_marker(other) and not item.get_closest_marker(_vendor())]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("REQUIRE_ALL") == "1" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter) -> None:
    if os.environ.get("REQUIRE_ALL") == "1" and terminalreporter.stats.get("skipped"):
        terminalreporter.section("REQUIRE_ALL=1: the skipped tests above fail this run", red=True)
