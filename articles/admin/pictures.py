"""The picture library at the desk: a wall of thumbnails, many uploaded at once, the point of interest, its uses."""

from django.contrib import admin, messages
from django.core.files.storage import default_storage
from django.db.models import ProtectedError, Q
from django.http import FileResponse, Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.picture_forms import PictureForm
from articles.admin.picture_upload import upload
from articles.models import Article, Picture
from articles.pictures import delete_picture, may_change, set_focal_point, where_used
from articles.uploads import Refused

FOCAL_FIELDS = {"focal_x", "focal_y"}


class WithoutDescription(admin.SimpleListFilter):
    title = gettext_lazy("description")
    parameter_name = "described"

    def lookups(self, request, model_admin):
        return [("no", _("Without description"))]

    def queryset(self, request, queryset):
        return queryset.filter(Q(alt="") & Q(caption="")) if self.value() == "no" else queryset


@admin.register(Picture)
class PictureAdmin(admin.ModelAdmin):
    desk_group, desk_order = "pictures", 10
    form = PictureForm
    fields = ["caption", "credit", "alt", "ai_label", ("focal_x", "focal_y")]
    list_display = ["__str__", "credit", "created_at"]
    list_filter = [WithoutDescription, "ai_label"]
    list_per_page = 48
    search_fields = ["caption", "credit", "alt", "name"]
    search_help_text = gettext_lazy("Caption, credit, description or file name")
    show_full_result_count = False
    ordering = ["-id"]
    save_on_top = False

    class Media:
        css = {"all": ["articles/css/tints.css", "articles/css/admin-pictures.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("uploaded_by")

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) if obj is None else may_change(request.user, obj)

    def get_urls(self):
        master = path("<int:pk>/master/", self.admin_site.admin_view(self.master_view), name="articles_picture_master")
        return [master, *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        return upload(self, request)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        picture = self.get_object(request, object_id)
        uses = uses_shown(picture, request.user) if picture else []
        context = {"uses": uses, "show_save_and_add_another": False}
        return super().change_view(request, object_id, form_url, {**context, **(extra_context or {})})

    def save_model(self, request, obj, form, change):
        """Only what was changed, so that renditions made meanwhile stay; the focal point goes its own road."""
        changed = set(form.changed_data)
        obj.save(update_fields=sorted(changed - FOCAL_FIELDS))
        if changed & FOCAL_FIELDS:
            point = form.cleaned_data["focal_x"], form.cleaned_data["focal_y"]
            set_focal_point(Picture.objects.get(pk=obj.pk), *point)
            messages.info(request, _("The cuts are being made again; pages show them in a moment."))

    def get_deleted_objects(self, objs, request):
        """What Django lists before a delete; every use protects, one inside the text of a story too."""
        to_delete, counts, perms_needed, _protected = super().get_deleted_objects(objs, request)
        uses = [use for picture in objs for use in uses_shown(picture, request.user)]
        protected = [format_html('{}: <a href="{}">{}</a>', use["kind"], use["url"], use["name"]) for use in uses]
        return to_delete, counts, perms_needed, protected

    def delete_view(self, request, object_id, extra_context=None):
        """The question whether to delete; for a picture in use, whose delete is refused, its uses in its place."""
        picture = self.get_object(request, object_id)
        uses = uses_shown(picture, request.user) if picture and self.has_delete_permission(request, picture) else []
        if uses:
            context = {**self.admin_site.each_context(request), "title": str(picture), "opts": self.opts}
            context |= {"picture": picture, "uses": uses}
            return TemplateResponse(request, "admin/articles/picture/in_use.html", context)
        try:
            return super().delete_view(request, object_id, extra_context)
        except (Refused, ProtectedError):  # it came into use after the page that asked
            messages.error(request, _("This picture is used and was not deleted. Take it out where it is used first."))
            return redirect("admin:articles_picture_change", object_id)

    def delete_model(self, request, obj):
        delete_picture(obj)

    def delete_queryset(self, request, queryset):
        for picture in queryset:
            delete_picture(picture)

    def master_view(self, request, pk):
        """The stored picture, as a file to keep: for the desk alone, and never shown by the browser as a page."""
        picture = self.get_object(request, pk)
        if picture is None or not self.has_view_permission(request, picture):
            raise Http404
        try:
            file = default_storage.open(picture.file)
        except FileNotFoundError as error:
            raise Http404 from error
        name = f"{picture.pk}{picture.file[picture.file.rindex('.') :]}"
        response = FileResponse(file, as_attachment=True, filename=name)
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response["X-Content-Type-Options"] = "nosniff"
        return response


def uses_shown(picture: Picture, user) -> list[dict]:
    """Where `picture` is used, for `user`: [{kind, role, name, url}]. A story not theirs to see shows no headline."""
    uses = where_used(picture)
    stories = [use.row.pk for use in uses if isinstance(use.row, Article)]
    visible = set(Article.objects.visible_to(user).filter(pk__in=stories).values_list("pk", flat=True))
    shown = []
    for use in uses:
        hidden = isinstance(use.row, Article) and use.row.pk not in visible
        shown.append(
            {
                "kind": use.row._meta.verbose_name,
                "role": use.role,
                "name": _("a story you may not open") if hidden else str(use.row),
                "url": "" if hidden else _change_address(use.row),
            }
        )
    return shown


def _change_address(row) -> str:
    name = getattr(row, "kind", None) if row._meta.model_name == "person" else row._meta.model_name
    try:
        return reverse(f"admin:{row._meta.app_label}_{name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""
