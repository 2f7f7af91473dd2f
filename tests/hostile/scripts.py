"""Text that means to run a script (promise S1), by class. Each would set `window.__hit`, open a dialog or call
elsewhere.example if a page took it for markup, an address, a template or a style.

They stand in scripts.jsonl, [class, text] a line, RUN in place of what they run. They are examples of a class: a page
that knows one of them and lets the next one pass is not mended.
"""

import json
import random
from pathlib import Path

RUN = "window.__hit=(window.__hit||0)+1"


def _read() -> list[tuple[str, str]]:
    lines = Path(__file__).with_name("scripts.jsonl").read_text().splitlines()
    return [(kind, text.replace("RUN", RUN)) for kind, text in map(json.loads, lines)]


_BY_CLASS = _read()
SCRIPTS: list[str] = [text for _kind, text in _BY_CLASS]
ADDRESSES: list[str] = [text for kind, text in _BY_CLASS if kind == "address"]
_OPEN = {text for kind, text in _BY_CLASS if kind == "open"}


def chunks(seed: int | None, amount: int, size: int) -> list[str]:
    """`amount` texts of `size` scripts each, chosen by `seed`; those that leave something open come last in theirs.

    Of None every script, in as many texts as that takes.
    """
    chance = random.Random(seed)
    chosen = list(SCRIPTS)
    chance.shuffle(chosen)
    if seed is not None:
        chosen = chosen[: amount * size]
    cut = [chosen[begin : begin + size] for begin in range(0, len(chosen), size)]
    return [" ".join(sorted(one, key=_leaves_open)) for one in cut]


def _leaves_open(script: str) -> bool:
    return script in _OPEN or any(start in script for start in ("<!", "<plaintext", "<xmp"))
