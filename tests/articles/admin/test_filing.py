"""Tags, sections, the front page, the site's own data."""

import pytest
from django.urls import reverse

from articles.models import FlatPage, FrontPlace, Section, SiteSettings, Tag, TagAlias
from articles.site_context import NAVIGATION_KEY
from tests import factories

pytestmark = pytest.mark.django_db


def url(model, name, *args):
    return reverse(f"admin:articles_{model}_{name}", args=args)


def test_a_tag_is_renamed_in_its_form_and_keeps_its_old_name(client, editor):
    factories.make_published().tags.set(["渔港"])
    tag = Tag.objects.get()
    client.force_login(editor)
    assert client.post(url("tag", "change", tag.pk), {"name": "青湾渔港"}).status_code == 302
    tag.refresh_from_db()
    assert (tag.name, tag.slug) == ("青湾渔港", "qing-wan-yu-gang")
    assert TagAlias.objects.get().name == "渔港"


@pytest.mark.parametrize("name", ["", "一、二", "码头"])
def test_a_bad_name_for_a_tag_is_refused_on_its_form(client, editor, name):
    factories.make_published().tags.set(["渔港", "码头"])
    tag = Tag.objects.get(name="渔港")
    client.force_login(editor)
    assert client.post(url("tag", "change", tag.pk), {"name": name}).status_code == 200
    assert Tag.objects.get(pk=tag.pk).name == "渔港"


def test_tags_are_merged_after_asking_which_stays(client, editor):
    story = factories.make_published()
    story.tags.set(["渔港", "码头"])
    kept, gone = Tag.objects.get(name="渔港"), Tag.objects.get(name="码头")
    client.force_login(editor)
    data = {"action": "merge_tags", "_selected_action": [kept.pk, gone.pk]}
    assert client.post(url("tag", "changelist"), data).status_code == 200
    assert Tag.objects.count() == 2
    client.post(url("tag", "changelist"), {**data, "kept": kept.pk})
    assert [tag.name for tag in story.tags.all()] == ["渔港"]
    assert TagAlias.objects.get().tag == kept


def test_a_tag_readers_saw_is_not_deleted(client, editor):
    factories.make_published().tags.set(["渔港"])
    unused = Tag.objects.create(name="没用过")
    client.force_login(editor)
    assert client.post(url("tag", "delete", Tag.objects.get(name="渔港").pk), {"post": "yes"}).status_code == 403
    assert client.post(url("tag", "delete", unused.pk), {"post": "yes"}).status_code == 302
    assert [tag.name for tag in Tag.objects.all()] == ["渔港"]


def test_a_section_in_use_is_not_deleted_and_says_why(client, chief):
    used, unused = factories.make_section("要闻"), factories.make_section("旧栏目")
    factories.make_article(section=used)
    client.force_login(chief)
    answer = client.post(url("section", "delete", used.pk), {"post": "yes"}, follow=True)
    assert len(answer.context["messages"]) == 1
    client.post(url("section", "delete", unused.pk), {"post": "yes"})
    assert [section.name for section in Section.objects.all()] == ["要闻"]


def test_saving_a_section_or_a_page_forgets_the_kept_navigation(client, chief):
    from django.core.cache import cache

    section = factories.make_section("要闻")
    client.force_login(chief)
    cache.set(NAVIGATION_KEY, "kept")
    data = {"name": "头版", "position": 2, "in_navigation": "on", "comment_policy": "inherit"}
    client.post(url("section", "change", section.pk), data)
    assert (cache.get(NAVIGATION_KEY), Section.objects.get().name) == (None, "头版")
    cache.set(NAVIGATION_KEY, "kept")
    client.post(url("flatpage", "add"), {"title": "关于我们", "body": "<p>我们。</p><script>1</script>", "position": 0})
    assert (cache.get(NAVIGATION_KEY), FlatPage.objects.get().body) == (None, "<p>我们。</p>")


def test_the_order_of_sections_is_saved_in_the_list(client, chief):
    first, second = factories.make_section("甲", position=0), factories.make_section("乙", position=1)
    client.force_login(chief)
    data = {
        "form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 2, "form-0-id": first.pk, "form-0-position": 5,
        "form-1-id": second.pk, "form-1-position": 1, "_save": "1",
    }  # fmt: skip
    client.post(url("section", "changelist"), data)
    assert [section.name for section in Section.objects.all()] == ["乙", "甲"]


