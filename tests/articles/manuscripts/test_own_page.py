"""A saved page of our own, with the faults of the real one; and the real one, where SEED_PAGE names it."""

import os
import re
from pathlib import Path

import pytest

from articles.manuscripts import read_file, read_text, undo

OWN_PAGE = Path(__file__).parents[2] / "seed" / "own-page.txt"
FURNITURE = "点赞 评论列表 暂无评论 微信小程序 微信扫一扫体验 立即 投稿 微信公众账号 微信扫一扫加关注 发表 评论 返回 顶部".split()
FULL_WIDTH = str.maketrans({",": "，", "?": "？", "!": "！", ";": "；", "(": "（", ")": "）"})


def credits(manuscript):
    return [(str(entry.role), entry.name) for entry in manuscript.credits]


def of_kind(manuscript, kind):
    return [row.text for row in manuscript.paragraphs if row.kind == kind]


def letters(text):
    """`text` without white space, and without the difference between half-width and full-width signs."""
    text = re.sub(r"\s", "", text).translate(FULL_WIDTH)
    return re.sub('["“”]', '"', text)


@pytest.fixture
def own():
    return read_file("own-page.txt", OWN_PAGE.read_bytes())


def test_own_page_says_who_made_it_and_where(own):
    assert credits(own) == [("reporter", "林知远"), ("reporter", "宋听澜"), ("correspondent", "何未")]
    assert (own.place, own.headline, own.kicker, own.subtitle) == ("青湾", "", "", "")


def test_own_page_asks_for_a_headline(own):
    assert len(own.questions) == 1


def test_own_page_run_in_subheads_become_subheads(own):
    assert of_kind(own, "subhead") == [
        "问计于民定方案，分段施工保通行。",
        "修旧如旧留记忆，新老码头共此景。",
        "盯紧细节抓质量，群众监督促提升。",
        "健全机制管长远 用心用情护海堤。",
    ]


def test_own_page_furniture_is_cut_and_reported(own):
    assert [change.before for change in own.changes if change.kind == "furniture"] == FURNITURE
    assert len(own.paragraphs) == 16


def test_own_page_keeps_every_other_character(own):
    page = OWN_PAGE.read_text("utf-8")
    body = page.removeprefix("(林知远 宋听澜 通讯员 何未 青湾报道)").partition("\n\n\n\n")[0]
    assert letters("".join(row.text for row in own.paragraphs)) == letters(body)


def test_own_page_numbers_times_and_addresses_stay_half_width(own):
    text = "\n".join(of_kind(own, "text"))
    found = re.findall(
        r"3\.2公里|2,600米|7:30至21:00|https://example\.org/haidi\?id=3，|（靠近礁石的一段改成15米）", text
    )
    assert found == [
        "3.2公里",
        "2,600米",
        "7:30至21:00",
        "（靠近礁石的一段改成15米）",
        "https://example.org/haidi?id=3，",
    ]


def test_own_page_straight_quotes_are_paired(own):
    assert "先后开了二十多场“堤坝议事会”，" in own.paragraphs[0].text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_own_page_reads_the_same_in_every_encoding(own, encoding):
    page = OWN_PAGE.read_text("utf-8")
    assert read_file("page.txt", page.encode(encoding)).to_json() == own.to_json()


def test_own_page_with_windows_line_ends_reads_the_same(own):
    assert read_text(OWN_PAGE.read_text("utf-8").replace("\n", "\r\n")).to_json() == own.to_json()


def test_every_change_can_be_undone_alone(own):
    for number, change in enumerate(own.changes):
        again = undo(own, [number])
        assert change.identity not in {other.identity for other in again.changes}


def test_undoing_a_subhead_joins_it_again(own):
    number = next(index for index, change in enumerate(own.changes) if change.kind == "subhead")
    again = undo(own, [number])
    assert len(of_kind(again, "subhead")) == 3
    assert again.paragraphs[1].text.startswith("问计于民定方案，分段施工保通行。“以前")


def test_undone_changes_stay_undone(own):
    first = undo(own, [own.changes[0].identity])
    second = undo(first, [len(first.changes) - 1])
    assert own.changes[0].identity in second.left_out
    assert own.changes[-1].identity in second.left_out


def test_everything_undone_gives_back_the_lines_as_they_came(own):
    again = undo(own, range(len(own.changes)))
    while again.changes:
        again = undo(again, range(len(again.changes)))
    lines = [line for line in OWN_PAGE.read_text("utf-8").split("\n") if line.strip()]
    assert [row.text for row in again.paragraphs] == lines
    assert again.credits == ()


real_page = pytest.mark.skipif(not os.environ.get("SEED_PAGE"), reason="SEED_PAGE names no saved page")


@pytest.fixture
def seed():
    return read_file("article-page.txt", Path(os.environ["SEED_PAGE"]).read_bytes())


@real_page
def test_real_page_says_who_made_it_and_where(seed):
    assert credits(seed) == [("reporter", "吕勇进"), ("reporter", "崔启昌"), ("correspondent", "尹凯丽")]
    assert (seed.place, seed.headline) == ("青岛", "")


@real_page
def test_real_page_run_in_subheads_become_subheads(seed):
    assert of_kind(seed, "subhead") == [
        "聚焦聚力抓项目，攻坚突破永争先。",
        "狠抓维稳再落实，确保社会稳定。",
        "深入一线抓落实，督导检查促提升。",
        "健全机制抓落实 用心用情办实事。",
    ]


@real_page
def test_real_page_furniture_is_cut_and_reported(seed):
    assert [change.before for change in seed.changes if change.kind == "furniture"] == FURNITURE


@real_page
def test_real_page_keeps_every_other_character(seed):
    page = Path(os.environ["SEED_PAGE"]).read_text("utf-8")
    body = page.partition("报道)")[2].partition("\n\n\n\n")[0]
    assert letters("".join(row.text for row in seed.paragraphs)) == letters(body)
