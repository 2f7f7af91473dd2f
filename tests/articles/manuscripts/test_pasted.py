"""Pasted HTML: WeChat, Word and web pages; and HTML made to do harm."""

import time

import pytest

from articles import richtext
from articles.manuscripts import read_pasted

SEEN = "<p>步道开放，居民都来走走看看，栏杆是海蓝色的。</p>"
TEXT = "步道开放，居民都来走走看看，栏杆是海蓝色的。"


def texts(html):
    return [row.text for row in read_pasted(html).paragraphs]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">机密</p>',
        "<p><span style='mso-hide:all'>机密</span></p>",
        "<div hidden><p>机密</p></div>",
        "<p><del>机密</del></p>",
        "<p><span class=msoDel>机密</span></p>",
        "<div style='mso-element:comment-list'><p>机密</p></div>",
        "<p style='font-size:0'>机密</p>",
        "<!-- 机密 -->",
        "<style>机密</style><script>机密</script><template>机密</template><noscript>机密</noscript>",
        "<xml><w:x>机密</w:x></xml>",
    ],
)
def test_hidden_text_never_arrives(hidden):
    assert texts(SEEN + hidden) == [TEXT]


def test_the_text_of_a_saved_wechat_page_arrives_though_its_box_is_invisible():
    assert texts(f'<div id="js_content" style="visibility: hidden; opacity: 0;">{SEEN}</div>') == [TEXT]


def test_layout_tables_become_paragraphs_and_others_stay_tables():
    layout = f"<table><tr><td>{SEEN}{SEEN}</td></tr></table>"
    data = "<table><tr><th>路段</th><th>长度</th></tr><tr><td colspan=2>合计,三公里</td></tr></table>"
    manuscript = read_pasted(layout + data + SEEN)
    assert [row.kind for row in manuscript.paragraphs] == ["text", "text", "table", "text"]
    assert manuscript.paragraphs[2].rows == (("路段", "长度"), ("合计，三公里", ""))


def test_bold_and_italic_words_and_quotations_are_kept():
    html = "<p>步道<strong>全线</strong>开放，居民<i>都来</i>走走看看，栏杆是海蓝色的。</p><blockquote><p>好走。</p></blockquote>"
    assert read_pasted(html + SEEN).to_html() == (
        "<p>步道<strong>全线</strong>开放，居民<em>都来</em>走走看看，栏杆是海蓝色的。</p>"
        f"<blockquote><p>好走。</p></blockquote><p>{TEXT}</p>"
    )


@pytest.mark.parametrize(
    "attack",
    [
        "<img src=x onerror=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<a href=javascript:alert(1)>走走</a>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "<p><b>&lt;img src=x onerror=alert(1)&gt;</b>走走</p>",
        "<table><tr><td>&lt;b onclick=x&gt;</td><td>2</td></tr></table>",
    ],
)
def test_html_of_a_manuscript_is_what_a_body_may_hold(attack):
    html = read_pasted(SEEN + attack).to_html()
    assert richtext.clean(html) == html


@pytest.mark.parametrize(
    "attack",
    [
        "<div>" * 30_000 + "深",
        "<b>" * 30_000 + "深",
        "<b><p>" * 15_000 + "深",
        "<table><tr><td>" * 6_000 + "深",
        "<blockquote>" * 8_000 + "深",
        "<b>x</b>" * 12_000,
        "<a " * 30_000,
        "<" * 100_000,
        "&" * 100_000,
        "<!--" * 25_000,
        "<p style='" + "display " * 12_000,
        "<ul>" * 20_000 + "深",
        "<font color=1><font color=2>" * 3_500,
    ],
)
@pytest.mark.timed
def test_html_made_to_be_slow_is_read_in_a_second(attack):
    started = time.perf_counter()
    read_pasted(SEEN + attack)
    assert time.perf_counter() - started < 1
