"""The public addresses of stories and what they are filed under. Once public, an address stays."""

from django.urls import path, register_converter

from articles import sitemaps
from articles.views import archive, articles, codes, feeds, front, media, pages, people, sections, tags


class TwoDigits:
    """A month or day as an address writes it: 03, never 3, so that a day has one address."""

    regex = "[0-9]{2}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{int(value):02d}"


class FourDigits(TwoDigits):
    regex = "[0-9]{4}"

    def to_url(self, value):
        return f"{int(value):04d}"


register_converter(TwoDigits, "two")
register_converter(FourDigits, "four")

urlpatterns = [
    path("", front.front, name="front"),
    path("articles/<int:pk>/", articles.article, name="article"),
    path("sections/<slug:slug>/", sections.section, name="section"),
    path("tags/<slug:slug>/", tags.tag, name="tag"),
    path("reporters/<int:pk>/", people.reporter, name="reporter"),
    path("correspondents/<int:pk>/", people.correspondent, name="correspondent"),
    path("archive/<four:year>/<two:month>/<two:day>/", archive.day, name="archive_day"),
    path("pages/<slug:slug>/", pages.page, name="page"),
    path("codes/articles/<int:pk>.png", codes.article_code, name="article_code"),
    path("codes/<slug:name>.png", codes.site_code, name="site_code"),
    path("media/<path:name>", media.media, name="media"),
    path("feeds/all.xml", feeds.all_articles, name="feed_all"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/pages.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemaps/articles-<int:number>.xml", sitemaps.articles, name="sitemap_articles"),
]
