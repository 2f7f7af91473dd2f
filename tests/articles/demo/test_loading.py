"""The demo goes in whole, once, and only where nothing is in its way."""

import dataclasses
import stat
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.demo import content, loading
from articles.enums import ArticleStatus, CreditRole, FrontSlot
from articles.models import Article, ArticleEvent, DemoRecord, FrontPlace, Person, Picture, Section, SiteSettings
from newsroom.models import Account
from tests import factories

pytestmark = pytest.mark.django_db
WRITTEN = content.read()
FEW = ("kelp-nursery", "harbour-dawn", "orchard-path", "big-fair", "lighthouse", "ferry-notice", "reprint-bus-data")


def few():
    """The demo with few pictures: some published stories, and one or more in every other state."""
    chosen = [one for one in WRITTEN.stories if one.key in FEW or one.status != ArticleStatus.PUBLISHED]
    people = [{key: value for key, value in row.items() if key != "portrait"} for row in WRITTEN.reporters]
    others = [{key: value for key, value in row.items() if key != "portrait"} for row in WRITTEN.correspondents]
    stories = [dataclasses.replace(one, cover="", body=without_pictures(one)) for one in chosen]
    first = dataclasses.replace(next(one for one in chosen if one.key == "lighthouse"))
    stories = [first if one.key == first.key else one for one in stories]
    return dataclasses.replace(WRITTEN, stories=stories, reporters=people, correspondents=others)


def without_pictures(story):
    return "\n\n".join(block for block in story.blocks if not block.startswith("!["))


def quiet(_line):
    pass


@pytest.fixture
def loaded(roles):
    written = few()
    assert loading.load(written, quiet) is True
    return written


def rows():
    """Every row the demo can make, by table."""
    return {
        model.__name__: list(model._default_manager.order_by("pk").values_list("pk", flat=True))
        for model in (Account, Article, ArticleEvent, Person, Picture, Section, SiteSettings, FrontPlace, DemoRecord)
    }


def test_every_story_stands_in_the_state_written(loaded):
    wanted = sorted((story.headline, story.status.value) for story in loaded.stories if "{" not in story.headline)
    assert sorted(Article.objects.values_list("headline", "status")) == wanted


def test_stories_were_published_the_hours_ago_written(loaded):
    story = Article.objects.get(headline=next(one.headline for one in loaded.stories if one.key == "lighthouse"))
    ago = timezone.now() - story.published_at
    assert abs(ago - timedelta(hours=4.1)) < timedelta(minutes=5)
    assert story.created_at < story.published_at


def test_the_scheduled_story_waits_and_the_retracted_one_says_why(loaded):
    scheduled = Article.objects.get(status=ArticleStatus.SCHEDULED)
    assert scheduled.publish_at > timezone.now()
    retracted = Article.objects.get(status=ArticleStatus.RETRACTED)
    assert retracted.events.first().reason.startswith("亩产数字")
    assert retracted.events.first().at > retracted.published_at


def test_stories_went_the_desks_own_road(loaded):
    story = Article.objects.get(headline__startswith="渔港清晨")
    assert list(story.events.order_by("pk").values_list("action", flat=True)) == [
        "create", "submit", "approve", "publish",
    ]  # fmt: skip
    assert list(story.events.order_by("at").values_list("action", flat=True)) == [
        "create", "submit", "approve", "publish",
    ]  # fmt: skip
    assert story.events.get(action="approve").by != story.created_by
    assert story.revisions.count() == 1


def test_a_misprint_was_published_first_and_then_revised(loaded):
    story = Article.objects.get(headline__startswith="三亿株")
    assert ("一万二千亩" in story.body, "一万三千亩" in story.body) == (True, False)
    newest, first = story.revisions.order_by("-number")
    assert "一万三千亩" in first.text["body"]
    assert newest.note == "“一万三千亩”更正为“一万二千亩”"
    assert story.published_at < story.text_changed_at < timezone.now()
    assert [event.action for event in story.events.order_by("at")][-2:] == ["publish", "revise"]


