import signal
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from newsroom.management.commands import run_tasks

LONG_AGO = datetime(2026, 5, 1, tzinfo=UTC)


@task()
def double(number):
    return number * 2


@pytest.fixture
def _signals():
    """The worker takes over the signals of its process; here they are pytest's."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def claimed(*worker_ids):
    """A task those workers began, the last of them still at it as far as the database knows."""
    result = double.enqueue(21)
    DBTaskResult.objects.filter(pk=result.id).update(status="RUNNING", started_at=LONG_AGO, worker_ids=list(worker_ids))
    return DBTaskResult.objects.get(pk=result.id)


def die(worker_id, settings):
    """What a killed worker leaves: its file, with no lock on it."""
    folder = settings.VAR_DIR / "workers"
    folder.mkdir(exist_ok=True)
    (folder / worker_id).write_text("")


@pytest.mark.django_db
def test_a_task_of_a_killed_worker_is_made_ready(settings):
    abandoned = claimed("killed")
    die("killed", settings)
    assert run_tasks.take_back_abandoned() == [str(abandoned.pk)]
    abandoned.refresh_from_db()
    assert abandoned.status == "READY"
    assert list((settings.VAR_DIR / "workers").iterdir()) == []


@pytest.mark.django_db
def test_a_task_of_a_living_worker_is_left_to_it():
    lock = run_tasks.hold_lock("living")
    held = claimed("living")
    assert run_tasks.take_back_abandoned() == []
    held.refresh_from_db()
    assert held.status == "RUNNING"
    lock.close()


@pytest.mark.django_db
def test_a_task_of_another_host_is_not_ours_to_judge():
    elsewhere = claimed("elsewhere")
    assert run_tasks.take_back_abandoned() == []
    elsewhere.refresh_from_db()
    assert elsewhere.status == "RUNNING"


@pytest.mark.django_db
def test_a_task_that_keeps_killing_its_worker_fails_at_last(settings):
    deadly = claimed("first", "second", "third")
    die("third", settings)
    assert run_tasks.take_back_abandoned() == [str(deadly.pk)]
    deadly.refresh_from_db()
    assert deadly.status == "FAILED"
    assert "3 workers died" in deadly.traceback


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_signals")
def test_the_worker_runs_what_was_left_and_what_is_new(settings, capsys):
    abandoned = claimed("killed")
    die("killed", settings)
    new = double.enqueue(4)
    call_command("run_tasks", "--batch", "--no-startup-delay", "--interval=0")
    results = DBTaskResult.objects.in_bulk([abandoned.pk, new.id])
    assert {(row.status, row.return_value) for row in results.values()} == {("SUCCESSFUL", 42), ("SUCCESSFUL", 8)}
    assert str(abandoned.pk) in capsys.readouterr().err
    assert list((settings.VAR_DIR / "workers").iterdir()) == []
