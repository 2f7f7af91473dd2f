import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext

from articles.models import Picture, PlacedPicture
from articles.pictures import add_picture
from tests.articles.uploads import corpus
from tests.factories import make_article, make_picture, make_published

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/picture/add/"
WALL = "/admin/articles/picture/"


def sent(name="海.jpg", data=None):
    return SimpleUploadedFile(name, corpus.jpeg() if data is None else data)


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def uploaded(editor):
    return add_picture(corpus.jpeg(), name="海.jpg", by=editor, caption="归港")


def change(picture):
    return f"{WALL}{picture.pk}/change/"


def texts(**values):
    return {"caption": "归港", "credit": "", "alt": "", "focal_x": "0.5", "focal_y": "0.5", **values}


# Uploading


def test_many_pictures_are_taken_at_once_and_a_bad_one_spoils_nothing(desk, editor):
    files = [sent("一.jpg"), sent("二.heic", b"\0\0\0\x18ftypheic" + bytes(90)), sent("三.png", corpus.png())]
    page = desk.post(ADD, {"files": files, "credit": "林知远 摄"}).content.decode()
    assert list(Picture.objects.order_by("id").values_list("name", "credit", "uploaded_by")) == [
        ("一.jpg", "林知远 摄", editor.pk), ("三.png", "林知远 摄", editor.pk),
    ]  # fmt: skip
    assert re.findall(r'<li class="(taken|refused)"', page) == ["taken", "refused", "taken"]
    assert "“二.heic”" in page


def test_a_script_sends_one_and_reads_json(desk):
    answer = desk.post(ADD, {"files": [sent()]}, headers={"accept": "application/json"})
    picture = Picture.objects.get()
    result = json.loads(answer.content)["results"][0]
    assert (result["ok"], result["id"], result["url"]) == (True, picture.pk, change(picture))
    thumbnail = desk.get(result["thumb"])
    assert thumbnail.status_code == 200
    thumbnail.close()


def test_a_script_is_told_why_a_file_was_refused(desk):
    answer = desk.post(ADD, {"files": [sent("x.svg", corpus.SVG)]}, headers={"accept": "application/json"})
    result = json.loads(answer.content)["results"][0]
    assert (result["ok"], "x.svg" in result["message"], Picture.objects.count()) == (False, True, 0)


def test_no_file_is_said(desk):
    assert 'class="errornote"' in desk.post(ADD, {}).content.decode()
    assert desk.post(ADD, {}, headers={"accept": "application/json"}).status_code == 400


def test_a_picture_the_library_has_already_is_pointed_out(desk, uploaded):
    answer = desk.post(ADD, {"files": [sent()]}, headers={"accept": "application/json"})
    assert re.findall(r"[0-9]+", json.loads(answer.content)["results"][0]["message"]) == [str(uploaded.pk)]


def test_a_label_of_ai_content_is_said(desk):
    labelled = corpus.private_jpeg(f"<TC260:AIGC>{corpus.LABEL}</TC260:AIGC>")
    answer = desk.post(ADD, {"files": [sent(data=labelled)]}, headers={"accept": "application/json"})
    assert Picture.objects.get().ai_label is True
    assert json.loads(answer.content)["results"][0]["message"].endswith(gettext("It is labelled as made by AI."))


def test_a_hostile_name_is_shown_as_text(desk):
    name = "<img src=x onerror=alert(1)>.jpg"
    page = desk.post(ADD, {"files": [sent(name), sent(name, b"no")]}).content.decode()
    assert ("<img src=x" in page, "&lt;img src=x" in page) == (False, True)


def test_a_popup_gets_its_picture(desk):
    page = desk.post(ADD, {"files": [sent()], "_popup": "1"}).content.decode()
    assert f"&quot;value&quot;: &quot;{Picture.objects.get().pk}&quot;" in page


@pytest.mark.parametrize("role", ["proofreader", "moderator", "contributor"])
def test_who_may_not_upload(client, cast, role):
    client.force_login(cast[role])
    answer = client.post(ADD, {"files": [sent()]})
    assert (answer.status_code in {302, 403}, Picture.objects.count()) == (True, 0)


