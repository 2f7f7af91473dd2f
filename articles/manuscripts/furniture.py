"""Page furniture: lines of a web page that a copied story brings along (点赞, 分享到, the words under a QR code).

Only the head and the tail of a manuscript are looked at: a line in the middle of a story is the story's. Words that
could also be a story's (评论, 返回) count only beside lines that could not. Credits and source lines are no furniture.
"""

import re
from collections.abc import Sequence

_NUMBER = r"[\d,.]{0,12}\s?[万wWkK+]{0,2}"
_STRONG = re.compile(
    "|".join(
        (
            rf"(?:点赞|点个赞|在看|点个在看|赞|踩|阅读原文|(?:浏览|阅读)(?:次数|量|数)?|点击(?:次数|量|数|率)?|访问量|播放量|人气|热度)\s?[：:（(]?\s?{_NUMBER}\s?(?:次|人)?[）)]?",
            rf"(?:全部|最新|热门|网友|精彩|我的|文章|用户|写)?(?:评论|留言|跟帖)(?:列表|区|数)?\s?[：:（(]?\s?{_NUMBER}\s?(?:条|人参与)?[）)]?(?<=表|区|数|\d|[）)条与])",
            r"(?:全部|最新|热门|网友|精彩|我的|写|发表|查看|更多|快来|我要)(?:评论|留言|跟帖).{0,12}",
            r"(?:已有|共有|共)?\s?\d{1,9}\s?(?:人|次|个|条)?(?:点赞|赞过|赞|评论|留言|跟帖|参与|阅读|浏览|收藏|转发|在看|喜欢)",
            rf"(?:(?:阅读|赞|在看|点赞|评论|分享|收藏|转发|浏览|喜欢)\s?[：:]?\s?{_NUMBER}\s{{0,3}}){{2,6}}",
            r"暂无(?:评论|留言|数据|更多).{0,6}|还没有(?:评论|留言).{0,12}|没有更多了|已无更多|快来抢沙发.{0,6}|抢沙发|说点什么.{0,8}",
            r"微信(?:扫一扫|小程序|公众号|公众账号|公众平台|好友|朋友圈|扫码|分享|视频号).{0,16}",
            r"(?:打开|使用|用|请用|长按|识别|扫描|扫码|扫一扫|手机扫|请扫).{0,10}(?:扫一扫|二维码|扫码|关注|体验|观看|阅读|下载|浏览器|客户端|APP|App).{0,16}",
            r"(?:长按|扫描|识别|扫).{0,6}(?:二维码|关注).{0,12}|扫一扫|扫码.{0,10}|.{0,6}二维码",
            r"分享(?:到|至|给|本文|文章|按钮).{0,24}|(?:一键)?分享[：:].{0,24}|(?:QQ空间|新浪微博|腾讯微博|朋友圈|微博|QQ好友|豆瓣|人人网)",
            r"(?:上一篇|下一篇|上一页|下一页|上一条|下一条|上篇|下篇)(?:\s?[：:].{0,60}|\s.{0,60})?",
            r"(?:返回|回到)(?:顶部|首页|列表|上一页|上页|目录).{0,4}",
            r"(?:我要)?(?:立即|在线|点击|欢迎)(?:投稿|关注|下载|登录|注册|体验|查看).{0,12}",
            r"(?:点击|点)?(?:上方|下方|左下角|右下角|右上角|蓝字|名片).{0,16}(?:关注|蓝字|在看|我们|原文|星标).{0,12}",
            r"(?:您|你)(?:现在|当前|所在)?(?:的|所在)?(?:所在)?位置\s?[：:].{0,80}|当前位置\s?[：:].{0,80}|首页\s?[>＞»›/-].{0,80}",
            r"(?:【|\[)?\s?(?:字体|字号|字体大小|文字大小)\s?[：:].{0,20}|(?:大\s中\s小|[\[【]\s?大\s?中\s?小\s?[\]】])|A[+-](?:\sA[+-])?",
            r"[\[【]\s?(?:打印|关闭|收藏|纠错|返回|推荐|字号|打印本页|关闭窗口)\s?[\]】].{0,20}|(?:打印本页|关闭窗口|我要纠错|设为首页|加入收藏)",
            r"(?:Copyright|©|版权所有).{0,80}|.{0,6}ICP[备证].{0,30}|.{0,4}公网安备.{0,30}|技术支持\s?[：:].{0,30}",
            r"(?:喜欢|看过|关注)(?:此|该|本)?(?:内容|文章|公众号)的(?:人|用户)还.{1,6}|微信扫一扫.{0,16}|收录于(?:合集|话题)?.{0,30}|#.{1,16}#?\s?\d*个(?:内容)?|预览时标签不可点.{0,10}|轻触阅读原文|继续滑动看下一个|向上滑动看下一个",
            r"(?:喜欢|觉得不错|好看).{0,10}(?:点个?赞|点个在看|转发|在看).{0,12}|(?:点赞|收藏|转发|分享)(?:[、+\s|]{1,3}(?:点赞|收藏|转发|分享|在看|评论)){1,4}",
            r"(?:APP|App|客户端)(?:下载|内打开).{0,10}|下载(?:客户端|APP|App).{0,10}|打开.{1,10}(?:APP|App|客户端).{0,16}",
            r"(?:举报|投诉)(?:电话|邮箱)?\s?[：:].{0,40}|免责声明\s?[：:].{0,200}|(?:微信号|公众号)\s?[：:].{0,30}",
        )
    )
)
_LIST_HEAD = re.compile(
    r"(?:相关|推荐|热门|延伸|更多|猜你喜欢|为你推荐|热点|最新|精彩|今日|本周|热|24小时|编辑)?"
    r"(?:阅读|新闻|文章|推荐|链接|报道|资讯|内容|热点|专题|热榜|排行|排行榜|点击排行|头条|猜你喜欢)\s?[：:]?"
)
_WEAK = frozenset(
    """
    立即 投稿 发表 评论 返回 顶部 分享 收藏 举报 打印 关闭 首页 更多 转发 留言 回复 关注 登录 注册 赞 踩 搜索 目录 刷新
    纠错 下载 订阅 点赞 在看 原创 展开 收起 取消 确定 提交 发送 字号 大 中 小 上一篇 下一篇 写评论 发布 微信 微博 QQ 打赏 赞赏 喜欢
    关注我们 联系我们 关于我们 网站地图 网站首页 手机版 电脑版 客户端 手机看 收藏本文
    复制链接 点击 复制 推荐 立即投稿 发表评论 热度 展开全文 阅读全文 置顶 最新 最热 时间 全部 没有了
    """.split()
)
_SENTENCE = re.compile("[。！？!?；;…”]")
_LIST_TITLE_LENGTH = 40
ZONE_LINES = 120
"""How many lines from either end are looked at: a story's end is found long before."""


