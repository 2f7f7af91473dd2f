"""The demo as a careful desk would read it before printing: complete, consistent, and set by the rules of the trade."""

import re
from collections import Counter
from datetime import date

import pytest

from articles.demo import content
from articles.demo.drawing import SCENES
from articles.enums import ArticleStatus, CreditRole, FrontSlot, PrintPosition
from articles.models import Article, PlacedPicture, SiteSettings

WRITTEN = content.read()
STORIES = {story.key: story for story in WRITTEN.stories}
PUBLIC = [story for story in WRITTEN.stories if story.status == ArticleStatus.PUBLISHED]
HAN = "\u4e00-\u9fff"
TEXTS = {
    **{
        f"{story.key}.{name}": getattr(story, name)
        for story in WRITTEN.stories
        for name in ("kicker", "headline", "subtitle", "list_title", "summary", "body", "original_title")
    },
    **{f"page {page['title']}": page["body"] for page in WRITTEN.newsroom["pages"]},
    **{f"person {row['name']}": row.get("biography", "") for row in WRITTEN.reporters + WRITTEN.correspondents},
    **{f"picture {name}": row["alt"] for name, row in WRITTEN.pictures.items()},
}
each_story = pytest.mark.parametrize("story", WRITTEN.stories, ids=lambda story: story.key)


def characters(story):
    """As a Chinese desk counts: every sign, punctuation included, spaces and marks of blocks left out."""
    return len(re.sub(r"\s|^!\[.*$|^## |[|]", "", story.body, flags=re.M))


def test_there_is_a_paper_full_of_stories():
    assert 40 <= len(PUBLIC) <= 60
    states = Counter(story.status for story in WRITTEN.stories if story.status != ArticleStatus.PUBLISHED)
    assert states == {"draft": 3, "submitted": 2, "approved": 1, "scheduled": 1, "retracted": 1}


def test_every_genre_and_section_is_there():
    assert {story.genre for story in PUBLIC} == {
        "消息", "通讯", "特写", "图片新闻", "服务信息", "评论", "公告", "转载",
    }  # fmt: skip
    assert {story.section for story in PUBLIC} == {row["name"] for row in WRITTEN.newsroom["sections"]}


def test_lengths_vary_from_a_few_lines_to_a_page():
    lengths = sorted(map(characters, PUBLIC))
    assert lengths[0] < 150
    assert lengths[-1] > 1000
    assert sum(length >= 300 for length in lengths) >= 20


@each_story
def test_a_story_is_filed_under_a_section_and_signed_by_people_we_know(story):
    assert story.section in {row["name"] for row in WRITTEN.newsroom["sections"]}
    known = set(WRITTEN.newsroom["unknown_names"])
    for row in WRITTEN.reporters + WRITTEN.correspondents:
        known |= {row["name"], *row.get("pen_names", ())}
    assert {credit.name for credit in story.credits} - known == set()


@each_story
def test_a_correspondent_is_credited_with_the_unit_on_record(story):
    units = {(name, row["unit"]) for row in WRITTEN.correspondents for name in (row["name"], *row.get("pen_names", ()))}
    for credit in story.credits:
        if credit.role == CreditRole.CORRESPONDENT and credit.name not in WRITTEN.newsroom["unknown_names"]:
            assert (credit.name, credit.unit) in units


@each_story
def test_its_pictures_are_drawn_and_described(story):
    assert [scene for scene in story.scenes if scene not in SCENES or scene not in WRITTEN.pictures] == []
    assert len(story.pictures) == sum(block.startswith("![") for block in story.blocks)
    placed = [one.scene for one in story.pictures]
    assert len(placed) == len(set(placed))


@each_story
def test_it_fits_the_columns_of_the_database(story):
    for name in ("kicker", "headline", "subtitle", "list_title", "summary", "place", "outlet", "original_title"):
        assert len(getattr(story, name)) <= Article._meta.get_field(name).max_length, name
    for picture in story.pictures:
        assert len(picture.caption) <= PlacedPicture._meta.get_field("caption").max_length
    assert story.front in {"", *FrontSlot.values}
    assert story.paper.get("position", PrintPosition.INSIDE) in PrintPosition.values


@pytest.mark.parametrize("story", PUBLIC, ids=lambda story: story.key)
def test_a_public_story_has_headline_summary_and_tags(story):
    assert story.headline
    assert story.summary
    assert len(story.headline) <= 40
    assert story.tags


def test_no_headline_is_printed_twice():
    headlines = Counter(story.headline for story in WRITTEN.stories)
    assert [headline for headline, times in headlines.items() if times > 1] == []


def test_no_paragraph_is_printed_twice():
    paragraphs = Counter(block for story in WRITTEN.stories for block in story.blocks if not block.startswith("!["))
    assert [block for block, times in paragraphs.items() if times > 1] == []


