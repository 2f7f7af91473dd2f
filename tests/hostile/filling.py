"""Fill a newsroom with hostile texts: `python -m tests.hostile.filling < texts.json > rows.json`, in its environment.

Every text goes into every field that holds text, past the forms, as an import or an older release might have left it
there; SQLite keeps a text longer than its column. Prints one object a text: the numbers and slugs of its rows.
"""

import json
import os
import sys
from datetime import timedelta
from html import escape
from io import BytesIO

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

PASSWORD = os.environ.get("DEMO_PASSWORD", "")


def main() -> None:
    django.setup()
    from django.db import transaction

    with transaction.atomic():
        print(json.dumps(fill(json.load(sys.stdin))))  # noqa: T201 - its answer


def fill(texts: list[str]) -> list[dict]:
    from newsroom.models import Account

    chief = Account.objects.create_superuser("chief", password=PASSWORD, display_name=texts[0])
    rows = [fill_one(number, text, chief) for number, text in enumerate(texts)]
    fill_site(texts[0])
    return rows


def texts_of(model, text: str, **other) -> dict:
    """`text` for every field of `model` that holds a text of its own; `other` for the rest."""
    from django.db import models

    found = {}
    for field in model._meta.concrete_fields:
        if field.name in other or field.choices or not isinstance(field, models.CharField | models.TextField):
            continue
        if isinstance(field, models.SlugField) or field.name in {"file", "sha256", "palette"}:
            continue
        found[field.name] = f"https://news.example/?{text}" if isinstance(field, models.URLField) else text
    return {**found, **other}


def fill_one(number: int, text: str, chief) -> dict:
    from articles import models, story_text, workflow
    from articles.enums import ArrivalKind, ArticleAction, ArticleStatus, CreditRole, FrontSlot, Origin, PersonKind
    from articles.originals import keep_original
    from newsroom.models import Account

    section = models.Section.objects.create(**texts_of(models.Section, text))
    tag = models.Tag.objects.create(name=text)
    models.TagAlias.objects.create(name=text, slug=f"former-{number}", tag=tag)
    unit = models.Unit.objects.create(name=text)
    source = models.Source.objects.create(**texts_of(models.Source, text))
    account = Account.objects.create_user(
        f"{text}{number}", email=f"{number}@news.example", display_name=text, phone=f"{text}{number}", is_staff=True
    )
    picture = make_picture(number, text, chief)
    people = [
        make_person(kind, text, unit, picture, account if kind == PersonKind.REPORTER else None) for kind in PersonKind
    ]
    merge = models.PersonMerge.objects.create(
        kept=people[0], vanished_id=9000 + number, vanished={"name": text}, credits_moved=1, by=account
    )
    from django.utils import timezone

    story = models.Article(**texts_of(models.Article, text, status=ArticleStatus.PUBLISHED))
    # The raw text comes last: what opens <svg> or <math> takes the rest with it.
    story.body = f'<p>海堤{escape(text)}</p><table><tr><td title="{escape(text)}">{escape(text)}</td></tr></table>'
    story.body += f'<p><a href="{escape(text)}" title="{escape(text)}">x</a></p>'
    story.body += f'<figure data-picture="{picture.pk}"></figure>{text}'
    story.section, story.created_by, story.cover, story.origin = section, chief, picture, Origin.REPRINT
    story.published_at, story.is_advertisement = timezone.now() - timedelta(minutes=number + 1), True
    story.save()
    story.tags.add(tag)
    for position, role in enumerate(CreditRole):
        person = people[position] if position < len(people) else None
        models.Credit.objects.create(
            article=story, person=person, role=role, position=position, printed_name=text, unit=text
        )
    models.PlacedPicture.objects.create(**texts_of(models.PlacedPicture, text, article=story, picture=picture))
    models.PrintPlacement.objects.create(article=story, printed_on=timezone.localdate(), page=text)
    before = story_text.take(story)
    workflow.keep_revision(story, by=account, note=text)
    story_text.put(story, {**before, **dict.fromkeys(("headline", "kicker", "summary"), f"{text} {text[::-1]}")})
    workflow.keep_revision(story, by=account, note=text)
    workflow.record(story, ArticleAction.EDIT, account, reason=text)
    for slot in FrontSlot:
        models.FrontPlace.objects.create(slot=slot, position=number, article=story)
    drafts = {}
    for status in (ArticleStatus.DRAFT, ArticleStatus.SUBMITTED):
        draft = models.Article(**texts_of(models.Article, text, status=status), created_by=chief, section=section)
        draft.body = story.body
        draft.source = source if status == ArticleStatus.DRAFT else None
        draft.save()
        drafts[status.value] = draft.pk
    fitting = {
        name: text[:length] for name, length in (("headline", 80), ("kicker", 60), ("summary", 300), ("place", 30))
    }
    drafts["fitting"] = models.Article.objects.create(created_by=chief, body=story.body, **fitting).pk
    returned = models.Article.objects.get(pk=drafts["draft"])
    workflow.record(returned, ArticleAction.RETURN, account, "submitted", text)
    page = models.FlatPage.objects.create(title=text, body=f"<p>{escape(text)}</p>{text}")
    typed = keep_original(
        f"{text}\n（记者 {text}）{text}\n来源：{text}".encode(), name=text, kind=ArrivalKind.TYPED, by=chief
    )
    pasted = f"<h1>{escape(text)}</h1><p>（记者 {escape(text)}）</p>{text}<p>{escape(text)}</p>"
    html = keep_original(pasted.encode(), name=text, kind=ArrivalKind.PASTED, by=chief)
    return {
        "text": text,
        "article": story.pk,
        "section": section.slug,
        "section_id": section.pk,
        "tag": tag.slug,
        "tag_id": tag.pk,
        "reporter": people[0].pk,
        "correspondent": people[1].pk,
        "unit": unit.pk,
        "source": source.pk,
        "account": account.pk,
        "picture": picture.pk,
        "page": page.slug,
        "page_id": page.pk,
        "originals": [typed.pk, html.pk],
        "merge": merge.pk,
        **drafts,
    }


def make_person(kind, text, unit, picture, account):
    from articles import models
    from articles.enums import Grade

    values = texts_of(models.Person, text, kind=kind, unit=unit, portrait=picture, account=account)
    person = models.Person.objects.create(**values)
    models.PenName.objects.create(person=person, name=text)
    models.PersonGrade.objects.create(person=person, grade=Grade.values[0], since="2020-01-01")
    models.Contact.objects.create(**texts_of(models.Contact, text, person=person))
    return person


def make_picture(number: int, text: str, by):
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage
    from PIL import Image

    from articles import models

    file = BytesIO()
    Image.new("RGB", (320, 240), "teal").save(file, "JPEG")
    name = f"pictures/aa/{number:032x}/w-320.jpg"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(file.getvalue()))
    rendition = {"cut": "", "format": "jpeg", "width": 320, "height": 240, "name": name}
    return models.Picture.objects.create(
        **texts_of(models.Picture, text, file=f"masters/none-{number}.jpg", width=320, height=240, sha256="0" * 64),
        renditions=[rendition],
        uploaded_by=by,
    )


def fill_site(text: str) -> None:
    from articles import models

    picture = models.Picture.objects.first()
    site = models.SiteSettings(**texts_of(models.SiteSettings, text))
    site.logo = site.wechat_account_code = picture
    site.save()


if __name__ == "__main__":
    main()
