"""The words a byline is made of: titles, functions, desk words, what ends it.

A *title* says what a person is and stands before the name (记者 张三). A *function* says what was done and may stand
before or after (摄影 张三, 张三 摄); it overrides a title, so that 记者 张三 摄 is a photographer. A *desk* word
signs off a story (责任编辑：周舒). An *end* closes a byline (报道). An *unlisted* word is a role the desk keeps no
credits for (统筹): it is read, kept in the byline and asked about.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from articles.bylines.names import is_han
from articles.enums import CreditRole as Role


class Kind(Enum):
    """What a word of the grammar does to the names around it."""

    TITLE = auto()
    FUNCTION = auto()
    DESK = auto()
    END = auto()
    FROM = auto()
    SOURCE = auto()
    DATE_LABEL = auto()
    UNIT_LABEL = auto()
    UNLISTED = auto()


@dataclass(frozen=True)
class Word:
    """One word of the grammar: its kind, and the roles it gives."""

    kind: Kind
    roles: tuple[Role, ...] = ()


SPACES = r"[ \t\u3000\xa0\u2000-\u200a\u202f\u205f]"
"""White space as pages hold it, zero-width characters excepted."""

_TITLES = {
    Role.CORRESPONDENT: "通讯员 通联员 报道员",
    Role.INTERN: "实习生 见习生 实习学生",
    Role.WRITER: "作者 原作者 特约作者 特约撰稿 特约撰稿人 主笔 撰稿人 评论员 执笔人 执笔 署名",
    Role.REPORTER: "采写 采访 采访人",
    Role.PHOTOGRAPHER: "摄影师 摄影作者 图片作者 摄影者",
    Role.ILLUSTRATOR: "漫画作者 插画师",
    Role.TRANSLATOR: "译者 翻译者 编译者",
}
_TITLE_GRADES = (
    "特约|骨干|优秀|校园|学生|首席|金牌|新闻|本报|本网|本台|本刊|本社|基层|军地|实习|见习|资深|署名|文字|文章|本文"
)

_FUNCTIONS: dict[tuple[Role, ...], str] = {
    (Role.WRITER,): "撰文 撰稿",
    (Role.PHOTOGRAPHER,): "摄影 航拍 无人机航拍 供图 摄制图片 图片摄影 摄影图片",
    (Role.ILLUSTRATOR,): "漫画 绘图 制图 插画 绘画 手绘 作图 题图 画图 绘制 动漫 图表制作 漫画制作",
    (
        Role.VIDEO,
    ): "摄像 拍摄 剪辑 视频拍摄 视频剪辑 视频制作 视频拍摄剪辑 视频摄制 拍摄剪辑 后期剪辑 后期制作 视频编辑 视频后期 短视频",
    (Role.TRANSLATOR,): "编译 翻译 编译报道",
    (Role.WRITER, Role.PHOTOGRAPHER): "图文 文图 文并摄 文并图 撰文摄影 摄影撰文 文字摄影 文字图片 摄文 文摄 撰摄",
    (Role.REPORTER, Role.PHOTOGRAPHER): (
        "摄影报道 图文报道 文图报道 摄影采写 采写摄影 采写摄影报道 采访摄影报道 采访摄影 图片报道 采摄 综合摄影报道"
    ),
    (Role.REPORTER, Role.VIDEO): "视频报道 摄像报道",
}
_EDGED_FUNCTIONS: dict[tuple[Role, ...], str] = {
    (Role.WRITER,): "文字 文案 供稿 投稿 供稿人 投稿人",
    (Role.PHOTOGRAPHER,): "图片 照片",
    (Role.ILLUSTRATOR,): "图表 插图 图解 漫评",
    (Role.VIDEO,): "视频 后期",
}
"""Functions that are ordinary nouns too: words only where no Chinese character stands before them."""

_DESK: dict[tuple[Role, ...], str] = {
    (Role.EDITOR,): (
        "责任编辑 责编 编辑 网络编辑 新媒体编辑 微信编辑 值班编辑 执行编辑 见习编辑 实习编辑 文字编辑 图片编辑 首席编辑 资深编辑 主任编辑 "
        "高级编辑 版面编辑 客户端编辑 图文编辑 助理编辑 微编 网编 副责编 实习责编 值班责编"
    ),
    (Role.PROOFREADER,): "校对 责任校对 责校 值班校对 文字校对 核校 校核 一校 二校 三校 初校 复校 终校 校对人",
    (Role.REVIEWER,): (
        "审核 一审 二审 三审 初审 复审 终审 审稿 审定 审签 签发 核审 审发 审阅 复核 责任审核 值班审核 内容审核 审读 编审 审看 一审人 二审人 三审人 审核人 审稿人 签发人 责审"
    ),
    (Role.PROOFREADER, Role.REVIEWER): "审校",
    (Role.EDITOR, Role.PROOFREADER): "编校",
}
_DESK_GRADES = "本版|本期|本报|本网|本台|本刊|本栏|文章|稿件|本文"

_SOURCES = "来源 稿源 稿件来源 文章来源 信息来源 新闻来源 消息来源 本文来源 内容来源 转自 转载自 摘自 原载 选自 综合自"
_DATE_LABELS = "发布时间 发布日期 日期 时间 更新时间 发稿时间 发表时间 刊发时间"
_UNIT_LABELS = "单位 作者单位 工作单位 供稿单位 报送单位 来稿单位 投稿单位"
_UNLISTED = (
    "统筹 策划 总统筹 总策划 监制 总监制 出品 出品人 出品单位 制作 制作人 版式 版面 美编 美术编辑 美术 组版 排版 设计 版式设计 美术设计 "
    "海报设计 版面设计 封面设计 视觉设计 海报 主播 播音 朗读 配音 播报 主持 主持人 解说 导演 编导 编剧 脚本 文稿 动画 特效 包装 技术 开发 "
    "产品 运营 总编辑 副总编辑 总编 主编 副主编 值班主任 值班总编 值班编委 值班领导 值班主编 当班编委 当班主任 主任 编委 指导 指导老师 "
    "指导教师 推荐 推荐人 整理 口述 讲述 音频 音乐 音视频 字幕 顾问 协调 联络 联系人 执行 监审 出镜 出镜记者 联合出品 数据 "
    "采编 推送 值班 题字 书法 篆刻 视觉 创意 导播 直播 录音"
)

_REPORTER_GRADES = (
    "指导|首席|高级|资深|见习|实习|特约|特派|全媒体|融媒体|融媒|全媒|新媒体|主任|助理|前方|联合|青年|校园|学生|文字|跑线|小|本报|本网|本台|本刊|"
    r"本社|本站|我报|我台|一线|派驻|常驻|数据|调查|财经|体育|深度|民生|时政|特稿|驻站|驻[^\s，。、（）()记]{1,8}"
)
_PHOTO_GRADES = "摄影|图片|视觉"
_VIDEO_GRADES = "视频|摄像|短视频"
_NOT_AFTER = {
    "记者": "站|部|节|会|协会|证|团|招待|们|朋友|自|编者|按|注|手记|问|席|行|走|专访|观察|调查|述评|连线|获|了解|在|从|日前|近日|昨|今|随|看|发现|来到",
    "通讯员": "队|培训|站|会|们|工作|制度|代表|座谈|名单|证|库|群",
    "作者": "单位|简介|系|为|是|认为|们|群|协会|通过|在|以|用|对|从|的|署名",
    "编辑": "部|室|同志|出版|们|学|整理|老师|委员|会|器|软件|好",
    "摄影": "家|协会|展|大赛|爱好|作品|比赛|艺术|棚|基地|之|机|节|界|采风|发烧|学会|器材|技术|大师",
    "翻译": "家|协会|成|为|官|学|专业|软件|机|服务|公司|院",
    "漫画": "家|书|展|社|大赛|协会|馆",
    "采访": "中|时|团|过|了|的|对象|人员|车|报道|当天|期间|结束|活动|本部|证|组|线",
    "拍摄": "的|了|于|地|现场|时|者|过|到|对象|角度|基地|点",
    "视频": "号|部|会|监控|连线|显示|中|里|的|时|画面|截图|资料|平台|网站|直播",
    "图片": "由|均|为|系|来源|新闻|说明|社|展|来自|中|里|的|仅|与|版权|来自|转|源自|网",
    "照片": "由|均|为|系|来源|中|里|的|墙|上",
    "文字": "的|由|来源|版|说明|稿",
    "审核": "制|通过|机制|把关|流程|的|工作|员|部门|结果|后",
    "校对": "部|室|员|工作|软件|的",
    "报道": "记者|首席|见习|实习记|员|说|称|了|的|过|组|中|指|还|后|显示|时|里|团|集|会",
    "评论员": "文章|队伍|们|观察",
    "审定": "通过|后|的",
    "签发": "的|了|后",
    "编译": "局|器|出版|成|自|的",
    "署名": "文章|的|为",
    "航拍": "的|镜头|图|画面|中|下|显示|爱好",
    "供图": "单位|的",
}
"""What after a word makes it another one: 记者站, 通讯员队伍, 摄影家协会, 图片由…提供."""


def _guarded(word: str) -> str:
    """The pattern of one word, refused before what makes it another."""
    for tail, refused in _NOT_AFTER.items():
        if word.endswith(tail):
            return f"{word}(?!{refused})"
    return word


def _spaced(pattern_words: list[str]) -> str:
    return "|".join(_guarded(word) for word in sorted(set(pattern_words), key=lambda w: (-len(w), w)))


def _tables() -> tuple[dict[str, Word], dict[str, Word]]:
    """Words found anywhere, and words found only with no Chinese character before and a colon, bar, slash or edge after."""
    free: dict[str, Word] = {}
    for role, words in _TITLES.items():
        free |= dict.fromkeys(words.split(), Word(Kind.TITLE, (role,)))
    for roles, words in _FUNCTIONS.items():
        free |= dict.fromkeys(words.split(), Word(Kind.FUNCTION, roles))
    for roles, words in _DESK.items():
        free |= dict.fromkeys(words.split(), Word(Kind.DESK, roles))
    free["发自"] = Word(Kind.FROM)
    edged: dict[str, Word] = {}
    for roles, words in _EDGED_FUNCTIONS.items():
        edged |= dict.fromkeys(words.split(), Word(Kind.FUNCTION, roles))
    for words, kind in (
        (_SOURCES, Kind.SOURCE),
        (_DATE_LABELS, Kind.DATE_LABEL),
        (_UNIT_LABELS, Kind.UNIT_LABEL),
        (_UNLISTED, Kind.UNLISTED),
    ):
        edged |= dict.fromkeys(words.split(), Word(kind))
    return free, edged


FREE_WORDS, EDGED_WORDS = _tables()

SINGLE_FUNCTIONS = {
    "文": Word(Kind.FUNCTION, (Role.WRITER,)),
    "图": Word(Kind.FUNCTION, (Role.PHOTOGRAPHER,)),
    "摄": Word(Kind.FUNCTION, (Role.PHOTOGRAPHER,)),
    "影": Word(Kind.FUNCTION, (Role.PHOTOGRAPHER,)),
    "文·图": Word(Kind.FUNCTION, (Role.WRITER, Role.PHOTOGRAPHER)),
    "图·文": Word(Kind.FUNCTION, (Role.WRITER, Role.PHOTOGRAPHER)),
    "译": Word(Kind.FUNCTION, (Role.TRANSLATOR,)),
    "绘": Word(Kind.FUNCTION, (Role.ILLUSTRATOR,)),
    "画": Word(Kind.FUNCTION, (Role.ILLUSTRATOR,)),
    "编": Word(Kind.DESK, (Role.EDITOR,)),
    "校": Word(Kind.DESK, (Role.PROOFREADER,)),
    "审": Word(Kind.DESK, (Role.REVIEWER,)),
}
"""One character is a word only where it stands alone; the reading of elements decides."""

_REPORTER = re.compile(rf"(?:(?:{_REPORTER_GRADES}){SPACES}?|{_PHOTO_GRADES}|{_VIDEO_GRADES}){{0,4}}{_guarded('记者')}")
_TITLE = re.compile(rf"(?:{_TITLE_GRADES}){{0,3}}(?:{_spaced(' '.join(_TITLES.values()).split())})")
_DESK_WORD = re.compile(rf"(?:{_DESK_GRADES})?(?:{_spaced([w for w, d in FREE_WORDS.items() if d.kind is Kind.DESK])})")
_FREE = re.compile(_spaced([w for w, d in FREE_WORDS.items() if d.kind not in (Kind.DESK, Kind.TITLE)]))
_END = re.compile(
    r"(?:综合|联合|独家|现场|追踪|跟踪|采访|采写|连线|专题|特别|深度|专稿|集体|整理|专门|系列){0,3}"
    rf"(?:{_guarded('报道')}|报导)|采访整理|综合整理|采写整理|综合采写|综合编写"
    r"|对(?:此|本)(?:文|报道|稿)(?:亦|也|均|都)?有(?:重要)?贡献"
)
_EDGED = re.compile(rf"(?:{_spaced(list(EDGED_WORDS))})(?={SPACES}*(?:[：:|｜丨∣│/／、]|$)|{SPACES}|[)）\]】〕])")
_PADDED = re.compile(rf"(记{SPACES}{{1,2}}者|通{SPACES}{{1,2}}讯{SPACES}{{1,2}}员|(?:责任)?编{SPACES}{{1,2}}辑|校{SPACES}{{1,2}}对|"
                     rf"审{SPACES}{{1,2}}核|摄{SPACES}{{1,2}}影|作{SPACES}{{1,2}}者|来{SPACES}{{1,2}}源|责{SPACES}{{1,2}}编)")  # fmt: skip
_FIRST_CHARS = frozenset(
    "".join(w[0] for w in [*FREE_WORDS, *EDGED_WORDS])
    + "".join(
        g[0] for g in "|".join((_REPORTER_GRADES, _PHOTO_GRADES, _VIDEO_GRADES, _TITLE_GRADES, _DESK_GRADES)).split("|")
    )
    + "记报采综联独现追跟连专特深集整系对"
)


def word_at(text: str, at: int) -> tuple[int, Word, str] | None:
    """The word of the grammar that begins at `at`: its end, what it is, and how it is spelt; None when there is none."""
    if text[at] not in _FIRST_CHARS:
        return None
    if match := _PADDED.match(text, at):
        plain = "".join(c for c in match.group() if is_han(c))
        word = Word(Kind.TITLE, (Role.REPORTER,)) if plain == "记者" else FREE_WORDS.get(plain) or EDGED_WORDS[plain]
        return match.end(), word, plain
    if match := _REPORTER.match(text, at):
        return match.end(), Word(Kind.TITLE, (_reporter_role(match.group()),)), match.group()
    if at == 0 or not is_han(text[at - 1]):
        edged = _EDGED.match(text, at)
        if edged and not (_DESK_WORD.match(text, at) or _TITLE.match(text, at)):
            return edged.end(), EDGED_WORDS[edged.group()], edged.group()
    matches = [m for p in (_FREE, _TITLE, _DESK_WORD, _END) if (m := p.match(text, at))]
    if not matches:
        return None
    best = max(matches, key=lambda m: m.end())
    return best.end(), _meaning(best), best.group()


def _reporter_role(title: str) -> Role:
    """记者 of every grade is a reporter; one whose grade is his camera is a photographer or makes videos."""
    grades = title.removesuffix("记者").rstrip()
    if grades.endswith(tuple(_PHOTO_GRADES.split("|"))):
        return Role.PHOTOGRAPHER
    return Role.VIDEO if grades.endswith(tuple(_VIDEO_GRADES.split("|"))) else Role.REPORTER


def _meaning(match: re.Match[str]) -> Word:
    text = match.group()
    if match.re is _END:
        return Word(Kind.END)
    if match.re is _TITLE or match.re is _DESK_WORD:
        while text not in FREE_WORDS:
            text = text[1:]
    return FREE_WORDS[text]
