"""Benchmarks as ratios of two things measured in one run; the words beside each say what it may not exceed.

A figure alone would tell of the machine; a ratio tells of the code.
"""

import http.client
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import django

LINES = [
    "(吕勇进 崔启昌 通讯员 尹凯丽 青岛报道)",
    "本报记者 王海涛 通讯员 李 静 摄影报道",
    "记者从市教育局获悉，今年秋季学期将于九月一日开学。",
    "责任编辑：周敏",
]


def seconds(run: Callable[[], object], times: int = 5) -> float:
    """The least of several runs: what disturbs a run only makes it longer."""
    least = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        run()
        least = min(least, time.perf_counter() - began)
    return least


def report(name: str, ratio: float, most: float) -> bool:
    good = ratio <= most
    print(f"{'ok ' if good else 'BAD'}  {ratio:6.2f}  (at most {most:g})  {name}")
    return good


def bylines() -> bool:
    """Twice the text may take about twice the time (promise S19)."""
    from articles.bylines import parse_line

    long = "（本报记者" + "、王海涛" * 5_000 + "）"
    longer = "（本报记者" + "、王海涛" * 10_000 + "）"
    lines = LINES * 500
    return all([
        report("parse 4,000 bylines / parse 2,000", seconds(lambda: [parse_line(one) for one in lines * 2])
               / seconds(lambda: [parse_line(one) for one in lines]), 2.5),
        report("parse a line of 40,000 characters / of 20,000", seconds(lambda: parse_line(longer))
               / seconds(lambda: parse_line(long)), 2.5),
    ])  # fmt: skip


def manuscripts() -> bool:
    """Twice the lines may take about twice the time."""
    from articles.manuscripts import read_text

    text = "　　石门街道的海堤步道今天开放,全长三公里。“周末来走的人多。”村民潘玉成说。\n" * 1_000
    ratio = seconds(lambda: read_text(text * 2), 3) / seconds(lambda: read_text(text), 3)
    return report("read a manuscript of 2,000 lines / of 1,000", ratio, 2.5)


def pages() -> bool:
    """How much dearer a page is than the cheapest answer of the same server."""
    from tests import browser
    from tests.journeys import sitewalk

    var = Path(tempfile.mkdtemp())
    server, newsroom = browser.serve_newsroom(var)
    try:
        paths = sitewalk.one_of_each(sitewalk.walk(newsroom, most=60))
        host = newsroom.address.removeprefix("http://")
        connection = http.client.HTTPConnection(host)

        def once(path: str) -> float:
            began = time.perf_counter()
            connection.request("GET", path)
            connection.getresponse().read()
            return time.perf_counter() - began

        def median(path: str) -> float:
            return statistics.median([once(path) for _ in range(60)])

        base = median("/robots.txt")
        results = [report(f"{kind} page / robots.txt", median(paths[kind]) / base, 60) for kind in ("front", "story")]
        return all(results)
    finally:
        browser.end_server(server)
        shutil.rmtree(var, ignore_errors=True)


def main() -> int:
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    os.environ.setdefault("VAR_DIR", tempfile.mkdtemp())
    django.setup()
    return 0 if all([bylines(), manuscripts(), pages()]) else 1


if __name__ == "__main__":
    sys.exit(main())
