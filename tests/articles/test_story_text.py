"""The text of a story is taken whole, put back byte for byte, and known by its fingerprint."""

from articles import story_text, workflow
from articles.enums import CreditRole
from articles.models import Article, PlacedPicture
from tests import factories


def _full_story():
    article = factories.make_article(
        kicker="街镇",
        headline="果园改成步道",
        subtitle="三公里山路",
        summary="摘要",
        place="石门",
        body='<p>第一段。</p><figure data-picture="1"></figure><p>第二段。</p>',
        section=factories.make_section("街镇"),
    )
    article.tags.set(["步道", "石门村"])
    person = factories.make_person("林知远")
    factories.make_credit(article, person)
    factories.make_credit(article, role=CreditRole.CORRESPONDENT, printed_name="赵一禾", unit="石门街道")
    PlacedPicture.objects.create(article=article, picture=factories.make_picture(), caption="步道", credit="林知远 摄")
    return article


def test_text_put_back_is_the_text_taken(db):
    article = _full_story()
    text = story_text.take(article)
    workflow.keep_revision(article, by=None)
    story_text.put(article, {**text, "headline": "别的", "tags": [], "credits": [], "pictures": []})
    assert story_text.take(Article.objects.get())["credits"] == []
    story_text.put(article, article.revisions.get().text)
    assert story_text.take(Article.objects.get()) == text


def test_fingerprint_changes_with_every_part_of_the_text(db):
    text = story_text.take(_full_story())
    changed = {
        **dict.fromkeys((*story_text.FIELDS, *story_text.REFERENCES), "改"),
        "tags": ["步道"], "credits": text["credits"][::-1], "pictures": [],
    }  # fmt: skip
    assert set(changed) == set(text)
    prints = {story_text.fingerprint({**text, name: value}) for name, value in changed.items()}
    assert len(prints | {story_text.fingerprint(text)}) == len(changed) + 1


def test_equal_text_is_kept_once(db):
    article = _full_story()
    workflow.keep_revision(article, by=None)
    workflow.keep_revision(article, by=None)
    assert article.revisions.count() == 1


def test_credits_print_the_name_after_their_person_is_gone_from_the_text(db):
    article = _full_story()
    text = story_text.take(article)
    text["credits"][0]["person"] = 999_999
    story_text.put(article, text)
    credit = article.credits.first()
    assert (credit.printed_name, credit.person) == ("林知远", None)


def test_text_whose_section_and_cover_are_gone_is_put_back_without_them(db):
    article = _full_story()
    article.cover = factories.make_picture()
    article.save()
    text = story_text.take(article)
    gone = {**text, "cover_id": 999_999, "section_id": 999_999}
    story_text.put(article, gone)
    assert story_text.take(Article.objects.get()) == {**text, "cover_id": None, "section_id": None}


def test_every_editable_field_is_text_or_said_to_be_the_desks():
    editable = {field.attname for field in Article._meta.concrete_fields if field.editable and not field.primary_key}
    assert editable == {*story_text.FIELDS, *story_text.REFERENCES, *story_text.DESK_FIELDS}