def is_furniture(text: str) -> bool:
    """Whether `text` alone shows that it is no part of a story."""
    return len(text) <= 220 and _STRONG.fullmatch(text) is not None


def is_weak(text: str) -> bool:
    """Whether `text` is a word that pages put on buttons, but a story might hold too."""
    return "".join(text.split()) in _WEAK


def _heads_a_list(text: str) -> bool:
    return 4 <= len(text) <= 10 and _LIST_HEAD.fullmatch(text) is not None


def _could_stand_beside(text: str) -> bool:
    """Whether `text` is short and no sentence, so that furniture may go on above it."""
    return len(text) <= _LIST_TITLE_LENGTH and not _SENTENCE.search(text)


def at_the_tail(lines: Sequence[str], is_sign_off) -> list[int]:
    """The indices of the lines after the story's last paragraph that are page furniture.

    `is_sign_off(text)` says whether a line is a credit or source line: it is passed over and kept.
    """
    start = len(lines)
    for index in range(len(lines) - 1, max(len(lines) - ZONE_LINES, 0) - 1, -1):
        text = lines[index]
        if not (_could_stand_beside(text) or is_furniture(text) or is_sign_off(text)):
            break
        start = index
    zone = range(start, len(lines))
    strong = [index for index in zone if is_furniture(lines[index]) and not is_sign_off(lines[index])]
    heads = [index for index in zone if _heads_a_list(lines[index])]
    if heads and (strong or (start and heads[0] < len(lines) - 1)):
        strong = sorted({*strong, *(index for index in zone if index >= heads[0] and not is_sign_off(lines[index]))})
    if not strong:
        return []
    return [index for index in zone if index in set(strong) or _weak_here(lines, index, strong)]


def _weak_here(lines: Sequence[str], index: int, strong: list[int]) -> bool:
    return is_weak(lines[index]) and strong[0] - 6 <= index


def at_the_head(lines: Sequence[str], is_sign_off) -> list[int]:
    """The indices of the lines before the story's first paragraph that are page furniture."""
    end = 0
    for index, text in enumerate(lines[:30]):
        if not (_could_stand_beside(text) or is_furniture(text) or is_sign_off(text)):
            break
        end = index + 1
    strong = [index for index in range(end) if is_furniture(lines[index])]
    weak = [index for index in range(end) if is_weak(lines[index])] if strong else []
    return sorted({*strong, *weak})
