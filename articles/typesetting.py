"""The body of a story as its page shows it: pictures in their places, wide tables that scroll."""

import re
from collections.abc import Callable, Iterable

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.models import Article, Picture, PlacedPicture
from articles.richtext import picture_ids

_PLACE = re.compile(r'<figure data-picture="([0-9]{1,9})"></figure>')


def pictures_of(article: Article) -> list[PlacedPicture]:
    """Every picture of `article`, those the body alone places included, each with this story's words for it.

    Costs a query more only where the body places a picture that the story does not list.
    """
    placed = list(article.placed_pictures.all())
    listed = {row.picture_id for row in placed}
    stray = [pk for pk in picture_ids(article.body) if pk not in listed]
    if stray:
        found = Picture.objects.in_bulk(stray)
        placed += [PlacedPicture(article=article, picture=found[pk]) for pk in dict.fromkeys(stray) if pk in found]
    return placed


def set_body(body: str, placed: Iterable[PlacedPicture], draw: Callable[[PlacedPicture], str]) -> SafeString:
    """`body` with each picture's place taken by what `draw` makes of it; a picture that is gone leaves nothing.

    `body` was cleaned when it was saved (`articles.models.fields.RichTextField`), and holds no other attribute on a
    table than none, so that the plain text of the tag finds every table.
    """
    by_id = {row.picture_id: row for row in placed}

    def drawn(found: re.Match) -> str:
        row = by_id.get(int(found[1]))
        return draw(row) if row else ""

    scrolling = format_html('<div class="table-scroll" role="region" tabindex="0" aria-label="{}"><table>', _("Table"))
    body = _PLACE.sub(drawn, body)
    body = body.replace("<table>", scrolling).replace("</table>", "</table></div>")
    return mark_safe(body)  # noqa: S308 - cleaned by the one sanitiser, at the only door to the column


def unplaced(article: Article, placed: Iterable[PlacedPicture]) -> list[PlacedPicture]:
    """The pictures the body does not place, to be shown after the text; the cover stands at the head."""
    in_body = set(picture_ids(article.body))
    return [row for row in placed if row.picture_id not in in_body and row.picture_id != article.cover_id]


def head_picture(article: Article, placed: Iterable[PlacedPicture]) -> PlacedPicture | None:
    """The cover as the story shows it at its head, unless the body shows it."""
    if article.cover_id is None or article.cover_id in picture_ids(article.body):
        return None
    own = next((row for row in placed if row.picture_id == article.cover_id), None)
    return own or PlacedPicture(article=article, picture=article.cover)
