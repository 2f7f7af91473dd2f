"""Promise S23: a line of JSON for whatever touches safety: who, what, when and whence, and nothing secret in it."""

import json
import logging
from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from articles import workflow
from newsroom.logs import JSONFormatter, log_security
from tests import factories
from tests.factories import PASSWORD
from tests.newsroom.test_login import sign_in

WRONG = "wrong-but-almost-my-password"


@pytest.fixture
def lines():
    """The security log as it is written: each line parsed."""
    written = []

    class Kept(logging.Handler):
        def emit(self, record):
            written.append(json.loads(JSONFormatter().format(record)))

    logger, kept = logging.getLogger("newsroom.security"), Kept()
    logger.addHandler(kept)
    yield written
    logger.removeHandler(kept)


def without_time(line: dict) -> dict:
    return {name: value for name, value in line.items() if name not in {"at", "request", "level", "logger"}}


def test_a_line_says_when_with_its_zone_who_what_and_whence(client, reporter, lines):
    sign_in(client)
    [line] = lines
    assert datetime.fromisoformat(line["at"]).utcoffset() == timedelta(0)
    assert without_time(line) == {"event": "login", "who": "reporter", "who_id": reporter.pk, "address": "127.0.0.1"}
    assert len(line["request"]) == 12


def test_a_failed_login_names_the_account_and_never_what_was_typed(client, reporter, lines):
    sign_in(client, password=WRONG)
    sign_in(client, WRONG, WRONG)
    assert [without_time(line) for line in lines] == [
        {"event": "login failed", "who": None, "account": "reporter", "address": "127.0.0.1"},
        {"event": "login failed", "who": None, "account": None, "address": "127.0.0.1"},
    ]
    assert WRONG not in json.dumps(lines)


def test_logout_and_password_change_are_written(client, reporter, lines):
    sign_in(client)
    new = "breakwater-lamp-77"
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})
    client.post(reverse("account_logout"))
    assert [line["event"] for line in lines] == ["login", "password changed", "logout"]
    assert new not in json.dumps(lines)


def test_a_refusal_is_written(client, contributor, lines):
    client.force_login(contributor)
    client.get(reverse("admin:index"), follow=True)
    assert [(line["event"], line["who"], line["path"]) for line in lines] == [
        ("refused", "contributor", "/admin/login/")
    ]


def test_a_form_without_its_token_is_written_as_refused(db, lines):
    from django.test import Client

    Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "x", "password": WRONG})
    assert [(line["event"], line["why"]) for line in lines] == [("refused", "csrf")]
    assert WRONG not in json.dumps(lines)


def test_a_limit_reached_is_written(client, reporter, lines):
    for _try in range(11):
        sign_in(client, password=WRONG)
    assert [line["event"] for line in lines] == ["login failed"] * 10 + ["limit"]
    assert lines[-1]["path"] == reverse("account_login")


@pytest.mark.django_db(transaction=True)
def test_publishing_and_retracting_are_written_after_the_commit(editor, lines):
    story = factories.make_article(by=editor)
    workflow.publish(story, by=editor)
    workflow.retract(story, by=editor, reason="机密的理由")
    who = {"who": "editor", "who_id": editor.pk, "article": story.pk}
    assert [without_time(line) for line in lines] == [
        {"event": "publish", **who, "status": "published"},
        {"event": "retract", **who, "status": "retracted"},
    ]
    assert "机密" not in json.dumps(lines, ensure_ascii=False)


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_is_not_written(editor, lines):
    from django.db import transaction

    story = factories.make_article(by=editor)
    with transaction.atomic():
        workflow.publish(story, by=editor)
        transaction.set_rollback(True)
    assert lines == []


@pytest.mark.django_db(transaction=True)
def test_the_scheduler_is_nobody(editor, lines, time_machine):
    from django.utils import timezone

    story = factories.make_article(by=editor)
    time_machine.move_to(timezone.now(), tick=False)
    workflow.schedule(story, by=editor, at=timezone.now() + timedelta(hours=1))
    time_machine.shift(3601)
    workflow.publish_due()
    assert [(line["event"], line["who"]) for line in lines] == [("schedule", "editor"), ("publish", None)]


@pytest.mark.django_db(transaction=True)
def test_a_deletion_at_the_desk_is_written(client, admin_account, lines):
    picture = factories.make_picture()
    client.force_login(admin_account)
    client.post(reverse("admin:articles_picture_delete", args=[picture.pk]), {"post": "yes"})
    deletions = [line for line in lines if line["event"] == "delete"]
    assert [(line["who"], line["model"], line["ids"]) for line in deletions] == [
        ("admin", "articles.picture", [picture.pk])
    ]


def test_a_newline_forges_no_line():
    logger = logging.getLogger("newsroom.test")
    record = logger.makeRecord("x", logging.INFO, __file__, 1, 'a\n{"event": "login"}\r\u2028b', (), None)
    record.facts = {"path": "/x\n{}", "event": "forged", "at": "never"}
    text = JSONFormatter().format(record)
    assert len(text.splitlines()) == 1
    line = json.loads(text)
    assert (line["event"], line["path"]) == ('a\n{"event": "login"}\r\u2028b', "/x\n{}")
    assert line["at"] != "never"


def test_nothing_of_one_request_is_left_for_the_next(client, reporter, lines):
    sign_in(client)
    log_security("after")
    assert "address" not in lines[-1]
    assert "request" not in lines[-1]
