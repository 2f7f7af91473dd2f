"""Uploading many pictures at once: each judged for itself, so that one bad file spoils nothing."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from articles.admin.picture_forms import UploadForm
from articles.models import Picture
from articles.pictures import add_picture
from articles.templatetags.pictures import picture_address
from articles.uploads import Refused

THUMBNAIL_WIDTH = 400


def upload(model_admin, request):
    """The page that takes pictures. A script asks for JSON and sends one file a request; a plain form sends all."""
    return _upload(request, model_admin)


@require_http_methods(["GET", "HEAD", "POST"])
def _upload(request, model_admin):
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    results = []
    if form.is_valid():
        credit = form.cleaned_data["credit"]
        results = [_take(model_admin, request, file, credit) for file in form.cleaned_data["files"]]
        if "_popup" in request.POST and len(results) == 1 and results[0]["ok"]:
            return model_admin.response_add(request, Picture.objects.get(pk=results[0]["id"]))
    if request.accepts("application/json") and not request.accepts("text/html"):
        return JsonResponse({"results": results, "errors": form.errors}, status=200 if results else 400)
    return _page(model_admin, request, form, results)


def _take(model_admin, request, file, credit: str) -> dict:
    """{ok, name, message} of one file; when it was taken also {id, url, thumb}."""
    try:
        picture = add_picture(file, name=file.name, by=request.user, credit=credit)
    except Refused as refused:
        return {"ok": False, "name": file.name, "message": str(refused)}
    model_admin.log_addition(request, picture, [{"added": {}}])
    message = _("Taken in.")
    if twin := Picture.objects.filter(sha256=picture.sha256).exclude(pk=picture.pk).first():
        message = _("Taken in; the library has it already as number {number}.").format(number=twin.pk)
    if picture.ai_label:
        message += " " + _("It is labelled as made by AI.")
    return {
        "ok": True,
        "name": file.name,
        "message": message,
        "id": picture.pk,
        "url": reverse("admin:articles_picture_change", args=[picture.pk]),
        "thumb": picture_address(picture, THUMBNAIL_WIDTH),
    }


def _page(model_admin, request, form, results):
    taken = sum(result["ok"] for result in results)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Upload pictures"),
        "opts": Picture._meta,
        "form": form,
        "results": results,
        "summary": ngettext("{count} picture taken in.", "{count} pictures taken in.", taken).format(count=taken),
        "is_popup": "_popup" in request.GET or "_popup" in request.POST,
        "media": model_admin.media,
    }
    return TemplateResponse(request, "admin/articles/picture/upload.html", context)
