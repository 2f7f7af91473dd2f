"""`manage.py open_desk` opens a real desk once, and refuses half of one."""

import io
import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.urls import reverse

from articles.models import DemoRecord, Section, SiteSettings
from newsroom.models import Account

PASSWORD = "breakwater-lamp-77"


def open_desk(**options) -> str:
    out = io.StringIO()
    given = {"username": "zhou", "email": "zhou@example.cn", "name": "岚港新闻网", **options}
    call_command("open_desk", stdout=out, **given)
    return out.getvalue()


@pytest.fixture(autouse=True)
def _password(monkeypatch, roles):
    monkeypatch.setenv("DESK_PASSWORD", PASSWORD)


def nothing_was_made() -> bool:
    return not (Account.objects.exists() or SiteSettings.objects.exists() or Section.objects.exists())


def test_it_makes_the_administrator_the_site_and_its_sections(client):
    said = open_desk(sponsor="岚港区融媒体中心", icp_number="鲁ICP备12345678号-1", report_phone="0532-12345678")
    account = Account.objects.get()
    assert (account.username, account.email, account.is_staff, account.is_superuser) == (
        "zhou",
        "zhou@example.cn",
        True,
        True,
    )
    assert [group.name for group in account.groups.all()] == ["admin"]
    site = SiteSettings.objects.get()
    assert (site.name, site.sponsor, site.outlet) == ("岚港新闻网", "岚港区融媒体中心", "本报")
    assert [section.name for section in Section.objects.all()] == [
        "要闻",
        "社会",
        "经济",
        "教育",
        "健康",
        "文体",
        "图片",
    ]
    assert "岚港新闻网" in said
    answer = client.post(reverse("account_login"), {"login": "zhou", "password": PASSWORD})
    assert answer.status_code == 302


def test_a_second_time_it_changes_nothing_and_says_so():
    open_desk()
    with pytest.raises(CommandError, match="open already; zhou is an administrator"):
        open_desk(username="wu", name="别的")
    assert Account.objects.count() == 1
    assert SiteSettings.objects.get().name == "岚港新闻网"


def test_it_refuses_while_the_demo_is_loaded():
    DemoRecord.objects.create(content_type=ContentType.objects.get_for_model(Section), object_id=1)
    with pytest.raises(CommandError, match="demo --remove"):
        open_desk()
    assert nothing_was_made()


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("icp_number", "12345"),
        ("police_number", "37021102000001"),
        ("news_licence", "鲁新网1"),
        ("report_phone", "call us"),
        ("report_email", "desk"),
        ("email", "zhou"),
        ("username", "周 五!"),
        ("name", ""),
        ("name", "长" * 31),
    ],
)
def test_nonsense_is_refused_by_name_and_nothing_is_made(option, value):
    with pytest.raises(CommandError, match=f"^--{option.replace('_', '-')}"):
        open_desk(**{option: value})
    assert nothing_was_made()


@pytest.mark.parametrize("password", ["short", "1234567890123", "password123", "zhou@example.cn"])
def test_a_weak_password_is_refused_and_nothing_is_made(monkeypatch, password):
    monkeypatch.setenv("DESK_PASSWORD", password)
    with pytest.raises(CommandError, match="password will not do"):
        open_desk()
    assert nothing_was_made()


def test_without_a_terminal_it_asks_for_what_is_missing_by_name(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(CommandError, match="--name or DESK_NAME"):
        call_command("open_desk", username="zhou")
    monkeypatch.delenv("DESK_PASSWORD")
    with pytest.raises(CommandError, match="DESK_PASSWORD or --set-later"):
        open_desk()
    assert nothing_was_made()


def test_the_environment_may_say_it_all(monkeypatch):
    for name, value in {"USERNAME": "wu", "NAME": "海城网", "SECTIONS": "要闻, 海洋", "EMAIL": ""}.items():
        monkeypatch.setenv(f"DESK_{name}", value)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    call_command("open_desk", stdout=io.StringIO())
    assert Account.objects.get().username == "wu"
    assert [section.name for section in Section.objects.all()] == ["要闻", "海洋"]


def test_the_password_may_be_set_later_by_a_link(client, settings):
    said = open_desk(set_later=True)
    account = Account.objects.get()
    assert not account.has_usable_password()
    path = re.search(rf"{re.escape(settings.SITE_URL)}(/\S+)", said.splitlines()[-1])[1]
    form = client.get(path, follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": PASSWORD, "password2": PASSWORD})
    account.refresh_from_db()
    assert account.check_password(PASSWORD)


def test_questions_are_asked_on_a_terminal(monkeypatch):
    asked = []
    answers = {"Name of the site": "海城网", "Name of the first": "wu"}

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    def answer(question):
        asked.append(question)
        return next((said for start, said in answers.items() if question.startswith(start)), "")

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.delenv("DESK_PASSWORD")
    monkeypatch.setattr("getpass.getpass", lambda prompt: PASSWORD)
    call_command("open_desk", stdout=io.StringIO())
    assert Account.objects.get().username == "wu"
    assert SiteSettings.objects.get().name == "海城网"
    assert len(asked) == 10
