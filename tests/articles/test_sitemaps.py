"""What search engines may read."""

from xml.etree import ElementTree

import pytest

from articles import sitemaps
from articles.models import FlatPage
from tests import factories

pytestmark = pytest.mark.django_db

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(autouse=True)
def _host(settings):
    settings.SITE_URL = "https://news.example.cn"


def addresses(client, path):
    response = client.get(path)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/xml; charset=utf-8")
    found = ElementTree.fromstring(response.content).findall(".//s:loc", NAMESPACE)  # noqa: S314 - our own bytes
    return [element.text.removeprefix("https://news.example.cn") for element in found]


def test_the_index_of_an_empty_newsroom_names_the_pages(client):
    assert addresses(client, "/sitemap.xml") == ["/sitemaps/pages.xml"]


def test_stories_are_cut_by_number_and_each_is_in_one_sitemap(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "PER_SITEMAP", 2)
    stories = [factories.make_published(pk=pk) for pk in (1, 2, 3, 6)]
    factories.make_article(pk=7)
    named = addresses(client, "/sitemap.xml")
    assert named == ["/sitemaps/pages.xml", *(f"/sitemaps/articles-{n}.xml" for n in range(4))]
    assert client.get(named[3]).status_code == 404
    found = addresses(client, named[1]) + addresses(client, named[2]) + addresses(client, named[4])
    assert found == [story.get_absolute_url() for story in stories]


def test_what_has_no_public_story_is_not_named(client):
    section, page = factories.make_section("海洋"), FlatPage.objects.create(title="关于我们", body="<p>一</p>")
    public, draft = factories.make_published(), factories.make_article()
    public.tags.add("渔港")
    draft.tags.add("未发")
    known, unknown = factories.make_person("林知远"), factories.make_person("王磊")
    factories.make_credit(public, known)
    factories.make_credit(draft, unknown)
    tag = public.tags.get()
    assert addresses(client, "/sitemaps/pages.xml") == [
        "/", *(row.get_absolute_url() for row in (section, page, tag, known))
    ]  # fmt: skip


@pytest.mark.parametrize("number", [1, 10**6, 10**30])
def test_a_span_without_stories_is_not_there(client, number):
    factories.make_published(pk=5)
    assert client.get(f"/sitemaps/articles-{number}.xml").status_code == 404


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemaps/pages.xml", "/sitemaps/articles-0.xml"])
def test_other_methods_are_refused(client, path):
    assert client.post(path).status_code == 405
