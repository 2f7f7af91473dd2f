"""The pages that appear when something is wrong."""

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from articles.site_context import forget_navigation
from newsroom import errors
from tests import factories


def _raise(error):
    def view(request):
        raise error

    return view


urlpatterns = [
    path("400/", _raise(BadRequest("broken"))),
    path("403/", _raise(PermissionDenied("请找主任开通。"))),
    path("500/", _raise(RuntimeError("boom"))),
    path("503/", _raise(OperationalError("connection refused"))),
    path("post/", lambda request: HttpResponse("ok")),
    path("", include("newsroom.urls")),
]
handler400, handler403 = errors.bad_request, errors.forbidden
handler404, handler500 = errors.not_found, errors.server_error

pytestmark = [pytest.mark.urls(__name__)]


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("status", [400, 403, 404, 500, 503])
def test_each_page_appears_without_the_database(visitor, status):
    # This test has no `django_db` mark, so that any query in it is an error.
    response = visitor.get(f"/{status}/")
    html = response.content.decode()
    assert response.status_code == status
    assert f'<p class="code" aria-hidden="true">{status}</p>' in html
    assert '<a href="/">' in html
    assert html.count("<h1>") == 1


def test_an_error_is_numbered_so_that_it_is_found_in_the_log(visitor):
    response = visitor.get("/500/")
    assert response.headers["X-Request-ID"] in response.content.decode()
    assert "boom" not in response.content.decode()


def test_a_database_that_is_gone_asks_to_come_back(visitor):
    response = visitor.get("/503/")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "30")


def test_a_refusal_says_its_reason(visitor):
    assert "请找主任开通。" in visitor.get("/403/").content.decode()


def test_a_form_without_its_token_is_told_what_to_do():
    response = Client(enforce_csrf_checks=True).post("/post/")
    assert response.status_code == 403
    assert '<p class="code" aria-hidden="true">403</p>' in response.content.decode()


@pytest.mark.django_db
def test_a_missing_page_leads_to_the_sections_the_cache_knows(client):
    section = factories.make_section("海洋")
    forget_navigation()
    client.get("/")
    assert f'<a href="{section.get_absolute_url()}">海洋</a>' in client.get("/404/").content.decode()


@override_settings(ALLOWED_HOSTS=["news.example.cn"])
def test_an_unknown_host_is_answered_with_the_page(visitor):
    response = visitor.get("/404/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()
