"""The front page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.enums import FrontSlot
from articles.front_page import arrange
from articles.models import FrontPlace, Section
from tests import factories
from tests.articles.views.conftest import HIDDEN

pytestmark = pytest.mark.django_db


def front():
    return arrange(list(Section.objects.filter(in_navigation=True)))


def stories(count, **values):
    """`count` stories, the first the newest."""
    now = timezone.now()
    return [
        factories.make_published(headline=f"稿件{n}", published_at=now - timedelta(minutes=n + 1), **values)
        for n in range(count)
    ]


def test_an_empty_newsroom_has_a_front_page(client):
    response = client.get("/")
    assert response.status_code == 200
    assert 'class="empty"' in response.content.decode()


def test_what_the_desk_arranged_stands_in_its_order():
    first, second, third, fourth = stories(4)
    for position, story in enumerate([third, first]):
        FrontPlace.objects.create(slot=FrontSlot.RANKED, position=position, article=story)
    FrontPlace.objects.create(slot=FrontSlot.LEAD, article=second)
    page = front()
    assert (page.lead, page.ranked, page.latest) == (second, [third, first], [first, second, third, fourth])


def test_without_a_lead_the_newest_story_with_a_picture_leads():
    first, *_ = stories(2)
    with_picture = factories.make_published(
        cover=factories.make_picture(), published_at=timezone.now() - timedelta(hours=2)
    )
    assert front().lead == with_picture
    with_picture.delete()
    assert front().lead == first


def test_a_story_stands_once_among_lead_beside_and_ranked():
    many = [
        factories.make_published(cover=factories.make_picture(), published_at=timezone.now() - timedelta(minutes=n + 1))
        for n in range(4)
    ]
    for slot in (FrontSlot.LEAD, FrontSlot.RANKED):
        FrontPlace.objects.create(slot=slot, article=many[0])
    page = front()
    assert (page.lead, page.ranked, page.beside) == (many[0], [], [many[1], many[2]])


@pytest.mark.parametrize(("unused", "shown"), [(2, 0), (3, 3), (5, 3), (7, 6)])
def test_without_chosen_pictures_whole_rows_of_the_newest_are_shown(unused, shown):
    many = [
        factories.make_published(cover=factories.make_picture(), published_at=timezone.now() - timedelta(minutes=n + 1))
        for n in range(3 + unused)
    ]
    assert front().pictures == many[3 : 3 + shown]


def test_chosen_pictures_stand_alone():
    many = [factories.make_published(cover=factories.make_picture()) for _ in range(5)]
    without = factories.make_published()
    for position, story in enumerate([many[2], without]):
        FrontPlace.objects.create(slot=FrontSlot.PICTURES, position=position, article=story)
    assert front().pictures == [many[2]]


def test_sections_show_their_newest_and_empty_ones_are_left_out():
    sea, town = factories.make_section("海洋"), factories.make_section("街镇")
    newest, older = stories(2, section=sea)
    factories.make_article(section=town)
    assert [(block.section, block.articles) for block in front().blocks] == [(sea, [newest, older])]


@pytest.mark.parametrize("status", HIDDEN)
@pytest.mark.parametrize("slot", FrontSlot.values)
def test_a_story_that_is_not_public_leaves_its_place_unseen(client, status, slot):
    hidden = factories.make_article(status=status, headline="隐约可见", cover=factories.make_picture())
    FrontPlace.objects.create(slot=slot, article=hidden)
    assert "隐约" not in client.get("/").content.decode()


@pytest.mark.parametrize("count", [1, 3, 12])
def test_the_front_page_takes_four_queries_whatever_the_number_of_rows(count_queries, full_story, count):
    for n in range(count):
        story = full_story(n, section=factories.make_section())
        for slot in FrontSlot.values:
            FrontPlace.objects.create(slot=slot, position=n, article=story)
    assert count_queries("/") == 4


def test_other_methods_are_refused(client):
    assert client.post("/").status_code == 405


def test_the_list_by_time_leads_to_the_day(client):
    story = stories(1)[0]
    day = timezone.localdate(story.published_at)
    assert reverse("archive_day", args=[day.year, day.month, day.day]) in client.get("/").content.decode()
