"""The process in which a hostile file is opened: a script that `articles.uploads.confine` starts, not part of the site.

It reads one line of JSON (`function`, `options`, `packages`, `root`, `memory`, `cpu`) and then the file from standard
input, and answers on standard output with one line of JSON and the raw bytes that line counts in `sizes`:
{"result": {…}, "sizes": […]}, {"refused": code, "values": {…}}, or {"failed": the last lines of a traceback}.
Nothing here or in what it calls may load Django: a start costs some 30 ms so, and no setting or secret is in reach.
"""

import contextlib
import ctypes
import importlib
import json
import os
import resource
import sys
import traceback
import types
from pathlib import Path

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.kill", "urllib.")
"""Audit events a decoder never needs. Library code that would fetch or start something meets PermissionError."""

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main() -> None:  # pragma: no cover - runs where no file can be written, so where coverage cannot be kept
    """Answer one request. Memory and failures of any kind end as an answer, so far as Python still has control."""
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the answer
    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    limit(request["memory"], request["cpu"])
    sys.path.insert(0, request["root"])
    without_package_code(request["root"], request["packages"])
    sys.addaudithook(forbid)
    header, parts = respond(request["function"], data, request["options"])
    answer.write(json.dumps(header).encode() + b"\n")
    for part in parts:
        answer.write(part)
    answer.close()


def limit(memory: int, cpu: int) -> None:  # pragma: no cover - as `main`; what it does is seen from outside
    """Limits the process cannot lift again: bytes of memory, seconds of CPU, no file written, no core, no network."""
    limits = {
        resource.RLIMIT_AS: (memory, memory),
        resource.RLIMIT_CPU: (cpu, cpu + 1),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_NOFILE: (64, 64),
    }
    for kind, most in limits.items():
        with contextlib.suppress(ValueError, OSError):  # macOS knows RLIMIT_AS and refuses to set it
            resource.setrlimit(kind, most)
    os.nice(10)
    with contextlib.suppress(AttributeError, OSError):  # a network of its own, empty, where the kernel lets us
        ctypes.CDLL(None).unshare(CLONE_NEWUSER | CLONE_NEWNET)


def forbid(event: str, arguments: tuple) -> None:
    """The audit hook: from here on no library opens a connection, starts a program or makes a file."""
    if event.startswith(FORBIDDEN) or (event == "open" and arguments[2] & WRITING):
        raise PermissionError(event)


def without_package_code(root: str, packages: list[str]) -> None:
    """Let modules of `packages` be imported without running the packages' own `__init__`, which may want Django."""
    for name in packages:
        package = types.ModuleType(name)
        package.__path__ = [str(Path(root, *name.split(".")))]
        sys.modules[name] = package


def respond(function: str, data: bytes, options: dict) -> tuple[dict, list[bytes]]:
    """The header and parts to send for `function` (a dotted path) of `data`."""
    from articles.uploads.refusal import Refusal

    module, _, name = function.rpartition(".")
    try:
        result, parts = getattr(importlib.import_module(module), name)(data, **options)
        return {"result": result, "sizes": [len(part) for part in parts]}, parts
    except Refusal as refusal:
        return {"refused": refusal.code, "values": refusal.values}, []
    except MemoryError:
        return {"refused": "too-much-memory", "values": {}}, []
    except Exception:  # the edge of a process: whatever a decoder did, the parent hears of it
        return {"failed": traceback.format_exc()[-4000:]}, []


if __name__ == "__main__":  # pragma: no cover - as `main`
    main()
