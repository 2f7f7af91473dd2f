"""The page of a tag."""

import pytest
from django.urls import reverse

from articles.models import Tag, TagAlias
from tests import factories
from tests.articles.views.conftest import HIDDEN

pytestmark = pytest.mark.django_db


def tagged(*names, **values):
    story = factories.make_published(**values)
    story.tags.add(*names)
    return story


def test_a_tag_shows_its_stories(client):
    story = tagged("渔港")
    tagged("别的")
    response = client.get(Tag.objects.get(name="渔港").get_absolute_url())
    assert response.context["page"].articles == [story]


@pytest.mark.parametrize("status", HIDDEN)
def test_a_tag_that_no_public_story_carries_is_not_there(client, status):
    factories.make_article(status=status).tags.add("渔港")
    tag = Tag.objects.get(name="渔港")
    TagAlias.objects.create(name="旧港", slug="jiu-gang", tag=tag)
    missing = client.get("/tags/nowhere/")
    assert missing.status_code == 404
    for slug in (tag.slug, "jiu-gang"):
        assert client.get(reverse("tag", args=[slug])).content == missing.content


def test_a_former_name_leads_to_the_tag(client):
    tagged("渔港")
    tag = Tag.objects.get(name="渔港")
    TagAlias.objects.create(name="旧港", slug="jiu-gang", tag=tag)
    response = client.get("/tags/jiu-gang/")
    assert (response.status_code, response.headers["Location"]) == (301, tag.get_absolute_url())


def test_other_methods_are_refused(client):
    tagged("渔港")
    assert client.post(Tag.objects.get().get_absolute_url()).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_a_tag_takes_four_queries_whatever_the_number_of_rows(count_queries, full_story, count):
    for n in range(count):
        full_story(n)
    assert count_queries(Tag.objects.get(name="步道").get_absolute_url()) == 4
