"""Opening what a stranger sent in a process of its own, with little memory, little time and no network (promise S4)."""

import fcntl
import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from django.conf import settings
from django.utils.translation import gettext as _

from articles.uploads.reasons import CONFINEMENT_REASONS

MEMORY_BYTES = 600 * 1024 * 1024
CPU_SECONDS = 10
WALL_SECONDS = 9
"""Shorter than the CPU limit, so that whoever sent the file has the answer within ten seconds."""
WAIT_SECONDS = 30
"""How long a file waits for the one place on this machine before its sender is asked to come back."""
ANSWER_BYTES = 96 * 1024 * 1024

ROOT = Path(__file__).resolve().parents[2]
CHILD = Path(__file__).with_name("child.py")
KEPT_ENVIRONMENT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""All that the child sees of our environment: where Python's own libraries are. No secret."""

logger = logging.getLogger(__name__)


class Refused(Exception):
    """A file is refused. `str()` tells who sent it the file, the reason and what to do; `code` is the reason's key."""

    def __init__(self, message: str, *, code: str):
        super().__init__(message)
        self.code = code


def refused(code: str, name: str, reasons: Mapping[str, Any], values: Mapping | None = None) -> Refused:
    """The `Refused` for `code`, in the reader's language; a code nobody knows reads as a damaged file."""
    known = {**CONFINEMENT_REASONS, **reasons}
    sentence = str(known.get(code) or known["broken"])
    shown = "".join(sign for sign in name if sign.isprintable())[:80] or _("Untitled file")
    return Refused(sentence.format_map({**(values or {}), "file": shown}), code=code)


def confine(
    function: str,
    data: bytes | BinaryIO,
    *,
    name: str = "",
    reasons: Mapping[str, Any] | None = None,
    seconds: float = WALL_SECONDS,
    wait: float | None = None,
    **options,
) -> tuple[dict, list[bytes]]:
    """What the top-level `function` (a dotted path) makes of `data` in a confined child: a dict and a list of bytes.

    The function is called as `function(data, **options)`, options and dict being plain JSON; it says no by raising
    `articles.uploads.refusal.Refusal(code)`, whose sentence stands in `reasons` (see `articles.uploads.reasons`). Its
    module may import neither Django nor a module that does; packages on its path do not run their `__init__`.
    `data` given as an open file is read only when its turn has come. `name` is the file's name as its sender knows it.
    It may run for `seconds`, after waiting `wait` seconds for its turn.
    Raises `Refused` for every failure, whatever it was; the unexpected ones are logged too.
    """
    reasons = reasons or {}
    parents = function.split(".")[:-2]
    packages = {".".join(parents[: end + 1]) for end in range(len(parents))} | {"articles", "articles.uploads"}
    request = {
        "function": function,
        "options": options,
        "packages": sorted(packages),
        "root": str(ROOT),
        "memory": MEMORY_BYTES,
        "cpu": CPU_SECONDS,
    }
    with _turn(WAIT_SECONDS if wait is None else wait) as ours:
        if not ours:
            raise refused("busy", name, reasons)
        content = data if isinstance(data, bytes) else data.read()
        answer, code, late = _run(json.dumps(request).encode() + b"\n", content, seconds)
    return _read(answer, code, late, function, name, reasons)


@contextmanager
def _turn(wait: float) -> Iterator[bool]:
    """Hold the one place on this machine; yields False when it did not come free in time. A dead holder frees it."""
    with open(settings.VAR_DIR / "uploads.lock", "ab") as lock:
        yield _locked(lock, time.monotonic() + wait)


def _locked(lock: IO, end: float) -> bool:
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        else:
            return True


def _run(request: bytes, content: bytes, seconds: float) -> tuple[bytes, int, bool]:
    """Run the child: its answer (perhaps cut short), its exit code, and whether it was ended for taking too long.

    `Popen` without a `preexec_fn` starts a fresh Python without forking our threads' locks.
    """
    environment = {key: os.environ[key] for key in KEPT_ENVIRONMENT if key in os.environ}
    child = subprocess.Popen(
        [sys.executable, "-I", "-B", str(CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**environment, "MALLOC_ARENA_MAX": "1", "LC_ALL": "C.UTF-8"},
        cwd="/",
        start_new_session=True,
    )
    stdin, stdout = cast(IO[bytes], child.stdin), cast(IO[bytes], child.stdout)
    late = threading.Event()

    def end_it():
        late.set()
        child.kill()

    def feed():
        with suppress(BrokenPipeError), stdin:
            stdin.write(request)
            stdin.write(content)

    timer, feeder = threading.Timer(seconds, end_it), threading.Thread(target=feed, daemon=True)
    timer.start()
    feeder.start()
    try:
        with stdout:
            answer = stdout.read(ANSWER_BYTES + 1)
        if len(answer) > ANSWER_BYTES:
            child.kill()
        return answer, child.wait(), late.is_set()
    finally:
        timer.cancel()
        child.kill()
        child.wait()
        feeder.join()


def _read(
    answer: bytes, code: int, late: bool, function: str, name: str, reasons: Mapping[str, Any]
) -> tuple[dict, list[bytes]]:
    """The child's answer taken apart; `Refused` for a refusal, and for an answer that is not whole."""
    line, newline, body = answer.partition(b"\n")
    header = {}
    if code == 0 and newline:
        with suppress(ValueError):
            header = json.loads(line)
    if "refused" in header:
        raise refused(header["refused"], name, reasons, header["values"])
    if "result" in header and sum(header["sizes"]) == len(body):
        parts, start = [], 0
        for size in header["sizes"]:
            parts.append(body[start : start + size])
            start += size
        return header["result"], parts
    logger.warning("%s of an uploaded file ended with %s: %s", function, code, header.get("failed", "no answer"))
    raise refused("too-slow" if late or code == -signal.SIGXCPU else "broken", name, reasons)
