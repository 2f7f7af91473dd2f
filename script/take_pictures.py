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
MANUSCRIPT = """渔港新码头启用
（本报记者 林知远 通讯员 宋听澜 报道）
    昨日清晨,随着第一艘渔船靠岸，北湾渔港新码头正式启用。　　码头长三百二十米，可同时停靠四十艘渔船。
    “以前卸鱼要等潮水，现在随到随卸。”船老大说。
点赞 12
暂无评论
返回顶部"""


def keep(page: Page, name: str) -> None:
    """Save what `page` shows as docs/pictures/`name`.png, in few colours, since it is read on a screen."""
    page.evaluate("() => { for (const img of document.images) img.loading = 'eager' }")
    page.wait_for_function("() => [...document.images].every(img => img.complete)")
    height = min(TALLEST, page.evaluate("() => document.documentElement.scrollHeight"))
    width = page.viewport_size["width"]
    # In a window as tall as the page, what sticks to the window's edge covers nothing.
    usual = page.viewport_size
    page.set_viewport_size({"width": width, "height": height})
    shot = page.screenshot()
    page.set_viewport_size(usual)
    picture = Image.open(BytesIO(shot)).convert("RGB").quantize(256, dither=Image.Dither.NONE)
    picture.save(PICTURES / f"{name}.png", optimize=True)
    print(f"docs/pictures/{name}.png")


def bring(page: Page, newsroom: browser.DemoNewsroom) -> None:
    """Leave `page` at a manuscript just brought in, as the desk looks it over before it becomes a draft."""
    page.goto(newsroom.url("/admin/articles/article/import/"))
    page.fill("form[data-import] textarea", MANUSCRIPT)
    page.locator("form[data-import] [type=submit]").first.click()
    page.wait_for_url("**/import/*/")


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
            if "import".startswith(wanted):
                browser.log_in(browser.Visit(page, newsroom.address), newsroom, "editor")
                bring(page, newsroom)
                keep(page, f"import-{width}-{light}")
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
