"""What the parser asks a person when a line does not say enough, one sentence each, shown in Chinese by gettext."""

from typing import cast

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


def _ask(sentence: object, **values: str) -> str:
    """A sentence that is translated when shown, so that parsing needs no settings."""
    return cast(str, format_lazy(cast(str, sentence), **values))


def unknown_text(text: str) -> str:
    return _ask(_("What does “{text}” in the byline mean?"), text=text)


def unlisted_role(role: str) -> str:
    return _ask(_("No credit is kept for “{role}”; who should be credited, and as what?"), role=role)


def where_names_part(text: str) -> str:
    return _ask(_("Where does one name end and the next begin in “{text}”?"), text=text)


def names_or_not(text: str) -> str:
    return _ask(_("Is “{text}” the byline?"), text=text)


def who_did_what(word: str) -> str:
    return _ask(_("Whom does “{word}” refer to?"), word=word)


def nobody_named(title: str) -> str:
    return _ask(_("“{title}” stands in the byline without a name; who is it?"), title=title)


def several_outlets(outlets: str) -> str:
    return _ask(_("The byline names several outlets ({outlets}); which one is ours to print?"), outlets=outlets)


def more_credits(text: str) -> str:
    return _ask(_("“{text}” at the end of the text names people too; should they be credited?"), text=text)


def place_or_person(text: str) -> str:
    return _ask(_("Is “{text}” a place or a person?"), text=text)


def unclosed(text: str) -> str:
    return _ask(_("A bracket of “{text}” is never closed; does the byline end here?"), text=text)
