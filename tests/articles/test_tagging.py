import pytest

from articles import story_text, tagging
from articles.models import Tag, TagAlias
from tests import factories

pytestmark = pytest.mark.django_db


def _tagged(*names):
    article = factories.make_published()
    article.tags.set(names)
    return article


def test_chinese_and_latin_separators_part_tags_and_spaces_do_not():
    typed = "海洋经济，渔港、 冷链；夜班;AI 大赛,\n#渔港#  "
    assert tagging.parse_tags(typed) == ["海洋经济", "渔港", "冷链", "夜班", "AI 大赛"]


def test_nothing_typed_is_no_tag():
    assert tagging.parse_tags(" ，、；# ") == []


def test_a_name_typed_twice_in_other_case_is_one_tag():
    assert tagging.parse_tags("AI，ai") == ["AI"]


def test_renaming_keeps_the_old_name_and_address(editor):
    article = _tagged("渔港")
    tag = Tag.objects.get(name="渔港")
    tagging.rename(tag, "青湾渔港", by=editor)
    tag.refresh_from_db()
    assert (tag.name, tag.slug) == ("青湾渔港", "qing-wan-yu-gang")
    assert list(TagAlias.objects.values_list("name", "slug", "tag")) == [("渔港", "yu-gang", tag.pk)]
    assert [tag.name for tag in article.tags.all()] == ["青湾渔港"]


def test_renaming_back_gives_the_first_address_again(editor):
    _tagged("渔港")
    tag = Tag.objects.get()
    tagging.rename(tag, "青湾渔港", by=editor)
    tagging.rename(tag, "渔港", by=editor)
    assert tag.slug == "yu-gang"
    assert list(TagAlias.objects.values_list("name", "slug")) == [("青湾渔港", "qing-wan-yu-gang")]


def test_renaming_to_the_name_of_another_tag_is_refused(editor):
    _tagged("渔港", "码头")
    with pytest.raises(tagging.TagChangeRefused):
        tagging.rename(Tag.objects.get(name="渔港"), "码头", by=editor)
    assert set(Tag.objects.values_list("name", flat=True)) == {"渔港", "码头"}


def test_a_reporter_may_not_rename_or_merge(reporter):
    _tagged("渔港", "码头")
    harbour, quay = Tag.objects.get(name="渔港"), Tag.objects.get(name="码头")
    with pytest.raises(tagging.TagChangeRefused):
        tagging.rename(harbour, "港口", by=reporter)
    with pytest.raises(tagging.TagChangeRefused):
        tagging.merge(harbour, quay, by=reporter)
    assert Tag.objects.count() == 2


def test_merging_moves_stories_once_and_leaves_an_alias(editor):
    both, one = _tagged("渔港", "码头"), _tagged("码头")
    kept, vanished = Tag.objects.get(name="渔港"), Tag.objects.get(name="码头")
    tagging.rename(vanished, "旧码头", by=editor)
    assert tagging.merge(kept, vanished, by=editor) == 1
    assert [[tag.name for tag in article.tags.all()] for article in (both, one)] == [["渔港"], ["渔港"]]
    assert sorted(kept.aliases.values_list("name", flat=True)) == ["旧码头", "码头"]


def test_a_tag_is_not_merged_with_itself(editor):
    _tagged("渔港")
    tag = Tag.objects.get()
    with pytest.raises(tagging.TagChangeRefused):
        tagging.merge(tag, tag, by=editor)


def test_an_old_name_typed_again_finds_the_tag(editor):
    _tagged("渔港")
    tagging.rename(Tag.objects.get(), "青湾渔港", by=editor)
    assert tagging.current_names(["渔港", "冷链", "青湾渔港"]) == ["青湾渔港", "冷链"]
    article = factories.make_article()
    story_text.put(article, {**story_text.take(article), "tags": ["渔港"]})
    assert [tag.name for tag in article.tags.all()] == ["青湾渔港"]


def test_a_tag_readers_never_saw_is_not_public():
    factories.make_article().tags.set(["渔港"])
    _tagged("码头")
    assert not tagging.is_public(Tag.objects.get(name="渔港"))
    assert tagging.is_public(Tag.objects.get(name="码头"))
