"""The supervisor with its real children, over an empty newsroom."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from tests.browser import ROOT, free_port, serve_newsroom

pytestmark = pytest.mark.slow


def children_of(pid):
    """The processes started by `pid`, by what of ours they run."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    names = ("granian", "run_tasks", "run_schedule")
    return {name: int(row[0]) for row in rows for name in names if int(row[1]) == pid and name in row[2]}


def wait_for(condition, seconds=30):
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)
    return found


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def served(tmp_path):
    server, newsroom = serve_newsroom(tmp_path, DEMO="off")
    yield server, newsroom
    server.kill()
    server.wait()


def all_three(server):
    found = children_of(server.pid)
    return found if len(found) == 3 else None


@pytest.mark.parametrize("name", ["granian", "run_tasks", "run_schedule"])
def test_a_killed_child_is_started_again(served, name):
    server, newsroom = served
    before = wait_for(lambda: all_three(server))
    os.kill(before[name], signal.SIGKILL)
    after = wait_for(lambda: (found := all_three(server)) and found[name] != before[name] and found)
    assert {key: after[key] for key in before if key != name} == {key: before[key] for key in before if key != name}
    assert "ended with code -9; starting it again in 1 s." in (newsroom.var / "server.log").read_text()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_everything_within_ten_seconds(served, number):
    server, _newsroom = served
    children = wait_for(lambda: all_three(server))
    server.send_signal(number)
    assert server.wait(timeout=10) == 0
    assert [name for name, pid in children.items() if alive(pid)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of their parent's death")
def test_nothing_outlives_a_killed_supervisor(served):
    server, _newsroom = served
    children = wait_for(lambda: all_three(server))
    server.kill()
    server.wait()
    wait_for(lambda: not any(alive(pid) for pid in children.values()), 15)


def test_a_taken_port_is_said_plainly(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        env = {**os.environ, "PORT": str(taken.getsockname()[1]), "VAR_DIR": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, "script/supervise.py"], cwd=ROOT, env=env, capture_output=True, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (1, "")
    assert "is taken" in done.stdout


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "http"), ("PORT", "70000"), ("WEB_WORKERS", "0"), ("WEB_THREADS", "-1")]
)
def test_a_number_that_makes_no_sense_is_refused_by_name(name, value, tmp_path):
    env = {**os.environ, "PORT": str(free_port()), "VAR_DIR": str(tmp_path), name: value}
    done = subprocess.run(
        [sys.executable, "script/supervise.py"], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout.startswith(f"{name} must be a number from 1 to ")
