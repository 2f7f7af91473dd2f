"""What names a paper, station or site, and what names an office, school or firm rather than a person."""

import re

from articles.bylines.names import is_han


def _listed(words: str) -> list[str]:
    return words.split()


OUTLET_PRONOUNS = ("本报", "本网", "本台", "本刊", "本社", "本站", "我报", "我台", "我网")
_OUTLET_ENDINGS = _listed(
    "报 网 社 台 在线 新闻 客户端 融媒 融媒体 全媒体 全媒 云媒 中心 之声 广播 频道 频率 壹点 头条 传媒 集团 周刊 杂志 月刊 半月刊 画报 发布 "
    "热线 资讯 视频 号 微博 微信 云 公众号 观察 财经 评论 时讯 快讯 视界 号外 一点 派 报道 日报 晚报 交汇点 读特 读创 新湖南 极目 九派 川观 正观 封面 纵览 南方+ 新黄河 南都 新快 周末 App APP app + 》"
)
_NOT_OUTLET_ENDS = (
    "举报",
    "通报",
    "情报",
    "海报",
    "预报",
    "上报",
    "申报",
    "气象台",
    "天文台",
    "地震台",
    "警报",
    "捷报",
    "喜报",
    "填报",
)
_NOT_OUTLETS = frozenset(
    _listed(
        "互联网 上网 电网 平台 柜台 后台 舞台 阳台 上报 举报 通报 汇报 情报 海报 简报 预报 播报 快报 学社 旅行社 合作社 报社 新闻 在线 中心 广播 "
        "频道 杂志 发布 热线 视频 观察 财经 评论 集团 头条 报 网 社 台 内网 外网 官网 路网 管网 警报 捷报 喜报 填报 申报 天气预报 供销社 出版社"
    )
)


_COLUMN = re.compile(r"(?<=.{2})“[^“”]{2,10}”$")
"""新华社“新华视点”: the column an outlet's reporter writes for."""


def is_outlet(text: str) -> bool:
    """Whether `text` names a paper, station or site, or several joined by a slash or a dot (青岛日报/观海新闻)."""
    if text in OUTLET_PRONOUNS:
        return True
    text = _COLUMN.sub("", text)
    parts = re.split(r"[/／·•]", text)
    if not 2 <= len(text) <= 30 or not all(parts) or text in _NOT_OUTLETS or text.endswith(_NOT_OUTLET_ENDS):
        return False
    return any(part.endswith(tuple(_OUTLET_ENDINGS)) for part in parts) and all(
        is_han(c) or c.isalnum() or c in '/／·•+-—&《》“”"' for c in text
    )


UNIT_ENDINGS = _listed(
    "局 委 办 厅 院 校 站 队 所 处 社区 中心 公司 镇 街道 医院 部 会 协会 学会 商会 大学 学院 中学 小学 幼儿园 集团 银行 支行 分行 厂 "
    "村 政府 团委 工会 妇联 学校 党校 法院 检察院 宣传部 组织部 科 室 股 乡 军区 武装部 馆 园 景区 管委会 联合会 基金会 街 林场 农场 "
    "港 库 总站 电厂 煤矿 矿 店 社 处 组 市 县 区 院区 总队 支队 大队 中队 消防 公安 交警 税务 气象 电网 供电 石化 移动 联通 电信"
)  # fmt: skip
_SHORT_UNITS = frozenset(
    _listed("区委 县委 市委 省委 团委 法院 工会 妇联 公安 税务 消防 党校 交警 武警 检察院 区办 县局 市局 区局")
)
_UNIT_IN_THREE = frozenset("局委办厅院校站队所处")


def is_unit(text: str) -> bool:
    """Whether `text` names an office, school, firm or village rather than a person."""
    if text in _SHORT_UNITS:
        return True
    if not all(is_han(c) or c.isalnum() or c in "·（）()-" for c in text):
        return False
    return (len(text) == 3 and text[-1] in _UNIT_IN_THREE) or (
        4 <= len(text) <= 30 and text.endswith(tuple(UNIT_ENDINGS))
    )


def ends_as_unit(text: str) -> bool:
    """Whether `text` ends in a word no name ends in (宣传部, 中心), so that it is not names run together."""
    return text.endswith(tuple(ending for ending in UNIT_ENDINGS if len(ending) > 1))
