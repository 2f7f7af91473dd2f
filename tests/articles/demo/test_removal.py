"""`demo --remove` takes what the demo made, all of it, and nothing else."""

import pytest
from django.core.management import call_command

from articles.demo import loading, removal
from articles.models import Article, DemoRecord, FlatPage, Person, Section, SiteSettings, Source, Tag, Unit
from newsroom.models import Account
from tests import factories
from tests.articles.demo.test_loading import few, quiet, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(roles):
    loading.load(few(), quiet)


def test_nothing_of_the_demo_is_left(loaded, settings):
    call_command("demo", "--remove")
    assert {name: numbers for name, numbers in rows().items() if numbers} == {}
    for model in (FlatPage, Source, Tag, Unit):
        assert not model.objects.exists(), model
    assert not (settings.VAR_DIR / "demo-password").exists()


def test_the_site_forgets_the_demos_name_at_once(loaded):
    assert SiteSettings.load().name == "青湾新报"
    removal.remove()
    assert SiteSettings.load().name == SiteSettings().name


def test_what_people_made_meanwhile_stays(loaded):
    section = factories.make_section("副刊")
    mine = factories.make_published(by=factories.make_account("newcomer"), section=section, headline="海堤边的早市")
    person = factories.make_person("贺晚舟")
    removal.remove()
    assert list(Article.objects.all()) == [mine]
    assert list(Person.objects.all()) == [person]
    assert list(Section.objects.all()) == [section]
    assert [account.username for account in Account.objects.all()] == ["newcomer"]


def test_a_row_that_something_else_needs_stays_and_its_account_is_locked(loaded):
    editor = Account.objects.get(username="editor")
    section = Section.objects.get(name="海洋")
    mine = factories.make_published(by=editor, section=section, headline="海堤边的早市")
    mine.tags.add("冷链")
    outcome = removal.remove()
    assert list(Article.objects.all()) == [mine]
    assert list(Section.objects.all()) == [section]
    assert [tag.name for tag in mine.tags.all()] == ["冷链"]
    editor.refresh_from_db()
    assert (editor.is_active, editor.has_usable_password()) == (False, False)
    assert sorted(outcome.kept) == ["account 周舒", "section 海洋", "tag 冷链"]
    assert DemoRecord.objects.count() == 3


def test_what_was_kept_goes_once_nothing_needs_it(loaded):
    mine = factories.make_published(by=Account.objects.get(username="editor"), headline="海堤边的早市")
    removal.remove()
    mine.delete()
    assert removal.remove().kept == []
    assert not Account.objects.exists()
    assert not DemoRecord.objects.exists()


def test_settings_the_desk_had_before_are_not_the_demos(roles):
    SiteSettings(name="海晏新闻").save()
    loading.load(few(), quiet)
    removal.remove()
    assert SiteSettings.load().name == "海晏新闻"
