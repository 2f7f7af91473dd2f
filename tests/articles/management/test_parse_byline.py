"""The command as a person runs it: a process of its own, lines in, one JSON object a line out."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
KEYS = ["credits", "place", "outlet", "date", "byline", "body", "certain"]
CORPUS = (ROOT / "tests" / "articles" / "bylines" / "labelled.jsonl").read_text("utf-8")
LABELLED = [row for row in map(json.loads, CORPUS.splitlines()) if "credits" in row]


def _start(tmp_path, **more):
    env = {**os.environ, "VAR_DIR": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path}/none.sqlite3"}
    command = [sys.executable, "manage.py", "parse_byline"]
    return subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **more)


@pytest.mark.timed
def test_ten_thousand_lines_give_ten_thousand_objects_quickly(tmp_path):
    lines = [LABELLED[i % len(LABELLED)] for i in range(10_000)]
    process = _start(tmp_path)
    began = time.perf_counter()
    out, _ = process.communicate("".join(row["line"] + "\n" for row in lines).encode())
    spent = time.perf_counter() - began
    read = [json.loads(row) for row in out.decode().splitlines()]
    assert (process.returncode, len(read)) == (0, 10_000)
    assert read == [{key: row[key] for key in KEYS} for row in lines]
    assert spent < 30
    assert not (tmp_path / "none.sqlite3").exists()


def test_each_line_is_answered_before_the_next_is_sent(tmp_path):
    process = _start(tmp_path)
    for line, name in (("本报记者 张三", "张三"), ("通讯员 李四", "李四")):
        process.stdin.write(f"{line}\n".encode())
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        assert [credit["name"] for credit in answer["credits"]] == [name]
    process.stdin.close()
    assert process.wait(10) == 0
    process.stdout.close()


def test_odd_bytes_and_empty_lines_each_get_their_answer(tmp_path):
    process = _start(tmp_path)
    out, _ = process.communicate(b"\n\xff\xfe\r\n" + "记者 张三".encode())
    answers = [json.loads(row) for row in out.decode().splitlines()]
    empty = {"credits": [], "place": "", "outlet": "", "date": "", "byline": "", "certain": True}
    assert answers[:2] == [{**empty, "body": ""}, {**empty, "body": "\ufffd\ufffd"}]
    assert answers[2]["byline"] == "记者 张三"
    assert list(answers[2]) == KEYS
