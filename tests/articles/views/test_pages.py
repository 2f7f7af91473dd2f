"""Pages that are not news."""

import pytest

from articles.models import FlatPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def flat_page():
    return FlatPage.objects.create(title="投稿须知", body="<h2>怎么投</h2><p>请写清联系方式。</p>")


def test_a_page_is_shown_and_linked_in_the_footer(client, flat_page):
    html = client.get(flat_page.get_absolute_url()).content.decode()
    assert "怎么投</h2><p>请写清联系方式。</p>" in html.replace("<wbr>", "")
    assert f'<li><a href="{flat_page.get_absolute_url()}">投稿须知</a></li>' in html


def test_an_unknown_page_is_not_there(client):
    assert client.get("/pages/nowhere/").status_code == 404


def test_other_methods_are_refused(client, flat_page):
    assert client.post(flat_page.get_absolute_url()).status_code == 405


def test_a_page_takes_one_query(count_queries, flat_page):
    assert count_queries(flat_page.get_absolute_url()) == 1
