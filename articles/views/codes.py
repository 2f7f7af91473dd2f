"""QR codes as pictures of our own address: a story's, and those of the WeChat accounts made from an address."""

import io
from functools import lru_cache

import segno
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from articles.models import Article, SiteSettings
from newsroom.public_pages import public_page


@public_page
def article_code(request, pk):
    """The address of a public story, to be scanned from a screen or kept as a picture."""
    story = get_object_or_404(Article.objects.published().only("pk"), pk=pk)
    return _answer(settings.SITE_URL + story.get_absolute_url())


@public_page
def site_code(request, name):
    site = SiteSettings.load()
    addresses = {"wechat-account": site.wechat_account_address, "mini-program": site.mini_program_address}
    if not addresses.get(name):
        raise Http404
    return _answer(addresses[name])


def _answer(address: str) -> HttpResponse:
    return HttpResponse(qr_png(address), content_type="image/png")


@lru_cache(maxsize=512)
def qr_png(address: str) -> bytes:
    """`address` as a QR code of black on white, dark mode or not: scanners read nothing else surely."""
    picture = io.BytesIO()
    segno.make_qr(address, error="m").save(picture, kind="png", scale=8, border=4)
    return picture.getvalue()
