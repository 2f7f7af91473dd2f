"""Settings refuse nonsense by name, in real processes (design, habits 14), and what ships is clean (promise S12)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEY = "0f8Jq2sXv7-RkTzN4uYbLw9eHc3mPaGd6iVoZt1KxBnQhMf5rWjCyEpSgUlDA_is"
LIVE = {"SITE_URL": "https://news.example.cn", "SECRET_KEY": KEY}
OURS = (
    "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL", "CACHE_URL", "MEDIA_ROOT", "EMAIL_URL",
    "TRUSTED_PROXIES", "DEMO", "REQUIRE_2FA", "DEFAULT_FROM_EMAIL", "HOST", "PORT", "DEMO_PASSWORD",
)  # fmt: skip


def run(tmp_path, *command, **variables):
    """`command` with Python in a process whose environment says `variables` of ours and nothing else."""
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    environment = {**clean, "VAR_DIR": str(tmp_path / "var"), **variables}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def ask(tmp_path, expression, **variables):
    """What `expression` over the settings prints, or the last line of the refusal."""
    answer = run(tmp_path, "-c", f"from newsroom import settings as s; print(({expression}))", **variables)
    return answer.stdout.strip() if answer.returncode == 0 else answer.stderr.strip().splitlines()[-1]


NONSENSE = [
    ("DEBUG", "maybe"), ("DEBUG", "2"), ("DEMO", "sometimes"), ("REQUIRE_2FA", "nein"),
    ("SITE_URL", "news.example.cn"), ("SITE_URL", "ftp://news.example.cn"), ("SITE_URL", "https://"),
    ("SITE_URL", "https://news.example.cn/path"), ("SITE_URL", "https://news.example.cn?x=1"),
    ("SITE_URL", "https://user:pass@news.example.cn"), ("SITE_URL", "https://news.example.cn:port"),
    ("SITE_URL", "https://News.Example.cn"), ("SITE_URL", "https://news example.cn"),
    ("SITE_URL", "https://news.example.cn#x"), ("SITE_URL", "javascript:alert(1)"),
    ("SECRET_KEY", "short"), ("SECRET_KEY", "a" * 80), ("SECRET_KEY", "changeme" * 4),
    ("ALLOWED_HOSTS", "*"), ("ALLOWED_HOSTS", "news.example.cn,*"), ("ALLOWED_HOSTS", "https://news.example.cn"),
    ("ALLOWED_HOSTS", "news.example.cn/"), ("ALLOWED_HOSTS", "news.example.cn:8000"), ("ALLOWED_HOSTS", "a b"),
    ("DATABASE_URL", "mysql://root@localhost/news"), ("DATABASE_URL", "var/newsroom.sqlite3"), ("DATABASE_URL", "x"),
    ("CACHE_URL", "memcache://127.0.0.1"), ("CACHE_URL", "127.0.0.1:6379"), ("CACHE_URL", "dummycache://"),
    ("TRUSTED_PROXIES", "10.0.0.1/99"), ("TRUSTED_PROXIES", "proxy.local"), ("TRUSTED_PROXIES", "10.0.0.1/8"),
    ("TRUSTED_PROXIES", "0.0.0.0/0"), ("TRUSTED_PROXIES", "::/0"), ("TRUSTED_PROXIES", "*"),
    ("EMAIL_URL", "mail.example.cn"), ("EMAIL_URL", "gopher://mail.example.cn"),
    ("DEFAULT_FROM_EMAIL", "desk"), ("DEFAULT_FROM_EMAIL", "desk@example.cn\nBcc: x@example.cn"),
    ("PORT", "http"), ("PORT", "0"), ("PORT", "99999"), ("VAR_DIR", "/proc/nowhere"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), NONSENSE)
def test_nonsense_is_refused_by_name(tmp_path, name, value):
    refusal = ask(tmp_path, "1", **{name: value})
    assert refusal.startswith("django.core.exceptions.ImproperlyConfigured: ")
    assert name in refusal


def test_no_secret_key_no_start_beyond_loopback(tmp_path):
    refusal = ask(tmp_path, "1", SITE_URL="https://news.example.cn")
    assert refusal.startswith("django.core.exceptions.ImproperlyConfigured: SECRET_KEY must be set")


def test_a_loopback_site_keeps_a_key_of_its_own(tmp_path):
    first, second = (ask(tmp_path, "s.SECRET_KEY") for _start in range(2))
    assert len(first) > 64
    assert first == second
    assert (tmp_path / "var/secret-key").stat().st_mode & 0o777 == 0o600


def test_a_secret_may_come_from_a_file(tmp_path):
    (tmp_path / "key").write_text(KEY)
    found = ask(tmp_path, "s.SECRET_KEY", SITE_URL="https://news.example.cn", SECRET_KEY_FILE=str(tmp_path / "key"))
    assert found == KEY


def test_without_a_word_everything_is_off_and_local(tmp_path):
    found = ask(tmp_path, "s.DEBUG, s.SITE_URL, s.ALLOWED_HOSTS, s.TRUSTED_PROXIES, s.DATABASES['default']['ENGINE']")
    assert found == (
        "(False, 'http://127.0.0.1:8000', ['127.0.0.1', 'localhost', '[::1]'], [], 'django.db.backends.sqlite3')"
    )


def test_a_live_site_answers_to_its_own_name_alone(tmp_path):
    assert ask(tmp_path, "s.ALLOWED_HOSTS", **LIVE) == "['news.example.cn']"


def test_https_brings_safe_cookies_and_transport(tmp_path):
    found = ask(
        tmp_path,
        "s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, "
        "s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS",
        **LIVE,
    )
    assert found == "('__Host-sessionid', '__Host-csrftoken', True, True, True, 31536000)"


def test_whoever_can_publish_needs_two_factors_unless_the_demo_is_loaded(tmp_path):
    assert ask(tmp_path, "s.REQUIRE_2FA") == "True"
    (tmp_path / "var/demo-password").write_text("x")
    assert ask(tmp_path, "s.REQUIRE_2FA") == "False"
    assert ask(tmp_path, "s.REQUIRE_2FA", REQUIRE_2FA="on") == "True"


def test_sqlite_gets_the_options_writers_need(tmp_path):
    found = ask(tmp_path, "s.DATABASES['default']['OPTIONS']")
    assert found == str({
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    })  # fmt: skip


def test_the_shipped_settings_pass_the_deployment_check(tmp_path):
    answer = run(tmp_path, "-W", "error", "manage.py", "check", "--deploy", "--fail-level", "WARNING", **LIVE)
    assert (answer.returncode, answer.stdout) == (0, "System check identified no issues (0 silenced).\n"), answer.stderr
