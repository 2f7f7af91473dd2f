"""No English is left on any page of the admin: in its words, its tooltips, its labels or what its scripts will say."""

import json
import re
from datetime import date

import lxml.html
import pytest
from django.contrib import admin
from django.urls import reverse

from articles import workflow
from articles.enums import Grade
from articles.models import Contact, FlatPage, FrontPlace, PersonMerge, SiteSettings, Source, Tag, Unit
from newsroom.models import Account
from tests import factories

pytestmark = pytest.mark.django_db
BRANDS = {
    "AI", "ICP", "Ctrl", "Shift", "Alt", "SITE", "URL", "http", "https", "DEBUG", "Word", "WPS", "docx", "doc", "wps",
    "txt", "JPEG", "PNG", "GIF", "WebP", "HEIC", "TIFF", "SVG", "MB", "GB", "UTF",
}  # fmt: skip
"""What a Chinese page writes in Latin letters: names of formats, keys and settings."""
SPOKEN = (
    "title",
    "placeholder",
    "aria-label",
    "alt",
    "data-none",
    "data-failed",
    "data-removed",
    "data-moved",
    "data-label",
)
SPOKEN_LISTS = ("data-labels", "data-words", "data-actions-icnt")
_WORD = re.compile(r"[A-Za-z][A-Za-z']+")


def english(html: str) -> list[str]:
    """The sentences of a page that hold an English word."""
    root = lxml.html.fromstring(html)
    for element in root.xpath(
        "//script | //style | //td[contains(@class, 'field-slug') or contains(@class, 'address')]"
    ):
        element.drop_tree()
    said = [text for text in root.itertext() if text.strip()]
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        said += [element.get(name) for name in SPOKEN if element.get(name)]
        if element.tag == "input" and element.get("type") in {"submit", "button"}:
            said.append(element.get("value", ""))
        for name in SPOKEN_LISTS:
            if (element.get(name) or "").startswith("{"):
                said += json.loads(element.get(name)).values()
    return [text.strip() for text in said if set(_WORD.findall(text)) - BRANDS]


@pytest.fixture
def full_desk(client, admin_account):
    """One row of everything, said in Chinese, and its administrator signed in."""
    Account.objects.filter(pk=admin_account.pk).update(username="管理", display_name="管理")
    section, picture = factories.make_section("要闻"), factories.make_picture(caption="码头", name="码头")
    article = factories.make_published(by=admin_account, section=section, cover=picture)
    article.tags.set(["渔港"])
    person = factories.make_person("林知远", unit="采访部", account=admin_account)
    factories.make_person("尹凯丽", kind="correspondent")
    person.pen_names.create(name="远山")
    person.grades.create(grade=Grade.REPORTER, since=date(2020, 1, 1))
    Contact.objects.create(person=person)
    factories.make_credit(article, person)
    workflow.keep_revision(article, by=admin_account)
    workflow.record(article, "publish", admin_account)
    article.placed_pictures.create(picture=picture)
    article.print_placements.create(printed_on=date(2026, 4, 20), page="1")
    SiteSettings.objects.create(pk=1, name="青湾日报")
    FlatPage.objects.create(title="关于我们", body="<p>我们。</p>")
    Source.objects.create(name="省报")
    FrontPlace.objects.create(slot="lead", article=article)
    PersonMerge.objects.create(
        kept=person, vanished_id=99, vanished={"name": "知远"}, credits_moved=1, by=admin_account
    )
    client.force_login(admin_account)
    return client


def test_the_finder_finds_english_in_words_tooltips_and_scripts_words():
    html = """<p>保存 Save</p><a title="Close">×</a><input type="submit" value="Go"><p>AI 标识</p>
    <div data-labels='{"bold": "Bold"}'></div><script>let hidden = "English"</script>"""
    assert english(html) == ["保存 Save", "Close", "Go", "Bold"]


def addresses(model):
    """The pages of one model: list, add, and those of its first row."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    yield reverse(f"{name}_changelist")
    yield reverse(f"{name}_add")
    row = model._default_manager.first()
    for page in ("change", "history", "delete") if row else ():
        yield reverse(f"{name}_{page}", args=[row.pk])


@pytest.mark.parametrize("model", sorted(admin.site._registry, key=lambda model: model._meta.label), ids=str)
def test_no_page_of_a_model_speaks_english(full_desk, model):
    found = {}
    for address in addresses(model):
        answer = full_desk.get(address, follow=True)
        if answer.status_code in {200, 409} and (left := english(answer.content.decode())):
            found[address] = left
    assert found == {}


def test_no_other_page_of_the_desk_speaks_english(full_desk):
    article, person = (factories.make_article(by=Account.objects.get(username="管理")), Unit.objects.get().people.get())
    pages = ["/admin/", reverse("admin:articles_reporter_merge", args=[person.pk])]
    pages += [f"/admin/articles/article/?{query}" for query in ("q=无", "status=draft", "status=retracted")]
    for action in ("submit", "publish", "schedule"):
        pages.append(reverse("admin:articles_article_move", args=[article.pk, action]))
    pages.append(reverse("admin:articles_import"))
    public = FrontPlace.objects.get().article
    pages += [reverse("admin:articles_article_change", args=[public.pk]) + "?revise=1"]
    pages += [reverse("admin:articles_article_move", args=[public.pk, "retract"])]
    pages += [reverse("admin:articles_article_change", args=[article.pk])]
    answers = {page: full_desk.get(page, follow=True) for page in pages}
    assert {page for page, answer in answers.items() if answer.status_code != 200} == set()
    assert {page: left for page, answer in answers.items() if (left := english(answer.content.decode()))} == {}
    tags = full_desk.post(
        reverse("admin:articles_tag_changelist"),
        {"action": "merge_tags", "_selected_action": [Tag.objects.get().pk, Tag.objects.create(name="码头").pk]},
    )
    assert english(tags.content.decode()) == []
