"""What every page of the site is told."""

from django.conf import settings
from django.core.cache import cache
from django.utils.functional import SimpleLazyObject

from articles.models import FlatPage, Section, SiteSettings

NAVIGATION_KEY = "site-navigation"


def _navigation() -> dict:
    """Sections of the navigation and pages of the footer, warm from the cache; saving either forgets them."""
    found = cache.get(NAVIGATION_KEY)
    if found is None:
        found = {
            "sections": list(Section.objects.filter(in_navigation=True)),
            "footer_pages": list(FlatPage.objects.filter(in_footer=True).defer("body")),
        }
        cache.set(NAVIGATION_KEY, found, 60)
    return found


def forget_navigation() -> None:
    cache.delete(NAVIGATION_KEY)


def site(request) -> dict:
    """`site` (SiteSettings) and `navigation`; both are read only by a template that shows them.

    `known` is what the cache still holds of them, for pages that must appear while the database is gone. `site_url` is
    the site's own address, never one a request claims.
    """
    return {
        "site": SimpleLazyObject(SiteSettings.load),
        "navigation": SimpleLazyObject(_navigation),
        "known": SimpleLazyObject(_known),
        "site_url": settings.SITE_URL,
    }


def _known() -> dict:
    navigation = cache.get(NAVIGATION_KEY) or {}
    return {"name": getattr(SiteSettings.remembered(), "name", ""), "sections": navigation.get("sections", [])}
