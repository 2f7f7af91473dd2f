import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.words import BREAK, mark_words


@given(st.text(max_size=60))
def test_marking_loses_no_character(text):
    assert mark_words(text).replace(BREAK, "") == text.replace(BREAK, "")


@pytest.mark.parametrize(
    "headline", ["果园改成步道之后，石门村的老人学会了带路", "“讲解费”进了账：每月按次数分", "气温降至-5℃，供暖率100%"]
)
def test_no_break_beside_punctuation_that_clings(headline):
    pieces = mark_words(headline).split(BREAK)
    assert len(pieces) > 3
    assert not [piece for piece in pieces if piece[0] in "，。：”％%℃" or piece[-1] in "“（《"]
