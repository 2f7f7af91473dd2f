"""Time grows with the manuscript and not faster (promise S19), and 10,000 lines are no trouble."""

import time
from pathlib import Path

import pytest

from articles.manuscripts import cleaning, furniture, heads, pasted, punctuation, quotes, read_text, subheads
from articles.manuscripts.captions import is_caption, split_credit

pytestmark = pytest.mark.timed

OWN_PAGE = (Path(__file__).parents[2] / "seed" / "own-page.txt").read_text("utf-8")
WORST = ["，", " ", "　", "图", "记者", '"', "“", "(", "a.", "http://", "[", "mso-a:", "false ", "HYPERLINK \"", "一、", "来源：", "2024-", "点赞", "<p ", "张 "]  # fmt: skip


def seconds(function, *arguments):
    started = time.perf_counter()
    function(*arguments)
    return time.perf_counter() - started


def test_ten_thousand_lines_in_one_go():
    lines = [line for line in OWN_PAGE.split("\n") if line.strip()]
    text = "\n".join(lines[index % 16] for index in range(10_000))
    assert seconds(read_text, text) < 5


def test_twice_the_text_takes_about_twice_the_time():
    text = "\n".join(line for line in OWN_PAGE.split("\n")[:20] if line.strip()) + "\n"
    small = min(seconds(read_text, text * 60) for _try in range(3))
    large = min(seconds(read_text, text * 120) for _try in range(3))
    assert large / small <= 2.5


STEPS = {
    "invisible": cleaning.without_invisible,
    "edges": cleaning.without_edges,
    "spaces": cleaning.with_plain_spaces,
    "rubbish": cleaning.without_word_rubbish,
    "punctuation": punctuation.with_full_width_punctuation,
    "quotes": quotes.with_paired_quotes,
    "unpaired": quotes.has_unpaired_quotes,
    "furniture": furniture.is_furniture,
    "subhead": subheads.is_own_line,
    "run-in": subheads.run_in,
    "label": heads.label_length,
    "date": heads.printed_date,
    "caption": is_caption,
    "hidden": pasted.without_hidden,
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("unit", WORST)
def test_every_step_is_quick_on_its_worst_line(step, unit):
    line = unit * (100_000 // len(unit)) + "完"
    assert min(seconds(STEPS[step], line) for _try in range(2)) < 0.25


@pytest.mark.parametrize("unit", WORST)
def test_a_whole_line_of_the_worst_is_read_in_a_second(unit):
    assert seconds(read_text, unit * (100_000 // len(unit)) + "完\n近日，步道开放。") < 1


@pytest.mark.parametrize("unit", WORST)
def test_captions_are_split_in_linear_time(unit):
    assert seconds(split_credit, unit * (100_000 // len(unit)) + "摄") < 1
