"""Signs of life of the processes beside the web server, for /healthz and the dashboard.

A beat is a file in VAR_DIR, not a cache entry: the cache may drop what it likes, and a missing beat must mean a missing
process. Each host has its own VAR_DIR and its own scheduler, so a host answers for itself.
"""

import os
import time
from pathlib import Path

from django.conf import settings

SCHEDULER = "scheduler"


def _file(name: str) -> Path:
    return settings.VAR_DIR / f"{name}.heartbeat"


def beat(name: str) -> None:
    """Record that the process called `name` is alive and did its round just now. OSError when VAR_DIR is full."""
    file = _file(name)
    new = file.with_suffix(f".{os.getpid()}.new")
    new.write_text(f"{time.time():.3f}\n")
    new.replace(file)


def seconds_since(name: str) -> float | None:
    """How long ago `name` last beat, never below 0; None when it never did."""
    try:
        return max(0.0, time.time() - float(_file(name).read_text()))
    except (FileNotFoundError, ValueError):
        return None
