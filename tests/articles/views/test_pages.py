"""Pages that are not news."""

import pytest

from articles.models import FlatPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return FlatPage.objects.create(title="投稿须知", body="<h2>怎么投</h2><p>请写清联系方式。</p>")


def test_a_page_is_shown_and_linked_in_the_footer(client, page):
    html = client.get(page.get_absolute_url()).content.decode()
    assert "<h2>怎么投</h2><p>请写清联系方式。</p>" in html
    assert f'<li><a href="{page.get_absolute_url()}">投稿须知</a></li>' in html


def test_an_unknown_page_is_not_there(client):
    assert client.get("/pages/nowhere/").status_code == 404


def test_other_methods_are_refused(client, page):
    assert client.post(page.get_absolute_url()).status_code == 405


def test_a_page_takes_one_query(count_queries, page):
    assert count_queries(page.get_absolute_url()) == 1
