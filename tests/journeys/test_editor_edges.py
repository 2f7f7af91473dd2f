"""Writing beside tables and pictures in the editor of a story, by keys, in Chromium: all that is typed is saved."""

import re

import pytest

from tests.browser import DESK, log_in

ADD = "/admin/articles/article/add/"
TABLE = (
    "<table><tbody><tr><td><p>甲</p></td><td><p>乙</p></td></tr>"
    "<tr><td><p>丙</p></td><td><p>丁</p></td></tr></tbody></table>"
)
WORDS = ["abc", "新增一段"]


@pytest.fixture
def story(visit, demo_newsroom):
    """`story(body)`: the form of a story saved with that body; FIGURE in it stands for a picture of the library."""

    def make(body):
        opened = visit("/accounts/login/", size=DESK)
        log_in(opened, demo_newsroom, "editor")
        page = opened.page
        page.goto(demo_newsroom.url(ADD))
        page.wait_for_selector(".ProseMirror")
        page.fill("#id_headline", "表格与图片")
        number = page.evaluate(
            """() => fetch("/admin/articles/picture/").then(r => r.text())
                .then(t => t.match(/picture\\/(\\d+)\\/change/)[1])"""
        )
        figure = f'<figure data-picture="{number}"></figure>'
        page.eval_on_selector("#id_body", "(area, html) => (area.value = html)", body.replace("FIGURE", figure))
        save(page)
        return page

    return make


def save(page):
    with page.expect_navigation():
        page.click("button[name=_continue]")
    page.wait_for_selector(".ProseMirror[role=textbox]", state="attached")


def saved(page):
    """The body as it was stored, tables and pictures without what their tags say."""
    save(page)
    html = re.sub(r"<figure [^>]*></figure>", "FIGURE", page.input_value("#id_body"))
    return re.sub(r"<(t[a-z]+) [^>]*>", r"<\1>", html)


def history(page):
    """What the page of the story's history says of its texts and events."""
    return page.evaluate(
        """() => fetch("../history/").then(r => r.text())
            .then(t => new DOMParser().parseFromString(t, "text/html").querySelector("main").textContent)"""
    )


def click_on(page, target):
    page.locator(f".ProseMirror {target}").first.click()
    page.wait_for_timeout(60)


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(40)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize(
    ("body", "target"),
    [
        (f"<p>前文</p>{TABLE}", "p"),
        (f"<p>前文</p>{TABLE}", "td"),
        ("<p>前文</p>FIGURE", "p"),
        ("<p>前文</p>FIGURE", "figure"),
        (TABLE, "td"),
        ("FIGURE", "figure"),
        (f"{TABLE}{TABLE}", "td"),
        (f"FIGURE{TABLE}", "figure"),
        ("<p>前文</p><hr>", "p"),
    ],
)
def test_what_is_typed_after_ctrl_end_stands_below(story, body, target, words):
    page = story(body)
    click_on(page, target)
    press(page, "Control+End")
    page.keyboard.type(words)
    assert saved(page) == f"{body}<p>{words}</p>"


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("body", [TABLE, f"{TABLE}<p>后文</p>", "FIGURE<p>后文</p>", f"{TABLE}{TABLE}", "FIGUREFIGURE"])
def test_what_is_typed_after_ctrl_home_stands_above(story, body, words):
    page = story(body)
    click_on(page, "figure" if "FIGURE" in body else "td")
    press(page, "Control+Home")
    page.keyboard.type(words)
    assert saved(page) == f"<p>{words}</p>{body}"


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("cell", ["甲", "乙"])
def test_arrow_up_in_the_first_row_leads_above_a_leading_table(story, cell, words):
    page = story(f"{TABLE}<p>后文</p>")
    click_on(page, f"td:has-text('{cell}')")
    press(page, "ArrowUp")
    page.keyboard.type(words)
    assert saved(page) == f"<p>{words}</p>{TABLE}<p>后文</p>"


