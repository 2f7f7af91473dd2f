"""Numbers that arrive as text: in an address, a hidden field, a search box."""

MOST_DIGITS = 18
"""What every database's 64-bit key holds, whatever the digits are."""


def row_number(text) -> int | None:
    """`text` as the number of a row, or None where it is none.

    ASCII digits alone: `isdigit` takes ² and ①, which `int` refuses, and a number beyond 64 bits raises in SQLite.
    """
    text = str(text or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None