def where(pattern, strip):
    """What `pattern` finds in each text, without the marks of its blocks; only texts that hold any."""
    found = {name: re.findall(pattern, re.sub(strip, "", text, flags=re.M), flags=re.M) for name, text in TEXTS.items()}
    return {name: faults for name, faults in found.items() if faults}


MARKS = r"^\|.*$|^!\[[a-z_]+\] |\{day[+-]?[0-9]*\}|^## |^> | \| "


def test_no_half_width_punctuation_stands_among_han():
    assert where(f"[{HAN}”》）][,.;:!?()]|[,;:!?()][{HAN}“《（]|[.][.][.]|[\"']", MARKS) == {}


def test_no_sign_is_doubled_and_no_line_padded():
    assert where(r"，，|。。|、、|，。|。，|——-|－|—{3,}|^[ \u3000]|[ \u3000]$", r"^\|.*$|^!\[.*$|^## |^> ") == {}


def test_no_space_stands_between_han():
    assert where(f"[{HAN}，。：；、！？] +[{HAN}]", r"^\|.*$|^!\[.*$|^## |^> ") == {}


def test_the_lint_finds_what_it_is_for():
    broken = "他说,“好.”..."
    assert re.findall(f"[{HAN}”》）][,.;:!?()]|[.][.][.]", broken) == ["说,", "好.", "”."]


def unpaired(block):
    for opening, closing in ("“”", "‘’", "《》", "（）"):
        depth = 0
        for sign in block:
            depth += (sign == opening) - (sign == closing)
            if depth not in {0, 1}:
                return True
        if depth:
            return True
    return False


def test_quotes_and_brackets_come_in_pairs():
    assert [unpaired("“话。”（完）"), unpaired("“话。"), unpaired("话。”")] == [False, True, True]
    assert [(name, block) for name, text in TEXTS.items() for block in text.split("\n\n") if unpaired(block)] == []


def is_signature(block):
    return len(block) <= 16


def test_a_paragraph_ends_with_a_stop():
    bodies = {name: text.split("\n\n") for name, text in TEXTS.items() if "\n\n" in text}
    paragraphs = [
        (name, block.strip())
        for name, blocks in bodies.items()
        for block in blocks
        if block.strip() and not block.strip().startswith(("##", "|", "![")) and not is_signature(block.strip())
    ]
    assert len(paragraphs) > 250
    assert [(name, block) for name, block in paragraphs if block[-1] not in "。？！”…）："] == []


def test_the_front_page_is_arranged_without_two_in_one_place():
    places = Counter((story.front, story.rank) for story in PUBLIC if story.front)
    assert [place for place, times in places.items() if times > 1] == []
    assert Counter(front for front, _rank in places) == {"lead": 3, "ranked": 7, "pictures": 6}
    assert [story.key for story in PUBLIC if story.front and story.front != "ranked" and not story.cover] == []


def test_the_people_are_a_desk_and_a_dozen_correspondents():
    assert len([row for row in WRITTEN.reporters if "left_days" not in row]) == 8
    assert len(WRITTEN.correspondents) == 12
    names = Counter(row["name"] for row in WRITTEN.correspondents)
    assert [name for name, times in names.items() if times == 2] == ["王磊", "李敏"]
    assert any("·" in row["name"] for row in WRITTEN.reporters)


def test_every_person_is_credited_somewhere():
    credited = {(credit.name, credit.unit) for story in PUBLIC for credit in story.credits}
    for row in WRITTEN.correspondents:
        names = (row["name"], *row.get("pen_names", ()))
        assert any((name, row["unit"]) in credited for name in names), row["name"]
    for row in WRITTEN.reporters:
        assert any(name == row["name"] for name, _unit in credited), row["name"]


@pytest.mark.django_db
def test_the_site_data_pass_their_own_rules():
    SiteSettings(**WRITTEN.newsroom["settings"]).full_clean()


def test_reprints_name_a_source_we_may_reprint_from():
    sources = {row["name"] for row in WRITTEN.newsroom["sources"]}
    reprints = [story for story in WRITTEN.stories if story.source]
    assert {story.source for story in reprints} <= sources
    assert [story.key for story in reprints if not (story.source_url and story.original_title)] == []
    assert all(".example." in story.source_url for story in reprints)


def test_days_are_counted_from_the_publication():
    text = content.dated("自{day+3}起，{day-1}公布，{day}", date(2026, 3, 1))
    assert text == "自3月4日起，2月28日公布，3月1日"


def test_blocks_become_the_elements_a_body_may_hold():
    blocks = ["一段<b>", "## 小标题", "> “话。”", "| 甲 | 乙 |\n| 1 | 2 |", "![school] 图注。 | 沈砚"]
    assert content.to_html(blocks, {"school": 7}) == (
        "<p>一段&lt;b&gt;</p><h2>小标题</h2><blockquote><p>“话。”</p></blockquote>"
        "<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
        '<figure data-picture="7"></figure>'
    )
