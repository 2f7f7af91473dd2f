"""Everything between the installed packages and the first request; script/setup runs it at every start."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from articles.models import Article


class Command(BaseCommand):
    help = "Migrate, collect the static files and load the demo newsroom, each only where it is needed."
    requires_system_checks = []  # they ask for tables that the first run has not made yet

    def add_arguments(self, parser):
        parser.add_argument("--no-demo", action="store_true", help="load no demo, as DEMO=off does")

    def handle(self, *, no_demo, **options):
        self._migrate()
        self._collect_static()
        if not no_demo and wants_demo():
            self.stdout.write("Loading the demo newsroom (once, since the database is empty)…")
            call_command("demo")
        self._say_accounts()

    def _migrate(self):
        try:
            pending = pending_migrations()
        except OperationalError as error:
            raise CommandError(f"The database of DATABASE_URL does not answer: {error}") from error
        if pending:
            self.stdout.write(f"Migrating the database ({pending} steps)…")
            call_command("migrate", interactive=False, verbosity=0)

    def _collect_static(self):
        stamp, digest = settings.VAR_DIR / "static.digest", static_digest()
        collected = stamp.exists() and (settings.STATIC_ROOT / "staticfiles.json").exists()
        if settings.DEBUG or (collected and stamp.read_text() == digest):
            return
        self.stdout.write("Collecting the static files…")
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(digest)

    def _say_accounts(self):
        kept = settings.VAR_DIR / "demo-password"
        if not kept.exists():
            return
        # A role's demo account is named like its group (design), the contributor's like the role.
        names = get_user_model().objects.filter(username__in=DEMO_ACCOUNTS, is_active=True)
        shown = sorted(names.values_list("username", flat=True), key=DEMO_ACCOUNTS.index)
        if shown:
            self.stdout.write(f"Demo accounts: {', '.join(shown)}\nTheir password: {kept.read_text().strip()}")


DEMO_ACCOUNTS = ["reporter", "editor", "head", "chief", "proofreader", "moderator", "admin", "contributor"]


def wants_demo() -> bool:
    """The demo loads only into an empty database, with DEMO not off and a site that only this machine reaches."""
    if not settings.DEMO or not settings.SITE_IS_LOOPBACK:
        return False
    return not get_user_model().objects.exists() and not Article.objects.exists()


def pending_migrations() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def static_digest() -> str:
    """A fingerprint of every static file's path, size and time, and of where and how they are stored."""
    digest = hashlib.sha256(f"{settings.STATIC_ROOT} {settings.STORAGES['staticfiles']}".encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            facts = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