def test_reporters_may_upload(client, reporter):
    client.force_login(reporter)
    client.post(ADD, {"files": [sent()]})
    assert Picture.objects.get().uploaded_by == reporter


def test_other_methods_are_refused(desk):
    assert desk.put(ADD).status_code == 405


# The wall


def test_the_wall_shows_thumbnails(desk, uploaded):
    page = desk.get(WALL).content.decode()
    assert re.findall(r'<img class="tint-(\w+)" src="(/media/[^"]+)" width="900" height="600"', page) == [
        (uploaded.palette, f"/media/{uploaded.renditions[0]['name']}")
    ]


@pytest.mark.parametrize(("query", "found"), [("归港", 1), ("海.jpg", 1), ("山", 0)])
def test_pictures_are_searched_by_what_is_said_of_them(desk, uploaded, query, found):
    assert desk.get(WALL, {"q": query}).content.decode().count('class="picture-tile"') == found


def test_pictures_without_description_are_found(desk, uploaded):
    bare = make_picture()
    page = desk.get(WALL, {"described": "no"}).content.decode()
    assert re.findall(r"/picture/(\d+)/change/", page) == [str(bare.pk)]


def test_the_wall_takes_a_fixed_number_of_queries(desk, django_assert_num_queries):
    """Session, account, groups, permissions (three), how many pictures, the pictures: whatever their number."""
    desk.get(WALL)  # the first visit also begins the session and reads the site's settings
    for count in (1, 2):
        for _ in range(count):
            make_picture()
        with django_assert_num_queries(8):
            desk.get(WALL)


# One picture


def test_words_are_saved_and_renditions_made_meanwhile_stay(desk, uploaded):
    Picture.objects.update(
        renditions=[{"cut": "", "format": "jpeg", "width": 1, "height": 1, "name": "made-meanwhile"}]
    )
    desk.post(change(uploaded), texts(caption="渔船\n归港", alt="三条渔船"))
    row = Picture.objects.get()
    assert (row.caption, row.alt, row.renditions[0]["name"]) == ("渔船 归港", "三条渔船", "made-meanwhile")
    assert row.file == uploaded.file


def test_a_new_focal_point_is_kept_and_cuts_asked_for(desk, uploaded):
    from django_tasks_db.models import DBTaskResult

    DBTaskResult.objects.all().delete()
    desk.post(change(uploaded), texts(focal_x="0.2", focal_y="1"))
    row = Picture.objects.get()
    assert (row.focal_x, row.focal_y, DBTaskResult.objects.count()) == (0.2, 1, 1)


def test_a_focal_point_outside_is_refused(desk, uploaded):
    page = desk.post(change(uploaded), texts(focal_x="1.5"))
    assert (page.status_code, Picture.objects.get().focal_x) == (200, 0.5)


def test_nothing_else_of_the_row_can_be_posted(desk, uploaded):
    before = Picture.objects.values().get()
    desk.post(
        change(uploaded), texts(file="x", name="x", width="1", palette="x", sha256="x", renditions="[]", size="1")
    )
    assert Picture.objects.values().get() == before


def test_the_page_says_where_the_picture_is_used(desk, uploaded):
    article = make_article(headline="渔汛开始", cover=uploaded)
    page = desk.get(change(uploaded)).content.decode()
    assert "渔汛开始" in page
    assert f"/admin/articles/article/{article.pk}/change/" in page


def test_the_headline_of_anothers_draft_stays_hidden(client, reporter, uploaded):
    make_article(headline="还没有人知道", cover=uploaded)
    client.force_login(reporter)
    page = client.get(change(uploaded))
    assert (page.status_code, "还没有人知道" in page.content.decode()) == (200, False)


def test_a_used_picture_is_not_deleted(desk, uploaded):
    PlacedPicture.objects.create(article=make_article(headline="渔汛开始"), picture=uploaded)
    page = desk.post(f"{WALL}{uploaded.pk}/delete/", {"post": "yes"}).content.decode()
    assert ("渔汛开始" in page, Picture.objects.count()) == (True, 1)


