"""The public page of a reporter or correspondent."""

from datetime import date

import pytest
from django.urls import reverse

from articles.enums import Grade, PersonKind
from articles.models import Contact, PenName
from articles.people import merge
from tests import factories
from tests.articles.views.conftest import HIDDEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return factories.make_person("林知远", unit="青湾日报社", biography="写渔港。", title="首席")


def credited(person, **values):
    story = factories.make_published(**values)
    factories.make_credit(story, person)
    return story


def test_a_person_is_shown_with_stories_each_once(client, person):
    story = credited(person)
    factories.make_credit(story, person)
    person.grades.create(grade=Grade.SENIOR, since=date(2020, 1, 1))
    PenName.objects.create(person=person, name="远帆")
    response = client.get(person.get_absolute_url())
    html = response.content.decode()
    assert response.context["page"].articles == [story]
    assert response.context["grade"] == Grade.SENIOR.label
    for word in ("林知远", "青湾日报社", "写渔港。", "首席", "远帆"):
        assert word in html


def test_contact_data_is_not_shown(client, person):
    credited(person)
    Contact.objects.create(person=person, phone="13800001111", email="lin@example.cn", wechat="lin-wx")
    html = client.get(person.get_absolute_url()).content.decode()
    assert [word for word in ("13800001111", "lin@example.cn", "lin-wx") if word in html] == []


def test_markup_in_a_biography_is_shown_not_run(client):
    person = factories.make_person(biography="<img src=x onerror=alert(1)>\n\n第二段")
    credited(person)
    assert "<img src=x" not in client.get(person.get_absolute_url()).content.decode()


@pytest.mark.parametrize("status", HIDDEN)
def test_a_person_without_a_public_story_is_not_there(client, person, status):
    factories.make_credit(factories.make_article(status=status), person)
    missing = client.get(reverse("reporter", args=[person.pk + 1000]))
    hidden = client.get(person.get_absolute_url())
    assert (hidden.status_code, hidden.content) == (404, missing.content)
    assert client.get(reverse("correspondent", args=[person.pk])).status_code == 404


def test_the_address_follows_the_kind(client, person):
    credited(person)
    person.kind = PersonKind.CORRESPONDENT
    person.save()
    response = client.get(reverse("reporter", args=[person.pk]))
    assert (response.status_code, response.headers["Location"]) == (301, f"/correspondents/{person.pk}/")
    assert client.get(f"/correspondents/{person.pk}/").status_code == 200


def test_the_number_of_a_merged_record_leads_on(client, person, head):
    double = factories.make_person("林知远")
    credited(double)
    number = double.pk
    merge(person, double, by=head)
    response = client.get(reverse("reporter", args=[number]))
    assert (response.status_code, response.headers["Location"]) == (301, person.get_absolute_url())


def test_other_methods_are_refused(client, person):
    credited(person)
    assert client.post(person.get_absolute_url()).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_a_person_takes_six_queries_whatever_the_number_of_rows(count_queries, full_story, person, count):
    for n in range(count):
        factories.make_credit(full_story(n), person)
        person.grades.create(grade=Grade.REPORTER, since=date(2020 + n, 1, 1))
    assert count_queries(person.get_absolute_url()) == 6
