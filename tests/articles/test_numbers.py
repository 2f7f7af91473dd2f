import pytest

from articles.numbers import row_number


@pytest.mark.parametrize(("text", "number"), [("7", 7), ("007", 7), (7, 7), ("9" * 18, int("9" * 18)), ("0", 0)])
def test_digits_are_a_number(text, number):
    assert row_number(text) == number


@pytest.mark.parametrize(
    "text", ["", None, "²", "①", "１２", "٣", "-1", "+1", "1_0", " 1", "1.0", "9" * 19, "9" * 5000]
)
def test_what_no_key_can_be_is_no_number(text):
    assert row_number(text) is None
