"""The invariant: no letter of a manuscript is lost. What is not in the result stands in a recorded change."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.manuscripts import read_pasted, read_text, undo
from articles.manuscripts.shapes import SourceLine

_PIECES = st.sampled_from(
    [
        "青湾区", "海堤步道", "开放", "，", ",", "。", ".", '"', "“", "”", "(", ")", "（记者 林知远）", "记者 林知远 通讯员 宋听澜",
        "12.5", "9:30", " ", "　", "\u00a0", "\u200b", "点赞", "评论列表", "返回", "顶部", "来源：青湾新报", "责任编辑：周舒", "——",
        "一、", "狠抓落实再提升，服务群众零距离。", "深入一线办实事 用心用情解难题。", "标题：", "引题：", "图为步道。林知远 摄", "https://example.org/a?b=1,",
        "本报讯", "Hello, world.", "Normal 0 false false false", "上一篇：春耕", "首页 > 新闻", "2024-05-08 10:20", "王　伟、", "\t",
        "近日，望潮街道举行开放仪式，来自各社区的两百多名居民代表走完了全程。",
    ]
)  # fmt: skip
_LINES = st.lists(_PIECES, max_size=8).map("".join)
_TEXTS = st.lists(_LINES, max_size=12).map("\n".join)
_UNSEEN = re.compile("[\\s\u200b-\u200f\ufeff\u00ad\u2060]")
_SIGNS = str.maketrans(
    {
        "，": ",",
        "。": ".",
        "；": ";",
        "：": ":",
        "？": "?",
        "！": "!",
        "（": "(",
        "）": ")",
        "“": '"',
        "”": '"',
        "…": ".",
        "＂": '"',
    }
)


def letters(text):
    return re.sub(r"\.{2,}", ".", _UNSEEN.sub("", text).translate(_SIGNS))


def replayed(manuscript):
    """Each line as it arrived, its changes applied one after the other: what must be found in the result."""
    result = {}
    for number, line in enumerate(manuscript.original):
        text = line.text
        for change in manuscript.changes:
            if change.line == number and change.cell is None:
                assert change.before == text
                text = change.after
        if text:
            result[number] = text
    return result


def printed(manuscript):
    result: dict[int, list[str]] = {}
    for paragraph in manuscript.paragraphs:
        if paragraph.text:
            result.setdefault(paragraph.line, []).append(paragraph.text)
    return {number: "\n".join(parts) for number, parts in result.items()}


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_original_and_changes_give_the_result(text):
    manuscript = read_text(text)
    assert printed(manuscript) == replayed(manuscript)


@settings(max_examples=100, deadline=None)
@given(_TEXTS)
def test_only_lines_taken_whole_leave_the_text(text):
    """Where no change takes words out of a line on purpose, its letters are all there."""
    manuscript = read_text(text)
    taking = {"byline", "furniture", "source", "headline", "kicker", "subtitle", "date", "caption", "word-rubbish"}
    touched = {change.line for change in manuscript.changes if change.kind in taking}
    shown = printed(manuscript)
    for number, line in enumerate(manuscript.original):
        if number not in touched:
            assert letters(shown.get(number, "")) == letters(line.text)


@settings(max_examples=50, deadline=None)
@given(_TEXTS)
def test_words_taken_out_stand_in_the_changes(text):
    manuscript = read_text(text)
    for change in manuscript.changes:
        if change.kind == "byline":
            assert len(letters(change.after)) < len(letters(change.before)) + 1
    named = "".join((manuscript.kicker, manuscript.headline, manuscript.subtitle))
    taken = "".join(row.before for row in manuscript.changes if row.kind in {"kicker", "headline", "subtitle"})
    assert all(char in letters(taken) for char in letters(named))


@settings(max_examples=50, deadline=None)
@given(_TEXTS, st.data())
def test_an_undone_change_is_not_made(text, data):
    manuscript = read_text(text)
    if manuscript.changes:
        number = data.draw(st.integers(0, len(manuscript.changes) - 1))
        again = undo(manuscript, [number])
        assert manuscript.changes[number].identity not in [change.identity for change in again.changes]
        assert printed(again) == replayed(again)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_is_read(text):
    manuscript = read_text(text)
    assert printed(manuscript) == replayed(manuscript)
    read_pasted(f"<p>{text}")


@settings(max_examples=50, deadline=None)
@given(_TEXTS)
def test_lines_pasted_as_paragraphs_read_like_text(text):
    lines = [line for line in text.split("\n") if line.strip(" \t　\u00a0\u200b")]
    html = "".join(
        "<p>" + line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>" for line in lines
    )
    from_page, from_text = read_pasted(html or "<p></p>"), read_text("\n".join(lines))
    assert from_page.to_json() == from_text.to_json()


def test_identities_are_stable_and_distinct():
    manuscript = read_text('　　近日,步道"开放"。\n狠抓落实再提升,服务群众零距离。近年来,街道收到意见四十七条。')
    identities = [change.identity for change in manuscript.changes]
    assert len(set(identities)) == len(identities)
    assert manuscript.original[0] == SourceLine('　　近日,步道"开放"。')
