import base64
import hashlib
import re

import pytest
from django.urls import reverse

from articles import story_text
from articles.admin.forms import posted
from articles.enums import ArticleStatus
from articles.models import Article, Source
from tests import factories

pytestmark = pytest.mark.django_db
ADD = "admin:articles_article_add"


def change(article, query=""):
    return reverse("admin:articles_article_change", args=[article.pk]) + query


def data_of(article, **changes):
    """What a browser posts that opened the form of `article` and changed these fields."""
    data = posted(story_text.take(article), article.version)
    data |= {
        "comment_policy": article.comment_policy,
        "print_placements-TOTAL_FORMS": "0",
        "print_placements-INITIAL_FORMS": "0",
        "note": "",
        "_continue": "1",
    }
    return {**data, **{name: str(value) for name, value in changes.items()}}


def new_data(**values):
    """What a browser posts from the empty form."""
    return {
        "comment_policy": "inherit", "origin": "original", "ai_mark": "none", "headline": "", "body": "",
        "credits-TOTAL_FORMS": "0", "credits-INITIAL_FORMS": "0", "pictures-TOTAL_FORMS": "0",
        "pictures-INITIAL_FORMS": "0", "print_placements-TOTAL_FORMS": "0", "print_placements-INITIAL_FORMS": "0",
        **values,
    }  # fmt: skip


def test_a_reporter_writes_a_story_and_its_first_text_is_kept(client, reporter):
    client.force_login(reporter)
    assert client.get(reverse(ADD)).status_code == 200
    tags = "渔港、步道，海"
    answer = client.post(reverse(ADD), new_data(headline="海堤步道今起开放", body="<p>全长。</p>", tag_names=tags))
    article = Article.objects.get()
    assert answer.url == change(article)
    assert (article.created_by, article.status) == (reporter, ArticleStatus.DRAFT)
    assert sorted(tag.name for tag in article.tags.all()) == ["步道", "海", "渔港"]
    assert [event.action for event in article.events.all()] == ["create"]
    assert article.revisions.get().text == story_text.take(article)


def test_credits_are_written_in_the_order_of_their_numbers(client, editor):
    person = factories.make_person("林知远", unit="采访部")
    article = factories.make_article(by=editor)
    client.force_login(editor)
    rows = {
        "credits-TOTAL_FORMS": 4, "credits-INITIAL_FORMS": 0,
        "credits-0-role": "photographer", "credits-0-printed_name": "宋听澜", "credits-0-ORDER": 2,
        "credits-1-role": "reporter", "credits-1-printed_name": "远山", "credits-1-person": person.pk,
        "credits-1-unit": "采访部", "credits-1-ORDER": 1,
        "credits-2-role": "reporter", "credits-2-printed_name": "删去", "credits-2-ORDER": 0, "credits-2-DELETE": "on",
        "credits-3-role": "reporter", "credits-3-printed_name": "", "credits-3-ORDER": 3,
    }  # fmt: skip
    answer = client.post(change(article), data_of(article, **rows))
    assert answer.status_code == 302
    assert list(article.credits.values_list("position", "role", "printed_name", "unit", "person")) == [
        (0, "reporter", "远山", "采访部", person.pk),
        (1, "photographer", "宋听澜", "", None),
    ]


def test_a_picture_in_the_body_becomes_a_picture_of_the_story(client, editor):
    placed, in_body = factories.make_picture(), factories.make_picture()
    article = factories.make_article(by=editor)
    client.force_login(editor)
    rows = {
        "pictures-TOTAL_FORMS": 1, "pictures-INITIAL_FORMS": 0, "pictures-0-picture": placed.pk,
        "pictures-0-caption": "清晨的码头。", "pictures-0-ORDER": 0, "cover": placed.pk,
        "body": f'<p>文。</p><figure data-picture="{in_body.pk}"></figure><img src=x onerror=alert(1)>',
    }  # fmt: skip
    client.post(change(article), data_of(article, **rows))
    article.refresh_from_db()
    assert article.cover == placed
    assert article.body == f'<p>文。</p><figure data-picture="{in_body.pk}"></figure>'
    assert list(article.placed_pictures.values_list("picture", "caption")) == [
        (placed.pk, "清晨的码头。"),
        (in_body.pk, ""),
    ]


def test_a_source_of_the_list_is_linked_and_another_is_printed_as_typed(client, editor):
    known = Source.objects.create(name="新华社")
    article = factories.make_article(by=editor)
    client.force_login(editor)
    client.post(change(article), data_of(article, source_name="新华社", origin="reprint"))
    article.refresh_from_db()
    assert (article.source, article.source_name, article.printed_source) == (known, "", "新华社")
    client.post(change(article), data_of(article, source_name="县广播站"))
    article.refresh_from_db()
    assert (article.source, article.printed_source) == (None, "县广播站")


def test_state_time_and_author_cannot_be_posted(client, reporter, editor):
    article = factories.make_article(by=reporter)
    client.force_login(reporter)
    forged = {"status": "published", "published_at": "2020-01-01", "created_by": editor.pk, "version": 99, "id": 7}
    client.post(change(article), data_of(article, headline="改后的标题", **forged))
    article.refresh_from_db()
    assert (article.headline, article.status, article.published_at) == ("改后的标题", ArticleStatus.DRAFT, None)
    assert (article.created_by, article.version) == (reporter, 2)


