"""Chromium, and a demo newsroom served to it by the very processes that `script/server` runs.

Fixtures (loaded everywhere by tests/conftest.py; a test that asks for one is marked `browser`):

- `demo_newsroom`: the served demo, made once a session in a VAR_DIR of its own; `.url("/")`, `.password`, `.var`
- `chromium`: the browser
- `visit`: opens one of its pages as someone would, and hands back a `Visit`
"""

import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PHONE, DESK = (390, 844), (1280, 900)
# Chromium calls home unless told not to; what it asks for is none of our pages' doing.
CHROMIUM_FLAGS = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
OWN_VARIABLES = {
    "DATABASE_URL",
    "CACHE_URL",
    "SITE_URL",
    "MEDIA_ROOT",
    "DEMO",
    "DEBUG",
    "HOST",
    "REQUIRE_2FA",
    "ALLOWED_HOSTS",
}


def find_chromium() -> str:
    """The path of a Chromium that starts, or "" (script/browser/chromium looks)."""
    return subprocess.run(
        [ROOT / "script/browser/chromium"], capture_output=True, text=True, check=False
    ).stdout.strip()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass(frozen=True)
class DemoNewsroom:
    """A newsroom being served, with the demo inside."""

    address: str
    password: str
    var: Path

    def url(self, path: str) -> str:
        return self.address + path

    def fetch(self, path: str) -> tuple[int, dict[str, str], str]:
        """Status, headers (names in lower case) and text of `path`, as a client that keeps nothing gets them."""
        try:
            with urllib.request.urlopen(self.url(path), timeout=30) as answer:
                return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read().decode()


def serve_newsroom(var: Path, **variables: str) -> tuple[subprocess.Popen, DemoNewsroom]:
    """Make a newsroom in `var`, run its tasks, and serve it as `script/server` does; the caller ends the process."""
    port, password = str(free_port()), secrets.token_urlsafe(12)
    env = {key: value for key, value in os.environ.items() if key not in OWN_VARIABLES}
    env |= {"VAR_DIR": str(var), "PORT": port, "DEMO_PASSWORD": password, "WEB_WORKERS": "2", **variables}
    for command in (["prepare"], ["run_tasks", "--batch", "--no-startup-delay"]):
        done = subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"manage.py {command[0]} failed:\n{done.stdout}\n{done.stderr}"
    log = (var / "server.log").open("w")
    server = subprocess.Popen([sys.executable, "script/supervise.py"], cwd=ROOT, env=env, stdout=log, stderr=log)
    log.close()
    newsroom = DemoNewsroom(f"http://127.0.0.1:{port}", password, var)
    end = time.monotonic() + 60
    while True:
        try:
            newsroom.fetch("/healthz")
        except OSError:
            if time.monotonic() > end or server.poll() is not None:
                server.kill()
                pytest.fail((var / "server.log").read_text())
            time.sleep(0.1)
        else:
            return server, newsroom


def end_server(server: subprocess.Popen) -> int:
    """Ask the supervisor to end and return its exit code; it has the promised 10 seconds."""
    server.terminate()
    try:
        return server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
        raise


@pytest.fixture(scope="session")
def demo_newsroom(tmp_path_factory) -> Iterator[DemoNewsroom]:
    server, newsroom = serve_newsroom(tmp_path_factory.mktemp("demo"))
    yield newsroom
    end_server(server)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    if not path:
        pytest.skip("no Chromium: apt-get install chromium, or CHROMIUM=/its/path")
    # Playwright's sync API keeps an event loop in this thread, which Django would otherwise take for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        # Chromium's sandbox needs a user other than root.
        browser = playwright.chromium.launch(
            executable_path=path, args=CHROMIUM_FLAGS, chromium_sandbox=hasattr(os, "getuid") and os.getuid() != 0
        )
        yield browser
        browser.close()


@dataclass
class Visit:
    """One page open in a browser that had seen nothing before, and what happened while it loaded."""

    page: Page
    site: str
    status: int = 0
    foreign: list[str] = field(default_factory=list)  # requests beyond the site
    errors: list[str] = field(default_factory=list)  # console errors, uncaught exceptions, refused by the CSP
    failed: list[str] = field(default_factory=list)  # requests answered with 400 or more
    weights: dict[str, int] = field(default_factory=dict)  # bytes as sent, of document, stylesheet and script

    def listen(self) -> None:
        self.page.on("request", self._note_request)
        self.page.on("response", self._note_response)
        self.page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("requestfinished", self._note_weight)

    def _note_request(self, request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and not request.url.startswith(self.site + "/"):
            self.foreign.append(request.url)

    def _note_response(self, response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.failed.append(f"{response.status} {response.url}")

    def _note_weight(self, request) -> None:
        if request.resource_type in {"document", "stylesheet", "script"}:
            self.weights[request.url] = request.sizes()["responseBodySize"]

    def text(self, selector: str = "main") -> str:
        """What a person can read inside `selector`."""
        return self.page.locator(selector).first.inner_text()

    def axe(self) -> list[str]:
        """What axe finds wrong, one line a rule; [] is what every page owes (WCAG 2.2 AA and best practices)."""
        found = Axe().run(self.page, options={"resultTypes": ["violations"]}).response["violations"]
        return [f"{v['id']}: " + "; ".join(node["html"][:160] for node in v["nodes"][:5]) for v in found]

    def cookies(self) -> list[dict]:
        return self.page.context.cookies()

    def overflow(self) -> int:
        """How many pixels the page is wider than its window; 0 is what every page owes."""
        return self.page.evaluate(
            "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"
        )


@pytest.fixture
def visit(chromium, demo_newsroom) -> Iterator[Callable[..., Visit]]:
    """`visit("/", size=PHONE, dark=False, javascript=True)`: a `Visit` of that page by a newcomer."""
    contexts = []

    def open_page(path: str, *, size=DESK, dark=False, javascript=True, site: DemoNewsroom = demo_newsroom) -> Visit:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            is_mobile=size[0] < 600,
            has_touch=size[0] < 600,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
        )
        contexts.append(context)
        visit = Visit(context.new_page(), site.address)
        visit.listen()
        answer = visit.page.goto(site.url(path), wait_until="load")
        visit.status = answer.status if answer else 0
        return visit

    yield open_page
    for context in contexts:
        context.close()


def log_in(visit: Visit, newsroom: DemoNewsroom, username: str) -> None:
    """Log in as a demo account by the one door; ends on the page that account is led to."""
    visit.page.goto(newsroom.url("/accounts/login/"))
    visit.page.fill("input[name=login]", username)
    visit.page.fill("input[name=password]", newsroom.password)
    visit.page.locator("input[name=password]").press("Enter")
    visit.page.wait_for_url(lambda url: "/accounts/login" not in url)


@pytest.hookimpl(tryfirst=True)  # before -m chooses by marker
def pytest_collection_modifyitems(config, items) -> None:
    """Mark what needs Chromium or the served demo, and keep it together: one server and one browser are enough."""
    for item in items:
        if {"chromium", "demo_newsroom", "visit"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)
            if config.pluginmanager.hasplugin("xdist"):
                item.add_marker(pytest.mark.xdist_group("demo newsroom"))
