"""The body of a story as its page shows it: pictures in their places, subheads that break between words, wide tables
that scroll.
"""

import html
import re
from collections.abc import Callable, Iterable

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.models import Article, Picture, PlacedPicture
from articles.richtext import picture_ids
from articles.words import BREAK, mark_words

_SUBHEAD = re.compile(r"<(h[23])>([^<]*)</h[23]>")
_PLACE = re.compile(r'<figure data-picture="([0-9]{1,9})"></figure>')


def set_headline(marked: str) -> SafeString:
    """A text with word boundaries (`articles.words.mark_words`) as HTML: a `<wbr>` for each."""
    return mark_safe("<wbr>".join(conditional_escape(word) for word in marked.split(BREAK)))  # noqa: S308 - escaped


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
    body = _PLACE.sub(drawn, _SUBHEAD.sub(_set_subhead, body))
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


def _set_subhead(found: re.Match) -> str:
    words = set_headline(mark_words(html.unescape(found[2])))
    return format_html('<{0} class="headline">{1}</{0}>', found[1], words)