def test_a_name_that_two_share_is_credited_with_the_unit(loaded):
    credit = Article.objects.get(headline__startswith="灯塔").credits.get(role=CreditRole.CORRESPONDENT)
    assert (credit.printed_name, credit.unit, str(credit.person)) == (
        "王磊", "区海洋发展局", "王磊（区海洋发展局）",
    )  # fmt: skip


def test_a_pen_name_leads_to_its_person(loaded):
    credit = Article.objects.get(headline__startswith="沙河大集").credits.get(printed_name="老乔")
    assert credit.person.name == "乔木生"


def test_a_reprint_names_its_source_and_first_title(loaded):
    story = Article.objects.get(origin="reprint")
    assert (story.printed_source, story.original_title) == ("岚州日报", "一张卡，坐遍岚州")


def test_the_picture_is_described_and_its_focal_point_kept(loaded):
    picture = Picture.objects.get()
    assert (picture.width, picture.height, picture.name) == (1600, 1067, "lighthouse_fog.jpg")
    assert (picture.focal_x, picture.focal_y) == (0.66, 0.45)
    assert picture.alt == WRITTEN.pictures["lighthouse_fog"]["alt"]
    assert Article.objects.get(cover=picture).headline.startswith("灯塔")


def test_one_account_a_role_in_its_group(loaded):
    accounts = {account.username: account for account in Account.objects.all()}
    assert sorted(accounts) == sorted(Group.objects.values_list("name", flat=True))
    assert {name: [group.name for group in one.groups.all()] for name, one in accounts.items()} == {
        name: [name] for name in accounts
    }
    assert [name for name, one in accounts.items() if one.is_superuser] == ["admin"]
    assert [name for name, one in accounts.items() if not one.is_staff] == ["contributor"]


def test_the_front_page_is_arranged(loaded):
    leads = FrontPlace.objects.filter(slot=FrontSlot.LEAD).select_related("article")
    assert [place.article.headline[:2] for place in leads] == ["渔港", "果园", "灯塔"]


def test_a_second_run_changes_nothing(loaded):
    before = rows()
    assert loading.load(loaded, quiet) is False
    assert rows() == before


def test_a_load_cut_short_finds_its_pictures_again(roles, monkeypatch):
    def fail(self):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(loading._Loader, "run", fail)
        with pytest.raises(KeyboardInterrupt):
            loading.load(few(), quiet)
    before = Picture.objects.get()
    assert loading.load(few(), quiet) is True
    assert Picture.objects.get() == before


def test_the_password_is_random_and_kept_for_its_owner_alone(loaded, settings):
    path = settings.VAR_DIR / "demo-password"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    password = path.read_text().strip()
    assert len(password) >= 12
    assert all(account.check_password(password) for account in Account.objects.all())


def test_the_password_of_the_environment_is_taken(roles, settings):
    settings.DEMO_PASSWORD = "tide-table-by-hand"
    loading.load(dataclasses.replace(few(), stories=[]), quiet)
    assert Account.objects.get(username="chief").check_password("tide-table-by-hand")


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("DEMO", False, "DEMO is off"),
        ("SITE_IS_LOOPBACK", False, "this machine alone"),
    ],
)
def test_it_is_refused_where_it_does_not_belong(roles, settings, name, value, reason):
    setattr(settings, name, value)
    with pytest.raises(CommandError, match=reason):
        call_command("demo")
    assert not Account.objects.exists()
    assert not Picture.objects.exists()


def test_a_database_with_an_account_is_left_alone(roles, settings):
    account = factories.make_account("somebody")
    with pytest.raises(CommandError, match="already"):
        call_command("demo")
    assert list(Account.objects.all()) == [account]
    assert not Article.objects.exists()
    assert not (settings.VAR_DIR / "demo-password").exists()


@pytest.mark.slow
def test_the_whole_demo_loads_and_leaves(roles, capsys, settings):
    call_command("demo")
    assert Article.objects.count() == len(WRITTEN.stories)
    assert Picture.objects.count() == len(WRITTEN.scenes) + len(WRITTEN.portraits)
    assert "Drawing picture 1 of " in capsys.readouterr().out
    call_command("demo", "--remove")
    assert {name: numbers for name, numbers in rows().items() if numbers} == {}
