"""Which stories a query gives to whom, and the data rules a row keeps."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.enums import ArticleStatus
from articles.models import Article, Person
from tests import factories


@pytest.fixture
def stories(db, reporter):
    """One story in each state, one scheduled story already due, and one draft of the reporter's own."""
    rows = {status.value: factories.make_article(status=status, headline=status.value) for status in ArticleStatus}
    past = timezone.now() - timedelta(minutes=1)
    rows["due"] = factories.make_article(status=ArticleStatus.SCHEDULED, headline="due", publish_at=past)
    rows["own"] = factories.make_article(by=reporter, headline="own")
    return rows


def _headlines(queryset):
    return set(queryset.values_list("headline", flat=True))


def test_public_is_published_or_due(stories):
    assert _headlines(Article.objects.published()) == {"published", "due"}


def test_is_public_says_what_the_query_says(stories):
    assert {article.headline for article in Article.objects.all() if article.is_public} == {"published", "due"}


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        ("reporter", {"published", "due", "own"}),
        *[
            (role, {*ArticleStatus.values, "due", "own"})
            for role in ("editor", "head", "chief", "proofreader", "admin")
        ],
        ("moderator", set()),
        ("contributor", set()),
    ],
)
def test_visible_to_each_role(stories, cast, role, seen):
    assert _headlines(Article.objects.visible_to(cast[role])) == seen


def test_nothing_is_visible_to_strangers_and_deactivated(stories, editor):
    editor.is_active = False
    assert _headlines(Article.objects.visible_to(AnonymousUser())) == set()
    assert _headlines(Article.objects.visible_to(editor)) == set()


@pytest.mark.parametrize("status", [ArticleStatus.PUBLISHED, ArticleStatus.SCHEDULED])
@pytest.mark.parametrize("missing", [{"headline": ""}, {"body": ""}, {"published_at": None}])
def test_public_story_without_headline_body_or_time_is_refused_by_the_database(db, status, missing):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.make_article(status=status, **missing)


def test_person_is_public_once_credited_in_a_public_story(db):
    shown, hidden = factories.make_person("林知远"), factories.make_person("宋听澜")
    factories.make_credit(factories.make_published(), shown)
    factories.make_credit(factories.make_article(), hidden)
    assert list(Person.objects.public()) == [shown]


def test_credit_position_is_held_once(db):
    article = factories.make_article()
    factories.make_credit(article, position=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.make_credit(article, position=0)
