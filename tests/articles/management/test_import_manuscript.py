"""`import_manuscript FILE… [--dry-run] [--json] [--by USERNAME]`: the contract of the design."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from tests import factories
from tests.articles.manuscripts.test_docx import a_story

OWN_PAGE = Path(__file__).parents[2] / "seed" / "own-page.txt"
KEYS = [
    "file", "article", "kicker", "headline", "subtitle", "credits", "place", "outlet", "date", "source", "paragraphs",
    "pictures", "changes",
]  # fmt: skip

pytestmark = pytest.mark.django_db


def run(*arguments):
    """What the command printed, and whether it failed with code 1."""
    out, failed = io.StringIO(), False
    try:
        call_command("import_manuscript", *map(str, arguments), stdout=out, stderr=io.StringIO())
    except CommandError as error:
        failed = error.returncode == 1
    return out.getvalue(), failed


def test_dry_run_prints_the_contract_s_object_and_writes_nothing():
    printed, failed = run(OWN_PAGE, "--dry-run", "--json")
    report = json.loads(printed)
    assert list(report) == KEYS
    assert (report["file"], report["article"], report["place"], failed) == (str(OWN_PAGE), None, "青湾", False)
    assert report["credits"][2] == {"role": "correspondent", "name": "何未", "unit": ""}
    assert set(report["paragraphs"][0]) == {"kind", "text", "rows", "picture"}
    assert set(report["changes"][0]) == {"kind", "paragraph", "before", "after"}
    assert Article.objects.count() == 0


def test_each_file_has_its_line(tmp_path):
    page = tmp_path / "第二篇.txt"
    page.write_bytes("海堤步道开放\n近日，步道开放，居民都来走走看看。".encode("gb18030"))
    printed, _failed = run(OWN_PAGE, page, "--dry-run", "--json")
    assert [json.loads(line)["headline"] for line in printed.splitlines()] == ["", "海堤步道开放"]


def test_a_failed_file_does_not_stop_the_others_and_is_the_exit_code(tmp_path):
    old = tmp_path / "旧稿.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    printed, failed = run(tmp_path / "没有.txt", old, OWN_PAGE, "--dry-run", "--json")
    assert (len(printed.splitlines()), failed) == (1, True)


def test_an_import_makes_a_draft_of_whoever_is_named(reporter, tmp_path):
    known = factories.make_person("林知远")
    file = tmp_path / "海堤.docx"
    file.write_bytes(a_story())
    printed, failed = run(file, "--json", "--by", "reporter")
    article = Article.objects.get(pk=json.loads(printed)["article"])
    assert (failed, article.headline, article.status, article.created_by) == (
        False,
        "海堤步道今起开放",
        "draft",
        reporter,
    )
    names = [(row.role, row.printed_name, row.person) for row in article.credits.order_by("position")]
    assert names == [("reporter", "林知远", known), ("correspondent", "宋听澜", None), ("editor", "周舒", None)]
    assert [row.action for row in article.events.all()] == ["import"]
    assert article.placed_pictures.count() == 1
    picture = article.placed_pictures.get().picture
    assert article.body == (
        "<p>近日，青湾区望潮街道海堤步道全线开放。</p><p>步道全长三公里，沿线设有“渔灯”展示窗。</p>"
        "<h2>问计于民定方案，分段施工保通行。</h2><p>改造之前，街道收到意见四十七条。</p>"
        f'<figure data-picture="{picture.pk}"></figure>'
        "<table><tbody><tr><td>路段</td><td>长度</td></tr><tr><td>北段</td><td>1.2公里</td></tr></tbody></table>"
    )


def test_an_unknown_account_is_refused():
    with pytest.raises(CommandError):
        call_command("import_manuscript", str(OWN_PAGE), "--by", "nobody", stdout=io.StringIO())


def test_without_json_a_person_reads_the_report(admin_account):
    printed, failed = run(OWN_PAGE)
    assert (str(OWN_PAGE) in printed, "宋听澜" in printed, failed) == (True, True, False)
    assert Article.objects.get().created_by == admin_account
