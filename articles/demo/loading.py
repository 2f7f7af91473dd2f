"""The demo newsroom put into an empty database, by the functions the desk itself uses.

Pictures come first, each in a transaction of its own, since cleaning them takes seconds; a load cut short finds them
again by name. All the rest is one transaction. Every row made has its `DemoRecord`.
"""

import io
import secrets
from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from articles import story_text, workflow
from articles.crediting import CreditEntry
from articles.demo import content
from articles.demo.content import Content, Story, WrittenCredit
from articles.enums import AIMark, ArticleAction, ArticleStatus, BylineStyle, CreditRole, Origin, PersonKind
from articles.models import (
    Article,
    DemoRecord,
    FlatPage,
    FrontPlace,
    PenName,
    Person,
    PersonGrade,
    Picture,
    PrintPlacement,
    Section,
    SiteSettings,
    Source,
    Tag,
    Unit,
)
from articles.pictures.library import add_picture, set_focal_point
from newsroom.models import Account
from newsroom.roles import STAFF_ROLES

Say = Callable[[str], object]
PASSWORD_FILE = "demo-password"  # noqa: S105 - the name of the file
PORTRAIT_SIDE = 800


class DemoRefused(Exception):
    """The demo is not loaded; the message says why, for who asked."""


def load(written: Content, say: Say) -> bool:
    """Load the demo, or do nothing where it is loaded already (then False). Raises DemoRefused."""
    if marked(Article).exists():
        return False
    _refuse_unless_fitting()
    pictures = _draw_pictures(written, say)
    with transaction.atomic():
        _Loader(written, pictures, say).run()
    return True


def _refuse_unless_fitting() -> None:
    if not settings.DEMO:
        raise DemoRefused("DEMO is off: the demo newsroom is not loaded.")
    if not settings.SITE_IS_LOOPBACK:
        raise DemoRefused(f"SITE_URL is {settings.SITE_URL}: the demo loads only where this machine alone reaches it.")
    if Account.objects.exists() or Article.objects.exists():
        raise DemoRefused("The database holds accounts or stories already: the demo loads only into an empty one.")


def marked(model: type[models.Model]) -> models.QuerySet:
    """The rows of `model` that the demo made."""
    kind = ContentType.objects.get_for_model(model, for_concrete_model=True)
    return model._default_manager.filter(pk__in=DemoRecord.objects.filter(content_type=kind).values("object_id"))


def mark(*rows: models.Model) -> None:
    """Record that the demo made `rows`."""
    DemoRecord.objects.bulk_create(
        [DemoRecord(content_type=ContentType.objects.get_for_model(row), object_id=row.pk) for row in rows],
        ignore_conflicts=True,
    )


def keep_password() -> str:
    """The accounts' password: DEMO_PASSWORD, else a random one; kept for its owner alone, to be shown at each start."""
    path = settings.VAR_DIR / PASSWORD_FILE
    if not settings.DEMO_PASSWORD and path.exists():
        return path.read_text().strip()
    password = settings.DEMO_PASSWORD or secrets.token_urlsafe(9)
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text(password + "\n")
    return password


def _draw_pictures(written: Content, say: Say) -> dict[str, Picture]:
    """The library's picture of each scene and portrait, drawn where it is not there yet."""
    from articles.demo import drawing  # draws nothing until it is asked, but is large

    names = written.scenes + written.portraits
    there = {picture.name.removesuffix(".jpg"): picture for picture in marked(Picture)}
    for number, name in enumerate(names, 1):
        if name in there:
            continue
        say(f"Drawing picture {number} of {len(names)}: {name}")
        image = drawing.draw(name)
        if name.startswith("portrait-"):
            edge = (image.width - image.height) // 2
            image = image.crop((edge, 0, edge + image.height, image.height)).resize((PORTRAIT_SIDE, PORTRAIT_SIDE))
        file = io.BytesIO()
        image.save(file, "JPEG", quality=93)
        about = written.pictures.get(name, {})
        with transaction.atomic():
            there[name] = add_picture(file.getvalue(), name=f"{name}.jpg", by=None, alt=about.get("alt", ""))
            if "focus" in about:
                set_focal_point(there[name], *about["focus"])
            mark(there[name])
    return {name: there[name] for name in names}


