"""A manuscript made into a draft: names matched without doubt only, nothing lost, once an original."""

import pytest

from articles import manuscripts
from articles.bylines.shapes import PrintedCredit
from articles.crediting import CreditEntry
from articles.enums import CreditRole, PersonKind
from articles.importing import AlreadyImported, make_draft, match_people
from articles.models import Article, Original, PenName
from tests import factories

R, C = CreditRole.REPORTER, CreditRole.CORRESPONDENT


def _people(matches):
    return [(match.person, match.is_doubtful) for match in matches]


def test_one_of_that_name_is_taken_and_nobody_prints_as_it_stands(db):
    known = factories.make_person("林知远")
    assert _people(match_people([PrintedCredit(R, "林知远"), PrintedCredit(R, "宋听澜")])) == [
        (known, False),
        (None, False),
    ]


def test_pen_name_finds_its_person(db):
    known = factories.make_person("林知远")
    PenName.objects.create(person=known, name="远帆")
    assert _people(match_people([PrintedCredit(R, "远帆")])) == [(known, False)]


def test_two_of_one_name_are_told_apart_by_unit_or_asked(db):
    first = factories.make_person("赵一禾", kind=PersonKind.CORRESPONDENT, unit="区应急局")
    factories.make_person("赵一禾", kind=PersonKind.CORRESPONDENT, unit="区教体局")
    credits = [PrintedCredit(C, "赵一禾", "区应急局"), PrintedCredit(C, "赵一禾"), PrintedCredit(C, "赵一禾", "区医院")]
    assert _people(match_people(credits)) == [(first, False), (None, True), (None, True)]


def test_who_left_is_not_matched(db):
    factories.make_person("林知远", is_active=False)
    assert _people(match_people([PrintedCredit(R, "林知远")])) == [(None, False)]


@pytest.mark.parametrize("count", [1, 3])
def test_matching_asks_the_same_queries_however_many_names(db, django_assert_num_queries, count):
    names = ["林知远", "宋听澜", "赵一禾"][:count]
    for name in names:
        factories.make_person(name)
    with django_assert_num_queries(2):
        match_people([PrintedCredit(R, name) for name in names])


def test_headline_too_long_for_its_field_stays_in_the_text(reporter):
    long = "海堤步道" * 30
    manuscript = manuscripts.read_text(f"标题：{long}\n步道全长三公里，两头各立一块木牌。")
    article = make_draft(manuscript, by=reporter).article
    assert article.headline == ""
    assert long in article.body


def test_name_too_long_for_a_credit_stays_in_the_text_and_is_told(reporter):
    long = "阿" * 31
    manuscript = manuscripts.read_text("步道全长三公里，两头各立一块木牌。")
    imported = make_draft(manuscript, by=reporter, credits=[CreditEntry(R, long), CreditEntry(R, "林知远")])
    assert [credit.printed_name for credit in imported.article.credits.all()] == ["林知远"]
    assert imported.article.body.startswith(f"<p>{long}</p>")
    assert [long in problem for problem in imported.problems] == [True]


def test_second_draft_of_one_original_is_rolled_back(reporter):
    original = Original.objects.create(kind="typed", file="originals/x.txt", size=1, sha256="0", brought_by=reporter)
    manuscript = manuscripts.read_text("步道全长三公里，两头各立一块木牌。")
    first = make_draft(manuscript, by=reporter, original=original).article
    with pytest.raises(AlreadyImported) as refused:
        make_draft(manuscript, by=reporter, original=original)
    assert refused.value.article_id == first.pk
    assert Article.objects.count() == 1
