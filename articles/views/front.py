"""The front page."""

from django.shortcuts import render

from articles.front_page import arrange
from articles.site_context import site
from newsroom.public_pages import public_page


@public_page
def front(request):
    sections = list(site(request)["navigation"]["sections"])
    return render(request, "articles/front.html", {"front": arrange(sections)})
