"""What the machine in front asks."""

import time
from collections import namedtuple

import pytest
from django.db import OperationalError

from newsroom import health, heartbeat

Usage = namedtuple("Usage", "total used free")


@pytest.fixture(autouse=True)
def _var(settings, tmp_path):
    settings.VAR_DIR = settings.MEDIA_ROOT = tmp_path


def ask(client):
    response = client.get("/healthz")
    answer = response.json()
    assert response.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    return response.status_code, answer["status"], answer["checks"]


@pytest.mark.django_db
def test_all_is_well(client):
    heartbeat.beat(heartbeat.SCHEDULER)
    assert ask(client) == (200, "ok", {"database": "ok", "disk": "ok", "scheduler": "ok"})


@pytest.mark.django_db
def test_a_scheduler_never_seen_or_silent_degrades(client, tmp_path):
    assert ask(client)[:2] == (200, "degraded")
    heartbeat.beat(heartbeat.SCHEDULER)
    (tmp_path / "scheduler.heartbeat").write_text(str(time.time() - 3600))
    assert ask(client)[2]["scheduler"] == "silent"


@pytest.mark.django_db
def test_a_disk_nearly_full_degrades(client, monkeypatch):
    heartbeat.beat(heartbeat.SCHEDULER)
    monkeypatch.setattr(health.shutil, "disk_usage", lambda place: Usage(10**9, 10**9 - 1000, 1000))
    assert ask(client)[:2] == (200, "degraded")
    assert ask(client)[2]["disk"] == "nearly full"


def test_a_database_that_is_gone_sends_readers_elsewhere(client, monkeypatch):
    class Gone:
        def cursor(self):
            raise OperationalError("connection refused")

    monkeypatch.setattr(health, "connection", Gone())
    status, said, checks = ask(client)
    assert (status, said, checks["database"]) == (503, "down", "down")


@pytest.mark.django_db
def test_other_methods_are_refused(client):
    assert client.post("/healthz").status_code == 405
