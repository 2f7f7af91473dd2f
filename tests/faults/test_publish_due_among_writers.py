"""Scheduled publishing on a real SQLite file while another process writes (promise R7)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sqlite3
from datetime import timedelta
import django
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
call_command("migrate", verbosity=0)
from articles import workflow
from articles.models import Article
from newsroom.models import Account
author = Account.objects.create_user("author")
past = timezone.now() - timedelta(minutes=1)
Article.objects.bulk_create(
    Article(created_by=author, status="scheduled", headline="h", body="<p>b</p>", publish_at=past, published_at=past)
    for _ in range(300)
)
moved = []
def between(article, now):
    moved.append(article.pk)
    if len(moved) in (3, 250):
        with sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=20) as other:
            other.execute("UPDATE newsroom_account SET display_name = ?", (str(len(moved)),))
        other.close()
    return one(article, now)
one, workflow._publish_one_due = workflow._publish_one_due, between
print(workflow.publish_due(), Article.objects.filter(status="published").count())
"""


@pytest.mark.sqlite
def test_all_that_is_due_is_published_though_another_process_writes_in_between(tmp_path):
    env = {**os.environ, "VAR_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "newsroom.settings", "DATABASE_URL": ""}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, env=env, capture_output=True, text=True, timeout=120
    )
    assert (done.stdout.strip(), done.returncode) == ("300 300", 0), done.stderr[-2000:]
