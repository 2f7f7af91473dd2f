"""Every address of the newsroom as the resolver knows it, and a small world in which each leads to something.

The permission matrix, the CSRF walk and the tests of headers all go through this list, so an address nobody thought of
still meets them. A parameter without an example here fails them all by name.
"""

from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from articles import workflow
from articles.enums import ArrivalKind, FrontSlot, PersonKind
from articles.models import FlatPage, FrontPlace, Original, PersonMerge, SiteSettings, Source, Tag, Unit
from tests import factories


@dataclass(frozen=True)
class Address:
    """`name` with its namespace, the names of the parameters in its route, and of which story it is asked.

    `about` is "" for the world's one story, which in the admin is somebody else's draft; "own" for a draft of whoever
    asks; "published" for the public story. The desk's rules differ by it.
    """

    name: str
    parameters: tuple[str, ...]
    about: str = ""

    @property
    def row(self) -> str:
        """Its name in the permission matrix."""
        return f"{self.name} {self.about}".strip()

    @property
    def in_admin(self) -> bool:
        return self.name.startswith("admin:")


def _walk(resolver, namespace: str, above: tuple[str, ...]):
    for pattern in resolver.url_patterns:
        parameters = above + tuple(pattern.pattern.converters) + tuple(getattr(pattern.pattern.regex, "groupindex", {}))
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern, inner, parameters)
        elif pattern.name:
            yield Address(namespace + pattern.name, tuple(dict.fromkeys(parameters)))


def all_addresses() -> list[Address]:
    """Every named address. What has no name in the admin redirects to one that has."""
    found = list(dict.fromkeys(_walk(get_resolver(), "", ())))
    of_a_story = [one for one in found if one.name.startswith("admin:articles_article_") and one.parameters]
    return found + [Address(one.name, one.parameters, about) for one in of_a_story for about in ("own", "published")]


@dataclass
class World:
    """One of everything that an address can lead to."""

    rows: dict = field(default_factory=dict)

    def row(self, model_label: str):
        return self.rows[model_label]

    def path(self, address: Address, asker=None) -> str:
        """The path of `address`; `asker` is the account whose own draft an address about an "own" story leads to."""
        values = {name: self._value(address, name) for name in address.parameters}
        if address.about == "own":
            own = factories.make_article(by=asker or self.row("newsroom.account"))
            workflow.keep_revision(own, by=own.created_by)
            values["object_id"] = own.pk
        if address.about == "published":
            values["object_id"] = self.row("articles.article").pk
        return reverse(address.name, kwargs=values)

    def _value(self, address: Address, name: str):
        examples = EXAMPLES.get(address.name, {})
        if name in examples:
            found = examples[name]
            return found(self) if callable(found) else found
        if address.in_admin and name in {"object_id", "pk"}:
            return self._admin_row(address.name).pk
        raise KeyError(f"tests/addresses.py has no example for the parameter {name!r} of {address.name!r}.")

    def _admin_row(self, name: str):
        """The row of the model that an admin's address is about: `admin:articles_article_change` → the article."""
        words = name.removeprefix("admin:").split("_")
        if words[:2] == ["articles", "article"]:
            return self.rows["a draft"]
        return self.rows[f"{words[0]}.{words[1]}"]


def read_out(answer) -> None:
    """Take a streamed answer to its end, as a browser would, so that its file is closed."""
    if answer.streaming:
        list(answer.streaming_content)


def _day(world):
    return timezone.localtime(world.row("articles.article").published_at)


EXAMPLES = {
    "article": {"pk": lambda world: world.row("articles.article").pk},
    "section": {"slug": lambda world: world.row("articles.section").slug},
    "tag": {"slug": lambda world: world.row("articles.tag").slug},
    "reporter": {"pk": lambda world: world.row("articles.reporter").pk},
    "correspondent": {"pk": lambda world: world.row("articles.correspondent").pk},
    "archive_day": {
        "year": lambda world: _day(world).year,
        "month": lambda world: _day(world).month,
        "day": lambda world: _day(world).day,
    },
    "page": {"slug": lambda world: world.row("articles.flatpage").slug},
    "article_code": {"pk": lambda world: world.row("articles.article").pk},
    "site_code": {"name": "wechat_account"},
    "media": {"name": "renditions/nothing.jpg"},
    "sitemap_articles": {"number": 1},
    "account_confirm_email": {"key": "no-such-key"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "no-such-key"},
    "mfa_remove_webauthn": {"pk": 1},
    "mfa_edit_webauthn": {"pk": 1},
    "admin:app_list": {"app_label": "articles"},
    "admin:articles_import_review": {"number": lambda world: world.row("articles.original").pk},
    "admin:articles_import_original": {"number": lambda world: world.row("articles.original").pk},
    "admin:articles_article_move": {"action": "publish"},
    "admin:articles_article_restore": {"number": 1},
}
"""What stands in an address, for those whose parameter is not simply the number of the admin's row."""


def make_world(author) -> World:
    """One of everything. The admin's story is a draft by `author`, the public one somebody else's."""
    section, tag = factories.make_section("潮汐"), Tag.objects.create(name="海堤")
    story = factories.make_published(section=section)
    story.tags.add(tag)
    reporter = factories.make_person("林知远")
    correspondent = factories.make_person("宋听澜", kind=PersonKind.CORRESPONDENT, unit="港务局")
    factories.make_credit(story, reporter)
    factories.make_credit(story, correspondent)
    picture = factories.make_picture(uploaded_by=author)
    kept = default_storage.save("originals/no-one-guesses.txt", ContentFile("本报讯　海堤步道今起开放。".encode()))
    original = Original.objects.create(
        name="来稿.txt", kind=ArrivalKind.FILE, file=kept, size=42, sha256="0" * 64, brought_by=author
    )
    merge = PersonMerge.objects.create(kept=reporter, vanished_id=999, vanished={}, credits_moved=0, by=author)
    default_storage.save(picture.file, ContentFile(b"\xff\xd8\xff\xd9"))
    draft = factories.make_article(by=author, headline="灯塔要熄灯")
    for article in (story, draft):
        workflow.keep_revision(article, by=author)
    return World({
        "articles.article": story,
        "a draft": draft,
        "articles.section": section,
        "articles.tag": tag,
        "articles.reporter": reporter,
        "articles.correspondent": correspondent,
        "articles.person": reporter,
        "articles.unit": Unit.objects.get(name="港务局"),
        "articles.source": Source.objects.create(name="海城日报"),
        "articles.picture": picture,
        "articles.original": original,
        "articles.personmerge": merge,
        "articles.frontplace": FrontPlace.objects.create(slot=FrontSlot.LEAD, article=story),
        "articles.sitesettings": SiteSettings.objects.create(name="岚港新闻网"),
        "articles.flatpage": FlatPage.objects.create(title="关于我们", body="<p>我们在海边。</p>"),
        "newsroom.account": author,
    })  # fmt: skip