def test_an_edit_is_recorded_once_and_an_unchanged_save_is_not(client, reporter):
    article = factories.make_article(by=reporter)
    client.force_login(reporter)
    client.post(change(article), data_of(article, headline="改后的标题", note="标题更准"))
    article.refresh_from_db()
    client.post(change(article), data_of(article))
    assert list(article.events.values_list("action", "reason")) == [("edit", "标题更准")]
    assert [revision.text["headline"] for revision in article.revisions.all()] == ["改后的标题", "海堤步道今起开放"]


def test_another_reporters_draft_answers_like_a_number_that_does_not_exist(client, reporter, editor):
    hidden = factories.make_article(by=editor)
    client.force_login(reporter)
    for name in ("change", "delete", "history"):
        mine = client.get(reverse(f"admin:articles_article_{name}", args=[hidden.pk]))
        missing = client.get(reverse(f"admin:articles_article_{name}", args=[999_999]))
        assert (mine.status_code, mine.content) == (404, missing.content)
    for path in ("admin:articles_article_move", "admin:articles_article_restore"):
        last = "submit" if path.endswith("move") else 1
        answers = [client.post(reverse(path, args=[number, last])) for number in (hidden.pk, 999_999)]
        assert [answer.status_code for answer in answers] == [404, 404]
    assert client.post(change(hidden), data_of(hidden, headline="偷改")).status_code == 404


def test_a_proofreader_reads_and_cannot_write(client, proofreader, editor):
    article = factories.make_article(by=editor)
    client.force_login(proofreader)
    answer = client.get(change(article))
    assert answer.status_code == 200
    assert "submit-row" not in answer.content.decode()
    assert client.post(change(article), data_of(article, headline="偷改")).status_code == 403
    assert Article.objects.get().headline == "海堤步道今起开放"
    assert client.get(reverse(ADD)).status_code == 403


def test_a_published_story_opens_to_read_and_revise_replaces_its_text(client, editor, reporter):
    article = factories.make_published(by=reporter)
    first = article.published_at
    client.force_login(editor)
    assert client.post(change(article), data_of(article, headline="不经修订")).status_code == 409
    assert "?revise=1" in client.get(change(article)).content.decode()
    assert client.get(change(article, "?revise=1")).status_code == 200
    answer = client.post(change(article, "?revise=1"), data_of(article, headline="更正后的标题", note="更正人名"))
    assert answer.status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.status, article.published_at) == ("更正后的标题", ArticleStatus.PUBLISHED, first)
    assert article.text_changed_at is not None
    assert list(article.events.values_list("action", "reason")) == [("revise", "更正人名")]
    empty = client.post(change(article, "?revise=1"), data_of(article, headline=""))
    assert empty.status_code == 200
    article.refresh_from_db()
    assert article.headline == "更正后的标题"


def test_a_reporter_may_not_revise_the_own_published_story(client, reporter):
    article = factories.make_published(by=reporter)
    client.force_login(reporter)
    assert "?revise=1" not in client.get(change(article)).content.decode()
    client.post(change(article, "?revise=1"), data_of(article, headline="偷改"))
    assert Article.objects.get().headline == "海堤步道今起开放"


def test_the_editors_import_map_is_allowed_by_its_hash_and_nothing_is_unsafe(client, reporter):
    client.force_login(reporter)
    answer = client.get(reverse(ADD))
    script = re.search(r'<script type="importmap">(.*?)</script>', answer.content.decode(), re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    assert sorted(policy["script-src"].split()) == sorted(["'self'", f"'sha256-{digest}'"])
    assert policy["style-src"] == "'self'"


def test_a_save_that_asks_for_review_moves_the_story_on(client, reporter):
    article = factories.make_article(by=reporter)
    client.force_login(reporter)
    client.post(change(article), data_of(article, _then="submit"))
    article.refresh_from_db()
    assert (article.status, [event.action for event in article.events.all()]) == (ArticleStatus.SUBMITTED, ["submit"])


@pytest.mark.parametrize("wanted", ["submit", "publish"])
def test_an_empty_new_form_that_is_moved_on_stores_nothing_and_is_refused(client, editor, wanted):
    client.force_login(editor)
    empty_row = {"credits-TOTAL_FORMS": 1, "credits-0-role": "reporter", "credits-0-printed_name": ""}
    answer = client.post(reverse(ADD), new_data(_then=wanted, **empty_row), follow=True)
    assert [Article.objects.count(), answer.redirect_chain] == [0, [(reverse(ADD), 302)]]
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]


@pytest.mark.parametrize(
    "typed",
    [
        {"headline": "只有标题"},
        {"tag_names": "渔港"},
        {"credits-TOTAL_FORMS": 1, "credits-0-role": "reporter", "credits-0-printed_name": "林知远"},
    ],
)
def test_a_new_form_with_anything_in_it_is_kept_when_its_submission_is_refused(client, reporter, typed):
    client.force_login(reporter)
    answer = client.post(reverse(ADD), new_data(_then="submit", **typed), follow=True)
    assert answer.redirect_chain == [(change(Article.objects.get()), 302)]
    assert [message.level_tag for message in answer.context["messages"]] == ["success", "error"]


def test_only_a_draft_that_was_never_public_is_deleted(client, reporter, editor):
    draft, public = factories.make_article(by=reporter), factories.make_published(by=reporter)
    client.force_login(reporter)
    delete = "admin:articles_article_delete"
    assert client.post(reverse(delete, args=[public.pk]), {"post": "yes"}).url == change(public)
    assert client.post(reverse(delete, args=[draft.pk]), {"post": "yes"}).status_code == 302
    assert list(Article.objects.all()) == [public]
