"""Publish every scheduled story whose time has come."""

from django.core.management.base import BaseCommand

from articles import workflow


class Command(BaseCommand):
    help = "Publish every scheduled story whose time has come, each once, and say how many."

    def handle(self, **options):
        self.stdout.write(f"{workflow.publish_due()} published")
