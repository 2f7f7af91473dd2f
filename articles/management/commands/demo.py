"""`manage.py demo`: the demo newsroom loaded into an empty database, or taken out of it."""

from django.core.management.base import BaseCommand, CommandError

from articles.demo import content, loading, removal
from articles.models import Picture
from articles.pictures.renditions import make_renditions
from articles.site_context import forget_navigation


class Command(BaseCommand):
    help = "Load the demo newsroom into an empty database; run again, it changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="remove exactly what the demo made")
        parser.add_argument(
            "--wait", action="store_true", help="make every size of every picture now, not in the task worker"
        )

    def handle(self, *, remove, wait, **options):
        if remove:
            self._remove()
            return
        try:
            loaded = loading.load(content.read(), self.stdout.write)
        except loading.DemoRefused as refused:
            raise CommandError(str(refused)) from refused
        forget_navigation()
        if wait:
            self._make_renditions()
        password = loading.settings.VAR_DIR / loading.PASSWORD_FILE
        self.stdout.write("The demo newsroom is loaded." if loaded else "The demo newsroom is loaded already.")
        self.stdout.write(f"The accounts' password is in {password}.")

    def _make_renditions(self):
        waiting = loading.marked(Picture).filter(renditions_made_at=None)
        total = waiting.count()
        for number, picture in enumerate(list(waiting), 1):
            self.stdout.write(f"Making the sizes of picture {number} of {total}")
            make_renditions.call(picture.pk)

    def _remove(self):
        outcome = removal.remove()
        forget_navigation()
        self.stdout.write(f"Removed {outcome.count} rows of the demo newsroom.")
        for row in outcome.kept:
            self.stdout.write(f"Kept, since something else needs it: {row}")
