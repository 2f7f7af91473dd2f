"""The records of people as the desk keeps them in order: two records of one person made one, a kind changed.

A number that vanished in a merge is kept in `PersonMerge.vanished_id`, so that its public address leads on.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from articles import permissions
from articles.enums import PersonKind
from articles.models import Contact, Credit, Person, PersonMerge

_FILLED_WHERE_EMPTY = ("unit_id", "title", "press_card", "portrait_id", "biography", "account_id")
_CONTACT_FIELDS = ("phone", "email", "wechat", "address")


class PersonChangeRefused(Exception):
    """A change of a person's record that is refused; the message is a sentence for the person who asked."""


def present(numbers) -> dict[int, Person]:
    """The people of these numbers, a number that vanished in a merge leading to the record that was kept."""
    numbers = set(numbers)
    found = Person.objects.in_bulk(numbers)
    merges = PersonMerge.objects.filter(vanished_id__in=numbers - set(found)).select_related("kept")
    return {**found, **{merge.vanished_id: merge.kept for merge in merges}}


@transaction.atomic
def merge(kept: Person, vanished: Person, *, by) -> PersonMerge:
    """Make two records of one person one: credits, names, grades and contact data move to `kept`, what `kept` does
    not say is filled from `vanished`, whose record goes. Printed names of credits stay as printed."""
    if not permissions.can_merge_people(by):
        raise PersonChangeRefused(_("Your role may not merge records. Ask the head of the desk."))
    if kept.pk == vanished.pk:
        raise PersonChangeRefused(_("Choose another record: a record cannot be merged with itself."))
    locked = Person.objects.select_for_update().in_bulk([kept.pk, vanished.pk])
    if len(locked) < 2:
        raise PersonChangeRefused(_("One of the two records is gone already. Open the list again."))
    kept, vanished = locked[kept.pk], locked[vanished.pk]
    said = describe(vanished)
    moved = Credit.objects.filter(person=vanished).update(person=kept)
    _move_names(kept, vanished)
    vanished.grades.exclude(since__in=list(kept.grades.values_list("since", flat=True))).update(person=kept)
    _move_contact(kept, vanished)
    PersonMerge.objects.filter(kept=vanished).update(kept=kept)
    number = vanished.pk
    gained = {name: getattr(vanished, name) for name in _FILLED_WHERE_EMPTY if not getattr(kept, name)}
    vanished.delete()
    for name, value in gained.items():
        setattr(kept, name, value)
    kept.save()
    return PersonMerge.objects.create(kept=kept, vanished_id=number, vanished=said, credits_moved=moved, by=by)


def describe(person: Person) -> dict:
    """What the record of `person` says, ready for JSON."""
    contact = Contact.objects.filter(person=person).first()
    return {
        "kind": person.kind,
        "name": person.name,
        "unit": person.unit.name if person.unit else "",
        "title": person.title,
        "press_card": person.press_card,
        "biography": person.biography,
        "portrait": person.portrait_id,
        "account": person.account_id,
        "is_active": person.is_active,
        "left_on": person.left_on.isoformat() if person.left_on else None,
        "pen_names": [row.name for row in person.pen_names.order_by("id")],
        "grades": [[row.grade, row.since.isoformat()] for row in person.grades.order_by("since")],
        "contact": {name: getattr(contact, name) for name in _CONTACT_FIELDS} if contact else None,
    }


def _move_names(kept: Person, vanished: Person) -> None:
    names = set(kept.pen_names.values_list("name", flat=True)) | {kept.name}
    vanished.pen_names.exclude(name__in=names).update(person=kept)
    if vanished.name not in names:
        kept.pen_names.get_or_create(name=vanished.name)


def _move_contact(kept: Person, vanished: Person) -> None:
    theirs = Contact.objects.filter(person=vanished).first()
    if theirs is None:
        return
    ours, _made = Contact.objects.get_or_create(person=kept)
    for name in _CONTACT_FIELDS:
        setattr(ours, name, getattr(ours, name) or getattr(theirs, name))
    ours.save()


@transaction.atomic
def change_kind(person: Person, kind: PersonKind, *, by) -> None:
    """Make a correspondent a reporter, or the other way round. Record, number, credits and their roles stay; the
    public address follows the present kind."""
    if not (by.is_active and by.has_perms(["articles.change_reporter", "articles.change_correspondent"])):
        raise PersonChangeRefused(_("Your role may not change people's records. Ask an editor."))
    if not Person.objects.filter(pk=person.pk).exclude(kind=kind).update(kind=kind):
        raise PersonChangeRefused(_("%(name)s is that already.") % {"name": person})
    person.kind = kind