def test_site_settings_open_at_once_and_only_for_the_chief(client, chief, editor):
    client.force_login(editor)
    assert client.get(url("sitesettings", "changelist")).status_code == 403
    client.force_login(chief)
    assert client.get(url("sitesettings", "changelist")).url == url("sitesettings", "change", 1)
    data = {"name": "青湾日报", "outlet": "本报", "byline_style": "web", "comment_policy": "closed"}
    client.post(url("sitesettings", "change", 1), data)
    assert (SiteSettings.load().name, SiteSettings.load().byline_style) == ("青湾日报", "web")
    client.post(url("sitesettings", "change", 1), {**data, "icp_number": "随便写"})
    assert SiteSettings.load().icp_number == ""


def opened(client):
    """The form's word for the arrangement it was opened on."""
    return client.get(url("frontplace", "changelist")).context.get("opened", "")


def arrangement(opened="", **slots):
    data = {"opened": opened}
    for slot in ("lead", "ranked", "pictures"):
        stories = slots.get(slot, [])
        data |= {f"{slot}-TOTAL_FORMS": len(stories), f"{slot}-INITIAL_FORMS": 0}
        for number, (story, order) in enumerate(stories):
            data |= {f"{slot}-{number}-article": story, f"{slot}-{number}-ORDER": order}
    return data


def test_the_front_page_is_arranged_on_one_page(client, editor):
    first, second = factories.make_published(), factories.make_published()
    client.force_login(editor)
    page = url("frontplace", "changelist")
    assert client.get(page).status_code == 200
    client.post(
        page, arrangement(opened(client), lead=[(first.pk, 0)], ranked=[(first.pk, 1), (second.pk, 0), (second.pk, 2)])
    )
    assert list(FrontPlace.objects.values_list("slot", "position", "article")) == [
        ("lead", 0, first.pk), ("ranked", 0, second.pk), ("ranked", 1, first.pk),
    ]  # fmt: skip


def test_a_story_that_is_not_public_is_not_placed(client, editor):
    draft = factories.make_article(by=editor)
    client.force_login(editor)
    answer = client.post(url("frontplace", "changelist"), arrangement(opened(client), lead=[(draft.pk, 0)]))
    assert answer.status_code == 200
    assert FrontPlace.objects.count() == 0


def test_a_reporter_does_not_arrange_the_front_page(client, reporter):
    client.force_login(reporter)
    assert client.get(url("frontplace", "changelist")).status_code == 403
    assert client.post(url("frontplace", "changelist"), arrangement()).status_code == 403


@pytest.mark.parametrize(("slot", "most"), [("lead", 3), ("ranked", 8), ("pictures", 6)])
def test_a_slot_takes_as_many_stories_as_it_shows_and_refuses_one_more_by_number(client, editor, slot, most):
    stories = [factories.make_published() for _ in range(most + 1)]
    rows = [(story.pk, order) for order, story in enumerate(stories)]
    client.force_login(editor)
    page = url("frontplace", "changelist")
    answer = client.post(page, arrangement(opened(client), **{slot: rows}))
    (shown,) = [part["rows"] for part in answer.context["slots"] if part["slot"] == slot]
    (error,) = shown.non_form_errors()
    assert (str(most) in error, str(most + 1) in error, FrontPlace.objects.count()) == (True, True, 0)
    assert [form["article"].value() for form in shown] == [str(story.pk) for story in stories]
    client.post(page, arrangement(opened(client), **{slot: rows[:most]}))
    assert FrontPlace.objects.filter(slot=slot).count() == most
    (shown,) = [part["rows"] for part in client.get(page).context["slots"] if part["slot"] == slot]
    assert len(shown.forms) == most


def test_a_front_page_opened_before_another_save_is_refused_and_both_are_shown(client, editor):
    mine, theirs = factories.make_published(headline="我排的"), factories.make_published(headline="他排的")
    client.force_login(editor)
    page, before = url("frontplace", "changelist"), opened(client)
    client.post(page, arrangement(before, lead=[(theirs.pk, 0)]))
    answer = client.post(page, arrangement(before, lead=[(mine.pk, 0)]))
    assert answer.status_code == 200
    lead = answer.context["slots"][0]
    assert ([form["article"].value() for form in lead["rows"]], lead["now"]) == ([str(mine.pk)], [theirs])
    assert 'role="alert"' in answer.content.decode()
    assert FrontPlace.objects.get().article == theirs
    assert client.post(page, arrangement(opened(client), lead=[(mine.pk, 0)])).status_code == 302
    assert FrontPlace.objects.get().article == mine
