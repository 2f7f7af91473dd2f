"""Photograph the demo newsroom for docs/pictures: at 390 and 1280 px, light and dark."""

import contextlib
import os
import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests import browser
from tests.journeys import sitewalk

PICTURES = browser.ROOT / "docs/pictures"
SIZES = {"390": browser.PHONE, "1280": browser.DESK}
TALLEST = 2400  # of a page longer than this the top is enough
PUBLIC = {"front": "front", "section": "section", "story": "story", "person": "reporter"}
DESK_PAGES = {"import": "editor"}  # the page whose address holds the first word, as seen by this demo account


def keep(page: Page, name: str) -> None:
    """Save what `page` shows as docs/pictures/`name`.png, in few colours, since it is read on a screen."""
    page.evaluate("() => { for (const img of document.images) img.loading = 'eager' }")
    page.wait_for_function("() => [...document.images].every(img => img.complete)")
    height = min(TALLEST, page.evaluate("() => document.documentElement.scrollHeight"))
    width = page.viewport_size["width"]
    shot = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    picture = Image.open(BytesIO(shot)).convert("RGB").quantize(256, dither=Image.Dither.NONE)
    picture.save(PICTURES / f"{name}.png", optimize=True)
    print(f"docs/pictures/{name}.png")


def desk_address(page: Page, newsroom: browser.DemoNewsroom, word: str) -> str:
    """The first address on the admin's front page that holds `word`."""
    page.goto(newsroom.url("/admin/"))
    found = page.locator(f"a[href*='{word}']").first.get_attribute("href")
    if not found:
        raise SystemExit(f"No link with {word!r} on the admin's front page.")
    return newsroom.url(found)


def photograph(chromium: Browser, newsroom: browser.DemoNewsroom, wanted: str) -> None:
    paths = sitewalk.one_of_each(sitewalk.walk(newsroom))
    addresses = {name: newsroom.url(paths[kind]) for name, kind in PUBLIC.items() if kind in paths}
    addresses["missing"] = newsroom.url("/articles/999999999/")
    for width, size in SIZES.items():
        for light in ("light", "dark"):
            context = chromium.new_context(
                viewport={"width": size[0], "height": size[1]}, color_scheme=light, locale="zh-CN"
            )
            page = context.new_page()
            for name, address in addresses.items():
                if name.startswith(wanted):
                    page.goto(address)
                    keep(page, f"{name}-{width}-{light}")
            for name, account in DESK_PAGES.items():
                if name.startswith(wanted):
                    context.clear_cookies()
                    browser.log_in(browser.Visit(page, newsroom.address), newsroom, account)
                    page.goto(desk_address(page, newsroom, name))
                    keep(page, f"{name}-{width}-{light}")
            context.close()


def main() -> int:
    path = browser.find_chromium()
    if not path:
        print("No Chromium: apt-get install chromium fonts-noto-cjk, or CHROMIUM=/its/path")
        return 1
    PICTURES.mkdir(exist_ok=True)
    var = Path(tempfile.mkdtemp())
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, var, ignore_errors=True)
        server, newsroom = browser.serve_newsroom(var)
        stack.callback(browser.end_server, server)
        playwright = stack.enter_context(sync_playwright())
        chromium = playwright.chromium.launch(
            executable_path=path, args=browser.CHROMIUM_FLAGS, chromium_sandbox=os.getuid() != 0
        )
        stack.callback(chromium.close)
        photograph(chromium, newsroom, sys.argv[1] if len(sys.argv) > 1 else "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
