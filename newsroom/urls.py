"""Every address of the newsroom. Once public, an address stays."""

from django.contrib import admin
from django.urls import include, path

from newsroom import account_views
from newsroom.health import healthz
from newsroom.views import robots

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/after-login/", account_views.after_login, name="after_login"),
    path("accounts/2fa/totp/picture/", account_views.totp_picture, name="mfa_totp_picture"),
    path("accounts/", include("allauth.urls")),
    path("robots.txt", robots, name="robots"),
    path("healthz", healthz, name="healthz"),
    path("", include("articles.urls")),
]

handler400 = "newsroom.errors.bad_request"
handler403 = "newsroom.errors.forbidden"
handler404 = "newsroom.errors.not_found"
handler429 = "newsroom.errors.too_many_requests"  # allauth asks for it
handler500 = "newsroom.errors.server_error"
