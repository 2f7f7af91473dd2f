import logging
import os
import signal
import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone

from articles.enums import ArticleStatus
from articles.management.commands import run_schedule
from newsroom import heartbeat
from tests.factories import make_article


@pytest.fixture
def _signals():
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


class StopAfter(threading.Event):
    """Is set by itself after so many waits, and notes how long each was to be."""

    def __init__(self, rounds):
        super().__init__()
        self.rounds, self.waits = rounds, []

    def wait(self, timeout=None):
        self.waits.append(timeout)
        return len(self.waits) >= self.rounds


@pytest.mark.django_db(transaction=True)
def test_a_round_publishes_what_is_due_and_leaves_a_heartbeat():
    story = make_article(status=ArticleStatus.SCHEDULED, publish_at=timezone.now() - timedelta(seconds=1))
    run_schedule.run(StopAfter(1))
    story.refresh_from_db()
    assert story.status == ArticleStatus.PUBLISHED
    assert heartbeat.seconds_since(heartbeat.SCHEDULER) < 20


@pytest.mark.django_db(transaction=True)
def test_rounds_are_twenty_seconds_apart():
    stop = StopAfter(3)
    run_schedule.run(stop)
    assert stop.waits == [20, 20, 20]


@pytest.mark.django_db(transaction=True)
def test_a_database_that_fails_ends_the_round_and_not_the_scheduler(caplog):
    stop = StopAfter(2)

    def refuse(*_):
        raise OperationalError("gone")

    with connection.execute_wrapper(refuse), caplog.at_level(logging.ERROR):
        run_schedule.run(stop)
    assert len(stop.waits) == 2
    assert heartbeat.seconds_since(heartbeat.SCHEDULER) is None
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_signals")
def test_sigterm_ends_it_at_once():
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGTERM)).start()
    began = timezone.now()
    call_command("run_schedule")
    assert timezone.now() - began < timedelta(seconds=10)


@pytest.mark.django_db(transaction=True)
def test_files_are_swept_at_the_start_and_then_every_hour(monkeypatch):
    swept = []
    monkeypatch.setattr(run_schedule, "sweep", lambda: swept.append("sweep") or [])
    clock = iter([0, 0, 20, 3601, 3601])
    monkeypatch.setattr(run_schedule, "monotonic", lambda: next(clock))
    run_schedule.run(StopAfter(3))
    assert swept == ["sweep", "sweep"]
