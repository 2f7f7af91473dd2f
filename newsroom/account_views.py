"""What the login door needs beside allauth's own pages."""

import io

import segno
from allauth.account.decorators import reauthentication_required
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe


@require_safe
@login_required
def after_login(request):
    """Where a login leads when nobody asked for a page: the desk for staff, the own account for everyone else."""
    return redirect("admin:index" if request.user.is_staff else "mfa_index")


@require_safe
@reauthentication_required(app="allauth.mfa")
def totp_picture(request):
    """The code an authenticator app scans, as a picture of this site: the CSP allows no `data:` picture.

    404 where no app is being set up just now.
    """
    secret = request.session.get(SECRET_SESSION_KEY)
    if not secret:
        raise Http404
    picture = io.BytesIO()
    address = get_adapter().build_totp_url(request.user, secret)
    segno.make(address, error="m").save(picture, kind="svg", scale=5, border=3, dark="#000", light="#fff")
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")