def test_who_would_delete_a_used_picture_sees_its_uses_and_no_button(desk, uploaded):
    story = make_published(headline="渔汛开始", cover=uploaded)
    page = desk.get(f"{WALL}{uploaded.pk}/delete/").content.decode()
    assert gettext("This picture is used and is not deleted. Take it out where it is used first.") in page
    assert f'<a href="/admin/articles/article/{story.pk}/change/">渔汛开始</a>' in page
    assert (f'href="{change(uploaded)}"' in page, 'name="post"' in page) == (True, False)


def test_a_picture_in_the_text_of_a_story_is_not_deleted(desk, uploaded):
    make_article(headline="渔汛开始", body=f'<figure data-picture="{uploaded.pk}"></figure>')
    desk.post(WALL, {"action": "delete_selected", "_selected_action": [uploaded.pk], "post": "yes"})
    assert Picture.objects.count() == 1


def test_a_picture_that_comes_into_use_meanwhile_is_not_deleted(desk, uploaded, monkeypatch):
    make_article(cover=uploaded)
    monkeypatch.setattr("articles.admin.pictures.uses_shown", lambda picture, user: [])
    answer = desk.post(f"{WALL}{uploaded.pk}/delete/", {"post": "yes"})
    assert (answer.status_code, answer["Location"], Picture.objects.count()) == (302, change(uploaded), 1)


def test_unused_pictures_are_deleted_one_or_many(desk, uploaded):
    desk.post(f"{WALL}{uploaded.pk}/delete/", {"post": "yes"})
    assert Picture.objects.count() == 0
    rows = [make_picture(), make_picture()]
    desk.post(WALL, {"action": "delete_selected", "_selected_action": [row.pk for row in rows], "post": "yes"})
    assert Picture.objects.count() == 0


def test_reporters_delete_nothing(client, reporter, uploaded):
    client.force_login(reporter)
    assert client.post(f"{WALL}{uploaded.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Picture.objects.count() == 1


# The stored picture


def test_the_master_is_a_file_for_the_desk(desk, uploaded):
    answer = desk.get(f"{WALL}{uploaded.pk}/master/")
    assert answer["Content-Disposition"] == f'attachment; filename="{uploaded.pk}.jpg"'
    assert (answer["Content-Security-Policy"], answer["X-Content-Type-Options"]) == (
        "default-src 'none'; sandbox", "nosniff",
    )  # fmt: skip
    assert answer["Cache-Control"] == "private, no-store"
    assert len(b"".join(answer.streaming_content)) == uploaded.size


def test_the_master_is_not_there_for_others(client, moderator, uploaded):
    assert client.get(f"{WALL}{uploaded.pk}/master/").status_code == 302
    client.force_login(moderator)
    assert client.get(f"{WALL}{uploaded.pk}/master/").status_code == 404


def test_a_master_that_is_gone_is_not_there(desk):
    assert desk.get(f"{WALL}{make_picture().pk}/master/").status_code == 404
    assert desk.get(f"{WALL}999/master/").status_code == 404


# What a reporter may change


def _change_caption(client, picture):
    words = {"caption": "改过的图说", "credit": "", "alt": "", "focal_x": "0.5", "focal_y": "0.5"}
    client.post(f"{WALL}{picture.pk}/change/", words)
    picture.refresh_from_db()
    return picture.caption


def test_reporters_change_their_own_upload_while_only_their_draft_uses_it(client, reporter):
    client.force_login(reporter)
    picture = make_picture(uploaded_by=reporter, caption="原来的图说")
    make_article(by=reporter, cover=picture)
    assert _change_caption(client, picture) == "改过的图说"


def test_reporters_change_nothing_a_public_story_shows(client, reporter):
    client.force_login(reporter)
    picture = make_picture(uploaded_by=reporter, caption="原来的图说")
    PlacedPicture.objects.create(article=make_published(by=reporter), picture=picture)
    assert _change_caption(client, picture) == "原来的图说"


def test_reporters_change_no_upload_of_anothers(client, reporter, editor):
    client.force_login(reporter)
    assert _change_caption(client, make_picture(uploaded_by=editor, caption="原来的图说")) == "原来的图说"
