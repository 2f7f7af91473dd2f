"""What stands under a section, newest first."""

from django.shortcuts import get_object_or_404, render

from articles.listing import page_of
from articles.models import Article, Section
from newsroom.public_pages import public_page


@public_page
def section(request, slug):
    found = get_object_or_404(Section, slug=slug)
    page = page_of(Article.objects.published().filter(section=found), request.GET.get("page"))
    return render(request, "articles/section.html", {"section": found, "page": page})
