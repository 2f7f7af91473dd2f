"""导入稿件: a file or paste, the review page, the draft."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.enums import ArticleStatus, CreditRole, Origin, PersonKind
from articles.models import Article, Original, Person, Source
from tests import factories

ARRIVE = "admin:articles_import"
TEXT = """海堤步道今起开放
(林知远 宋听澜 通讯员 赵一禾 石门报道)       石门街道的海堤步道今天开放,全长三公里。
　　“周末来走的人多。”村民潘玉成说。
点赞
暂无评论
"""


@pytest.fixture
def desk(client, reporter):
    client.force_login(reporter)
    return client


def _bring(client, text=TEXT):
    response = client.post(reverse(ARRIVE), {"text": text})
    original = Original.objects.latest("id")
    assert (response.status_code, response["Location"]) == (302, _review(original))
    return original


def _review(original):
    return reverse("admin:articles_import_review", args=[original.pk])


def _as_shown(response, **changes):
    """The review page's form as a browser would post it back."""
    head, names = response.context["head"], response.context["names"]
    data = {name: field.initial or "" for name, field in ((f.name, f) for f in head)}
    data |= {"names-TOTAL_FORMS": len(names.forms), "names-INITIAL_FORMS": len(names.forms)}
    for form in names.forms:
        data |= {f"{form.prefix}-{name}": form[name].value() or "" for name in form.fields}
    return {**data, **changes}


def test_plain_text_becomes_a_draft_with_its_credits(desk, reporter):
    original = _bring(desk)
    response = desk.get(_review(original))
    desk.post(_review(original), _as_shown(response, draft="1"))
    article = Article.objects.get()
    assert (article.headline, article.place, article.status) == ("海堤步道今起开放", "石门", ArticleStatus.DRAFT)
    assert article.body == ("<p>石门街道的海堤步道今天开放，全长三公里。</p><p>“周末来走的人多。”村民潘玉成说。</p>")
    assert [(row.role, row.printed_name) for row in article.credits.all()] == [
        (CreditRole.REPORTER, "林知远"),
        (CreditRole.REPORTER, "宋听澜"),
        (CreditRole.CORRESPONDENT, "赵一禾"),
    ]
    assert article.created_by == reporter
    assert list(article.originals.all()) == [original]
    assert [event.action for event in article.events.all()] == ["import"]
    assert article.revisions.get().text["headline"] == "海堤步道今起开放"


def test_original_is_kept_byte_for_byte(desk):
    original = _bring(desk)
    response = desk.get(reverse("admin:articles_import_original", args=[original.pk]))
    assert b"".join(response.streaming_content) == TEXT.encode()
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Type"] == "application/octet-stream"


def test_change_undone_is_left_as_it_was(desk):
    original = _bring(desk)
    changes = desk.get(_review(original)).context["changes"]
    punctuation = next(
        group for group in changes if str(group["label"]) in {"Punctuation made full-width", "改为全角标点"}
    )
    identity = punctuation["rows"][0]["identity"]
    response = desk.post(_review(original), {"undo": identity, "again": "1"})
    assert any("开放,全长" in paragraph.text for paragraph in response.context["manuscript"].paragraphs)
    undone = [row for group in response.context["changes"] for row in group["rows"] if row["is_undone"]]
    assert [row["identity"] for row in undone] == [identity]
    desk.post(_review(original), _as_shown(response, draft="1", undo=identity))
    assert "开放,全长" in Article.objects.get().body


def test_known_name_is_linked_and_a_doubtful_one_is_asked(desk):
    known = factories.make_person("林知远")
    for unit in ("区应急局", "区教体局"):
        factories.make_person("赵一禾", kind=PersonKind.CORRESPONDENT, unit=unit)
    original = _bring(desk)
    response = desk.get(_review(original))
    posted = _as_shown(response, draft="1")
    assert posted["names-0-person"] == str(known.pk)
    refused = desk.post(_review(original), posted)
    assert (refused.status_code, Article.objects.count()) == (200, 0)
    assert list(refused.context["names"].forms[2].errors) == ["person"]
    chosen = Person.objects.get(unit__name="区教体局")
    desk.post(_review(original), {**posted, "names-2-person": str(chosen.pk)})
    assert [row.person for row in Article.objects.get().credits.all()] == [known, None, chosen]


def test_new_person_is_created_by_who_may(client, editor):
    client.force_login(editor)
    original = _bring(client)
    response = client.get(_review(original))
    client.post(_review(original), _as_shown(response, draft="1", **{"names-0-person": "new:reporter"}))
    person = Person.objects.get()
    assert (person.name, person.kind) == ("林知远", PersonKind.REPORTER)
    assert Article.objects.get().credits.first().person == person


