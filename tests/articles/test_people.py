from datetime import date

import pytest

from articles import people, story_text
from articles.enums import Grade, PersonKind
from articles.models import Contact, Person, PersonMerge
from tests import factories

pytestmark = pytest.mark.django_db


def test_merging_moves_credits_and_records_who_did_it(head):
    kept, vanished = factories.make_person("尹凯丽", unit="教育局"), factories.make_person("尹凯丽", unit="实验小学")
    credit = factories.make_credit(factories.make_published(), vanished, unit="实验小学")
    number = vanished.pk
    merge = people.merge(kept, vanished, by=head)
    credit.refresh_from_db()
    assert (credit.person_id, credit.printed_name, credit.unit) == (kept.pk, "尹凯丽", "实验小学")
    assert (merge.kept, merge.vanished_id, merge.credits_moved, merge.by) == (kept, number, 1, head)
    assert merge.vanished["unit"] == "实验小学"
    assert not Person.objects.filter(pk=number).exists()


def test_merging_fills_what_the_kept_record_does_not_say(head, reporter):
    kept = factories.make_person("林知远", title="首席记者")
    vanished = factories.make_person("知远", unit="采访部", title="记者", account=reporter, biography="跑海洋口。")
    vanished.pen_names.create(name="远山")
    kept.grades.create(grade=Grade.REPORTER, since=date(2020, 1, 1))
    vanished.grades.create(grade=Grade.INTERN, since=date(2018, 7, 1))
    vanished.grades.create(grade=Grade.PROBATION, since=date(2020, 1, 1))
    Contact.objects.create(person=kept, phone="13800000001")
    Contact.objects.create(person=vanished, phone="13800000002", wechat="zhiyuan")
    people.merge(kept, vanished, by=head)
    kept = Person.objects.get()
    assert (kept.title, kept.unit.name, kept.account, kept.biography) == ("首席记者", "采访部", reporter, "跑海洋口。")
    assert sorted(kept.pen_names.values_list("name", flat=True)) == ["知远", "远山"]
    assert list(kept.grades.values_list("grade", flat=True)) == [Grade.REPORTER, Grade.INTERN]
    assert (kept.contact.phone, kept.contact.wechat) == ("13800000001", "zhiyuan")


def test_a_merge_after_a_merge_leads_to_the_last_record(head):
    first, second, third = (factories.make_person(name) for name in ("甲", "乙", "丙"))
    numbers = first.pk, second.pk
    people.merge(second, first, by=head)
    people.merge(third, second, by=head)
    assert dict(PersonMerge.objects.values_list("vanished_id", "kept_id")) == dict.fromkeys(numbers, third.pk)
    assert people.present(numbers) == dict.fromkeys(numbers, third)


def test_a_text_kept_before_a_merge_comes_back_with_the_kept_person(head):
    kept, vanished = factories.make_person("尹凯丽"), factories.make_person("尹凯丽")
    article = factories.make_article()
    factories.make_credit(article, vanished)
    text = story_text.take(article)
    people.merge(kept, vanished, by=head)
    story_text.put(article, text)
    assert article.credits.get().person == kept


def test_an_editor_may_not_merge_people(editor):
    kept, vanished = factories.make_person(), factories.make_person()
    with pytest.raises(people.PersonChangeRefused):
        people.merge(kept, vanished, by=editor)
    assert Person.objects.count() == 2


def test_a_record_is_not_merged_with_itself_nor_with_one_that_is_gone(head):
    kept, gone = factories.make_person(), factories.make_person()
    with pytest.raises(people.PersonChangeRefused):
        people.merge(kept, kept, by=head)
    Person.objects.filter(pk=gone.pk).delete()
    with pytest.raises(people.PersonChangeRefused):
        people.merge(kept, gone, by=head)
    assert PersonMerge.objects.count() == 0


def test_a_correspondent_who_joins_the_desk_keeps_number_and_credits(editor):
    person = factories.make_person("尹凯丽", kind=PersonKind.CORRESPONDENT, unit="教育局")
    credit = factories.make_credit(factories.make_published(), person, role="correspondent")
    people.change_kind(person, PersonKind.REPORTER, by=editor)
    credit.refresh_from_db()
    assert (Person.objects.get().kind, Person.objects.get().pk) == (PersonKind.REPORTER, person.pk)
    assert (credit.person_id, credit.role) == (person.pk, "correspondent")


def test_changing_to_the_present_kind_and_by_a_reporter_are_refused(editor, reporter):
    person = factories.make_person(kind=PersonKind.REPORTER)
    with pytest.raises(people.PersonChangeRefused):
        people.change_kind(person, PersonKind.REPORTER, by=editor)
    with pytest.raises(people.PersonChangeRefused):
        people.change_kind(person, PersonKind.CORRESPONDENT, by=reporter)
    assert Person.objects.get().kind == PersonKind.REPORTER
