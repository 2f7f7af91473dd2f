"""The stories of one day."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.articles.views.conftest import HIDDEN

pytestmark = pytest.mark.django_db


def at(*moment):
    return timezone.make_aware(datetime(*moment))  # noqa: DTZ001 - made aware here


def test_a_day_begins_and_ends_at_the_newsrooms_midnight(client):
    last = factories.make_published(published_at=at(2026, 4, 20, 23, 59, 59))
    first = factories.make_published(published_at=at(2026, 4, 20, 0, 0))
    before = factories.make_published(published_at=at(2026, 4, 18, 23, 59, 59))
    after = factories.make_published(published_at=at(2026, 4, 21, 0, 0))
    response = client.get("/archive/2026/04/20/")
    assert response.context["page"].articles == [last, first]
    assert (response.context["day_before"], response.context["day_after"]) == (date(2026, 4, 18), date(2026, 4, 21))
    assert client.get("/archive/2026/04/18/").context["page"].articles == [before]
    assert client.get("/archive/2026/04/21/").context["page"].articles == [after]


def test_a_day_without_a_story_leads_to_its_neighbours(client):
    factories.make_published(published_at=at(2026, 4, 18, 9))
    response = client.get("/archive/2026/04/19/")
    html = response.content.decode()
    assert 'class="empty"' in html
    assert 'href="/archive/2026/04/18/" rel="prev"' in html


def test_a_day_before_the_first_story_or_to_come_is_not_there(client):
    factories.make_published(published_at=at(2026, 4, 18, 9))
    tomorrow = timezone.localdate() + timedelta(days=1)
    for address in ("/archive/2026/04/17/", f"/archive/{tomorrow:%Y/%m/%d}/"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "day", ["2026/4/20", "2026/02/30", "2026/13/01", "2026/00/10", "0000/01/01", "0001/01/01", "9999/12/31", "26/04/20"]
)
def test_what_is_no_day_is_not_there(client, day):
    factories.make_published(published_at=at(1999, 4, 18, 9))
    assert client.get(f"/archive/{day}/").status_code == 404


@pytest.mark.parametrize("status", HIDDEN)
def test_a_story_that_is_not_public_makes_no_day(client, status):
    story = factories.make_article(status=status, published_at=at(2026, 4, 20, 9))
    assert client.get("/archive/2026/04/20/").status_code == 404
    assert story.pk


def test_other_methods_are_refused(client):
    factories.make_published(published_at=at(2026, 4, 20, 9))
    assert client.post("/archive/2026/04/20/").status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_a_day_takes_five_queries_whatever_the_number_of_rows(count_queries, full_story, count):
    for n in range(count):
        full_story(n, published_at=at(2026, 4, 20, 9, n))
    assert count_queries("/archive/2026/04/20/") == 5
