"""The task worker: runs what the newsroom put off (renditions of pictures, mail), all queues, until SIGTERM."""

import fcntl
from pathlib import Path
from typing import IO

from django.conf import settings
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

MOST_ATTEMPTS = 3  # a task that has outlived no worker by then would bring down every next one too


class Command(db_worker.Command):
    help = "Run the tasks put off by the site, until SIGTERM; first those a killed worker of this host left behind."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(queue_name="*", reload=False, worker_id=get_random_string(32))

    def handle(self, *, worker_id, **options):
        lock = hold_lock(worker_id)
        try:
            for task in take_back_abandoned():
                self.stderr.write(f"Taken back from a worker that was killed: {task}")
            super().handle(worker_id=worker_id, **options)
        finally:
            Path(lock.name).unlink(missing_ok=True)
            lock.close()

    def configure_logging(self, verbosity):
        """Leave logging to LOGGING of the settings: one line of JSON a record, like the rest of the site."""


def _locks() -> Path:
    folder = settings.VAR_DIR / "workers"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def hold_lock(worker_id: str) -> IO[str]:
    """A file locked for as long as this process lives: the kernel lets go of it however the process ends."""
    file = open(_locks() / worker_id, "w")  # noqa: SIM115 - held open on purpose
    fcntl.flock(file, fcntl.LOCK_EX)
    return file


def _is_dead(worker_id: str) -> bool:
    """True for a worker of this host whose lock nobody holds any more; those of other hosts are not ours to judge."""
    path = _locks() / worker_id
    if not worker_id.isalnum() or not path.exists():
        return False
    with open(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def take_back_abandoned() -> list[str]:
    """Make ready again each running task whose worker died; fail it after MOST_ATTEMPTS. Returns the tasks' ids."""
    dead = {file.name for file in _locks().iterdir() if _is_dead(file.name)}
    taken = []
    for task in DBTaskResult.objects.running():
        if not task.worker_ids or task.worker_ids[-1] not in dead:
            continue
        if len(task.worker_ids) >= MOST_ATTEMPTS:
            task.set_failed(RuntimeError(f"{len(task.worker_ids)} workers died while they ran this task"))
        else:
            # Only from the state we saw: another worker of this host may have been quicker.
            DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at).update(status="READY")
        taken.append(str(task.pk))
    for worker_id in dead:
        (_locks() / worker_id).unlink(missing_ok=True)
    return taken
