"""Word files: what is seen on the page is read, what was deleted, hidden or a remark is not."""

import io

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from articles.manuscripts import read_file, read_pasted, read_text
from articles.manuscripts.docx_numbering import chinese_number
from tests.articles.manuscripts import word

CANARY = "机密金丝雀"


def texts(manuscript):
    return [(row.kind, row.text) for row in manuscript.paragraphs]


def read(data):
    return read_file("稿件.docx", data)


def revision(tag, text, inside="w:t"):
    element = OxmlElement(tag)
    element.set(qn("w:id"), "7")
    element.set(qn("w:author"), CANARY)
    run, node = OxmlElement("w:r"), OxmlElement(inside)
    node.text = text
    run.append(node)
    element.append(run)
    return element


def a_story() -> bytes:
    """A manuscript as a correspondent sends it: picture, table, tracked changes, padding, straight quotes."""
    story = docx.Document()
    story.core_properties.author = CANARY
    story.add_heading("海堤步道今起开放", 1)
    story.add_paragraph("——全长三公里，老人孩子都走得到")
    story.add_paragraph("　　（记者 林知远 通讯员 宋听澜 青湾报道）近日,青湾区望潮街道海堤步道全线开放。")
    tracked = story.add_paragraph("　　步道全长")
    tracked._p.append(revision("w:del", "五", "w:delText"))
    tracked._p.append(revision("w:ins", "三"))
    tracked.add_run('公里,沿线设有"渔灯"展示窗。')
    split = story.add_paragraph()
    split.add_run("问计于民定方案，分段施工保通行。").bold = True
    split.add_run("改造之前，街道收到意见四十七条。")
    story.add_picture(io.BytesIO(word.jpeg()))
    story.add_paragraph("图为步道一角。林知远 摄")
    table = story.add_table(2, 2)
    for row, cells in enumerate((("路段", "长度"), ("北段", "1.2公里"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    story.add_paragraph("责任编辑：周舒")
    buffer = io.BytesIO()
    story.save(buffer)
    return buffer.getvalue()


PASTED = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style></head><body>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
<h1>海堤步道今起开放</h1><p class=MsoNormal>——全长三公里，老人孩子都走得到<o:p></o:p></p>
<p class=MsoNormal>&nbsp;&nbsp;&nbsp;&nbsp;（记者 林知远 通讯员 宋听澜 青湾报道）近日,青湾区望潮街道海堤步道全线开放。</p>
<p class=MsoNormal>　　步道全长<del>五</del><ins>三</ins>公里,沿线设有"渔灯"展示窗。<span style='mso-hide:all;display:none'>机密金丝雀</span></p>
<section><section><p><strong><span>问计于民定方案，</span>分段施工保通行。</strong>改造之前，街道收到意见四十七条。</p></section></section>
<p><img src="data:image/jpeg;base64,/9j/4AAQ"></p><p style="text-align:center">图为步道一角。林知远 摄</p>
<table><tr><td><p>路段</p></td><td><p>长度</p></td></tr><tr><td>北段</td><td>1.2公里</td></tr></table>
<p>责任编辑：周舒</p></body></html>"""


def test_docx_is_read_whole():
    manuscript = read(a_story())
    assert (manuscript.headline, manuscript.subtitle) == ("海堤步道今起开放", "——全长三公里，老人孩子都走得到")
    assert [entry.name for entry in manuscript.credits] == ["林知远", "宋听澜", "周舒"]
    assert texts(manuscript) == [
        ("text", "近日，青湾区望潮街道海堤步道全线开放。"),
        ("text", "步道全长三公里，沿线设有“渔灯”展示窗。"),
        ("subhead", "问计于民定方案，分段施工保通行。"),
        ("text", "改造之前，街道收到意见四十七条。"),
        ("picture", ""),
        ("table", ""),
    ]
    assert manuscript.paragraphs[5].rows == (("路段", "长度"), ("北段", "1.2公里"))
    assert [(picture.caption, picture.credit) for picture in manuscript.pictures] == [("图为步道一角。", "林知远")]
    assert manuscript.pictures[0].data == word.jpeg()
    assert manuscript.place == "青湾"


def test_docx_and_pasted_html_give_the_same_story():
    from_word, from_page = read(a_story()), read_pasted(PASTED)
    assert texts(from_page) == texts(from_word)
    assert from_page.paragraphs[5].rows == from_word.paragraphs[5].rows
    for name in ("kicker", "headline", "subtitle", "credits", "place", "outlet", "date", "source", "questions"):
        assert getattr(from_page, name) == getattr(from_word, name)
    assert from_page.to_html() == from_word.to_html()


def test_plain_text_gives_the_same_paragraphs_without_picture_and_table():
    text = (
        "海堤步道今起开放\n——全长三公里，老人孩子都走得到\n"
        "（记者 林知远 通讯员 宋听澜 青湾报道）近日,青湾区望潮街道海堤步道全线开放。\n"
        '步道全长三公里,沿线设有"渔灯"展示窗。\n责任编辑：周舒'
    )
    assert texts(read_text(text)) == texts(read(a_story()))[:2]


def hidden_by_style(kind):
    story = docx.Document()
    style = story.styles.add_style("藏", WD_STYLE_TYPE.CHARACTER if kind == "run" else WD_STYLE_TYPE.PARAGRAPH)
    style.font.hidden = True
    inherited = story.styles.add_style("更藏", style.type)
    inherited.base_style = style
    if kind == "run":
        story.add_paragraph("步道开放。").add_run(CANARY).style = inherited
    else:
        story.add_paragraph("步道开放。")
        story.add_paragraph(CANARY, style=inherited)
    buffer = io.BytesIO()
    story.save(buffer)
    return buffer.getvalue()


BOX = "<w:txbxContent>{}</w:txbxContent>"
SEEN = word.paragraph("步道开放。")
HIDDEN = word.paragraph(CANARY, "<w:vanish/>")
HIDING = {
    "run": word.package(SEEN + HIDDEN),
    "run that says true": word.package(SEEN + word.paragraph(CANARY, '<w:vanish w:val="true"/>')),
    "paragraph and its mark": word.package(
        SEEN + f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>{CANARY}</w:t></w:r></w:p>"
    ),
    "run style": hidden_by_style("run"),
    "paragraph style": hidden_by_style("paragraph"),
    "document defaults": word.package(
        word.paragraph("步道开放。", '<w:vanish w:val="0"/>') + word.paragraph(CANARY),
        parts={"word/styles.xml": word.part("styles", "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>")},
    ),
    "old text box": word.package(SEEN + f"<w:p><w:r><w:pict><v:shape><v:textbox>{BOX.format(HIDDEN)}</v:textbox></v:shape></w:pict></w:r></w:p>"),
    "hidden shape": word.package(
        SEEN + '<w:p><w:r><w:pict><v:shape style="visibility:hidden"><v:textbox>'
        + BOX.format(word.paragraph(CANARY)) + "</v:textbox></v:shape></w:pict></w:r></w:p>"
    ),
    "new text box": word.package(
        SEEN + '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="x" hidden="1"/>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{BOX.format(word.paragraph(CANARY))}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
    ),
    "header, footer and comment": word.package(
        '<w:commentRangeStart w:id="0"/>' + SEEN + '<w:commentRangeEnd w:id="0"/><w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>',
        relations=word.relation("rId8", "header", "header1.xml") + word.relation("rId9", "comments", "comments.xml"),
        parts={
            "word/header1.xml": word.part("hdr", word.paragraph(CANARY)),
            "word/footer1.xml": word.part("ftr", word.paragraph(CANARY)),
            "word/comments.xml": word.part("comments", f'<w:comment w:id="0" w:author="x">{word.paragraph(CANARY)}</w:comment>'),
        },
    ),
    "footnote": word.package(
        '<w:p><w:r><w:t>步道开放。</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        relations=word.relation("rId9", "footnotes", "footnotes.xml"),
        parts={"word/footnotes.xml": word.part("footnotes", f'<w:footnote w:id="2">{HIDDEN}</w:footnote>')},
    ),
    "deletion and move": word.package(
        SEEN + f'<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>{CANARY}</w:delText></w:r></w:del>'
        f'<w:moveFrom w:id="2" w:author="x"><w:r><w:t>{CANARY}</w:t></w:r></w:moveFrom></w:p>'
    ),
    "deleted row": word.package(
        SEEN + f'<w:tbl><w:tr><w:trPr><w:del w:id="1" w:author="x"/></w:trPr><w:tc>{word.paragraph(CANARY)}</w:tc></w:tr></w:tbl>'
    ),
    "placeholder": word.package(
        SEEN + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{word.paragraph(CANARY)}</w:sdtContent></w:sdt>"
    ),
    "properties": word.package(
        SEEN, parts={"docProps/core.xml": f"<cp xmlns='urn:x'>{CANARY}</cp>", "customXml/item1.xml": f"<x>{CANARY}</x>"}
    ),
}  # fmt: skip


@pytest.mark.parametrize("where", HIDING)
def test_what_is_not_seen_never_arrives(where):
    manuscript = read(HIDING[where])
    assert [row.text for row in manuscript.paragraphs] == ["步道开放。"]
    assert CANARY not in repr(manuscript)


SEEN_KINDS = {
    "insertion": '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>步道开放。</w:t></w:r></w:ins></w:p>',
    "move": '<w:p><w:moveTo w:id="1" w:author="x"><w:r><w:t>步道开放。</w:t></w:r></w:moveTo></w:p>',
    "simple field": '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>步道开放。</w:t></w:r></w:fldSimple></w:p>',
    "ruby": "<w:p><w:r><w:ruby><w:rt><w:r><w:t>bù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>步</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    "<w:r><w:t>道开放。</w:t></w:r></w:p>",
    "formula": "<w:p><m:oMath><m:r><m:t>步道</m:t></m:r></m:oMath><w:r><w:t>开放。</w:t></w:r></w:p>",
    "content control": f"<w:sdt><w:sdtPr/><w:sdtContent>{word.paragraph('步道开放。')}</w:sdtContent></w:sdt>",
    "new text box": "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wp:docPr id='1' name='x'/>"
    f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{BOX.format(word.paragraph('步道开放。'))}</wps:txbx></wps:wsp></a:graphicData>"
    "</a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>",
    "not hidden after all": word.paragraph("步道开放。", '<w:vanish w:val="false"/>'),
    "link": '<w:p><w:hyperlink r:id="rId5"><w:r><w:t>步道开放。</w:t></w:r></w:hyperlink></w:p>',
}


@pytest.mark.parametrize("kind", SEEN_KINDS)
def test_what_is_seen_always_arrives(kind):
    relations = word.relation("rId5", "hyperlink", "https://example.org/", external=True)
    assert texts(read(word.package(SEEN_KINDS[kind], relations=relations))) == [("text", "步道开放。")]


NUMBERING = word.part(
    "numbering",
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>',
)


def numbered(text, level=0):
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def test_numbers_that_word_prints_itself_are_text():
    body = "".join(
        (
            numbered("建在家门口"),
            word.paragraph("近日，步道开放，居民都来走走看看。"),
            numbered("先修北段，再修南段。", 1),
            numbered("路灯全部换新。", 1),
            numbered("管在日常里"),
            word.paragraph("街道聘请了监督员，每周沿线走一遍。"),
            numbered("先查北段，再查南段。", 1),
        )
    )
    data = word.package(
        body, relations=word.relation("rId9", "numbering", "numbering.xml"), parts={"word/numbering.xml": NUMBERING}
    )
    assert texts(read(data)) == [
        ("subhead", "一、建在家门口"),
        ("text", "近日，步道开放，居民都来走走看看。"),
        ("text", "1.先修北段，再修南段。"),
        ("text", "2.路灯全部换新。"),
        ("subhead", "二、管在日常里"),
        ("text", "街道聘请了监督员，每周沿线走一遍。"),
        ("text", "1.先查北段，再查南段。"),
    ]


@pytest.mark.parametrize(
    ("number", "chinese"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (34, "三十四"), (120, "120")]
)
def test_chinese_numbers(number, chinese):
    assert chinese_number(number) == chinese
