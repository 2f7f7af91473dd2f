"""What every public page owes its reader, asked of the demo newsroom as it is really served."""

import json
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser import DESK, PHONE, ROOT
from tests.journeys.sitewalk import KINDS

VNU = ROOT / "script/browser/node_modules/vnu-jar/build/dist/vnu.jar"
MISSING = "/articles/999999999/"
STORY_BYTES = 60_000  # HTML, CSS and JavaScript of a story, compressed


def test_every_kind_of_page_can_be_reached_by_links(kinds):
    assert set(kinds) == set(KINDS)


def test_no_link_leads_nowhere(pages):
    assert {path: page.status for path, page in pages.items() if page.status != 200} == {}


def test_no_page_sets_a_cookie_or_varies_by_one(pages):
    assert [path for path, page in pages.items() if "set-cookie" in page.headers] == []
    assert [path for path, page in pages.items() if "cookie" in page.headers.get("vary", "").lower()] == []


def test_no_page_holds_a_form_token(pages):
    assert [path for path, page in pages.items() if "csrfmiddlewaretoken" in page.html] == []


def test_a_page_is_the_same_bytes_for_everyone(pages, demo_newsroom):
    again = {path: demo_newsroom.fetch(path)[2] for path in list(pages)[:20]}
    assert [path for path, html in again.items() if html != pages[path].html] == []


def test_the_nu_checker_finds_no_error(pages, demo_newsroom, tmp_path):
    if not VNU.exists() or subprocess.run(["java", "-version"], capture_output=True, check=False).returncode:
        pytest.skip("no Nu HTML checker: script/browser/setup says what is missing")
    texts = {path: page.html for path, page in pages.items()} | {MISSING: demo_newsroom.fetch(MISSING)[2]}
    files = {}
    for number, (path, html) in enumerate(texts.items()):
        files[f"{number}.html"] = path
        (tmp_path / f"{number}.html").write_text(html)
    command = ["java", "-jar", VNU, "--errors-only", "--format", "json", "--exit-zero-always", "--stdout"]
    judged = subprocess.run([*command, *tmp_path.glob("*.html")], capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = {}
    for message in json.loads(judged.stdout)["messages"]:
        page = files.get(Path(message.get("url", "")).name, "?")
        found.setdefault(message["message"], []).append(f"{page} {message.get('extract', '')}")
    # The same fault stands on many pages; three of them show it.
    assert {message: places[:3] for message, places in found.items()} == {}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("kind", [*KINDS, "missing"])
def test_a_page_is_accessible_and_keeps_to_itself(kind, size, dark, visit, kinds):
    path = MISSING if kind == "missing" else kinds[kind]
    seen = visit(path, size=size, dark=dark)
    assert seen.axe() == []
    assert seen.foreign == []
    # Chromium itself reports the 404 we asked for.
    assert [text for text in seen.errors if kind != "missing" or "404" not in text] == []
    assert seen.failed == []
    assert seen.cookies() == []
    assert seen.overflow() == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_the_same_without_javascript(kind, visit, kinds):
    with_it = visit(kinds[kind], size=PHONE)
    without = visit(kinds[kind], size=PHONE, javascript=False)
    lines = {line.strip() for line in without.text("body").splitlines()}
    lost = [line.strip() for line in with_it.text("main").splitlines() if line.strip() not in lines]
    assert lost == []


def test_pictures_keep_their_place_while_they_load(visit, kinds):
    for kind in ("front", "story"):
        page = visit(kinds[kind], size=PHONE).page
        unsized = page.evaluate(
            "() => [...document.querySelectorAll('main img')]"
            ".filter(img => !(img.getAttribute('width') && img.getAttribute('height'))).map(img => img.outerHTML)"
        )
        assert unsized == [], kind


def test_every_picture_of_a_page_loads(visit, kinds):
    for kind in ("front", "story"):
        page = visit(kinds[kind], size=DESK).page
        page.evaluate("() => { for (const img of document.images) img.loading = 'eager' }")
        page.wait_for_function("() => [...document.images].every(img => img.complete)")
        broken = page.evaluate("() => [...document.images].filter(img => !img.naturalWidth).map(img => img.src)")
        assert broken == [], kind


def test_a_story_is_light(visit, pages):
    stories = sorted((page for page in pages.values() if page.kind == "story"), key=lambda page: -len(page.html))
    seen = visit(stories[0].path, size=PHONE)
    seen.page.wait_for_load_state("networkidle")
    weights = {urlsplit(url).path: size for url, size in seen.weights.items()}
    assert stories[0].path in weights
    assert sum(weights.values()) <= STORY_BYTES, weights
