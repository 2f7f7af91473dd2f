"""The feeds."""

from django.http import HttpResponse

from articles.feeds import all_articles_feed
from articles.models import Article, SiteSettings
from newsroom.public_pages import public_page

NEWEST = 30


@public_page
def all_articles(request):
    newest = Article.objects.published().newest_first().select_related("section").prefetch_related("credits")[:NEWEST]
    feed = all_articles_feed(newest, SiteSettings.load())
    return HttpResponse(feed, content_type="application/rss+xml; charset=utf-8")
