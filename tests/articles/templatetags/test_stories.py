"""How a story's words are set on a page."""

from datetime import UTC, datetime

import pytest
import time_machine

from articles.models import PlacedPicture
from articles.templatetags import stories

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)  # noon in Shanghai


@pytest.mark.parametrize(
    ("moment", "long", "short"),
    [
        (datetime(2026, 11, 23, 1, 20, tzinfo=UTC), "09:20", "09:20"),
        (datetime(2026, 11, 22, 16, 0, tzinfo=UTC), "00:00", "00:00"),
        (datetime(2026, 11, 22, 15, 59, tzinfo=UTC), "11月22日", "11-22"),
        (datetime(2025, 12, 31, 15, 59, tzinfo=UTC), "2025年12月31日", "12-31"),
    ],
)
def test_a_time_says_as_much_as_a_reader_needs(moment, long, short):
    with time_machine.travel(NOON, tick=False):
        assert (stories.when(moment), stories.when_short(moment)) == (long, short)


@pytest.mark.parametrize(
    ("credit", "printed"),
    [
        ("沈砚", "沈砚 摄"),
        ("沈砚 摄", "沈砚 摄"),
        ("资料图", "资料图"),
        ("受访者供图", "受访者供图"),
        ("李明摄影", "李明摄影"),
    ],
)
def test_a_picture_credit_says_how_once(credit, printed):
    assert stories.picture_credit(PlacedPicture(credit=credit)) == printed
