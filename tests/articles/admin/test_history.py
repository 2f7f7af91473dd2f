import pytest
from django.urls import reverse

from articles import story_text, workflow
from articles.enums import ArticleStatus
from tests import factories

pytestmark = pytest.mark.django_db


def history(article):
    return reverse("admin:articles_article_history", args=[article.pk])


def restore(article, number):
    return reverse("admin:articles_article_restore", args=[article.pk, number])


@pytest.fixture
def twice_saved(editor):
    """A draft with two kept texts; the second changed one character of the headline and the credits."""
    article = factories.make_article(by=editor, headline="步道今起开放")
    workflow.keep_revision(article, by=editor)
    article.headline = "步道明起开放"
    article.save()
    factories.make_credit(article, printed_name="林知远")
    workflow.keep_revision(article, by=editor)
    return article


def test_the_two_newest_texts_are_compared_by_character(client, editor, twice_saved):
    client.force_login(editor)
    page = client.get(history(twice_saved))
    assert [part["name"] for part in page.context["compared"]] == ["headline", "credits"]
    assert page.context["compared"][0]["parts"] == [
        ("same", "步道"), ("gone", "今"), ("new", "明"), ("same", "起开放"),
    ]  # fmt: skip


def test_any_two_texts_are_compared_and_nonsense_asks_for_the_newest(client, editor, twice_saved):
    client.force_login(editor)
    assert client.get(history(twice_saved), {"from": "2", "to": "2"}).context["compared"] == []
    for query in ({"from": "9", "to": "x"}, {"from": "9" * 30}):
        assert client.get(history(twice_saved), query).context["old"] == 1


def test_an_earlier_text_is_taken_up_again_and_nothing_is_lost(client, editor, twice_saved):
    first = twice_saved.revisions.get(number=1).text
    client.force_login(editor)
    client.post(restore(twice_saved, 1))
    twice_saved.refresh_from_db()
    assert story_text.take(twice_saved) == first
    assert [revision.text["headline"] for revision in twice_saved.revisions.all()] == [
        "步道今起开放", "步道明起开放", "步道今起开放",
    ]  # fmt: skip
    assert twice_saved.events.get().action == "edit"


def test_an_earlier_text_of_a_public_story_comes_back_as_a_revision(client, editor, twice_saved):
    workflow.publish(twice_saved, by=editor)
    client.force_login(editor)
    client.post(restore(twice_saved, 1))
    twice_saved.refresh_from_db()
    assert (twice_saved.headline, twice_saved.status) == ("步道今起开放", ArticleStatus.PUBLISHED)
    assert [event.action for event in twice_saved.events.all()] == ["revise", "publish"]


def test_who_only_reads_compares_but_cannot_take_up(client, proofreader, twice_saved):
    client.force_login(proofreader)
    assert client.get(history(twice_saved)).context["can_restore"] is False
    assert client.post(restore(twice_saved, 1)).status_code == 403
    twice_saved.refresh_from_db()
    assert twice_saved.headline == "步道明起开放"


def test_taking_up_needs_a_post_and_a_text_that_exists(client, editor, twice_saved):
    client.force_login(editor)
    assert client.get(restore(twice_saved, 1)).status_code == 405
    assert client.post(restore(twice_saved, 77)).status_code == 404
