"""Pages that are the same bytes for everyone."""

import gzip

import pytest
from django.test import Client

from articles.models import SiteSettings
from newsroom.public_pages import is_public_address
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return factories.make_published()


def test_a_public_page_may_be_kept_but_is_asked_anew(client, story):
    response = client.get(story.get_absolute_url())
    kept = set(response.headers["Cache-Control"].split(", "))
    assert kept == {"public", "max-age=0", "must-revalidate"}
    assert (response.cookies, response.headers["Vary"]) == ({}, "Accept-Encoding")


def test_an_unchanged_page_costs_no_body(client, story):
    first = client.get(story.get_absolute_url(), headers={"accept-encoding": "gzip"})
    again = client.get(story.get_absolute_url(), headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    story.body = "<p>改过了。</p>"
    story.save()
    changed = client.get(story.get_absolute_url(), headers={"if-none-match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_a_page_is_compressed_for_who_can_read_it(client, story):
    plain = client.get(story.get_absolute_url())
    packed = client.get(story.get_absolute_url(), headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content


def test_head_answers_without_a_body(client, story):
    response = client.head(story.get_absolute_url())
    assert (response.status_code, response.content) == (200, b"")


def test_a_cookie_changes_nothing_and_none_is_set(client, story, editor):
    anonymous = client.get(story.get_absolute_url())
    signed_in = Client()
    signed_in.force_login(editor)
    response = signed_in.get(story.get_absolute_url())
    assert response.content == anonymous.content
    assert dict(response.headers) == dict(anonymous.headers)
    assert response.cookies == {}


def test_no_page_holds_a_token_or_inline_script(client, story):
    for path in ("/", story.get_absolute_url(), "/nowhere/"):
        html = client.get(path).content.decode()
        assert "csrfmiddlewaretoken" not in html
        assert [part for part in html.split("<script")[1:] if " src=" not in part.split(">")[0]] == []
        assert " style=" not in html
        assert "<style" not in html


@pytest.mark.parametrize(
    ("path", "public"),
    [
        ("/", True), ("/articles/1/", True), ("/healthz", False), ("/admin/", False), ("/admin/nowhere/", False),
        ("/accounts/login/", False), ("/nowhere/", True),
    ],
)  # fmt: skip
def test_which_addresses_are_public(path, public):
    assert is_public_address(path) is public


def test_robots_are_kept_from_the_desk_and_led_to_the_sitemap(client, settings):
    settings.SITE_URL = "https://news.example.cn"
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /admin/", "Disallow: /accounts/"} <= set(lines)
    assert lines[-1] == "Sitemap: https://news.example.cn/sitemap.xml"


def test_the_grey_switch_and_the_notice_reach_every_page(client, story):
    SiteSettings(is_grey=True, notice="今晚停水", notice_address="https://example.org/n").save()
    for path in ("/", story.get_absolute_url()):
        html = client.get(path).content.decode()
        assert '<html lang="zh-CN" id="large-type" class="is-grey">' in html
        assert '<a href="https://example.org/n">今晚停水</a>' in html


def test_the_footer_links_each_licence_to_its_registry(client):
    SiteSettings(
        icp_number="鲁ICP备12345678号-1", police_number="鲁公网安备 37021102000001号", news_licence="37120180001",
        report_phone="+86 532-8888 0000", report_email="jubao@example.cn", sponsor="青湾区融媒体中心",
    ).save()  # fmt: skip
    html = client.get("/").content.decode()
    assert '<a href="https://beian.miit.gov.cn/" rel="noopener">鲁ICP备12345678号-1</a>' in html
    assert "https://beian.mps.gov.cn/#/query/webSearch?code=37021102000001" in html
    assert 'href="tel:+8653288880000"' in html
    assert 'href="mailto:jubao@example.cn"' in html
    assert "37120180001" in html
    assert "青湾区融媒体中心" in html


def test_the_policy_of_a_public_page_lets_in_nothing_foreign_and_nothing_inline(client, story):
    policy = client.get(story.get_absolute_url()).headers["Content-Security-Policy"]
    assert dict(part.strip().split(" ", 1) for part in policy.split(";")) == {
        "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self'",
        "font-src": "'self'", "connect-src": "'self'", "form-action": "'self'", "base-uri": "'none'",
        "frame-ancestors": "'none'", "object-src": "'none'",
    }  # fmt: skip
