import pytest
from django.urls import reverse

from articles.enums import PersonKind
from articles.models import Contact, Correspondent, Person, PersonMerge, Reporter, Unit
from tests import factories

pytestmark = pytest.mark.django_db


def url(name, *args, kind="reporter"):
    return reverse(f"admin:articles_{kind}_{name}", args=args)


def rows_of(prefix, count=0):
    return {f"{prefix}-TOTAL_FORMS": count, f"{prefix}-INITIAL_FORMS": 0}


def data(**values):
    return {
        "name": "林知远",
        "is_active": "on",
        **rows_of("pen_names"),
        **rows_of("grades"),
        **rows_of("contact"),
        **values,
    }


def test_an_editor_adds_a_reporter_with_unit_pen_name_and_grade(client, editor):
    client.force_login(editor)
    rows = {
        **rows_of("pen_names", 1), "pen_names-0-name": "远山",
        **rows_of("grades", 1), "grades-0-grade": "senior", "grades-0-since": "2022-01-01",
    }  # fmt: skip
    assert client.post(url("add"), data(unit_name="采访部", **rows)).status_code == 302
    person = Reporter.objects.get()
    assert (person.kind, str(person), person.unit) == (PersonKind.REPORTER, "林知远（采访部）", Unit.objects.get())
    assert [row.name for row in person.pen_names.all()] == ["远山"]
    assert [row.grade for row in person.grades.all()] == ["senior"]


def test_the_two_kinds_are_lists_of_their_own_and_the_other_kind_is_not_there(client, editor):
    reporter = factories.make_person("林知远")
    correspondent = factories.make_person("尹凯丽", kind=PersonKind.CORRESPONDENT)
    client.force_login(editor)
    assert list(client.get(url("changelist")).context["cl"].result_list) == [Reporter.objects.get()]
    listed = client.get(url("changelist", kind="correspondent")).context["cl"].result_list
    assert list(listed) == [Correspondent.objects.get()]
    assert client.get(url("change", correspondent.pk)).status_code == 404
    assert client.get(url("change", reporter.pk)).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_of_people_asks_nine_queries_whatever_the_number_of_rows(
    client, editor, number, django_assert_num_queries
):
    for row in range(number):
        person = factories.make_person(f"某{row}", unit=f"单位{row}")
        factories.make_credit(factories.make_published(), person)
    client.force_login(editor)
    client.get(url("changelist"))
    with django_assert_num_queries(9):
        page = client.get(url("changelist"))
    assert [person.stories for person in page.context["cl"].result_list] == [1] * number


def test_contact_data_is_there_for_the_head_and_not_for_the_editor(client, editor, head):
    person = factories.make_person()
    Contact.objects.create(person=person, phone="13800001234")
    client.force_login(editor)
    assert "13800001234" not in client.get(url("change", person.pk)).content.decode()
    client.post(url("change", person.pk), data(**{"contact-0-phone": "1", "contact-TOTAL_FORMS": 1}))
    assert Contact.objects.get().phone == "13800001234"
    client.force_login(head)
    assert "13800001234" in client.get(url("change", person.pk)).content.decode()


def test_an_account_is_linked_by_the_administrator_alone(client, editor, admin_account, reporter):
    person = factories.make_person()
    client.force_login(editor)
    client.post(url("change", person.pk), data(account="reporter"))
    assert Person.objects.get().account is None
    client.force_login(admin_account)
    client.post(url("change", person.pk), data(account="reporter"))
    assert Person.objects.get().account == reporter


def test_a_merge_shows_what_moves_and_then_moves_it(client, head):
    kept, vanished = factories.make_person("尹凯丽", unit="教育局"), factories.make_person("尹凯丽", unit="实验小学")
    credit = factories.make_credit(factories.make_published(headline="书香校园"), vanished)
    client.force_login(head)
    assert vanished in client.get(url("merge", kept.pk)).context["candidates"]
    page = client.get(url("merge", kept.pk), {"vanished": vanished.pk})
    assert [row.article.headline for row in page.context["moving"]] == ["书香校园"]
    assert PersonMerge.objects.count() == 0
    client.post(url("merge", kept.pk), {"vanished": vanished.pk})
    credit.refresh_from_db()
    assert (credit.person_id, PersonMerge.objects.get().vanished_id) == (kept.pk, vanished.pk)


def test_an_editor_cannot_open_the_merge(client, editor):
    kept, vanished = factories.make_person(), factories.make_person()
    client.force_login(editor)
    assert client.get(url("merge", kept.pk)).status_code == 403
    assert client.post(url("merge", kept.pk), {"vanished": vanished.pk}).status_code == 403
    assert Person.objects.count() == 2


def test_correspondents_become_reporters_in_one_action(client, editor):
    person = factories.make_person("尹凯丽", kind=PersonKind.CORRESPONDENT)
    credit = factories.make_credit(factories.make_published(), person)
    client.force_login(editor)
    chosen = {"action": "change_kind_action", "_selected_action": [person.pk]}
    client.post(url("changelist", kind="correspondent"), chosen)
    assert Reporter.objects.get().credits.get() == credit


def test_a_record_with_credits_is_not_deleted(client, editor):
    person, unused = factories.make_person(), factories.make_person()
    factories.make_credit(factories.make_published(), person)
    client.force_login(editor)
    assert client.post(url("delete", person.pk), {"post": "yes"}).status_code == 403
    assert client.post(url("delete", unused.pk), {"post": "yes"}).status_code == 302
    assert list(Person.objects.all()) == [person]


def test_a_name_is_suggested_with_its_unit_and_by_its_pen_name(client, reporter):
    first = factories.make_person("尹凯丽", unit="教育局")
    factories.make_person("尹凯丽", unit="实验小学")
    first.pen_names.create(name="海风")
    client.force_login(reporter)
    address = reverse("admin:articles_suggest_people")
    found = client.get(address, {"q": "尹"}).json()["results"]
    assert [row["label"] for row in found] == ["尹凯丽（教育局）", "尹凯丽（实验小学）"]
    (by_pen_name,) = client.get(address, {"q": "海风"}).json()["results"]
    assert (by_pen_name["id"], by_pen_name["value"], by_pen_name["unit"]) == (first.pk, "海风", "教育局")
    assert client.get(address, {"q": ""}).json() == {"results": []}


def test_suggestions_are_for_who_writes(client, moderator, proofreader):
    for account in (moderator, proofreader):
        client.force_login(account)
        for name in ("people", "tags", "sources", "stories", "units", "accounts"):
            assert client.get(reverse(f"admin:articles_suggest_{name}"), {"q": "a"}).status_code == 403
