"""What carries a tag, newest first."""

from django.http import Http404
from django.shortcuts import redirect, render

from articles.listing import page_of
from articles.models import Article, Tag, TagAlias, TaggedArticle
from newsroom.public_pages import public_page


@public_page
def tag(request, slug):
    """A tag's page; a name it once had leads to it. A tag that no public story carries does not exist for readers."""
    found = Tag.objects.filter(slug=slug).first()
    if found is None:
        return _moved(slug)
    tagged = TaggedArticle.objects.filter(tag=found).values("content_object")
    page = page_of(Article.objects.published().filter(pk__in=tagged), request.GET.get("page"))
    if not page.articles:
        raise Http404
    return render(request, "articles/tag.html", {"tag": found, "page": page})


def _moved(slug):
    alias = TagAlias.objects.select_related("tag").filter(slug=slug).first()
    if alias is None or not Article.objects.published().filter(tagged_items__tag=alias.tag).exists():
        raise Http404
    return redirect(alias.tag, permanent=True)
