"""A run of characters without separators: one name, several, a unit with a name, or nothing a byline holds."""

import re
from collections.abc import Collection

from articles.bylines.names import could_be_name, is_surname_name, split_run, two_names_in_four
from articles.bylines.outlets import ends_as_unit, is_outlet, is_unit
from articles.bylines.places import is_known_place, looks_like_place


def are_names(text: str, own_names: Collection[str]) -> bool:
    return text in own_names or is_surname_name(text) or bool(split_run(text, own_names)[0])


def last_part(outlet: str) -> str:
    """观海新闻 of 青岛日报/观海新闻."""
    return re.split("[/／·•]", outlet)[-1]


def names_then_outlet(text: str, own_names: Collection[str]) -> int:
    """Where the outlet begins in 张三李四青岛日报 (before 记者); 0 when nothing like it."""
    for cut in range(2, min(len(text) - 1, 24)):
        if is_outlet(text[cut:]) and are_names(text[:cut], own_names):
            return cut
    return 0


def unit_then_name(text: str) -> int:
    """Where the name begins in 区应急局张三; 0 when there is no unit before it."""
    for cut in range(len(text) - 2, max(1, len(text) - 5), -1):
        if is_unit(text[:cut]) and is_surname_name(text[cut:]) and len(text) <= 40:
            return cut
    return 0


def names_in(text: str, own_names: Collection[str], *, tight: bool, listed: bool) -> tuple[list[str], bool, bool]:
    """The names of a run, whether they are vouched for, and whether their limits are clear; [] when it is no name.

    `tight` says that the run touches its title (记者张三李四), `listed` that 、 or ， stands beside it.
    """
    nothing: tuple[list[str], bool, bool] = ([], False, True)
    if text in own_names:
        return [text], True, True
    if text[-1] in "省市县区镇" and is_known_place(text):
        return nothing
    if is_surname_name(text):
        return [text], True, True
    if len(text) > 1 and all((c.isalpha() and c.isascii()) or c in ".-'’· " for c in text):
        return [text], " " in text, True
    if joined := _joined_by_and(text, own_names):
        return joined, True, True
    names, clear = split_run(text, own_names)
    if is_unit(text) and len(text) > 3 and (not names or ends_as_unit(text)):
        return nothing
    if len(text) == 4 and could_be_name(text):
        return _four(text, names, clear, tight=tight, listed=listed)
    if len(text) >= 4 and names:
        return names, True, clear
    return _unlisted_surname(text, listed=listed)


def _joined_by_and(text: str, own_names: Collection[str]) -> list[str]:
    """张三和李四."""
    for joint in "和与及":
        parts = text.split(joint)
        if len(parts) == 2 and all(are_names(part, own_names) for part in parts):
            return parts
    return []


def _unlisted_surname(text: str, *, listed: bool) -> tuple[list[str], bool, bool]:
    """A pen name or a name of a people without surnames (扎西, 其其格), where nothing else fits."""
    if (
        looks_like_place(text)
        or is_unit(text)
        or not could_be_name(text)
        or is_known_place(text[-2:])
        or (len(text) == 5 and not listed)
    ):
        return [], False, True
    return [text], False, True


def _four(text: str, names: list[str], clear: bool, *, tight: bool, listed: bool) -> tuple[list[str], bool, bool]:
    """Four characters: two names of two where both surnames are common, or one long name."""
    if names and not listed and (tight or two_names_in_four(text)):
        return names, True, clear and tight
    if is_known_place(text[-2:]) and not is_surname_name(text[:3]):
        return [], False, True
    return [text], False, not is_known_place(text) and not is_unit(text)
