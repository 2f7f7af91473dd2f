"""The few addresses that belong to the site itself and know no news."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from newsroom.public_pages import public_page

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /accounts/
Disallow: /codes/

Sitemap: {sitemap}
"""


@public_page
def robots(request):
    sitemap = settings.SITE_URL + reverse("sitemap")
    return HttpResponse(ROBOTS.format(sitemap=sitemap), content_type="text/plain; charset=utf-8")