@pytest.mark.parametrize("words", WORDS)
def test_arrow_up_leads_above_a_leading_picture(story, words):
    page = story("FIGURE<p>后文</p>")
    click_on(page, "p")
    press(page, "ArrowUp", "ArrowUp")
    page.keyboard.type(words)
    assert saved(page) == f"<p>{words}</p>FIGURE<p>后文</p>"


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("cell", ["丙", "丁"])
def test_arrow_down_in_the_last_row_leads_below_the_table(story, cell, words):
    page = story(f"<p>前文</p>{TABLE}")
    click_on(page, f"td:has-text('{cell}')")
    press(page, "ArrowDown")
    page.keyboard.type(words)
    assert saved(page) == f"<p>前文</p>{TABLE}<p>{words}</p>"


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("cell", ["丙", "丁"])
def test_arrow_down_leads_between_two_tables_and_on_into_the_second(story, cell, words):
    page = story(f"{TABLE}{TABLE}")
    click_on(page, f"td:has-text('{cell}')")
    press(page, "ArrowDown")
    page.keyboard.type(words)
    assert saved(page) == f"{TABLE}<p>{words}</p>{TABLE}"


def test_arrow_down_goes_on_from_between_into_the_second_table(story):
    page = story(f"{TABLE}{TABLE}")
    click_on(page, "td:has-text('丙')")
    press(page, "ArrowDown", "ArrowDown", "End")
    page.keyboard.type("x")
    assert saved(page) == TABLE + TABLE.replace("甲", "甲x")


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("body", [TABLE, f"{TABLE}{TABLE}"])
def test_enter_twice_in_the_last_cell_leads_below_the_table(story, body, words):
    page = story(body)
    click_on(page, "td:has-text('丁')")
    press(page, "End", "Enter", "Enter")
    page.keyboard.type(words)
    assert saved(page) == body.replace(TABLE, f"{TABLE}<p>{words}</p>", 1)


@pytest.mark.parametrize("body", [f"<p>前文</p>{TABLE}", "<p>前文</p>FIGURE", TABLE, "FIGURE", f"{TABLE}{TABLE}", ""])
def test_a_body_nobody_typed_in_is_saved_as_it_was(story, body):
    page = story(body)
    before, texts = page.input_value("#id_body"), history(page)
    click_on(page, "td" if "td" in body else "p")
    press(page, "Control+End", "ArrowUp", "Control+Home", "Control+End")
    save(page)
    assert (page.input_value("#id_body"), history(page)) == (before, texts)


def test_what_is_typed_below_a_table_and_taken_back_leaves_no_trace(story):
    page = story(f"<p>前文</p>{TABLE}")
    before = page.input_value("#id_body")
    click_on(page, "td")
    press(page, "Control+End", "a", "Backspace")
    assert page.input_value("#id_body") == before
    press(page, "Backspace", "Control+End")
    page.keyboard.type("完")
    assert saved(page) == f"<p>前文</p>{TABLE}<p>完</p>"


def test_an_empty_body_takes_what_is_typed(story):
    page = story("")
    click_on(page, "p")
    press(page, "Control+End")
    page.keyboard.type("新增一段")
    assert saved(page) == "<p>新增一段</p>"


def test_the_words_below_a_new_table_are_undone_and_redone(story):
    page = story("<p>前文</p>")
    click_on(page, "p")
    press(page, "End", "Enter")
    page.click(".prose-menubar button[data-name=table]")
    press(page, "Control+End")
    page.keyboard.type("后文")
    page.wait_for_timeout(700)
    press(page, "Control+z", "Control+z", "Control+z", "Control+z")
    assert "table" not in page.input_value("#id_body")
    press(page, "Control+Shift+z", "Control+Shift+z", "Control+Shift+z", "Control+Shift+z")
    assert re.sub(r"<table.*</table>", "TABLE", page.input_value("#id_body")) == "<p>前文</p>TABLE<p>后文</p>"


@pytest.mark.parametrize(
    ("body", "key", "expected"),
    [
        (TABLE, "Control+End", f"{TABLE}<p>新增一段</p>"),
        (TABLE, "Control+Home", f"<p>新增一段</p>{TABLE}"),
    ],
)
def test_what_an_input_method_composes_beside_a_table_is_saved(story, body, key, expected):
    page = story(body)
    click_on(page, "td")
    press(page, key)
    keys = page.context.new_cdp_session(page)
    for text in ["x", "xin", "新增一段"]:
        keys.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        page.wait_for_timeout(60)
    keys.send("Input.insertText", {"text": "新增一段"})
    page.wait_for_timeout(100)
    assert saved(page) == expected
