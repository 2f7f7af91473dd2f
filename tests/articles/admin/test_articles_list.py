import pytest
from django.utils import timezone

from articles.admin.rows import CappedPaginator
from articles.models import Article
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


def make_full(editor, number):
    for _row in range(number):
        article = factories.make_published(by=editor, section=factories.make_section(), cover=factories.make_picture())
        factories.make_credit(article, factories.make_person(unit="采访部"))


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_ten_queries_whatever_the_number_of_rows(client, editor, number, django_assert_num_queries):
    make_full(editor, number)
    client.force_login(editor)
    client.get(LIST)
    with django_assert_num_queries(10):
        answer = client.get(LIST)
    assert len(answer.context["cl"].result_list) == number


def test_the_list_offers_no_drop_down_of_people_tags_or_stories(client, editor):
    client.force_login(editor)
    assert client.get(LIST).content.decode().count("<select") <= 1


def test_a_reporter_lists_own_and_public_stories_alone(client, reporter, editor):
    own, public = factories.make_article(by=reporter), factories.make_published(by=editor)
    factories.make_article(by=editor, headline="别人的草稿")
    client.force_login(reporter)
    assert {story.pk for story in client.get(LIST).context["cl"].result_list} == {own.pk, public.pk}


def test_a_story_is_found_by_words_of_its_headline_and_by_number(client, editor):
    wanted = factories.make_article(headline="海堤步道今起开放")
    factories.make_article(headline="夜间门诊")
    client.force_login(editor)
    for query in ("步道 开放", str(wanted.pk), "海堤"):
        assert [story.pk for story in client.get(LIST, {"q": query}).context["cl"].result_list] == [wanted.pk]
    assert list(client.get(LIST, {"q": "没有这样的"}).context["cl"].result_list) == []


CHIPS = {
    "status=draft": 1, "status=mine": 2, "published=today": 1, "status=nonsense": 2, "section=x": 2,
    "section=99999999999": 2,
}  # fmt: skip


@pytest.mark.parametrize(("query", "found"), CHIPS.items())
def test_chips_filter(client, editor, query, found):
    factories.make_article(by=editor)
    factories.make_published(by=editor, published_at=timezone.now())
    client.force_login(editor)
    assert len(client.get(f"{LIST}?{query}").context["cl"].result_list) == found


def test_the_count_stops_at_its_cap(monkeypatch):
    monkeypatch.setattr(CappedPaginator, "CAP", 2)
    for _row in range(3):
        factories.make_article()
    paginator = CappedPaginator(Article.objects.all(), 1)
    assert (paginator.count, paginator.is_capped, paginator.num_pages) == (2, True, 2)


def test_a_moderator_has_no_list_of_stories(client, moderator):
    client.force_login(moderator)
    assert client.get(LIST).status_code == 403
