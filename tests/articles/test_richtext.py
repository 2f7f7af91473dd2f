"""What a body may hold: nothing else survives, and cleaning twice changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import richtext

KEPT = [
    "<p>海堤<strong>步道</strong>今起开放。</p>",
    "<h2>先问走路的人</h2>",
    '<figure data-picture="12"></figure>',
    '<table><tbody><tr><td colspan="2">合计</td></tr></tbody></table>',
    '<ol start="3"><li><p>三</p></li></ol>',
    '<p><a href="https://example.cn/" rel="noopener nofollow">原文</a></p>',
]


@pytest.mark.parametrize("html", KEPT)
def test_allowed_html_is_kept_as_it_is(html):
    assert richtext.clean(html) == html


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<script>alert(1)</script><p>正文</p>", "<p>正文</p>"),
        ('<p onclick="alert(1)" style="color:red" class="MsoNormal">正文</p>', "<p>正文</p>"),
        ('<a href="javascript:alert(1)">点我</a>', '<a rel="noopener nofollow">点我</a>'),
        ('<a href="data:text/html,x">点我</a>', '<a rel="noopener nofollow">点我</a>'),
        ('<img src="https://elsewhere.example/x.png" onerror="alert(1)">', ""),
        ('<figure data-picture="1 onload=x"></figure>', "<figure></figure>"),
        ('<td colspan="100000">格</td>', "格"),
        ("<svg><style><img src=x onerror=alert(1)></style></svg><p>后</p>", "<p>后</p>"),
        ("<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>", ""),
        ("<!-- 隐藏 --><p>正文</p>", "<p>正文</p>"),
        ("<div><p>套在外面的</p></div>", "<p>套在外面的</p>"),
    ],
)
def test_everything_else_is_removed(dirty, clean):
    assert richtext.clean(dirty) == clean


def test_cell_spans_are_bounded():
    row = '<table><tbody><tr><td colspan="100000">格</td></tr></tbody></table>'
    assert richtext.clean(row) == row.replace("100000", "99")


@given(st.text(alphabet=st.sampled_from("<>/\"'= &;!-apifgure0123456789scriptonerrorx海"), max_size=200))
def test_cleaning_twice_changes_nothing(html):
    once = richtext.clean(html)
    assert richtext.clean(once) == once


@given(st.text(max_size=100))
def test_plain_gives_back_the_words(text):
    from html import escape

    words = " ".join(text.split())
    assert " ".join(richtext.plain(richtext.clean(f"<p>{escape(words)}</p>")).split()) == " ".join(
        words.replace("\x00", "").split()
    )


def test_plain_sets_a_line_a_block():
    assert richtext.plain("<h2>小标题</h2><p>甲&amp;乙</p><ul><li>一</li><li>二</li></ul>") == "小标题\n甲&乙\n一\n二"


def test_picture_ids_in_order():
    assert richtext.picture_ids('<figure data-picture="7"></figure><p></p><figure data-picture="3"></figure>') == [7, 3]


@pytest.mark.django_db
def test_body_is_clean_whichever_way_it_was_written():
    from articles.models import Article
    from tests import factories

    dirty, clean = "<p>甲</p><script>x</script>", "<p>甲</p>"
    article = factories.make_article(body=dirty)
    assert (article.body, Article.objects.get().body) == (clean, clean)
    Article.objects.update(body=dirty)
    assert Article.objects.get().body == clean
    Article.objects.bulk_update([Article(pk=article.pk, body=dirty)], ["body"])
    Article.objects.bulk_create([Article(created_by=article.created_by, body=dirty)])
    assert set(Article.objects.values_list("body", flat=True)) == {clean}
