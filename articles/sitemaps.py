"""What search engines may read: an index, and stories cut by number so that no sitemap is found by skipping rows."""

from collections.abc import Iterator
from datetime import datetime
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import Exists, Max, OuterRef
from django.http import Http404, HttpResponse
from django.urls import reverse

from articles.models import Article, FlatPage, Person, Section, Tag
from newsroom.public_pages import public_page

PER_SITEMAP = 10_000
"""The protocol allows 50,000 addresses and 50 MB: https://www.sitemaps.org/protocol.html"""
MOST_TAGS = MOST_PEOPLE = 20_000

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@public_page
def index(request):
    newest = Article.objects.published().aggregate(newest=Max("pk"))["newest"]
    count = 0 if newest is None else newest // PER_SITEMAP + 1
    names = [reverse("sitemap_pages"), *(reverse("sitemap_articles", args=[number]) for number in range(count))]
    return _answer("sitemapindex", (_entry("sitemap", name) for name in names))


@public_page
def articles(request, number):
    """The public stories numbered from `number` × 10,000 up to the next; a span with none does not exist."""
    begin = number * PER_SITEMAP
    rows = Article.objects.published().filter(pk__gte=begin, pk__lt=begin + PER_SITEMAP).order_by("pk")
    found = list(rows.values_list("pk", "published_at", "text_changed_at"))
    if not found:
        raise Http404
    # Ten thousand times reverse() would take half a second.
    before, after = reverse("article", args=[0]).split("0")
    entries = (_entry("url", f"{before}{pk}{after}", changed or first) for pk, first, changed in found)
    return _answer("urlset", entries)


@public_page
def pages(request):
    """Everything else that is public: the front page, sections, pages, tags and people with a public story."""
    tagged = Article.objects.published().filter(tagged_items__tag=OuterRef("pk"))
    names = [reverse("front")]
    names += [section.get_absolute_url() for section in Section.objects.all()]
    names += [page.get_absolute_url() for page in FlatPage.objects.defer("body")]
    names += [tag.get_absolute_url() for tag in Tag.objects.filter(Exists(tagged)).order_by("pk")[:MOST_TAGS]]
    names += [person.get_absolute_url() for person in Person.objects.public().order_by("pk")[:MOST_PEOPLE]]
    return _answer("urlset", (_entry("url", name) for name in names))


def _entry(element: str, path: str, changed: datetime | None = None) -> str:
    when = f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""
    return f"<{element}><loc>{escape(settings.SITE_URL + path)}</loc>{when}</{element}>\n"


def _answer(root: str, entries: Iterator[str]) -> HttpResponse:
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} {_NAMESPACE}>\n{"".join(entries)}</{root}>\n'
    return HttpResponse(body, content_type="application/xml; charset=utf-8")
