"""What the tests run inside the confined child: each function tries one thing a hostile file might bring about."""

import os
import resource
import socket
import subprocess
import sys
import time
from pathlib import Path

from articles.uploads.refusal import Refusal


def measure(data, **options):
    return {"size": len(data), "options": options, "modules": sorted(sys.modules)}, [data[:3], b"", data[3:]]


def refuse(data, *, code):
    raise Refusal(code, most=7)


def fail(data):
    raise ZeroDivisionError("of the decoder")


def environment(data):
    return {"environment": sorted(os.environ), "niceness": os.nice(0), "folder": str(Path.cwd())}, []


def take_memory(data):
    return {"size": len(bytearray(700 * 1024 * 1024))}, []


def no_memory(data):
    raise MemoryError


def spin(data):
    while True:
        pass


def spin_briefly_limited(data):
    resource.setrlimit(resource.RLIMIT_CPU, (1, 2))
    spin(data)


def sleep(data, *, nap):
    time.sleep(nap)
    return {"slept": nap}, []


def connect(data, *, port):
    socket.create_connection(("127.0.0.1", port), timeout=2)


def start_program(data):
    subprocess.run([sys.executable, "-c", "pass"], check=True)


def write_file(data, *, path):
    with open(path, "wb") as file:
        file.write(data)


def die(data):
    os.abort()


def print_noise(data):
    sys.stdout.write("noise that is no answer")
    return {"ok": True}, [b"whole"]


def flood(data):
    return {}, [b"x" * 1024 * 1024] * 120


def clean_and_measure(data):
    """`clean_picture`, and the most memory this process held (kB), which a refusal must tell too."""
    from articles.uploads.picture_child import clean_picture

    try:
        result, parts = clean_picture(data)
    except Refusal as refusal:
        result, parts = {"refused": refusal.code}, []
    except MemoryError:
        result, parts = {"refused": "too-much-memory"}, []
    with open("/proc/self/status") as status:
        peak = next(line for line in status if line.startswith("VmHWM:"))
    return {**result, "peak": int(peak.split()[1])}, parts
