import pytest

from articles import story_text, workflow
from articles.models import Article
from tests import factories
from tests.articles.admin.test_articles_form import change, data_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_saves(client, editor, head):
    """A story opened by two; the head saved first, the editor's post is what is left to send."""
    article = factories.make_article(by=editor)
    factories.make_credit(article, printed_name="甲")
    opened = data_of(article)
    client.force_login(head)
    theirs = {**opened, "subtitle": "先存的副题", "summary": "先存的导语", "body": "<p>先存的正文。</p>"}
    assert client.post(change(article), theirs).status_code == 302
    client.force_login(editor)
    mine = {**opened, "subtitle": "后写的副题", "body": "<p>后写的正文。</p>", "credits-0-printed_name": "乙"}
    return article, mine


def answer_of(page, **choices):
    """What the conflict page posts back: its hidden fields and the choices."""
    context = page.context
    return {**dict(context["hidden"]), "compared_version": context["version"], context["mark"]: "1", **choices}


def test_a_stale_save_shows_both_texts_and_writes_nothing(client, two_saves):
    article, mine = two_saves
    page = client.post(change(article), mine)
    text = page.content.decode()
    assert page.status_code == 409
    assert [part["name"] for part in page.context["parts"]] == ["subtitle", "summary", "body", "credits"]
    assert all(words in text for words in ("先存的副题", "后写的副题", "先存的正文", "后写的正文"))
    assert dict(page.context["hidden"])["body"] == "<p>后写的正文。</p>"
    article.refresh_from_db()
    assert (article.subtitle, article.version) == ("先存的副题", 2)


def test_each_part_is_chosen_by_itself(client, two_saves):
    article, mine = two_saves
    page = client.post(change(article), mine)
    chosen = {"choose-subtitle": "theirs", "choose-summary": "theirs", "choose-body": "mine", "_continue": "1"}
    assert client.post(change(article), answer_of(page, **chosen)).status_code == 302
    article.refresh_from_db()
    assert (article.subtitle, article.summary, article.body) == ("先存的副题", "先存的导语", "<p>后写的正文。</p>")
    assert [credit.printed_name for credit in article.credits.all()] == ["乙"]
    assert [revision.text["body"] for revision in article.revisions.all()][:2] == [
        "<p>后写的正文。</p>", "<p>先存的正文。</p>",
    ]  # fmt: skip


def test_rows_taken_from_the_saved_text_replace_the_typed_ones(client, two_saves):
    article, mine = two_saves
    page = client.post(change(article), mine)
    client.post(change(article), answer_of(page, **{"choose-credits": "theirs", "_continue": "1"}))
    assert [credit.printed_name for credit in article.credits.all()] == ["甲"]


def test_the_choices_can_be_looked_over_in_the_form_before_saving(client, two_saves):
    article, mine = two_saves
    page = client.post(change(article), mine)
    form = client.post(change(article), answer_of(page, **{"choose-subtitle": "theirs", "_look": "1"}))
    assert form.status_code == 200
    assert form.context["story_form"]["subtitle"].value() == "先存的副题"
    assert form.context["story_form"]["body"].value() == "<p>后写的正文。</p>"
    article.refresh_from_db()
    assert article.body == "<p>先存的正文。</p>"


def test_a_third_save_in_between_is_seen_again(client, two_saves, head):
    article, mine = two_saves
    page = client.post(change(article), mine)
    article.refresh_from_db()
    workflow.claim_version(article, article.version)
    story_text.put(article, {**story_text.take(article), "kicker": "第三个人"})
    again = client.post(change(article), answer_of(page, _continue="1"))
    assert again.status_code == 409
    assert "kicker" in [part["name"] for part in again.context["parts"]]


def test_what_was_typed_into_a_story_published_meanwhile_is_shown(client, reporter, editor):
    article = factories.make_article(by=reporter)
    mine = data_of(article, body="<p>还没存的一段话。</p>")
    workflow.publish(article, by=editor)
    client.force_login(reporter)
    page = client.post(change(article), mine)
    assert page.status_code == 409
    assert "还没存的一段话。" in page.content.decode()
    assert Article.objects.get().body == "<p>步道全长三公里。</p>"
