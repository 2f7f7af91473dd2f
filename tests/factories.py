"""Rows for tests, with no surprises: what is not said is plain and the same each time."""

import itertools
from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone

from articles.enums import ArticleStatus, CreditRole, PersonKind
from articles.models import Article, Credit, Person, Picture, Section, Unit
from newsroom.models import Account

PASSWORD = "harbour-at-dawn-42"
_numbers = itertools.count(1)


def make_account(username, *, groups=(), **values):
    account = Account.objects.create_user(username, password=PASSWORD, **values)
    account.groups.set(Group.objects.filter(name__in=groups))
    return account


def make_section(name=None, **values):
    return Section.objects.create(name=name or f"栏目{next(_numbers)}", **values)


def make_article(
    *, by=None, status=ArticleStatus.DRAFT, headline="海堤步道今起开放", body="<p>步道全长三公里。</p>", **values
):
    """A story in any state, as the database holds it; `published_at` is an hour ago unless given."""
    by = by or Account.objects.filter(username="author").first() or make_account("author")
    if status in {ArticleStatus.PUBLISHED, ArticleStatus.RETRACTED}:
        values.setdefault("published_at", timezone.now() - timedelta(hours=1))
    if status == ArticleStatus.SCHEDULED:
        values.setdefault("publish_at", timezone.now() + timedelta(hours=1))
        values.setdefault("published_at", values["publish_at"])
    return Article.objects.create(created_by=by, status=status, headline=headline, body=body, **values)


def make_published(**values):
    return make_article(status=ArticleStatus.PUBLISHED, **values)


def make_person(name="林知远", *, kind=PersonKind.REPORTER, unit=None, **values):
    if isinstance(unit, str):
        unit, _made = Unit.objects.get_or_create(name=unit)
    return Person.objects.create(name=name, kind=kind, unit=unit, **values)


def make_credit(article, person=None, *, role=CreditRole.REPORTER, printed_name=None, **values):
    position = values.pop("position", article.credits.count())
    name = printed_name or (person.name if person else "宋听澜")
    return Credit.objects.create(
        article=article, person=person, role=role, position=position, printed_name=name, **values
    )


def make_picture(**values):
    """A row of the library whose file does not exist; tests that need the file upload one."""
    number = next(_numbers)
    defaults = {"file": f"masters/none-{number}.jpg", "width": 1600, "height": 1067, "sha256": f"{number:064d}"}
    return Picture.objects.create(**{**defaults, **values})
