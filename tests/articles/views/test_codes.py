"""The QR codes."""

import pytest
from django.urls import reverse

from articles.models import SiteSettings
from articles.views.codes import qr_png
from tests import factories
from tests.articles.views.conftest import HIDDEN

pytestmark = pytest.mark.django_db


def test_the_code_of_a_story_holds_its_whole_address(client, settings):
    settings.SITE_URL = "https://news.example.cn"
    story = factories.make_published()
    response = client.get(reverse("article_code", args=[story.pk]))
    assert (response.status_code, response.headers["Content-Type"]) == (200, "image/png")
    assert response.content == qr_png(f"https://news.example.cn/articles/{story.pk}/")


def test_codes_of_different_addresses_differ():
    assert qr_png("https://news.example.cn/articles/1/") != qr_png("https://news.example.cn/articles/2/")


@pytest.mark.parametrize("status", HIDDEN)
def test_a_story_that_is_not_public_has_no_code(client, status):
    story = factories.make_article(status=status)
    missing = client.get(reverse("article_code", args=[story.pk + 1000]))
    assert missing.status_code == 404
    assert client.get(reverse("article_code", args=[story.pk])).content == missing.content


def test_the_codes_of_the_accounts_are_made_from_their_addresses(client):
    SiteSettings(wechat_account_address="https://example.org/account").save()
    response = client.get(reverse("site_code", args=["wechat-account"]))
    assert response.content == qr_png("https://example.org/account")
    assert client.get(reverse("site_code", args=["mini-program"])).status_code == 404
    assert client.get(reverse("site_code", args=["other"])).status_code == 404


def test_the_bar_shows_only_what_is_set(client):
    story = factories.make_published()
    assert reverse("site_code", args=["mini-program"]) not in client.get(story.get_absolute_url()).content.decode()
    SiteSettings(mini_program_address="https://example.org/program").save()
    assert reverse("site_code", args=["mini-program"]) in client.get(story.get_absolute_url()).content.decode()


def test_other_methods_are_refused(client):
    assert client.post(reverse("article_code", args=[factories.make_published().pk])).status_code == 405
