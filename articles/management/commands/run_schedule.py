"""The scheduler: publishes what is due every 20 seconds and clears up every hour, until SIGTERM."""

import logging
import signal
import threading
from time import monotonic

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from articles import workflow
from articles.pictures.sweep import ask_again, sweep
from newsroom import heartbeat

logger = logging.getLogger(__name__)
INTERVAL = 20  # seconds: a story appears at most this late for those who count on its notice (promise R7: 60)
SWEEP_INTERVAL = 3600  # seconds: files that no row names are kept an hour anyway


class Command(BaseCommand):
    help = "Publish what is due every 20 seconds, clear up every hour. Several may run: each story is published once."

    def handle(self, **options):
        stopping = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.set())
        run(stopping)


def run(stopping: threading.Event, *, interval: float = INTERVAL) -> None:
    """One round every `interval` seconds until `stopping` is set; a round under way is finished first.

    A database or disk that is gone ends the round, not the scheduler. Such a round leaves no heartbeat, so that
    /healthz says that scheduling lags.
    """
    swept = float("-inf")
    while True:
        try:
            close_old_connections()
            if count := workflow.publish_due():
                logger.info("%d scheduled stories published", count)
            heartbeat.beat(heartbeat.SCHEDULER)
            if monotonic() - swept > SWEEP_INTERVAL:
                swept = monotonic()
                logger.info("%d files swept, %d pictures asked for again", len(sweep()), ask_again())
        except (DatabaseError, OSError):
            logger.exception("This round of scheduled publishing failed; the next is in %s seconds", interval)
        finally:
            close_old_connections()
        if stopping.wait(interval):
            return
