"""The story's own page."""

from django.conf import settings
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string

from articles import typesetting
from articles.around import around
from articles.models import Article
from newsroom.public_pages import public_page


@public_page
def article(request, pk):
    """The page of a public story; any other number, whatever stands behind it, does not exist."""
    story = get_object_or_404(Article.objects.published().for_page(), pk=pk)
    pictures = typesetting.pictures_of(story)
    context = {
        "article": story,
        "body": typesetting.set_body(story.body, pictures, _draw_figure),
        "head_picture": typesetting.head_picture(story, pictures),
        "gallery": typesetting.unplaced(story, pictures),
        "around": around(story),
        "current_section": story.section_id,
        "address": settings.SITE_URL + story.get_absolute_url(),
    }
    return render(request, "articles/article.html", context)


def _draw_figure(placed):
    return render_to_string("articles/_figure.html", {"placed": placed})
