"""The story's own page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.enums import AIMark, ArticleStatus, BylineStyle, CreditRole, Origin, PersonKind
from articles.models import SiteSettings, Source
from tests import factories
from tests.articles.views.conftest import HIDDEN

pytestmark = pytest.mark.django_db


def text_between(html, start, end):
    return html.split(start, 1)[1].split(end, 1)[0]


def get(client, story):
    response = client.get(story.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_a_story_shows_its_headline_block_and_text(client):
    story = factories.make_published(kicker="凌晨的青湾", headline="渔港清晨五点半", subtitle="四十吨的鲜活生意")
    html = get(client, story)
    assert text_between(html, '<p class="overline headline">', "</p>").replace("<wbr>", "") == "凌晨的青湾"
    assert text_between(html, '<h1 class="headline">', "</h1>").replace("<wbr>", "") == "渔港清晨五点半"
    assert text_between(html, '<p class="subtitle headline">', "</p>").replace("<wbr>", "") == "四十吨的鲜活生意"
    assert text_between(html, '<div class="body">', "</div>") == "<p>步道全长三公里。</p>"


def test_a_headline_breaks_between_words_alone(client):
    html = get(client, factories.make_published(headline="海堤步道今起开放"))
    assert "<wbr>" in text_between(html, '<h1 class="headline">', "</h1>")
    assert "\u200b" not in html


def test_markup_typed_into_a_headline_is_shown_not_run(client):
    html = get(client, factories.make_published(headline="<script>alert(1)</script>"))
    assert "<script>alert" not in html.replace("<wbr>", "")


def test_the_byline_is_printed_in_the_house_style_each_person_a_link(client):
    SiteSettings(byline_style=BylineStyle.BRACKETED).save()
    story = factories.make_published(place="青岛")
    reporter = factories.make_person("吕勇进")
    correspondent = factories.make_person("尹凯丽", kind=PersonKind.CORRESPONDENT)
    factories.make_credit(story, reporter)
    factories.make_credit(story, printed_name="崔启昌")
    factories.make_credit(story, correspondent, role=CreditRole.CORRESPONDENT)
    line = text_between(get(client, story), '<p class="byline">', "</p>")
    assert line == (
        f'（记者 <a href="/reporters/{reporter.pk}/">吕勇进</a> 崔启昌'
        f' 通讯员 <a href="/correspondents/{correspondent.pk}/">尹凯丽</a> 青岛报道）'
    )


def test_a_pen_name_prints_as_written_and_leads_to_the_person(client):
    story = factories.make_published()
    person = factories.make_person("林知远")
    factories.make_credit(story, person, printed_name="远帆")
    assert f'<a href="/reporters/{person.pk}/">远帆</a>' in get(client, story)


def test_the_sign_off_names_editor_and_proofreader(client):
    story = factories.make_published()
    factories.make_credit(story, printed_name="周舒", role=CreditRole.EDITOR)
    factories.make_credit(story, printed_name="何未", role=CreditRole.PROOFREADER)
    assert text_between(get(client, story), '<p class="sign">', "</p>") == "责任编辑：周舒　校对：何未"


def test_a_reprint_names_its_source_address_and_title(client):
    source = Source.objects.create(name="海岸线周刊")
    story = factories.make_published(
        origin=Origin.REPRINT, source=source, source_address="https://example.org/a?b=1&c=2", original_title="潮声"
    )
    html = get(client, story)
    assert '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener nofollow">海岸线周刊</a>' in html
    assert "潮声" in text_between(html, '<p class="facts">', "</p>")


def test_advertisement_and_ai_are_marked(client):
    plain = get(client, factories.make_published())
    marked = get(client, factories.make_published(is_advertisement=True, ai_mark=AIMark.GENERATED))
    assert (plain.count('class="mark"'), marked.count('class="mark"')) == (0, 2)


def test_the_time_is_the_newsrooms_and_an_update_is_told(client):
    first = timezone.make_aware(timezone.datetime(2026, 4, 20, 8, 45))
    story = factories.make_published(published_at=first, text_changed_at=first + timedelta(hours=1))
    facts = text_between(get(client, story), '<p class="facts">', "</p>")
    assert "2026-04-20 08:45" in facts
    assert "2026-04-20 09:45" in facts


def test_pictures_stand_where_the_body_puts_them_the_others_after_it(client):
    inside, after, cover = (factories.make_picture(caption=caption) for caption in ("文中图", "文后图", "题图"))
    story = factories.make_published(
        body=f'<p>一</p><figure data-picture="{inside.pk}"></figure><p>二</p>', cover=cover
    )
    story.placed_pictures.create(picture=after, position=1, caption="本文自己的说明", credit="沈砚")
    html = get(client, story)
    assert html.index("题图") < html.index("<p>一</p>") < html.index("文中图") < html.index("<p>二</p>")
    gallery = text_between(html, '<div class="gallery">', "</article>")
    assert "本文自己的说明" in gallery
    assert "沈砚 摄" in gallery
    assert "文中图" not in gallery
    assert "文后图" not in html
    assert "data-picture" not in html


def test_a_picture_that_is_gone_leaves_no_hole(client):
    story = factories.make_published(body='<p>一</p><figure data-picture="999"></figure><p>二</p>')
    assert text_between(get(client, story), '<div class="body">', "</div>") == "<p>一</p><p>二</p>"


def test_a_wide_table_scrolls_and_can_be_reached_by_keys(client):
    story = factories.make_published(body="<table><tbody><tr><td>1</td></tr></tbody></table>")
    html = get(client, story)
    assert '<div class="table-scroll" role="region" tabindex="0"' in html
    assert html.count("<table>") == html.count("</table></div>") == 1


def test_previous_next_and_related_are_public_stories_only(client, full_story):
    now = timezone.now()
    stories = [full_story(n, published_at=now - timedelta(hours=5 - n)) for n in range(3)]
    factories.make_article(headline="未发的", section=stories[0].section, published_at=now - timedelta(hours=4))
    html = get(client, stories[1])
    assert f'<a href="/articles/{stories[0].pk}/" rel="prev">' in html
    assert f'href="/articles/{stories[2].pk}/" rel="next">' in html
    related = text_between(html, '<section class="related"', "</section>")
    assert [n for n, story in enumerate(stories) if f"/articles/{story.pk}/" in related] == [0, 2]
    assert "未发的" not in html.replace("<wbr>", "")


@pytest.mark.parametrize("status", HIDDEN)
def test_a_story_that_is_not_public_answers_like_a_number_that_does_not_exist(client, status):
    story = factories.make_article(status=status)
    missing = client.get(reverse("article", args=[story.pk + 1000]))
    hidden = client.get(story.get_absolute_url())
    assert (hidden.status_code, hidden.content) == (404, missing.content)
    assert dict(hidden.headers) == dict(missing.headers)


def test_a_scheduled_story_is_there_once_its_time_has_come(client):
    due = timezone.now() - timedelta(seconds=1)
    story = factories.make_article(status=ArticleStatus.SCHEDULED, publish_at=due)
    assert client.get(story.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("number", [0, 2**31, 2**63, 10**30])
def test_an_impossible_number_is_not_there(client, number):
    assert client.get(f"/articles/{number}/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_other_methods_are_refused(client, method):
    story = factories.make_published()
    response = getattr(client, method)(story.get_absolute_url())
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("count", [1, 3])
def test_a_story_takes_six_queries_at_most_whatever_stands_around_it(count_queries, full_story, count):
    stories = [full_story(n) for n in range(count)]
    assert count_queries(stories[0].get_absolute_url()) == 5


def test_a_picture_the_story_does_not_list_costs_the_sixth(count_queries, full_story):
    story = full_story(body=f'<p>一</p><figure data-picture="{factories.make_picture().pk}"></figure>')
    assert count_queries(story.get_absolute_url()) == 6


def test_the_section_of_the_story_is_marked_in_the_navigation(client):
    section = factories.make_section("海洋")
    html = get(client, factories.make_published(section=section))
    assert f'<a href="{section.get_absolute_url()}" aria-current="true">海洋</a>' in html


def test_a_shared_link_shows_headline_summary_and_address(client, settings):
    settings.SITE_URL = "https://news.example.cn"
    story = factories.make_published(headline='引号"与<尖括号>', summary="一句话")
    html = get(client, story)
    assert f'<link rel="canonical" href="https://news.example.cn/articles/{story.pk}/">' in html
    assert '<meta property="og:title" content="引号&quot;与&lt;尖括号&gt;">' in html
    assert '<meta property="og:description" content="一句话">' in html
    assert f'<meta property="og:url" content="https://news.example.cn/articles/{story.pk}/">' in html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", " data:text/html,x", "//a.example"])
def test_an_address_that_is_no_web_address_is_no_link(client, address):
    html = get(client, factories.make_published(source_name="某报", source_address=address))
    assert address.strip() not in html
    assert "某报" in html


def test_an_advertisement_is_marked_wherever_it_is_named(client):
    section = factories.make_section("海洋")
    story = factories.make_published(section=section)
    factories.make_published(section=section, is_advertisement=True, cover=factories.make_picture())
    html = get(client, story)
    assert html.count('class="mark"') == 2  # read on, and the later story
    assert client.get("/").content.decode().count('class="mark"') == 2  # latest, and its section
    assert client.get(section.get_absolute_url()).content.decode().count('class="mark"') == 1
