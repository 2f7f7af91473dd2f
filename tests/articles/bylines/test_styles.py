"""Printing a byline, and reading back what was printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.bylines import (
    BylinePiece,
    PrintedCredit,
    byline_parts,
    parse_line,
    print_byline,
    print_signoff,
    signoff_parts,
)
from articles.bylines.names import COMMON_SURNAMES, NOT_NAMES
from articles.bylines.places import KNOWN_PLACES, is_known_place
from articles.enums import BYLINE_ROLES, DESK_ROLES, BylineStyle, CreditRole

R, C, E = CreditRole.REPORTER, CreditRole.CORRESPONDENT, CreditRole.EDITOR
TEAM = [
    PrintedCredit(C, "尹凯丽", "区应急局"),
    PrintedCredit(R, "吕勇进"),
    PrintedCredit(R, "崔启昌"),
    PrintedCredit(E, "周舒"),
]
WHERE = {"place": "青岛", "outlet": "青湾新报", "date": "4月20日"}

GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛超霞桂雨桐宇轩欣怡梓涵浩博嘉明晓志国建俊鹏"
surnames = st.sampled_from([*sorted(COMMON_SURNAMES), "欧阳", "司马", "诸葛", "上官", "令狐"])
han_names = st.builds(lambda s, g: s + g, surnames, st.text(GIVEN, min_size=1, max_size=2))
dotted_names = st.builds(
    lambda a, b: f"{a}·{b}",
    st.sampled_from(["阿卜杜拉", "古丽娜尔", "麦麦提", "迪丽热巴", "才让"]),
    st.sampled_from(["买买提", "艾则孜", "吐尔逊", "多杰"]),
)
names = (han_names | dotted_names).filter(lambda n: n not in NOT_NAMES and not is_known_place(n))
places = st.sampled_from(["", *sorted(KNOWN_PLACES)[::40], "滨海街道", "青岛西海岸新区"])
units = st.sampled_from(["", "区应急局", "市中级人民法院", "滨海街道", "区融媒体中心"])
dates = st.builds(lambda m, d: f"{m}月{d}日", st.integers(1, 12), st.integers(1, 28)) | st.just("")
outlets = st.sampled_from(["本报", "青湾新报", "新华社", "青湾网"])


def _credits(roles, units_of=None):
    one = st.builds(PrintedCredit, st.sampled_from(roles), names, st.just("") if units_of is None else units_of)
    return st.lists(one, max_size=9, unique_by=lambda c: (c.role, c.name))


def _in_house_order(credits):
    order = list(CreditRole)
    return tuple(sorted(credits, key=lambda c: order.index(c.role)))


def _without_units(credits):
    return [PrintedCredit(c.role, c.name) for c in credits]


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (BylineStyle.BRACKETED, "（记者 吕勇进 崔启昌 通讯员 尹凯丽 青岛报道）"),
        (BylineStyle.NEWSPAPER, "青湾新报青岛4月20日讯（记者 吕勇进 崔启昌 通讯员 尹凯丽）"),
        (BylineStyle.WEB, "记者 吕勇进 崔启昌 通讯员 尹凯丽（区应急局） | 青岛报道"),
        (BylineStyle.AGENCY, "青湾新报青岛4月20日电（记者吕勇进、崔启昌 通讯员尹凯丽）"),
    ],
)
def test_each_style_prints_names_in_the_houses_role_order(style, printed):
    assert print_byline(TEAM, style, **WHERE) == printed


def test_newspaper_style_says_our_paper_when_no_outlet_is_named():
    assert print_byline([PrintedCredit(R, "张三")], BylineStyle.NEWSPAPER) == "本报讯（记者 张三）"


@pytest.mark.parametrize("style", list(BylineStyle))
def test_nothing_to_print_prints_nothing(style):
    assert (print_byline([], style), print_byline([PrintedCredit(E, "周舒")], style)) == ("", "")


def test_the_signoff_prints_desk_roles_only():
    desk = [PrintedCredit(CreditRole.REVIEWER, "沈放"), *TEAM, PrintedCredit(E, "何未")]
    assert print_signoff(desk) == "责任编辑：周舒、何未　审核：沈放"
    assert print_signoff(TEAM[:3]) == ""


def test_pieces_name_the_credit_each_name_belongs_to():
    assert byline_parts(TEAM, BylineStyle.AGENCY, outlet="本报") == [
        BylinePiece("本报电"),
        BylinePiece("（"),
        BylinePiece("记者"),
        BylinePiece("吕勇进", 1),
        BylinePiece("、"),
        BylinePiece("崔启昌", 2),
        BylinePiece(" 通讯员"),
        BylinePiece("尹凯丽", 0),
        BylinePiece("）"),
    ]
    assert signoff_parts(TEAM) == [BylinePiece("责任编辑："), BylinePiece("周舒", 3)]


@given(_credits(BYLINE_ROLES), places)
def test_a_bracketed_byline_reads_back(credits, place):
    read = parse_line(print_byline(credits, BylineStyle.BRACKETED, place=place) + "昨日，滨海街道召开大会。")
    if credits:
        assert (read.credits, read.place, read.body) == (_in_house_order(credits), place, "昨日，滨海街道召开大会。")


@given(_credits(BYLINE_ROLES), places, outlets, dates, st.sampled_from([BylineStyle.NEWSPAPER, BylineStyle.AGENCY]))
def test_a_dateline_byline_reads_back(credits, place, outlet, date, style):
    printed = print_byline(credits, style, place=place, outlet=outlet, date=date)
    read = parse_line(f"{printed} 昨日，滨海街道召开大会。", own_names=[c.name for c in credits])
    found = (read.credits, read.place, read.outlet, read.date, read.byline)
    if printed:
        assert found == (_in_house_order(credits), place, outlet, date, printed)


@given(_credits(BYLINE_ROLES, units), places)
def test_a_web_byline_reads_back_with_its_units(credits, place):
    printed = print_byline(credits, BylineStyle.WEB, place=place)
    read = parse_line(printed)
    if credits:
        assert (read.credits, read.place, read.byline) == (_in_house_order(credits), place, printed)


@given(_credits(DESK_ROLES))
def test_a_signoff_reads_back(credits):
    read = parse_line(print_signoff(credits))
    assert read.credits == _in_house_order(credits)
    assert read.certain
