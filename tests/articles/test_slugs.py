import pytest

from articles.models import Section, Tag
from articles.slugs import pinyin_slug
from tests import factories


@pytest.mark.parametrize(
    ("name", "slug"),
    [("街镇", "jie-zhen"), ("AI时代", "ai-shi-dai"), ("  ", "x"), ("🌊", "x"), ("5G+海洋", "5g-hai-yang")],
)
def test_names_are_spelled_in_pinyin(name, slug):
    assert pinyin_slug(name) == slug


def test_homophones_get_a_number(db):
    slugs = [factories.make_section(name).slug for name in ("民生", "民声", "名声")]
    assert slugs == ["min-sheng", "min-sheng-2", "ming-sheng"]


def test_address_stays_when_the_name_changes(db):
    section = factories.make_section("海洋")
    section.name = "海洋强区"
    section.save()
    assert Section.objects.get().slug == "hai-yang"


def test_tags_have_addresses_too(db):
    article = factories.make_article()
    article.tags.set(["步道", "布道"])
    assert sorted(Tag.objects.values_list("slug", flat=True)) == ["bu-dao", "bu-dao-2"]
