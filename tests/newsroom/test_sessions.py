"""Promise S13: what renews a session, and what ends it by the very next request."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from tests.factories import PASSWORD
from tests.newsroom.test_login import sign_in

HOME = reverse("mfa_index")
START = "2026-03-01T08:00:00Z"
HOUR, DAY = 3600, 24 * 3600


@pytest.fixture
def signed_in(client, reporter):
    sign_in(client)
    assert is_in(client)
    return client


def is_in(client) -> bool:
    return client.get(HOME).status_code == 200


def number(client) -> str:
    return client.cookies["sessionid"].value


def test_a_login_gets_a_new_session_number(client, reporter):
    client.get(reverse("account_login"))
    client.session["planted"] = "x"
    client.session.save()
    client.cookies["sessionid"] = planted = "a" * 32
    sign_in(client)
    assert number(client) != planted


def test_the_own_password_changed_keeps_this_device_under_a_new_number_and_ends_the_others(signed_in, reporter):
    other = Client()
    sign_in(other)
    before = number(signed_in)
    new = "breakwater-lamp-77"
    fields = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert signed_in.post(reverse("account_change_password"), fields).status_code == 302
    assert number(signed_in) != before
    assert is_in(signed_in)
    assert not is_in(other)


def test_a_password_set_by_someone_else_ends_every_session(signed_in, reporter):
    reporter.set_password("breakwater-lamp-77")
    reporter.save()
    assert not is_in(signed_in)


def test_a_closed_account_is_out_at_once(signed_in, reporter):
    reporter.is_active = False
    reporter.save()
    assert not is_in(signed_in)


def test_a_group_lost_ends_the_session(signed_in, reporter):
    reporter.groups.clear()
    assert not is_in(signed_in)
    sign_in(signed_in)
    assert is_in(signed_in)


@pytest.mark.parametrize("flag", ["is_staff", "is_superuser"])
def test_a_flag_lost_ends_the_session(client, admin_account, flag):
    sign_in(client, "admin")
    assert is_in(client)
    setattr(admin_account, flag, False)
    admin_account.save()
    assert not is_in(client)


def test_a_right_of_its_own_lost_ends_the_session(client, reporter):
    reporter.user_permissions.add(Permission.objects.get(codename="publish_article"))
    sign_in(client)
    reporter.user_permissions.clear()
    assert not is_in(client)


def test_a_right_gained_renews_the_number_and_keeps_the_session(signed_in, reporter):
    before = number(signed_in)
    reporter.groups.add(Group.objects.get(name="editor"))
    assert is_in(signed_in)
    assert number(signed_in) != before
    assert is_in(signed_in)
    assert signed_in.get(reverse("usersessions_list")).context["session_count"] == 1


def test_a_group_swapped_ends_the_session_too(signed_in, reporter):
    reporter.groups.set(Group.objects.filter(name="contributor"))
    assert not is_in(signed_in)


def test_staff_are_out_after_twelve_idle_hours(client, reporter, time_machine):
    time_machine.move_to(START, tick=False)
    sign_in(client, remember="on")
    time_machine.shift(12 * HOUR)
    assert is_in(client)
    time_machine.shift(12 * HOUR + 1)
    assert not is_in(client)


def test_staff_are_out_after_seven_days_however_busy(client, reporter, time_machine):
    time_machine.move_to(START, tick=False)
    sign_in(client, remember="on")
    for _visit in range(14):
        assert is_in(client)
        time_machine.shift(12 * HOUR)
    assert is_in(client)
    time_machine.shift(1)
    assert not is_in(client)


def test_a_contributor_may_rest_longer(client, contributor, time_machine):
    time_machine.move_to(START, tick=False)
    sign_in(client, "contributor", remember="on")
    time_machine.shift(3 * DAY)
    assert is_in(client)


def test_a_busy_session_is_written_once_in_five_minutes(client, reporter, time_machine, django_assert_num_queries):
    time_machine.move_to(START, tick=False)
    sign_in(client)
    client.get(reverse("after_login"))
    key = client.session.session_key
    before = client.session["seen"]
    time_machine.shift(4 * 60)
    is_in(client)
    assert client.session["seen"] == before
    time_machine.shift(2 * 60)
    is_in(client)
    assert client.session["seen"] == before + 6 * 60
    assert client.session.session_key == key


def test_other_devices_are_signed_out_from_the_list(signed_in, reporter):
    other = Client()
    sign_in(other)
    page = signed_in.get(reverse("usersessions_list"))
    assert page.context["session_count"] == 2
    signed_in.post(reverse("usersessions_list"))
    assert is_in(signed_in)
    assert not is_in(other)
