"""Pages that are not news: 关于我们, 投稿须知."""

from django.shortcuts import get_object_or_404, render

from articles.models import FlatPage
from articles.typesetting import set_body
from newsroom.public_pages import public_page


@public_page
def page(request, slug):
    found = get_object_or_404(FlatPage, slug=slug)
    return render(request, "articles/page.html", {"page": found, "body": set_body(found.body, (), str)})
