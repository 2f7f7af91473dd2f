import fcntl
import importlib
import io
import os
import socket
import sys
import threading
import time

import pytest

from articles.uploads import Refused, child, confine, confinement

HERE = "tests.articles.uploads.confined"


def test_the_child_answers_with_a_dict_and_bytes():
    result, parts = confine(f"{HERE}.measure", b"abcdef", width=400)
    assert (result["size"], result["options"], parts) == (6, {"width": 400}, [b"abc", b"", b"def"])


def test_the_child_never_loads_django():
    result, _parts = confine(f"{HERE}.measure", b"")
    assert [name for name in result["modules"] if name.split(".")[0] == "django"] == []


def test_an_open_file_is_read_only_in_its_turn(settings, monkeypatch):
    monkeypatch.setattr(confinement, "WAIT_SECONDS", 0.1)
    source = io.BytesIO(b"abcdef")
    with open(settings.VAR_DIR / "uploads.lock", "ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(Refused) as refused:
            confine(f"{HERE}.measure", source, name="海.jpg")
    assert (refused.value.code, source.tell()) == ("busy", 0)
    assert "海.jpg" in str(refused.value)
    assert confine(f"{HERE}.measure", source)[0]["size"] == 6


def test_a_refusal_is_the_callers_sentence_with_the_name_of_the_file():
    with pytest.raises(Refused) as refused:
        confine(f"{HERE}.refuse", b"", code="odd", name="a\u202eb\n.jpg", reasons={"odd": "{file}: at most {most}"})
    assert (str(refused.value), refused.value.code) == ("ab.jpg: at most 7", "odd")


def test_a_reason_nobody_knows_reads_as_a_damaged_file():
    with pytest.raises(Refused) as unknown:
        confine(f"{HERE}.refuse", b"", code="unheard-of", name="x.jpg")
    assert str(unknown.value) == str(confinement.refused("broken", "x.jpg", {}))


@pytest.mark.parametrize(
    ("function", "code"),
    [
        ("fail", "broken"),
        ("die", "broken"),
        ("flood", "broken"),
        ("start_program", "broken"),
        ("take_memory", "too-much-memory"),
        ("spin_briefly_limited", "too-slow"),
        ("no_such_function", "broken"),
    ],
)
def test_what_goes_wrong_inside_is_a_refusal(function, code):
    with pytest.raises(Refused) as refused:
        confine(f"{HERE}.{function}", b"data", name="x.jpg")
    assert refused.value.code == code


def test_a_child_that_spins_is_ended_in_time():
    start = time.monotonic()
    with pytest.raises(Refused) as refused:
        confine(f"{HERE}.spin", b"x" * 5_000_000, seconds=0.7)
    assert refused.value.code == "too-slow"
    assert time.monotonic() - start < 3


def test_one_child_runs_at_a_time():
    start = time.monotonic()
    naps = [threading.Thread(target=confine, args=(f"{HERE}.sleep", b""), kwargs={"nap": 0.3}) for _ in range(3)]
    for nap in naps:
        nap.start()
    for nap in naps:
        nap.join()
    assert time.monotonic() - start > 0.9


def test_the_child_reaches_no_network():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.3)
        with pytest.raises(Refused):
            confine(f"{HERE}.connect", b"", port=listener.getsockname()[1])
        with pytest.raises(TimeoutError):
            listener.accept()


def test_the_child_writes_no_file(tmp_path):
    with pytest.raises(Refused):
        confine(f"{HERE}.write_file", b"data", path=str(tmp_path / "left"))
    assert not (tmp_path / "left").exists()


def test_the_child_sees_no_secret_and_yields_to_the_site(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "canary")
    result, _parts = confine(f"{HERE}.environment", b"")
    assert set(result["environment"]) <= {"MALLOC_ARENA_MAX", "LC_ALL", "LC_CTYPE", *confinement.KEPT_ENVIRONMENT}
    assert (result["niceness"], result["folder"]) == (10, "/")


def test_what_a_library_prints_does_not_mix_with_the_answer():
    assert confine(f"{HERE}.print_noise", b"") == ({"ok": True}, [b"whole"])


@pytest.mark.parametrize(
    ("event", "arguments"),
    [("socket.connect", ()), ("subprocess.Popen", ()), ("os.exec", ()), ("open", ("x", "w", os.O_WRONLY | os.O_CREAT))],
)
def test_the_guard_refuses_connections_programs_and_new_files(event, arguments):
    with pytest.raises(PermissionError):
        child.forbid(event, arguments)


def test_the_guard_lets_a_decoder_work():
    child.forbid("open", ("x", "r", os.O_RDONLY))
    child.forbid("import", ("PIL",))


def test_packages_are_entered_without_their_own_code(monkeypatch, tmp_path):
    (tmp_path / "hushed").mkdir()
    (tmp_path / "hushed/__init__.py").write_text("raise RuntimeError('run')")
    (tmp_path / "hushed/inner.py").write_text("answer = 42")
    child.without_package_code(str(tmp_path), ["hushed"])
    try:
        assert importlib.import_module("hushed.inner").answer == 42
    finally:
        del sys.modules["hushed"], sys.modules["hushed.inner"]


def test_the_child_tells_results_refusals_and_failures_apart():
    assert child.respond(f"{HERE}.refuse", b"", {"code": "odd"}) == ({"refused": "odd", "values": {"most": 7}}, [])
    assert child.respond(f"{HERE}.print_noise", b"", {}) == ({"result": {"ok": True}, "sizes": [5]}, [b"whole"])
    assert child.respond(f"{HERE}.no_memory", b"", {}) == ({"refused": "too-much-memory", "values": {}}, [])
    failed, parts = child.respond(f"{HERE}.fail", b"", {})
    assert ("of the decoder" in failed["failed"], parts) == (True, [])
