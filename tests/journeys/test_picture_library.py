"""The picture library in an editor's browser, and under what strangers send, on the server as it is shipped."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.articles.uploads import corpus
from tests.browser import DESK, PHONE, log_in

ADD, WALL = "/admin/articles/picture/add/", "/admin/articles/picture/"
WORKER_MEGABYTES = 300


@pytest.fixture
def library(visit, demo_newsroom):
    """A function that opens a page of the library as the demo's editor."""

    def open_page(path, **options):
        page = visit("/", **options)
        log_in(page, demo_newsroom, "editor")
        page.page.goto(demo_newsroom.url(path))
        page.errors.clear()
        return page

    return open_page


def file(name, data):
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def test_many_are_uploaded_and_each_says_how_it_went(library):
    library = library(ADD)
    good, bad = corpus.plain("JPEG", size=(1300, 700)), corpus.PICTURES["phone.heic"][0]()
    library.page.set_input_files("input[type=file]", [file("渔汛.jpg", good), file("手机.heic", bad)])
    taken, refused = library.page.locator(".taken"), library.page.locator(".refused")
    expect(taken).to_have_count(1)
    expect(refused).to_contain_text("手机.heic")
    expect(taken.get_by_role("link")).to_have_text("渔汛.jpg")
    refused.get_by_role("button").click()
    expect(refused.get_by_role("button")).to_have_count(1)
    assert (library.errors, library.foreign, library.failed) == ([], [], [])
    taken.get_by_role("link").click()
    expect(library.page.locator("[data-focus] img")).to_have_attribute("width", "1300")


def test_the_point_of_interest_is_set_by_click_and_keys(library):
    library = library(ADD)
    library.page.set_input_files("input[type=file]", [file("焦点.jpg", corpus.plain("JPEG", size=(1000, 800)))])
    library.page.locator(".taken a").click()
    picture = library.page.locator(".focus-frame img")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] / 4, "y": box["height"] / 2})
    marker = library.page.locator(".focus-marker")
    marker.press("ArrowRight")
    marker.press("ArrowUp")
    library.page.locator("input[name=_continue]").click()
    library.page.wait_for_load_state()
    left, top = (float(library.page.input_value(f"#id_focal_{axis}")) for axis in "xy")
    assert (abs(left - 0.27) < 0.011, abs(top - 0.48) < 0.011) == (True, True)


@pytest.mark.parametrize("size", [DESK, PHONE])
@pytest.mark.parametrize("path", [WALL, ADD, "change"])
def test_the_pages_fit_and_axe_finds_nothing(library, path, size):
    library = library(WALL if path == "change" else path, size=size)
    if path == "change":
        library.page.locator(".picture-tile a").first.click()
        library.page.wait_for_url(re.compile("/change/"))
    errors = list(library.errors)  # before axe, which tries styles the CSP forbids
    assert (errors, library.axe(), library.overflow()) == ([], [], 0)


def test_it_works_without_javascript(library):
    library = library(ADD, javascript=False)
    library.page.set_input_files("input[type=file]", [file("无脚本.jpg", corpus.jpeg()), file("坏.jpg", b"no")])
    library.page.locator("input[type=submit]").click()
    expect(library.page.locator(".taken")).to_have_count(1)
    expect(library.page.locator(".refused")).to_contain_text("坏.jpg")


def web_workers(var):
    """The processes that serve `var`, by number."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words, environment = (folder / "cmdline").read_bytes(), (folder / "environ").read_bytes()
        except OSError:
            continue
        if b"granian" in words and f"VAR_DIR={var}".encode() in environment.split(b"\0"):
            yield folder


def most_memory(process):
    status = (process / "status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024 if "VmHWM" in status else 0


@pytest.mark.slow
def test_what_strangers_send_harms_nothing(library, demo_newsroom):
    library = library(ADD)
    token = library.page.input_value("input[name=csrfmiddlewaretoken]")
    wrong, slow = {}, {}
    masters = demo_newsroom.var / "media/masters"
    before = {path for path in masters.rglob("*") if path.is_file()}
    taken = 0
    for name, (make, verdict) in corpus.PICTURES.items():
        parts = {"csrfmiddlewaretoken": token, "files": file(name, make())}
        start = time.monotonic()
        answer = library.page.request.post(
            demo_newsroom.url(ADD), multipart=parts, headers={"Accept": "application/json"}, timeout=60_000
        )
        if time.monotonic() - start > 10:
            slow[name] = time.monotonic() - start
        result = answer.json()["results"][0] if answer.status == 200 else {"ok": answer.status, "message": ""}
        taken += result["ok"] is True
        if result["ok"] is not (verdict == "taken") or (verdict != "taken" and name not in result["message"]):
            wrong[name] = result
    assert (wrong, slow) == ({}, {})
    assert len({path for path in masters.rglob("*") if path.is_file()} - before) == taken
    memory = [most_memory(process) for process in web_workers(demo_newsroom.var)]
    assert max(memory) < WORKER_MEGABYTES
