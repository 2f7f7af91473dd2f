"""Clearing up the media: files no row names, and renditions still to be made."""

from django.core.management.base import BaseCommand

from articles.pictures.sweep import ask_again, sweep


class Command(BaseCommand):
    help = "Delete files that no row names and that are older than an hour; ask again for renditions that are missing."

    def handle(self, **options):
        gone = sweep()
        for name in gone:
            self.stdout.write(f"deleted {name}")
        waiting = ask_again()
        self.stdout.write(f"{len(gone)} files deleted, renditions of {waiting} pictures asked for again")