class _Loader:
    """One load: what has been made so far, by the name the files know it by."""

    def __init__(self, written: Content, pictures: dict[str, Picture], say: Say):
        self.written, self.pictures, self.say = written, pictures, say
        self.now = timezone.now()
        self.accounts: dict[str, Account] = {}
        self.people: list[Person] = []
        self.sections: dict[str, Section] = {}
        self.sources: dict[str, Source] = {}
        self.account_of: dict[str, str] = {}

    def run(self) -> None:
        self._accounts()
        self._site()
        self._people()
        for number, story in enumerate(self.written.stories, 1):
            if number % 10 == 0 or number == len(self.written.stories):
                self.say(f"Writing story {number} of {len(self.written.stories)}")
            self._story(story)
        mark(*Tag.objects.filter(articles__in=marked(Article)).distinct())

    # The desk

    def _accounts(self) -> None:
        password = keep_password()
        for row in self.written.newsroom["accounts"]:
            role = row["username"]
            account = Account.objects.create_user(
                role,
                password=password,
                display_name=row["display_name"],
                is_staff=role in STAFF_ROLES,
                is_superuser=role == "admin",
            )
            account.groups.add(Group.objects.get(name=role))
            self.accounts[role] = account
        mark(*self.accounts.values())
        Picture.objects.filter(pk__in=[picture.pk for picture in self.pictures.values()]).update(
            uploaded_by=self.accounts["editor"]
        )

    def _site(self) -> None:
        newsroom = self.written.newsroom
        for position, row in enumerate(newsroom["sections"], 1):
            self.sections[row["name"]] = Section.objects.create(position=position, **row)
        for row in newsroom["sources"]:
            self.sources[row["name"]] = Source.objects.create(**row)
        pages = [
            FlatPage.objects.create(
                title=row["title"], position=position, body=content.to_html(row["body"].strip().split("\n\n"))
            )
            for position, row in enumerate(newsroom["pages"], 1)
        ]
        mark(*self.sections.values(), *self.sources.values(), *pages)
        if not SiteSettings.objects.exists():
            site = SiteSettings(
                byline_style=BylineStyle.WEB, logo=self._picture("harbour_dawn"), **newsroom["settings"]
            )
            site.full_clean()
            site.save()
            mark(site)

    def _picture(self, name: str) -> Picture | None:
        return self.pictures.get(name)

    # People

    def _people(self) -> None:
        for kind, rows in (
            (PersonKind.REPORTER, self.written.reporters),
            (PersonKind.CORRESPONDENT, self.written.correspondents),
        ):
            for row in rows:
                self.people.append(self._person(kind, row))
        mark(*self.people)

    def _person(self, kind: PersonKind, row: dict) -> Person:
        unit = None
        if "unit" in row:
            unit, made = Unit.objects.get_or_create(name=row["unit"])
            if made:
                mark(unit)
        left = self._today() - timedelta(days=row["left_days"]) if "left_days" in row else None
        person = Person.objects.create(
            kind=kind,
            name=row["name"],
            unit=unit,
            title=row.get("title", ""),
            press_card=row.get("press_card", ""),
            biography=row.get("biography", ""),
            portrait=self._picture(f"portrait-{row.get('portrait')}"),
            is_active=left is None,
            left_on=left,
            account=self.accounts.get(row.get("account", "")),
        )
        PenName.objects.bulk_create(PenName(person=person, name=name) for name in row.get("pen_names", ()))
        PersonGrade.objects.bulk_create(
            PersonGrade(person=person, grade=grade, since=date.fromisoformat(f"{self._today().year - years}-{day}"))
            for grade, years, day in row.get("grades", ())
        )
        if "account" in row:
            self.account_of[person.name] = row["account"]
        return person

    def _credited(self, credit: WrittenCredit) -> CreditEntry:
        """`credit` with its person: by name or pen name, and by unit where two share the name; then the unit prints."""
        named = [
            person
            for person in self.people
            if credit.name == person.name or any(pen.name == credit.name for pen in person.pen_names.all())
        ]
        same_name = len(named) > 1
        if same_name:
            named = [person for person in named if person.unit and person.unit.name == credit.unit]
        person = named[0] if named else None
        return CreditEntry(credit.role, credit.name, credit.unit if same_name or not person else "", person)

    # Stories

    def _today(self) -> date:
        return timezone.localdate(self.now)

    def _story(self, story: Story) -> None:
        at = self.now - timedelta(hours=story.hours)
        article = Article(created_by=self._author(story), comment_policy=story.comments)
        text = self._text(story, timezone.localdate(at))
        story_text.put(article, {**text, "body": text["body"].replace(*story.misprint)} if story.misprint else text)
        mark(article)
        workflow.record(article, ArticleAction.CREATE, article.created_by)
        workflow.keep_revision(article, by=article.created_by)
        self._take_to(story.status, article, at, story.retract_reason)
        if story.misprint:
            workflow.revise(
                article,
                by=self.accounts["chief"],
                text=text,
                expected_version=article.version,
                note=f"“{story.misprint[1]}”更正为“{story.misprint[0]}”",
            )
        self._date_back(article, min(at, self.now))
        if story.paper:
            PrintPlacement.objects.create(
                article=article,
                printed_on=self._today() - timedelta(days=story.paper["days"]),
                page=story.paper["page"],
                placement=story.paper["position"],
            )
        if story.front:
            FrontPlace.objects.create(slot=story.front, position=story.rank, article=article)

    def _author(self, story: Story) -> Account:
        """Whoever of its authors has a desk account; else the reporter's, as a desk enters what others send in."""
        for credit in story.credits:
            role = self.account_of.get(credit.name)
            if role in STAFF_ROLES:
                return self.accounts[role]
        return self.accounts["reporter"]

    def _text(self, story: Story, day: date) -> dict:
        source = self.sources[story.source or self.written.newsroom["settings"]["name"]]
        numbers = {scene: picture.pk for scene, picture in self.pictures.items()}
        is_news = story.genre == "消息" and bool(story.place)
        return {
            "kicker": story.kicker,
            "headline": content.dated(story.headline, day),
            "subtitle": story.subtitle,
            "list_title": story.list_title,
            "summary": content.dated(story.summary, day),
            "body": content.to_html([content.dated(block, day) for block in story.blocks], numbers),
            "place": story.place,
            "outlet": story.outlet or (self.written.newsroom["settings"]["outlet"] if is_news else ""),
            "dateline": content.dated("{day}", day) if is_news else "",
            "origin": Origin.REPRINT if story.source else Origin.ORIGINAL,
            "source_id": source.pk,
            "source_name": "",
            "source_address": story.source_url,
            "original_title": story.original_title,
            "is_advertisement": story.advertisement,
            "ai_mark": AIMark(story.ai),
            "section_id": self.sections[story.section].pk,
            "cover_id": self.pictures[story.cover].pk if story.cover else None,
            "tags": list(story.tags),
            "credits": [
                {
                    "role": entry.role,
                    "printed_name": entry.printed_name,
                    "unit": entry.unit,
                    "person": entry.person.pk if entry.person else None,
                }
                for entry in map(self._credited, [*story.credits, *self._sign_off(story)])
            ],
            "pictures": [
                {
                    "picture": numbers[one.scene],
                    "caption": one.caption,
                    "credit": f"{one.credit} 摄" if one.credit else "",
                    "alt": "",
                }
                for one in story.pictures
            ],
        }

    def _sign_off(self, story: Story) -> list[WrittenCredit]:
        """Who signs at the foot: nobody edits the own story."""
        desk = self.written.newsroom["desk"]
        authors = {credit.name for credit in story.credits}
        editor = desk["second_editor"] if desk["editor"] in authors else desk["editor"]
        return [
            WrittenCredit(CreditRole.EDITOR, editor),
            WrittenCredit(CreditRole.PROOFREADER, desk["proofreader"]),
            WrittenCredit(CreditRole.REVIEWER, desk["reviewer"]),
        ]

    def _take_to(self, status: ArticleStatus, article: Article, at: datetime, reason: str) -> None:
        """Along the desk's own road to `status`; nobody approves the own story."""
        author, chief, head = article.created_by, self.accounts["chief"], self.accounts["head"]
        approver = head if author == chief else chief
        if status == ArticleStatus.DRAFT:
            return
        workflow.submit(article, by=author)
        if status == ArticleStatus.SUBMITTED:
            return
        workflow.approve(article, by=approver)
        if status == ArticleStatus.SCHEDULED:
            workflow.schedule(article, by=approver, at=at)
        elif status in {ArticleStatus.PUBLISHED, ArticleStatus.RETRACTED}:
            workflow.publish(article, by=approver, at=at)
        if status == ArticleStatus.RETRACTED:
            workflow.retract(article, by=approver, reason=reason)

    def _date_back(self, article: Article, at: datetime) -> None:
        """Give the story's history its hours: written before its publication, revised or retracted after."""
        events = list(article.events.order_by("pk"))
        after = {ArticleAction.REVISE: timedelta(minutes=95), ArticleAction.RETRACT: timedelta(hours=26)}
        before = [event for event in events if event.action not in after]
        for place, event in enumerate(before, 1):
            event.at = at - timedelta(minutes=47) * (len(before) - place)
        for event in events:
            if event.action in after:
                event.at = min(at + after[ArticleAction(event.action)], self.now)
            event.save(update_fields=["at"])
        first, last = events[0].at, events[-1].at
        Article.objects.filter(pk=article.pk).update(created_at=first, modified_at=last)
        Article.objects.filter(pk=article.pk, text_changed_at__isnull=False).update(text_changed_at=last)
        article.revisions.filter(number=1).update(at=first)
        article.revisions.exclude(number=1).update(at=last)