def test_new_person_is_refused_to_who_may_not(desk):
    original = _bring(desk)
    response = desk.get(_review(original))
    refused = desk.post(_review(original), _as_shown(response, draft="1", **{"names-0-person": "new:reporter"}))
    assert (refused.status_code, Person.objects.count(), Article.objects.count()) == (200, 0, 0)


def test_source_of_the_list_makes_it_a_reprint(desk):
    source = Source.objects.create(name="海湾晚报")
    original = _bring(desk, TEXT.replace("点赞", "来源：海湾晚报"))
    desk.post(_review(original), _as_shown(desk.get(_review(original)), draft="1"))
    article = Article.objects.get()
    assert (article.source, article.origin) == (source, Origin.REPRINT)


def test_pasted_html_keeps_its_form(desk):
    html = "<h2>小标题</h2><p>第一段文字写在这里，说明一件事。</p><script>alert(1)</script>"
    desk.post(reverse(ARRIVE), {"html": html, "text": "小标题"})
    original = Original.objects.get()
    desk.post(_review(original), _as_shown(desk.get(_review(original)), draft="1"))
    assert "第一段文字写在这里，说明一件事。" in Article.objects.get().body
    assert "alert" not in Article.objects.get().body


def test_draft_is_made_once(desk):
    original = _bring(desk)
    posted = _as_shown(desk.get(_review(original)), draft="1")
    first = desk.post(_review(original), posted)
    second = desk.post(_review(original), posted)
    assert Article.objects.count() == 1
    assert first["Location"] == second["Location"]


def test_nothing_sent_is_said(desk):
    response = desk.post(reverse(ARRIVE), {"text": "  "})
    assert (response.status_code, Original.objects.count()) == (200, 0)
    assert len(response.context["form"].non_field_errors()) == 1


def test_unreadable_file_is_refused_with_its_name(desk):
    upload = SimpleUploadedFile("会议纪要.docx", b"PK\x03\x04 not a zip at all")
    response = desk.post(reverse(ARRIVE), {"file": upload})
    assert response.status_code == 200
    assert "会议纪要.docx" in str(response.context["form"].non_field_errors())


def test_strangers_originals_do_not_exist(desk, client, roles):
    original = _bring(desk)
    other = factories.make_account("other", groups=["reporter"], is_staff=True)
    client.force_login(other)
    for name in ("articles_import_review", "articles_import_original"):
        assert client.get(reverse(f"admin:{name}", args=[original.pk])).status_code == 404
        assert client.get(reverse(f"admin:{name}", args=[99_999])).status_code == 404


@pytest.mark.parametrize("role", ["proofreader", "moderator"])
def test_who_may_not_write_may_not_import(client, cast, role):
    client.force_login(cast[role])
    assert client.get(reverse(ARRIVE)).status_code == 403
    assert client.post(reverse(ARRIVE), {"text": TEXT}).status_code == 403
    assert Original.objects.count() == 0


def test_one_new_record_a_name_however_often_it_is_printed(client, editor):
    client.force_login(editor)
    original = _bring(client, TEXT.replace("点赞", "林知远/文 林知远/图"))
    posted = _as_shown(client.get(_review(original)), draft="1")
    chosen = {name: "new:reporter" for name in posted if name.endswith("-person")}
    rows = [name for name, value in posted.items() if name.endswith("-printed_name") and value == "林知远"]
    assert len(rows) > 1
    client.post(_review(original), {**posted, **chosen})
    assert Person.objects.filter(name="林知远").count() == 1


def test_picture_of_a_file_is_shown_with_its_caption(desk):
    from io import BytesIO

    import docx
    from PIL import Image

    picture = BytesIO()
    Image.new("RGB", (60, 40), "#446688").save(picture, "JPEG")
    picture.seek(0)
    document = docx.Document()
    document.add_paragraph("石门街道的海堤步道今天开放，全长三公里。")
    document.add_picture(picture)
    document.add_paragraph("图为海堤步道。沈砚 摄")
    file = BytesIO()
    document.save(file)
    desk.post(reverse(ARRIVE), {"file": SimpleUploadedFile("步道.docx", file.getvalue())})
    response = desk.get(_review(Original.objects.get()))
    shown = [row["shown"] for row in response.context["paragraphs"] if row["kind"] == "picture"]
    assert [(picture.caption, picture.credit) for picture in shown] == [("图为海堤步道。", "沈砚")]
    assert "图为海堤步道。" in response.content.decode()
