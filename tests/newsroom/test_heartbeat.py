import pytest
import time_machine

from newsroom import heartbeat


def test_what_never_beat_has_no_age():
    assert heartbeat.seconds_since("scheduler") is None


def test_the_age_is_that_of_the_last_beat():
    with time_machine.travel("2026-05-01T00:00:00Z", tick=False) as clock:
        heartbeat.beat("scheduler")
        clock.shift(40)
        heartbeat.beat("scheduler")
        clock.shift(25)
        assert heartbeat.seconds_since("scheduler") == pytest.approx(25)


def test_a_clock_set_back_makes_no_negative_age():
    with time_machine.travel("2026-05-01T00:00:00Z", tick=False) as clock:
        heartbeat.beat("scheduler")
        clock.shift(-3600)
        assert heartbeat.seconds_since("scheduler") == 0


def test_a_spoilt_file_counts_as_no_beat(settings):
    (settings.VAR_DIR / "scheduler.heartbeat").write_text("")
    assert heartbeat.seconds_since("scheduler") is None


def test_a_beat_leaves_one_file(settings):
    heartbeat.beat("scheduler")
    heartbeat.beat("scheduler")
    assert [file.name for file in settings.VAR_DIR.glob("scheduler*")] == ["scheduler.heartbeat"]
