"""The body of a story as its page shows it."""

import time

import pytest

from articles import richtext
from articles.models import Picture, PlacedPicture
from articles.typesetting import set_body, set_headline
from articles.words import mark_words


def draw(placed):
    return f"[{placed.picture_id}]"


def place(*numbers):
    return [PlacedPicture(picture=Picture(pk=number)) for number in numbers]


def test_each_picture_stands_in_its_place_and_one_that_is_gone_leaves_nothing():
    body = '<p>一</p><figure data-picture="7"></figure><p>二</p><figure data-picture="8"></figure>'
    assert set_body(body, place(7), draw) == "<p>一</p>[7]<p>二</p>"


def test_a_subhead_breaks_between_words_alone():
    set_text = set_body("<h2>聚焦聚力抓项目，攻坚突破永争先</h2>", (), draw)
    assert set_text == f'<h2 class="headline">{set_headline(mark_words("聚焦聚力抓项目，攻坚突破永争先"))}</h2>'
    assert "<wbr>" in set_text


def test_an_entity_in_a_subhead_stays_whole():
    assert set_body("<h3>A&amp;B &lt;i&gt;</h3>", (), draw).replace("<wbr>", "") == (
        '<h3 class="headline">A&amp;B &lt;i&gt;</h3>'
    )


def test_a_subhead_with_a_link_is_left_as_it_is():
    body = '<h2>看<a href="https://example.org" rel="noopener nofollow">这里</a></h2>'
    assert set_body(body, (), draw) == body


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "&lt;", "a\u200b<b>\u200bc", "\"'&"])
def test_a_headline_is_escaped_word_by_word(text):
    shown = set_headline(text)
    assert shown.replace("<wbr>", "").count("<") == 0
    assert shown.count("<wbr>") == text.count("\u200b")


@pytest.mark.parametrize(
    "piece", ["<h2>", '<figure data-picture="', "<table>", "<h2></h3>", "<h2>&", '<figure data-picture="1"></figure>']
)
@pytest.mark.timed
def test_its_worst_input_takes_linear_time(piece):
    worst = piece * (100_000 // len(piece))
    began = time.perf_counter()
    set_body(worst, (), draw)
    assert time.perf_counter() - began < 1


def test_what_the_sanitiser_writes_is_what_is_looked_for():
    """The editor's and importer's spellings reach here as the sanitiser writes them."""
    cleaned = richtext.clean('<table class="x"><tr><td>1</td></tr></table><figure data-picture="7"/></figure>')
    assert "<table>" in cleaned
    assert set_body('<figure data-picture="7"></figure>', place(7), draw) == "[7]"
    assert richtext.clean('<figure data-picture="7"></figure>') == '<figure data-picture="7"></figure>'
