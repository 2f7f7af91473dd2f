"""What a Chinese personal name looks like in print, and where one ends and the next begins.

A name is two to four Han characters that begin with a surname, or a minority or foreign name with its dots
(阿卜杜拉·买买提), or a Latin name. A list of names may be printed without separators (张三李四) and a short name may be
padded to the width of a longer one (王　伟); both are undone here. Nothing here knows roles or lines.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

COMMON_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    "汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
"""The hundred surnames that nine people in ten bear."""

RARE_SURNAMES = frozenset(
    "温常季施牛葛齐伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路"
    "游辛靳管柴蒙鲍华喻祁房蒲滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧"
    "闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮"
    "粟冼蔺楼盘满闻位厉伊仝郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈"
    "伏鹿薄邸"
    "易乔赖文洪樊邢阳安丘畅竺台扬习保萧康昌凤俸阎木糜僧酆庾贲邴诸滑荀羿汲隗蓬钭韶蓟籍苍莘贡扶宰郦璩濮寿郏宦暨衡弘禄殳沃夔厍融毋乜巢蒯桓張陳劉楊黃趙吳孫馬鄭謝許韓馮鄧蕭蔣餘葉蘇呂盧鍾譚陸賈鄒嚴龍顧湯"
    "雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信"
    "展阴昝智幸奉植富尧闭由郇矫牙堵候水胶逄庹郗盘綦法咸初矫兀仉逢蔚智钮揣宓贝暴佴种晓鄂蔄苘肇虢訾辟么闪鱼洛顿郸"
)
COMPOUND_SURNAMES = frozenset(
    re.findall(
        r"\w+",
        "欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 轩辕 百里 东郭 "
        "南宫 端木 独孤 申屠 太史 淳于 澹台 赫连 闻人 濮阳 钟离 呼延 拓跋 万俟 单于 公冶 宗政 公羊 "
        "仲孙 鲜于 闾丘 亓官 司寇 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 夹谷 宰父 谷梁 段干 东门 "
        "西门 南门 第五 完颜 纳兰 爱新觉罗 叶赫那拉 耶律 哥舒 左丘 梁丘 东野 欧杨 刘付 范姜 张简 ",
    )
)

DOTS = "·‧•・∙⋅･"

_DYNASTIES = frozenset("先秦 秦 汉 东汉 西汉 魏 晋 东晋 隋 唐 宋 北宋 南宋 元 明 清 近代 现代".split())
"""唐·李白 is a poet quoted."""

_ADDRESSES = frozenset(
    "大爷 大妈 大娘 大叔 大哥 大姐 大伯 大嫂 阿姨 奶奶 爷爷 叔叔 婆婆 女士 先生 小姐 师傅 老师 同学 同志 主任 局长 书记 教授 医生 老汉 某某".split()
)
"""张大爷 is how somebody is spoken of, not how he signs."""

NEVER_IN_NAMES = frozenset(
    "吗呢吧啊的了是您你我他她它们这那哪怎么什说到从就也都很被没请问吃还或据称该每某把给使却并且则其些里后前去着过个吗"
    "获悉与及在对采见于为不因但又再已更最第"
)
"""Characters of running text. Those that are also surnames or stand in a few names are weighed in `_plausible_given`."""

_IN_SOME_NAMES = frozenset("与在对为不再见第更其前于就采里则从问")
"""Of `NEVER_IN_NAMES`, characters a given name may hold (有为, 不凡, 再兴): allowed where the name stands apart."""

NOT_NAMES = frozenset((Path(__file__).parent / "not_names.txt").read_text("utf-8").split())
"""Ordinary words that begin with a surname or stand where a name could."""

_SYLLABLES = (
    "旦增 西旦 拉毛 公保 安加 拉加 旦木 仓木 朗杰 朗加 江村 江白 江措 土旦 罗松 泽仁 泽旺 泽郎 降措 降央 斯朗 四郎 邓珠 登巴 切吉 加羊 加央 完么 完玛 "
    "尕藏 尕玛 桑杰 桑吉 桑珠 桑旦 华旦 李毛 夏吾 闹吾 更登 更嘎 索昂 索巴 仓决 仓珍 拥措 拥青 其美 琼达 琼珍 "
    "扎西 次仁 次旺 次旦 次珍 次央 片多 卓玛 多吉 多布 旺堆 旺杰 旺姆 旺久 旺扎 索朗 索南 群培 群宗 群觉 格桑 达瓦 尼玛 巴桑 央金 央宗 央吉 "
    "拉姆 拉巴 拉珍 丹增 丹巴 丹珠 丹珍 罗布 罗珍 平措 曲珍 曲宗 曲吉 曲扎 普布 普琼 普珍 边巴 边珍 晋美 晋巴 嘉措 措姆 措吉 欧珠 强巴 白玛 白珍 "
    "贡觉 贡布 贡嘎 洛桑 洛追 德吉 德央 德庆 益西 坚参 云旦 云丹 顿珠 顿旦 赤列 加措 才让 才旦 才仁 仁增 仁青 仁钦 卓嘎 玉珍 斯塔 阿旺 土登 "
    "图雅 图娅 格日乐 格日 其木格 其其格 巴特尔 巴图 巴雅尔 巴音 乌云 乌兰 乌日娜 娜仁 高娃 萨仁 萨日娜 阿拉坦 宝音 德力格尔 格根 塔娜 斯琴 "
    "斯日古楞 哈斯 朝鲁 朝格图 孟和 布和 布仁 额尔敦 额尔德尼 敖登 敖日格乐 呼和 呼格吉勒 吉日嘎拉 吉日木图 那顺 那仁 特木尔 都古尔 达来 通拉嘎 "
    "苏日娜 苏德 苏雅拉 托娅 托雅 毕力格 必力格 乌力吉 乌恩 阿荣 阿茹娜 阿木尔 青格乐 青格勒 满都拉 满达 胡日查 花拉 琪琪格 琪木格 呼日勒 图门 图力古尔 "
    "白音 伊勒 莫日根 苏和 苏布道 娜日苏 山丹 萨其拉 萨茹拉 奥登 阿古拉 查苏娜 格尔乐 朝克图 敖特根"
).split()
_PHONETIC = re.compile(rf"(?:{'|'.join(sorted(_SYLLABLES, key=lambda s: (-len(s), s)))}){{2,3}}")
"""Tibetan and Mongolian names written in Chinese: two or three of these, and no surname (次仁片多, 娜仁其木格)."""

MAX_RUN = 400
"""The longest run of names without separators that is taken apart; a longer one is running text."""


def is_han(char: str) -> bool:
    """True for a Chinese character, the rare ones of extension planes included (names hold them)."""
    return (
        ("㐀" <= char <= "鿿" and char != "丨")
        or "\U00020000" <= char <= "\U0003ffff"
        or char == "〇"
        or "豈" <= char <= "﫿"
    )


def surname_length(text: str) -> int:
    """How many characters of `text` are its surname; 0 when it does not begin with one."""
    for length in (4, 2):
        if text[:length] in COMPOUND_SURNAMES and len(text) > length:
            return length
    return 1 if text[:1] in COMMON_SURNAMES or text[:1] in RARE_SURNAMES else 0


def _plausible_given(given: str, *, apart: bool) -> bool:
    """Whether `given` may be a given name; `apart` says that separators on both sides vouch for it."""
    return all(c not in NEVER_IN_NAMES or (apart and c in _IN_SOME_NAMES) for c in given)


def is_dotted_name(text: str) -> bool:
    """Whether `text` is a name with dots: every part of Han characters, or every part Latin."""
    for dot in DOTS:
        text = text.replace(dot, "·")
    parts = text.split("·")
    if len(parts) < 2 or not all(parts) or len(text) > 30 or parts[0] in _DYNASTIES:
        return False
    return all(all(is_han(c) for c in part) and len(part) <= 8 for part in parts) or all(
        all(c.isalpha() or c in ".-'’" for c in part) for part in parts
    )


@lru_cache(maxsize=4096)
def is_surname_name(text: str, *, apart: bool = True) -> bool:
    """Whether `text` is a surname with a given name of one or two characters, or a name with dots."""
    if any(dot in text for dot in DOTS):
        return is_dotted_name(text)
    if text in NOT_NAMES or not all(map(is_han, text)):
        return False
    if _PHONETIC.fullmatch(text):
        return True
    surname = surname_length(text)
    given = text[surname:]
    return (
        bool(surname)
        and 1 <= len(given) <= 2
        and given not in _ADDRESSES
        and given[-1] not in "办局厅"
        and _plausible_given(given, apart=apart)
    )


def could_be_name(text: str) -> bool:
    """Whether `text`, standing where a name is due, may be one though its surname is not on our list (a pen name)."""
    if not 2 <= len(text) <= 5 or text in NOT_NAMES or not all(map(is_han, text)):
        return False
    ordinary = text[:2] in NOT_NAMES or text[-2:] in NOT_NAMES
    return (
        not ordinary
        and "记者" not in text
        and text[0] not in NEVER_IN_NAMES - {"其"}
        and text[-1] not in "在对就为于与"
        and _plausible_given(text, apart=True)
    )


def two_names_in_four(text: str) -> bool:
    """Whether four characters read as two names of two (张三李四) rather than as one name."""
    return (
        len(text) == 4
        and text[:2] not in COMPOUND_SURNAMES
        and text[0] in COMMON_SURNAMES
        and text[2] in COMMON_SURNAMES
        and is_surname_name(text[:2])
        and is_surname_name(text[2:])
    )


def _cost(name: str, own_names: Collection[str]) -> float | None:
    """How unlikely it is that this stretch of a run is one name; None when it cannot be one."""
    if name in own_names:
        return 0.0
    if not is_surname_name(name, apart=False):
        return None
    surname = surname_length(name)
    rarity = 0.0 if surname > 1 or name[0] in COMMON_SURNAMES else 1.5
    given = name[surname:]
    swallowed = sum(0.6 for c in given if c in COMMON_SURNAMES)
    return 1.0 + rarity + swallowed + (0.15 if len(given) == 1 and surname == 1 else 0.0)


def split_run(run: str, own_names: Collection[str] = ()) -> tuple[list[str], bool]:
    """The names in `run`, printed without separators, and whether no other reading comes near; [] when it is not names.

    The cheapest way to cut the run wins: common surnames begin names, rare ones seldom do. Two readings of nearly the
    same cost are not certain. Linear in the run.
    """
    if not 2 <= len(run) <= MAX_RUN:
        return [], False
    longest = max([5, *(len(n) for n in own_names if n)]) if own_names else 5
    ways: list[list[tuple[float, int]]] = [[] for _ in range(len(run) + 1)]
    ways[0] = [(0.0, 0)]
    for end in range(2, len(run) + 1):
        found = []
        for start in range(max(0, end - longest), end - 1):
            if not ways[start]:
                continue
            price = _cost(run[start:end], own_names)
            if price is not None:
                found += [(cost + price, start) for cost, _ in ways[start]]
        ways[end] = sorted(found)[:2]
    if not ways[-1]:
        return [], False
    names: list[str] = []
    end = len(run)
    while end:
        start = ways[end][0][1]
        names.append(run[start:end])
        end = start
    clear = len(ways[-1]) < 2 or ways[-1][1][0] - ways[-1][0][0] >= 0.5
    return names[::-1], clear


def join_padded(chars: list[str], gaps: list[str], own_names: Collection[str] = ()) -> tuple[list[str], bool]:
    """Names from single characters with spaces between (尹 凯 丽), `gaps[i]` standing before `chars[i + 1]`.

    Where two kinds of space occur, one of them parts the names and the other pads them; where there is one kind, the
    surnames say. The second value is False where another reading is as good.
    """
    text = "".join(chars)
    if len(chars) <= 3 or text in own_names or (len(chars) == 4 and text[:2] in COMPOUND_SURNAMES):
        return [text], len(chars) > 1 and (len(chars) < 4 or text[:2] in COMPOUND_SURNAMES or text in own_names)
    for kind in set(gaps) if len(set(gaps)) == 2 else ():
        names = [chars[0]]
        for gap, char in zip(gaps, chars[1:], strict=True):
            if gap == kind:
                names.append(char)
            else:
                names[-1] += char
        if all(is_surname_name(name) for name in names):
            return names, True
    names, clear = split_run(text, own_names)
    return (names, clear) if names else ([text], False)
