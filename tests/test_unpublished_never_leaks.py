"""Nothing of a story that is not public reaches a reader, at any address (design, rule 1; promise S8).

Each hidden story carries a word that stands nowhere else, in every field a page could show; then each public address is
visited, those a reader would have to guess included.
"""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from articles.enums import CreditRole, FrontSlot, PersonKind
from articles.models import FrontPlace, Source, TagAlias
from tests import factories
from tests.articles.views.conftest import HIDDEN

pytestmark = pytest.mark.django_db

CANARY = "金丝雀鸣"


def hide(status, section):
    """A story in `status` whose every part says the canary; returns it and the person credited in it alone."""
    word = f"{CANARY}{status}"
    story = factories.make_article(
        status=status, section=section, headline=word, kicker=word, subtitle=word, list_title=word, summary=word,
        body=f"<p>{word}</p>", place=word, source=Source.objects.create(name=word), original_title=word,
        cover=factories.make_picture(caption=word, credit=word, alt=word),
    )  # fmt: skip
    story.placed_pictures.create(picture=factories.make_picture(), caption=word)
    story.tags.add(word)
    TagAlias.objects.create(name=word, slug=f"alias-{status}", tag=story.tags.get())
    for kind, role in ((PersonKind.REPORTER, CreditRole.REPORTER), (PersonKind.CORRESPONDENT, CreditRole.EDITOR)):
        factories.make_credit(story, factories.make_person(word, kind=kind, biography=word), role=role)
    for slot in FrontSlot.values:
        FrontPlace.objects.create(slot=slot, article=story)
    return story


@pytest.fixture
def newsroom():
    """One public story among a hidden one of every kind, all under the same section, day and tag."""
    section = factories.make_section("海洋")
    hidden = [hide(status, section) for status in HIDDEN]
    public = factories.make_published(section=section, published_at=timezone.now() - timedelta(minutes=5))
    public.tags.add("渔港")
    factories.make_credit(public, factories.make_person("林知远"))
    return section, public, hidden


def guessed(section, public, hidden):
    """Every public address there is, for what is public and for what is not."""
    yield from ("/", "/feeds/all.xml", "/sitemap.xml", "/sitemaps/pages.xml", "/sitemaps/articles-0.xml")
    yield from ("/robots.txt", "/healthz", section.get_absolute_url(), section.get_absolute_url() + "?page=2")
    for story in [public, *hidden]:
        yield story.get_absolute_url()
        yield reverse("article_code", args=[story.pk])
        for tag in story.tags.all():
            yield tag.get_absolute_url()
            yield from (reverse("tag", args=[alias.slug]) for alias in tag.aliases.all())
        for credit in story.credits.all():
            yield reverse("reporter", args=[credit.person_id])
            yield reverse("correspondent", args=[credit.person_id])
        if story.published_at:
            yield day_address(timezone.localdate(story.published_at))
    yield day_address(timezone.localdate())
    yield reverse("site_code", args=["mini-program"])
    yield reverse("page", args=["about"])
    yield reverse("media", args=[hidden[0].cover.file])


def day_address(day: date) -> str:
    return reverse("archive_day", args=[day.year, day.month, day.day])


def body(response) -> str:
    return b"".join(response).decode(errors="replace").replace("<wbr>", "").replace("\u200b", "")


def test_no_public_address_shows_a_word_of_a_hidden_story(client, newsroom):
    section, public, _hidden = newsroom
    shown = [path for path in guessed(*newsroom) if CANARY in body(client.get(path))]
    assert shown == []
    assert public.headline in body(client.get(section.get_absolute_url()))


def test_nor_to_an_editor_who_is_signed_in(newsroom, chief):
    editors = Client()
    editors.force_login(chief)
    assert [path for path in guessed(*newsroom) if CANARY in body(editors.get(path))] == []


def test_an_editors_visit_gets_the_same_bytes_as_a_readers(newsroom, chief):
    editors, readers = Client(), Client()
    editors.force_login(chief)
    paths = [path for path in guessed(*newsroom) if path != "/healthz"]
    answers = [(editors.get(path), readers.get(path)) for path in paths]
    assert [one.request["PATH_INFO"] for one, other in answers if body(one) != body(other)] == []
    assert [one.request["PATH_INFO"] for one, _ in answers if one.cookies or "Cookie" in one.get("Vary", "")] == []


def test_every_public_address_of_the_project_is_visited(newsroom):
    """An address added later fails here until it is guessed above."""
    visited = {get_resolver().resolve(path.split("?")[0]).url_name for path in guessed(*newsroom)}
    public = {
        pattern.name
        for included in get_resolver().url_patterns
        if "articles.urls" in str(getattr(included, "urlconf_name", ""))
        for pattern in included.url_patterns
        if isinstance(pattern, URLPattern)
    }
    assert public - visited == set()
