"""The feed of all stories."""

from xml.etree import ElementTree

import pytest

from articles.models import SiteSettings
from tests import factories

pytestmark = pytest.mark.django_db


def items(client):
    response = client.get("/feeds/all.xml")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/rss+xml; charset=utf-8")
    return ElementTree.fromstring(response.content).findall("channel/item")  # noqa: S314 - our own bytes


def test_the_feed_holds_public_stories_newest_first(client, settings):
    settings.SITE_URL = "https://news.example.cn"
    older = factories.make_published(headline="旧闻", section=factories.make_section("海洋"))
    newer = factories.make_published(
        headline="新闻", summary="一句话", published_at=older.published_at.replace(year=2030)
    )
    factories.make_credit(older, printed_name="林知远")
    factories.make_article(headline="未发")
    first, second = items(client)
    assert [item.findtext("title") for item in (first, second)] == ["新闻", "旧闻"]
    assert first.findtext("link") == f"https://news.example.cn/articles/{newer.pk}/"
    assert (first.findtext("description"), second.findtext("description")) == ("一句话", "步道全长三公里。")
    assert (second.findtext("category"), second.find("{http://purl.org/dc/elements/1.1/}creator").text) == (
        "海洋",
        "林知远",
    )


def test_an_empty_newsroom_has_a_feed_with_its_name(client):
    SiteSettings(name="青湾新报").save()
    channel = ElementTree.fromstring(client.get("/feeds/all.xml").content).find("channel")  # noqa: S314
    assert (channel.findtext("title"), channel.findall("item")) == ("青湾新报", [])


@pytest.mark.parametrize("character", ["\x01", "\x0b", "\x1f", "\ufffe", "\uffff", "<", "&", "]]>"])
def test_no_character_breaks_the_feed(client, character):
    factories.make_published(headline=f"标{character}题", summary=f"导{character}语")
    (item,) = items(client)
    kept = character if character.isprintable() else ""
    assert (item.findtext("title"), item.findtext("description")) == (f"标{kept}题", f"导{kept}语")


def test_other_methods_are_refused(client):
    assert client.post("/feeds/all.xml").status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_the_feed_takes_two_queries(client, count, django_assert_num_queries):
    for _ in range(count):
        factories.make_credit(factories.make_published())
    client.get("/feeds/all.xml")
    with django_assert_num_queries(2):
        client.get("/feeds/all.xml")
