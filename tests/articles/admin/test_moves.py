from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.enums import ArticleStatus
from articles.models import Article
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "admin:articles_article_changelist"


def move(article, action):
    return reverse("admin:articles_article_move", args=[article.pk, action])


def said(answer):
    return [str(message) for message in answer.context["messages"]]


@pytest.mark.parametrize(
    ("action", "before", "after", "data"),
    [
        ("submit", "draft", "submitted", {}),
        ("return", "submitted", "draft", {"reason": "缺现场引语"}),
        ("approve", "submitted", "approved", {}),
        ("publish", "approved", "published", {}),
        ("unschedule", "scheduled", "approved", {}),
        ("retract", "published", "retracted", {"reason": "数字有误"}),
        ("restore", "retracted", "draft", {}),
    ],
)
def test_each_button_moves_the_story_and_records_who_and_why(client, editor, action, before, after, data):
    article = factories.make_article(status=before)
    client.force_login(editor)
    assert client.get(move(article, action)).status_code == 200
    article.refresh_from_db()
    assert article.status == before
    assert client.post(move(article, action), data).status_code == 302
    article.refresh_from_db()
    event = article.events.get()
    assert (article.status, event.action, event.by) == (after, action, editor)
    assert event.reason == data.get("reason", "")


def test_a_story_is_scheduled_for_a_time_in_beijing(client, editor):
    article = factories.make_article()
    client.force_login(editor)
    at = (timezone.localtime() + timedelta(days=1)).replace(second=0, microsecond=0)
    client.post(move(article, "schedule"), {"at": at.strftime("%Y-%m-%dT%H:%M")})
    article.refresh_from_db()
    assert (article.status, article.publish_at) == (ArticleStatus.SCHEDULED, at)


def test_a_past_time_is_refused_in_words_on_the_same_page(client, editor):
    article = factories.make_article()
    client.force_login(editor)
    answer = client.post(move(article, "schedule"), {"at": "2020-01-01T08:00"})
    assert answer.status_code == 200
    assert len(answer.context["form"].non_field_errors()) == 1
    assert Article.objects.get().status == ArticleStatus.DRAFT


@pytest.mark.parametrize("action", ["return", "retract"])
def test_a_reason_is_asked_for(client, editor, action):
    article = factories.make_article(status="submitted" if action == "return" else "published")
    before = article.status
    client.force_login(editor)
    assert client.post(move(article, action), {"reason": "  "}).context["form"].errors.keys() == {"reason"}
    assert Article.objects.get().status == before


def test_a_reporter_cannot_publish_by_any_road(client, reporter):
    article = factories.make_article(by=reporter)
    client.force_login(reporter)
    client.post(move(article, "publish"))
    client.post(reverse(LIST), {"action": "bulk_publish", "_selected_action": [article.pk], "confirmed": "yes"})
    assert Article.objects.get().status == ArticleStatus.DRAFT


def test_a_move_that_does_not_exist_is_not_there(client, editor):
    article = factories.make_article()
    client.force_login(editor)
    assert client.post(move(article, "explode")).status_code == 404
    assert client.post(move(article, "create")).status_code == 404


def test_many_stories_are_published_at_once_and_each_refusal_is_said(client, editor):
    fine, empty = factories.make_article(headline="可以发"), factories.make_article(headline="没有正文", body="")
    client.force_login(editor)
    data = {"action": "bulk_publish", "_selected_action": [fine.pk, empty.pk]}
    page = client.post(reverse(LIST), data)
    assert page.status_code == 200
    assert {article.status for article in Article.objects.all()} == {ArticleStatus.DRAFT}
    answer = client.post(reverse(LIST), {**data, "confirmed": "yes"}, follow=True)
    assert dict(Article.objects.values_list("headline", "status")) == {"可以发": "published", "没有正文": "draft"}
    assert len(said(answer)) == 2


def test_many_stories_are_retracted_with_one_reason(client, editor):
    stories = [factories.make_published() for _number in range(2)]
    client.force_login(editor)
    data = {"action": "bulk_retract", "_selected_action": [story.pk for story in stories], "confirmed": "yes"}
    assert client.post(reverse(LIST), data).context["form"].errors.keys() == {"reason"}
    client.post(reverse(LIST), {**data, "reason": "同一处错误"})
    assert {story.status for story in Article.objects.all()} == {ArticleStatus.RETRACTED}
    assert [story.events.get().reason for story in stories] == ["同一处错误"] * 2
