import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.differing import differences


def _sides(parts):
    before = "".join(text for kind, text in parts if kind != "new")
    return before, "".join(text for kind, text in parts if kind != "gone")


def test_a_changed_character_is_marked_alone():
    assert differences("海堤步道今起开放", "海堤步道明起开放") == [
        ("same", "海堤步道"), ("gone", "今"), ("new", "明"), ("same", "起开放"),
    ]  # fmt: skip


def test_equal_texts_differ_in_nothing():
    assert differences("清晨五点半。", "清晨五点半。") == [("same", "清晨五点半。")]
    assert differences("", "") == []


@given(st.text("甲乙丙。\n", max_size=60), st.text("甲乙丙。\n", max_size=60))
def test_both_texts_can_be_read_back(before, after):
    assert _sides(differences(before, after)) == (before, after)


@pytest.mark.parametrize("alphabet", ["甲乙", "甲。", "甲乙丙丁戊己庚辛。\n"])
@pytest.mark.timed
def test_a_hundred_thousand_characters_take_under_a_second(alphabet):
    source = random.Random(4)
    before, after = ("".join(source.choices(alphabet, k=100_000)) for _side in range(2))
    started = time.perf_counter()
    parts = differences(before, after)
    assert time.perf_counter() - started < 1
    assert _sides(parts) == (before, after)
