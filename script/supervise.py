"""Run the web server, the task worker and the scheduler together, until SIGTERM or SIGINT.

What holds: a child that dies is started again, waiting 1 s, then 2, 4 … 30 s while it keeps dying; all end within 10 s
of the signal, and with this process even when it is killed (on Linux). SIGHUP renews the web workers one by one.
Standard library alone, so that it stays small and starts at once.
"""

import contextlib
import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
HOST = os.environ.get("HOST") or "127.0.0.1"
PORT = os.environ.get("PORT") or "8000"
WORKERS = os.environ.get("WEB_WORKERS") or str(max(2, min(os.cpu_count() or 2, 4)))
THREADS = os.environ.get("WEB_THREADS") or "4"
GRACE = 8  # seconds a child may take to end; with the kill after it, all is over within the promised 10
STEADY = 60  # a child that lived this long is thought well again
LONGEST_WAIT = 30
PR_SET_PDEATHSIG = 1


def say(text: str) -> None:
    print(text, flush=True)


def _end_with_parent() -> None:
    """On Linux, ask the kernel for a SIGTERM when the supervisor dies, so that kill -9 leaves nothing behind."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Child:
    name: str
    command: list[str]
    process: subprocess.Popen | None = None
    started: float = 0
    wait: float = 0  # before the next start
    due: float = 0  # when that is

    def start(self) -> None:
        # A session of its own: Ctrl-C reaches the supervisor alone, which then ends each child in order.
        self.process = subprocess.Popen(
            self.command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            # The one other thread here is a daemon that holds no lock a fork could inherit.
            preexec_fn=_end_with_parent,
        )
        self.started = time.monotonic()

    def watch(self) -> None:
        """Start the child when it is due; when it has died, say so and fix the time of its next start."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.due:
                self.start()
        elif (code := self.process.poll()) is not None:
            self.wait = 1 if now - self.started > STEADY else min(self.wait * 2 or 1, LONGEST_WAIT)
            self.process, self.due = None, now + self.wait
            say(f"The {self.name} ended with code {code}; starting it again in {self.wait:g} s.")

    def signal(self, number: int, *, group: bool = False) -> None:
        if self.process and (group or self.process.poll() is None):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                (os.killpg if group else os.kill)(self.process.pid, number)


def web_command() -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "newsroom.wsgi:application"),
        *("--interface", "wsgi", "--host", HOST, "--port", PORT, "--http", "1", "--no-ws"),
        *("--workers", WORKERS, "--blocking-threads", THREADS, "--respawn-failed-workers"),
        *("--workers-kill-timeout", str(GRACE - 1), "--http1-header-read-timeout", "10000"),
        *("--log-level", "warning"),
    ]


def children() -> list[Child]:
    manage = [sys.executable, "manage.py"]
    return [
        Child("web server", web_command()),
        Child("task worker", [*manage, "run_tasks"]),
        Child("scheduler", [*manage, "run_schedule"]),
    ]


def port_is_free() -> bool:
    family = socket.AF_INET6 if ":" in HOST else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(PORT)))
        except OSError:
            return False
    return True


def announce_when_ready(address: str, ready: threading.Event, give_up_after: float = 60) -> None:
    """Print the address and set `ready` once the web server answers, whatever it answers."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(HOST, HOST)  # noqa: S104 - compared, not bound
    end = time.monotonic() + give_up_after
    while time.monotonic() < end:
        connection = http.client.HTTPConnection(host, int(PORT), timeout=5)
        try:
            connection.request("GET", "/healthz", headers={"Host": urlsplit(address).netloc})
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        else:
            ready.set()
            say(f"Newsroom is ready: {address}/   admin: {address}/admin/   (Ctrl-C ends it)")
            return
        finally:
            connection.close()
    say("The web server has not answered for a minute; its messages are above.")


def end_all(running: list[Child]) -> None:
    for child in running:
        child.signal(signal.SIGTERM)
    end = time.monotonic() + GRACE
    while time.monotonic() < end and any(child.process and child.process.poll() is None for child in running):
        time.sleep(0.05)
    for child in running:
        child.signal(signal.SIGKILL, group=True)  # also what a child left behind


def objection() -> str:
    """Why this environment cannot be served, or ""."""
    for name, value, most in (("PORT", PORT, 65535), ("WEB_WORKERS", WORKERS, 64), ("WEB_THREADS", THREADS, 64)):
        if not value.isdecimal() or not 0 < int(value) <= most:
            return f"{name} must be a number from 1 to {most}, not {value!r}."
    if not port_is_free():
        return f"{HOST}:{PORT} is taken or not an address of this machine. Another one: PORT=8001 script/server"
    return ""


def supervise(running: list[Child], stopping: threading.Event) -> None:
    """Keep all children alive until `stopping`; the web server first, which then has the machine to itself."""
    ready = threading.Event()
    shown = f"[{HOST}]" if ":" in HOST else HOST
    address = os.environ.get("SITE_URL", "").rstrip("/") or f"http://{shown}:{PORT}"
    running[0].start()
    threading.Thread(target=announce_when_ready, args=(address, ready), daemon=True).start()
    latest = time.monotonic() + 10
    while not stopping.wait(0.2):
        for child in running:
            if child.started or ready.is_set() or time.monotonic() > latest:
                child.watch()


def main() -> int:
    if reason := objection():
        say(reason)
        return 1
    stopping = threading.Event()
    running = children()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    signal.signal(signal.SIGHUP, lambda *_: running[0].signal(signal.SIGHUP))
    supervise(running, stopping)
    say("Ending…")
    end_all(running)
    return 0


if __name__ == "__main__":
    sys.exit(main())
