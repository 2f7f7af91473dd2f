"""What is done to a line's characters, and what must be left alone."""

import pytest

from articles.manuscripts.cleaning import with_plain_spaces, without_edges, without_invisible, without_word_rubbish
from articles.manuscripts.punctuation import with_full_width_punctuation
from articles.manuscripts.quotes import has_unpaired_quotes, with_paired_quotes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("近日,青湾区举行仪式;居民来了吗?来了!", "近日，青湾区举行仪式；居民来了吗？来了！"),
        ("他说:步道好走.", "他说：步道好走。"),
        ("同比增长12%,其中外地游客3,000人", "同比增长12%，其中外地游客3,000人"),
        ("上午9:30,步道开放", "上午9:30，步道开放"),
        ("比分3:2,青湾队胜", "比分3:2，青湾队胜"),
        ("全长3.2公里", "全长3.2公里"),
        ("编号1.2.3,第4版", "编号1.2.3，第4版"),
        ("详见https://example.org/a,b?c=1:2,谢谢", "详见https://example.org/a,b?c=1:2，谢谢"),
        ("网址www.example.org,欢迎访问", "网址www.example.org，欢迎访问"),
        ("邮箱a.b@example.org,请来信", "邮箱a.b@example.org，请来信"),
        ("世界贸易组织(WTO)表示", "世界贸易组织（WTO）表示"),
        ("望潮街道(原渔港镇)", "望潮街道（原渔港镇）"),
        ("引进iPhone,华为等品牌", "引进iPhone，华为等品牌"),
        ("他念道:Hello, world. 大家笑了", "他念道：Hello, world. 大家笑了"),
        ("等了很久...才来", "等了很久……才来"),
        ("This is English, really: (yes) no?", "This is English, really: (yes) no?"),
        ("1.着力抓好", "1.着力抓好"),
        ("1)着力抓好", "1)着力抓好"),
        ("是吗?”他问,“好.”", "是吗？”他问，“好。”"),
    ],
)
def test_half_width_punctuation_among_han_characters(before, after):
    assert with_full_width_punctuation(before) == after
    assert with_full_width_punctuation(after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('开展"一周一查"活动', "开展“一周一查”活动"),
        ('"好！"他说，"走。"', "“好！”他说，“走。”"),
        ('缺一个"引号', '缺一个"引号'),
        ('屏幕宽5"，长7"', '屏幕宽5"，长7"'),
        ('He said "yes" to it', 'He said "yes" to it'),
    ],
)
def test_straight_quotes_are_paired_and_never_guessed(before, after):
    assert with_paired_quotes(before) == after


@pytest.mark.parametrize(
    ("text", "unpaired"),
    [
        ("“好”", False),
        ("“他说‘好’”", False),
        ("It’s fine", False),
        ("“好", True),
        ("好”", True),
        ("”好“", True),
        ('缺一个"引号', True),
        ("没有引号", False),
    ],
)
def test_unpaired_quotes_are_found(text, unpaired):
    assert has_unpaired_quotes(text) is unpaired


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [
        (without_invisible, "海\u200b堤\ufeff步\u00ad道\u202e", "海堤步道"),
        (without_invisible, "一家👨‍👩‍👧人", "一家👨‍👩‍👧人"),
        (without_invisible, "葛󠄀城", "葛󠄀城"),
        (without_invisible, "维吾尔语 مى\u200cخواهم", "维吾尔语 مى\u200cخواهم"),
        (without_edges, "　　海堤步道\u00a0 ", "海堤步道"),
        (with_plain_spaces, "海堤\u00a0步道　　开放", "海堤 步道 开放"),
        (with_plain_spaces, "近日， 步道 。开放", "近日，步道。开放"),
        (with_plain_spaces, "参加的有：林　远、宋听澜", "参加的有：林远、宋听澜"),
        (with_plain_spaces, "聚力抓项目 攻坚争先进", "聚力抓项目 攻坚争先进"),
        (without_word_rubbish, "Normal 0 7.8 磅 0 2 false false false EN-US ZH-CN X-NONE", ""),
        (without_word_rubbish, "/* Style Definitions */ table.MsoNormalTable {mso-style-name:普通表格;}", ""),
        (without_word_rubbish, "见错误!未找到引用源。步道开放", "见步道开放"),
        (without_word_rubbish, "\uf0b7海堤步道", "海堤步道"),
        (without_word_rubbish, "Normal people walk here", "Normal people walk here"),
    ],
)
def test_steps(step, before, after):
    assert step(before) == after
    assert step(after) == after
