"""Django's makemessages, without guesses: a new string is left for a person, not given a similar one's Chinese."""

from django.core.management.commands import makemessages


class Command(makemessages.Command):
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]
