"""Promises S1 and S2: text that means to run a script runs nowhere, whichever field or address it came by.

A newsroom of its own, every text field of it hostile, is visited page by page in Chromium: with both guards, without
the Content-Security-Policy, and without any escaping in templates. CI takes a random tenth of the scripts
(HOSTILE_SEED, which is printed, repeats a run); `--full` takes all of them.
"""

import json
import os
import random
import re
import subprocess
import sys
from dataclasses import dataclass, field
from urllib.parse import quote

import pytest

from tests.articles.manuscripts.word import package, paragraph
from tests.browser import OWN_VARIABLES, ROOT, DemoNewsroom, Visit, end_server, serve_newsroom
from tests.hostile.scripts import chunks
from tests.hostile.weakened import SWITCH

SIZE, CI_TEXTS = 6, 5
"""Scripts in one text: what is escaped cannot get in each other's way."""
# An element called __hit is clobbering, and no script that ran.
RAN = """
() => {
  const found = window.__hit;
  return Boolean(found) && !(found instanceof Element || found instanceof HTMLCollection || found === found.window);
}
"""
AUDIT = """
async () => {
  await new Promise((settled) => setTimeout(settled, 30)); // what fires soon after the page has loaded
  const found = [];
  const ran = RAN;
  if (ran()) found.push("a script ran");
  if (document.contentType.endsWith("xml")) return found; // Chromium shows XML on a page of its own making
  const scheme = /^[\\s\\x00-\\x20]*(javascript|vbscript|data|feed|view-source|jar|blob|filesystem|file):/i;
  const takesAddress = /^(href|xlink:href|src|action|formaction|data|background|poster|ping|manifest)$/i;
  const active = ["iframe", "object", "embed", "base", "frame", "applet", "plaintext", "xmp", "math", "style"];
  const isOurs = (script) => script.src || ["importmap", "application/json"].includes(script.type);
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    if (active.includes(name)) found.push(`<${name}>`);
    if (name === "script" && !isOurs(element)) found.push("<script>");
    if (name === "meta" && /refresh|policy/i.test(element.httpEquiv || "")) found.push("<meta>");
    for (const { name: attribute, value } of element.attributes) {
      const leads = takesAddress.test(attribute) && scheme.test(value);
      const runs = leads || /^on/i.test(attribute) || attribute === "srcdoc";
      if (runs) found.push(`${name} ${attribute}=${value.slice(0, 60)}`);
    }
  }
  return found;
}
"""
AUDIT = AUDIT.replace("RAN", RAN)
"""What of a page could run: no element, attribute or address of ours is such a one."""
IN_THE_EDITOR = ("Executing inline event handler", "Applying inline style")
"""The editor parses a body in a document that runs nothing; Chromium names the policy before it sees that. That nothing
ran there the run without the policy shows."""
TYPED = ", ".join(
    ["textarea", "input:not([type])"]
    + [f"input[type={kind}]" for kind in "text url email search password hidden number date".split()]
)
FILL = """
([text, typed, submit]) => {
  const form = [...document.forms].find((one) => one.method === "post" && !/logout/.test(one.action));
  if (!form) return false;
  for (const field of form.elements) {
    if (!field.name || /^csrf|_FORMS$|-ORDER$|-id$|^_/.test(field.name)) continue;
    if (field.matches(typed)) {
      if (field.type === "number" || field.type === "date") field.type = "text";
      field.value = text;
    }
  }
  if (submit) {
    const hidden = document.createElement("input");
    [hidden.type, hidden.name, hidden.value] = ["hidden", submit, "1"];
    form.append(hidden);
  }
  HTMLFormElement.prototype.submit.call(form);
  return true;
}
"""


