"""Stories as RSS."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _

from articles.models import Article, SiteSettings
from articles.richtext import plain

SUMMARY_LENGTH = 200

_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)])


def xml_text(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets)."""
    return text.translate(_FORBIDDEN)


def summary_of(article: Article) -> str:
    """The summary of `article`, else the beginning of its text."""
    if article.summary:
        return article.summary
    text = " ".join(plain(article.body).split())
    return text if len(text) <= SUMMARY_LENGTH else text[:SUMMARY_LENGTH] + "……"


def all_articles_feed(articles: Iterable[Article], site: SiteSettings) -> str:
    """RSS 2.0 of `articles` (public ones, with section and credits), every address under SITE_URL."""
    feed = Rss201rev2Feed(
        title=xml_text(site.name),
        link=settings.SITE_URL + reverse("front"),
        description=xml_text(site.description or site.slogan or _("All stories, newest first")),
        language=settings.LANGUAGE_CODE,
        feed_url=settings.SITE_URL + reverse("feed_all"),
    )
    for article in articles:
        address = settings.SITE_URL + article.get_absolute_url()
        feed.add_item(
            title=xml_text(article.headline),
            link=address,
            unique_id=address,
            unique_id_is_permalink=True,
            description=xml_text(summary_of(article)),
            pubdate=article.published_at,
            updateddate=article.text_changed_at or article.published_at,
            author_name=xml_text(" ".join(credit.printed_name for credit in article.credits.all())) or None,
            categories=[xml_text(article.section.name)] if article.section else [],
        )
    return feed.writeString("utf-8")
