"""The head and the foot of manuscripts: headlines, bylines, sources, captions, page furniture."""

import pytest

from articles.manuscripts import read_pasted, read_text

BODY = "近日，青湾区望潮街道举行海堤步道开放仪式，来自各社区的两百多名居民代表走完了全程。\n栏杆漆成了海蓝色，路灯也换了新的。"
PARAGRAPHS = BODY.split("\n")


def read(head="", foot=""):
    return read_text("\n".join(part for part in (head, BODY, foot) if part))


def texts(manuscript):
    return [row.text for row in manuscript.paragraphs]


@pytest.mark.parametrize(
    ("head", "kicker", "headline", "subtitle"),
    [
        ("海堤步道开放", "", "海堤步道开放", ""),
        ("海堤步道开放\n——全长三公里", "", "海堤步道开放", "——全长三公里"),
        ("实事一件接着办\n海堤步道开放\n——全长三公里", "实事一件接着办", "海堤步道开放", "——全长三公里"),
        ("实事一件接着办\n海堤步道开放\n全长三公里", "实事一件接着办", "海堤步道开放", "全长三公里"),
        ("引题：实事一件接着办\n标题：海堤步道开放\n副题：全长三公里", "实事一件接着办", "海堤步道开放", "全长三公里"),
        ("海堤步道开放了吗？", "", "海堤步道开放了吗？", ""),
        ("各位编辑：", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_headline_lines(head, kicker, headline, subtitle):
    manuscript = read(head)
    assert (manuscript.kicker, manuscript.headline, manuscript.subtitle) == (kicker, headline, subtitle)
    assert texts(manuscript)[-2:] == PARAGRAPHS


@pytest.mark.parametrize(
    ("head", "foot", "names"),
    [
        ("海堤步道开放\n记者 林知远 通讯员 宋听澜", "", ["reporter 林知远", "correspondent 宋听澜"]),
        ("海堤步道开放\n林知远 宋听澜", "", ["reporter 林知远", "reporter 宋听澜"]),
        (
            "海堤步道开放\n作者：林知远",
            "责任编辑：周舒　校对：何未",
            ["writer 林知远", "editor 周舒", "proofreader 何未"],
        ),
        ("海堤步道开放", "（记者 林知远）", ["reporter 林知远"]),
        ("海堤步道开放\n2024-05-08 10:20  来源：青湾新报  作者：林知远  浏览：123次", "", ["writer 林知远"]),
    ],
)
def test_credits_at_head_and_foot(head, foot, names):
    manuscript = read(head, foot)
    assert [f"{entry.role} {entry.name}" for entry in manuscript.credits] == names
    assert manuscript.headline == "海堤步道开放"
    assert texts(manuscript) == PARAGRAPHS


@pytest.mark.parametrize("line", ["来源：青湾新报", "（来源：青湾新报）"])
@pytest.mark.parametrize("at_foot", [True, False])
def test_source_lines(line, at_foot):
    manuscript = read("海堤步道开放", line) if at_foot else read(f"海堤步道开放\n{line}")
    assert manuscript.source == "青湾新报"
    assert texts(manuscript) == PARAGRAPHS


WEB_FOOT = "上一篇：春耕忙\n下一篇：没有了\n相关阅读\n渔港新貌\n海边的图书馆\n版权所有 青湾新报"
WECHAT_FOOT = "编辑：周舒\n阅读 1024\n喜欢此内容的人还喜欢\n在看\n分享\n收藏"


@pytest.mark.parametrize(
    ("head", "foot", "cut"),
    [
        ("首页 > 新闻 > 本地\n海堤步道开放\n分享到：微信 微博", WEB_FOOT, 8),
        ("海堤步道开放\n原创 林知远 青湾发布\n2024-05-08 10:20 发表于青湾", WECHAT_FOOT, 5),
        ("海堤步道开放", "点赞\n评论列表\n暂无评论\n返回\n顶部", 5),
    ],
)
def test_page_furniture_is_cut_at_head_and_tail(head, foot, cut):
    manuscript = read(head, foot)
    assert manuscript.headline == "海堤步道开放"
    assert texts(manuscript) == PARAGRAPHS
    assert len([change for change in manuscript.changes if change.kind == "furniture"]) == cut


def test_furniture_words_in_the_middle_are_the_story_s():
    manuscript = read_text(f"海堤步道开放\n{BODY}\n点赞\n{BODY}\n微信扫一扫\n{BODY}")
    assert [row.text for row in manuscript.paragraphs if len(row.text) < 8] == ["点赞", "微信扫一扫"]


def test_a_word_of_a_button_alone_at_the_end_is_the_story_s():
    assert texts(read("海堤步道开放", "返回"))[-1] == "返回"


def test_a_poem_keeps_its_lines():
    assert (
        texts(read_text("海的歌\n海风吹过堤坝\n渔火点点\n潮水来了又去\n谁在岸边唱歌\n那是我的家"))[-1] == "那是我的家"
    )


@pytest.mark.parametrize("number", ["一、", "（一）", ""])
def test_subheads_on_lines_of_their_own(number):
    manuscript = read_text(f"海堤步道开放\n{BODY}\n{number}建在家门口\n{BODY}\n{number}管在日常里\n{BODY}")
    subheads = [row.text for row in manuscript.paragraphs if row.kind == "subhead"]
    assert subheads == [f"{number}建在家门口", f"{number}管在日常里"]


@pytest.mark.parametrize(
    "opening",
    [
        "秋风送爽稻谷香，田间地头收割忙。收割机在青湾区的稻田里来回穿梭，一派丰收景象。",
        "好路是走出来的，更是管出来的。街道聘请了十二名居民监督员，每周沿线走一遍。",
        "他走进了小院，笑着打了招呼。院子里的石榴树下摆着一张旧木桌。",
        "近日天气晴好，步道游人如织。从早到晚，海堤上都是来散步的居民。",
    ],
)
def test_first_sentences_that_are_no_subheads_stay(opening):
    assert [row.kind for row in read_text(f"海堤步道开放\n{BODY}\n{opening}").paragraphs] == ["text", "text", "text"]


def test_a_single_doubtful_run_in_is_asked_about():
    opening = "秋风送爽稻谷香，田间地头收割忙。收割机在青湾区的稻田里来回穿梭，一派丰收景象。"
    assert len(read_text(f"海堤步道开放\n{BODY}\n{opening}").questions) == 1


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("图为步道一角。林知远 摄", "图为步道一角。", "林知远"),
        ("▲步道一角。受访者供图", "步道一角。", "受访者供图"),
        ("（林知远 摄）", "", "林知远"),
        ("图为步道一角", "图为步道一角", ""),
    ],
)
def test_captions_below_pictures(line, caption, credit):
    manuscript = read_pasted(
        f'<p>{PARAGRAPHS[0]}</p><p><img src="data:image/png;base64,iVBORw0KGgo="></p><p>{line}</p><p>{PARAGRAPHS[1]}</p>'
    )
    assert [(picture.caption, picture.credit) for picture in manuscript.pictures] == [(caption, credit)]
    assert texts(manuscript) == [PARAGRAPHS[0], "", PARAGRAPHS[1]]


def test_a_paragraph_below_a_picture_is_no_caption():
    manuscript = read_pasted(f'<p><img src="data:image/png;base64,iVBORw0KGgo="></p><p>{PARAGRAPHS[0]}</p>')
    assert manuscript.pictures[0].caption == ""
    assert texts(manuscript) == ["", PARAGRAPHS[0]]


def series(*heads):
    return "\n".join(f"{head}街道组织干部走进小区院落，收集居民意见四十七条。" for head in heads)


@pytest.mark.parametrize(
    ("heads", "count"),
    [
        (("抓学习，强本领。", "抓作风，促实干。", "抓服务，暖民心。"), 3),
        (("强化组织领导。", "优化服务流程。", "细化责任分工。"), 3),
        (("春风送暖，万物复苏。", "狠抓落实再提升，服务群众零距离。"), 0),
        (("抓学习，强本领。", "抓作风，促实干。"), 0),
        (("狠抓落实再提升，服务群众零距离。", "深入一线办实事 用心用情解难题！"), 2),
        (("一、强化组织领导。", "二、优化服务流程。"), 2),
    ],
)
def test_run_in_subheads_come_in_series(heads, count):
    manuscript = read_text(f"海堤步道开放\n{BODY}\n{series(*heads)}")
    assert sum(row.kind == "subhead" for row in manuscript.paragraphs) == count


@pytest.mark.parametrize(
    "line", ["0人点赞", "已有 12 条评论", "阅读 10万+ 赞 20 在看 5", "分享到：", "扫码下载APP", "回到顶部", "阅读 123"]
)
def test_counters_and_calls_at_the_end_are_furniture(line):
    manuscript = read("海堤步道开放", line)
    assert texts(manuscript) == PARAGRAPHS
    assert [change.before for change in manuscript.changes if change.kind == "furniture"] == [line]


@pytest.mark.parametrize(
    "line", ["评论员：宋听澜点赞志愿者", "二维码的故事还长，我们慢慢讲。", "步道赞歌", "阅读让小城更美"]
)
def test_lines_that_only_hold_such_words_are_the_story_s(line):
    assert texts(read("海堤步道开放", line))[-1] == line