@dataclass
class Hunter:
    """A browser that is signed in as the chief, walks from page to page, and keeps what no page should show."""

    visit: Visit
    has_policy: bool
    is_escaped: bool
    problems: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    pages: int = 0

    def listen(self) -> None:
        self.visit.page.on("dialog", self._note_dialog)
        self.visit.page.on("requestfinished", lambda request: self.left.add(request.url))

    def _note_dialog(self, dialog) -> None:
        if dialog.type != "beforeunload":
            self.dialogs.append(dialog.message)
        dialog.accept()

    def go(self, path: str) -> int:
        answer = self.visit.page.goto(self.visit.site + path, wait_until="load")
        return self.look(path, answer.status if answer else 0)

    def look(self, path: str, status: int) -> int:
        """Keep what is wrong with the page that is open."""
        self.pages += 1
        page, visit = self.visit.page, self.visit
        found = page.evaluate(AUDIT) if self.is_escaped else ["a script ran"] * bool(page.evaluate(RAN))
        found += [f"dialog {message}" for message in self.dialogs] + [f"asked {url}" for url in self._foreign()]
        is_xml = page.evaluate("document.contentType").endswith("xml")
        if self.is_escaped and not is_xml:
            has_editor = page.locator(".ProseMirror").count() > 0
            quiet = ("Failed to load resource", *(IN_THE_EDITOR if has_editor else ()))
            found += [error for error in visit.errors if not error.startswith(quiet)]
        if status >= 500:
            found.append(f"answered {status}")
        self.problems += [f"{path[:80]}: {one[:200]}" for one in dict.fromkeys(found)]
        for notes in (visit.errors, visit.foreign, visit.failed, self.dialogs):
            notes.clear()
        return status

    def expect_no_problem(self) -> None:
        if self.problems:
            pytest.fail("\n".join(self.problems))

    def _foreign(self) -> list[str]:
        """What went out. What the policy stopped Chromium still tells, as a request that failed before it left."""
        return [url for url in self.visit.foreign if self.is_escaped or url in self.left]

    left: set = field(default_factory=set)

    def fill(self, path: str, text: str, submit: str = "") -> None:
        """Send the form of `path` with `text` in every field, and look at what comes back."""
        self.visit.page.goto(self.visit.site + path, wait_until="load")
        with self.visit.page.expect_navigation(wait_until="load") as answered:
            assert self.visit.page.evaluate(FILL, [text, TYPED, submit]), f"{path} shows no form"
        self.look(f"POST {path}", answered.value.status)


@dataclass(frozen=True)
class Hostile:
    """A newsroom full of hostile text, served, and its rows a text each."""

    newsroom: DemoNewsroom
    rows: list[dict]


@pytest.fixture(scope="module", params=["a tenth", pytest.param("all", marks=pytest.mark.full)])
def hostile(request, tmp_path_factory):
    seed = int(os.environ.get("HOSTILE_SEED") or random.SystemRandom().randrange(10**6))
    sys.stdout.write(f"HOSTILE_SEED={seed}\n")
    texts = chunks(seed, CI_TEXTS, SIZE) if request.param == "a tenth" else chunks(None, 0, SIZE)
    variables = {"DJANGO_SETTINGS_MODULE": "tests.hostile.settings", "DEMO": "off"}
    server, newsroom = serve_newsroom(tmp_path_factory.mktemp("hostile"), **variables)
    try:
        yield Hostile(newsroom, fill(newsroom, texts, variables))
    finally:
        end_server(server)


