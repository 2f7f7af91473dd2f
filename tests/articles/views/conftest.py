"""What the pages' tests share."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.enums import ArticleStatus
from tests import factories

HIDDEN = [
    ArticleStatus.DRAFT,
    ArticleStatus.SUBMITTED,
    ArticleStatus.APPROVED,
    ArticleStatus.SCHEDULED,
    ArticleStatus.RETRACTED,
]


@pytest.fixture
def count_queries(client):
    """Queries of a GET once settings and navigation are warm."""

    def count(address):
        client.get("/nowhere/")
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            response = client.get(address)
        assert response.status_code == 200
        return len(asked)

    return count


@pytest.fixture
def full_story():
    """Makes public stories with everything a page or card shows: section, cover, pictures, credits, tags."""
    section = factories.make_section("海洋")

    def make(number=0, **values):
        values = {"section": section, "headline": f"海堤步道今起开放{number}", **values}
        story = factories.make_published(cover=factories.make_picture(), **values)
        for name in ("林知远", "宋听澜"):
            factories.make_credit(story, factories.make_person(name))
        for _ in range(2):
            story.placed_pictures.create(picture=factories.make_picture(), position=story.placed_pictures.count())
        story.tags.add("步道", "海堤", f"标签{number}")
        return story

    yield make
    cache.clear()
