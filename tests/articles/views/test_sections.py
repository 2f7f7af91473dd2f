"""The page of a section, and what every list of stories shares."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import listing
from tests import factories
from tests.articles.views.conftest import HIDDEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return factories.make_section("海岛", description="港口、渔业、海岛")


def fill(section, count):
    now = timezone.now()
    return [
        factories.make_published(section=section, headline=f"S{n}。", published_at=now - timedelta(minutes=n))
        for n in range(count)
    ]


def titles(response):
    assert response.status_code == 200
    return [article.headline for article in response.context["page"].articles]


def test_a_section_shows_its_own_stories_newest_first(client, section):
    first, second = fill(section, 2)
    factories.make_published(headline="别处的", section=factories.make_section())
    response = client.get(section.get_absolute_url())
    assert titles(response) == [first.headline, second.headline]
    assert "港口、渔业、海岛" in response.content.decode()


def test_an_empty_section_says_so(client, section):
    response = client.get(section.get_absolute_url())
    assert titles(response) == []
    assert 'class="empty"' in response.content.decode()


@pytest.mark.parametrize("status", HIDDEN)
def test_a_story_that_is_not_public_is_not_listed(client, section, status):
    factories.make_article(status=status, section=section)
    assert titles(client.get(section.get_absolute_url())) == []


def test_pages_follow_each_other_and_lose_nothing(client, section):
    stories = fill(section, 2 * listing.PAGE_SIZE + 1)
    seen = []
    for number in (1, 2, 3):
        seen += titles(client.get(section.get_absolute_url(), {"page": number}))
    assert seen == [story.headline for story in stories]


def test_the_way_back_to_the_first_page_is_its_own_address(client, section):
    fill(section, 2 * listing.PAGE_SIZE + 1)
    html = client.get(section.get_absolute_url(), {"page": 2}).content.decode()
    assert '<a href="." rel="prev">' in html
    assert '<a href="?page=3" rel="next">' in html


@pytest.mark.parametrize(
    "number", ["0", "-1", "01", "2", "x", "", "1.5", "²", "١", "1e3", "9" * 30, "201", "1 ", "None"]
)
def test_a_page_that_does_not_exist_is_not_there(client, section, number):
    fill(section, listing.PAGE_SIZE)
    assert client.get(section.get_absolute_url(), {"page": number}).status_code == 404


def test_an_unknown_section_is_not_there(client, db):
    assert client.get("/sections/nowhere/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_other_methods_are_refused(client, section, method):
    assert getattr(client, method)(section.get_absolute_url()).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_a_section_takes_four_queries_whatever_the_number_of_rows(count_queries, full_story, section, count):
    for n in range(count):
        full_story(n, section=section)
    assert count_queries(section.get_absolute_url()) == 4