def fill(newsroom: DemoNewsroom, texts: list[str], variables: dict) -> list[dict]:
    env = {key: value for key, value in os.environ.items() if key not in OWN_VARIABLES}
    env |= {"VAR_DIR": str(newsroom.var), "DEMO_PASSWORD": newsroom.password, **variables}
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.filling"],
        cwd=ROOT,
        env=env,
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def enter(context, newsroom: DemoNewsroom) -> None:
    """Sign in as the chief without opening the page, which a newsroom with no escaping shows in ruins."""
    door = newsroom.url("/accounts/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', context.request.get(door).text())[1]
    form = {"csrfmiddlewaretoken": token, "login": "chief", "password": newsroom.password}
    answer = context.request.post(door, form=form, headers={"Origin": newsroom.address, "Referer": door})
    assert "/accounts/login" not in answer.url


@pytest.fixture(scope="module", params=["", "csp", "escaping", "csp escaping"])
def hunter(request, hostile, chromium):
    (hostile.newsroom.var / SWITCH).write_text(request.param)
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN", timezone_id="Asia/Shanghai")
    visit = Visit(context.new_page(), hostile.newsroom.address)
    visit.listen()
    hunter = Hunter(visit, "csp" not in request.param, "escaping" not in request.param)
    hunter.listen()
    enter(context, hostile.newsroom)
    yield hunter
    context.close()


def public_pages(row: dict) -> list[str]:
    return [
        f"/articles/{row['article']}/",
        f"/sections/{row['section']}/",
        f"/tags/{row['tag']}/",
        f"/reporters/{row['reporter']}/",
        f"/correspondents/{row['correspondent']}/",
        f"/pages/{row['page']}/",
    ]


def pages_with_queries(text: str) -> list[str]:
    asked, path = quote(text, safe=""), quote(text[:200], safe="")
    return [
        f"/?page={asked}&q={asked}",
        f"/{path}",
        f"/articles/{path}/",
        f"/tags/{path}/?page={asked}",
        f"/accounts/login/?next={asked}",
        f"/accounts/logout/?next={asked}",
        f"/admin/login/?next={asked}",
        f"/admin/articles/article/?q={asked}",
        f"/admin/articles/article/?status={asked}",
        f"/admin/articles/article/?section={asked}&p={asked}",
        f"/admin/articles/picture/?q={asked}",
        f"/admin/articles/tag/?q={asked}",
        f"/admin/newsroom/account/?q={asked}&o={asked}",
        f"/admin/articles/reporter/?q={asked}",
        f"/admin/articles/article/?{asked}=1",
        f"/admin/articles/picture/add/?_popup={asked}",
        f"/admin/articles/article/{path}/change/",
        f"/admin/articles/section/{path}/change/",
    ]


SHARED = [
    "/",
    "/feeds/all.xml",
    "/sitemap.xml",
    "/sitemaps/pages.xml",
    "/robots.txt",
    "/admin/",
    "/admin/articles/",
    "/admin/articles/article/",
    "/admin/articles/frontplace/",
    "/admin/articles/reporter/",
    "/admin/articles/correspondent/",
    "/admin/articles/unit/",
    "/admin/articles/personmerge/",
    "/admin/articles/picture/",
    "/admin/articles/tag/",
    "/admin/articles/section/",
    "/admin/articles/source/",
    "/admin/articles/flatpage/",
    "/admin/articles/sitesettings/1/change/",
    "/admin/newsroom/account/",
    "/admin/articles/article/import/",
    "/admin/articles/article/add/",
    "/accounts/logout/",
    "/accounts/2fa/",
    "/accounts/sessions/",
]


def desk_pages(row: dict) -> list[str]:
    article, draft = (f"/admin/articles/article/{row[name]}" for name in ("article", "draft"))
    imported = [f"/admin/articles/article/import/{number}/" for number in row["originals"]]
    rows = {
        "picture": "picture",
        "tag": "tag_id",
        "section": "section_id",
        "source": "source",
        "unit": "unit",
        "flatpage": "page_id",
        "reporter": "reporter",
        "correspondent": "correspondent",
    }
    return [
        f"{article}/change/",
        f"{article}/change/?revise=1",
        f"{article}/history/",
        f"{article}/move/retract/",
        f"{draft}/change/",
        f"{draft}/delete/",
        f"{draft}/history/",
        f"/admin/articles/article/{row['submitted']}/change/",
        *imported,
        *(f"/admin/articles/{model}/{row[name]}/change/" for model, name in rows.items()),
        *(f"/admin/articles/{model}/{row[rows[model]]}/delete/" for model in ("picture", "unit", "source", "flatpage")),
        f"/admin/articles/picture/{row['picture']}/history/",
        f"/admin/newsroom/account/{row['account']}/change/",
        f"/admin/articles/reporter/{row['reporter']}/merge/?vanished={row['correspondent']}",
    ]


def conflict(hunter: Hunter, row: dict) -> None:
    """Save a story from a version long gone, so that both texts are shown side by side."""
    path = f"/admin/articles/article/{row['fitting']}/change/"
    hunter.visit.page.goto(hunter.visit.site + path, wait_until="load")
    hunter.visit.page.wait_for_selector(".ProseMirror")
    hunter.visit.page.evaluate("document.querySelector('[name=opened_version]').value = '0'")
    hunter.visit.page.evaluate(
        "text => document.querySelectorAll('[name=headline],[name=kicker]').forEach(f => f.value = text)",
        row["text"][-60:],
    )
    with hunter.visit.page.expect_navigation(wait_until="load") as answered:
        hunter.visit.page.evaluate("HTMLFormElement.prototype.submit.call(document.querySelector('#article_form'))")
    assert hunter.look(f"conflict {path}", answered.value.status) == 409


def suggestions(hunter: Hunter, text: str) -> None:
    """What is offered while typing is drawn by scripts of ours."""
    page = hunter.visit.page
    page.goto(hunter.visit.site + "/admin/articles/article/add/", wait_until="load")
    page.wait_for_selector(".ProseMirror")
    for name in ("credits-0-printed_name", "tag_names", "source_name"):
        page.focus(f"[name='{name}']")
        page.keyboard.type(text[:3].replace("、", "").replace(",", ""))
        page.wait_for_selector(".suggestions:not([hidden]) [role=option]")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    page.click(".prose-menubar button[data-name=picture]")
    page.wait_for_selector("#picture-picker [data-results] button")
    hunter.look("suggestions", 200)
    page.locator("#picture-picker [data-results] button").first.click()
    page.click("[data-prefix=credits] [data-add]")
    hunter.look("suggestions chosen", 200)


def uploads(hunter: Hunter, text: str) -> None:
    """The names of files come back in answers drawn by scripts."""
    page = hunter.visit.page
    name = text[:100].replace("/", "∕")
    page.goto(hunter.visit.site + "/admin/articles/picture/add/", wait_until="load")
    page.set_input_files("input[type=file]", {"name": f"{name}.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"})
    page.wait_for_selector(".refused")
    hunter.look("an upload refused", 200)
    for extension, data in ((".docx", package(paragraph("x") * 2)), (".pdf", b"%PDF-1.4")):
        page.goto(hunter.visit.site + "/admin/articles/article/import/", wait_until="load")
        page.set_input_files("input[type=file]", {"name": name + extension, "mimeType": "x/x", "buffer": data})
        with page.expect_navigation(wait_until="load") as answered:
            page.click(".submit-row input")
        hunter.look(f"an import of {extension}", answered.value.status)


FORMS = [
    "/accounts/password/reset/",
    "/accounts/reauthenticate/",
    "/accounts/password/change/",
    "/admin/articles/section/add/",
    "/admin/articles/tag/add/",
    "/admin/articles/reporter/add/",
    "/admin/articles/unit/add/",
    "/admin/articles/source/add/",
    "/admin/articles/flatpage/add/",
    "/admin/articles/article/add/",
    "/admin/articles/sitesettings/1/change/",
    "/admin/newsroom/account/add/",
    "/admin/articles/frontplace/",
    "/admin/articles/article/import/",
]


@pytest.fixture(autouse=True)
def _nothing_held_against_this_test(hunter):
    hunter.problems.clear()
    hunter.visit.errors.clear()


WITHOUT_ONE_GUARD = pytest.mark.parametrize("hunter", ["", "csp", "escaping"], indirect=True)
WITH_ESCAPING = pytest.mark.parametrize("hunter", ["", "csp"], indirect=True)
WITHOUT_BOTH = pytest.mark.parametrize("hunter", ["csp escaping"], indirect=True)


@WITHOUT_BOTH
def test_the_hunter_sees_a_script_that_runs(hunter, hostile):
    """Where both guards are gone the scripts do run: what the other tests look for can be found."""
    for path in (path for row in hostile.rows[:3] for path in public_pages(row)):
        hunter.visit.page.goto(hunter.visit.site + path, wait_until="commit")
        hunter.look(path, 200)
    assert any("a script ran" in problem for problem in hunter.problems)


@WITHOUT_ONE_GUARD
def test_no_script_runs_from_any_field(hunter, hostile):
    rows = hostile.rows
    paths = [*SHARED]
    is_alone = not hunter.has_policy  # escaping alone: every row; beside the policy, or without it, a few
    for number, row in enumerate(rows if is_alone else rows[:2]):
        paths += public_pages(row)
        # The desk's pages take longest: for one row, or in a full run for every row where escaping stands alone.
        if number == is_alone or (len(rows) > CI_TEXTS and is_alone):
            paths += desk_pages(row)
    paths += pages_with_queries(rows[0]["text"])
    for path in paths:
        status = hunter.go(path)
        assert status < 500, path
    if hunter.is_escaped:
        conflict(hunter, rows[1])
    hunter.expect_no_problem()
    assert hunter.pages >= len(paths)


@WITH_ESCAPING
def test_no_script_runs_from_what_is_sent_back(hunter, hostile):
    text = hostile.rows[-1]["text"]
    for path in FORMS:
        hunter.fill(path, text)
    hunter.fill(f"/admin/articles/article/import/{hostile.rows[0]['originals'][0]}/", text, submit="draft")
    suggestions(hunter, hostile.rows[2]["text"])
    uploads(hunter, hostile.rows[3]["text"])
    hunter.expect_no_problem()
