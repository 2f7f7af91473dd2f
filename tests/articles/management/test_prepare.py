"""`prepare` as script/setup runs it: a process of its own, over a VAR_DIR of its own."""

import os
import subprocess
import sys

import pytest
from django.contrib.auth import get_user_model

from articles.management.commands import prepare
from tests.browser import OWN_VARIABLES, ROOT
from tests.factories import make_account, make_article


def run(var, **variables):
    env = {key: value for key, value in os.environ.items() if key not in OWN_VARIABLES}
    env |= {"VAR_DIR": str(var), "DEMO": "off", **variables}
    done = subprocess.run(
        [sys.executable, "manage.py", "prepare"], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.slow
def test_the_second_time_nothing_is_left_to_do_unless_something_was_lost(tmp_path):
    code, said, complaint = run(tmp_path)
    assert (code, complaint) == (0, "")
    assert said.splitlines()[1:] == ["Collecting the static files…"]
    assert said.startswith("Migrating the database (")
    assert run(tmp_path) == (0, "", "")
    (tmp_path / "static/staticfiles.json").unlink()
    assert run(tmp_path) == (0, "Collecting the static files…\n", "")


def test_a_database_that_does_not_answer_is_named(tmp_path):
    code, _said, complaint = run(tmp_path, DATABASE_URL="postgresql://nobody@127.0.0.1:9/none")
    assert code == 1
    assert complaint.startswith("CommandError: The database of DATABASE_URL does not answer: ")
    assert "Traceback" not in complaint


@pytest.mark.django_db
def test_the_demo_is_for_an_empty_database_on_this_machine_alone(settings):
    settings.DEMO, settings.SITE_IS_LOOPBACK = True, True
    assert prepare.wants_demo()
    settings.DEMO = False
    assert not prepare.wants_demo()
    settings.DEMO, settings.SITE_IS_LOOPBACK = True, False
    assert not prepare.wants_demo()


@pytest.mark.django_db
def test_no_demo_beside_an_account_or_a_story(settings):
    settings.DEMO, settings.SITE_IS_LOOPBACK = True, True
    account = make_account("someone")
    assert not prepare.wants_demo()
    make_article(by=account)
    assert get_user_model().objects.count() == 1
    assert not prepare.wants_demo()
