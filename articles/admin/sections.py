"""Sections: their order in the navigation, and their going, which only an unused one may."""

from django.contrib import admin, messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from articles import site_context
from articles.admin.rows import DeskAdmin
from articles.models import Section


class InNavigation(DeskAdmin):
    """Rows the site's navigation shows: it forgets what it kept warm when one is saved or deleted."""

    ordering = ["position", "id"]
    sortable_by = []
    actions = None
    view_on_site = False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A field edited in the list has no label there; its name goes with it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name in self.list_editable:
            field.widget.attrs["aria-label"] = db_field.verbose_name
        return field

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        site_context.forget_navigation()

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        site_context.forget_navigation()


@admin.register(Section)
class SectionAdmin(InNavigation):
    desk_group, desk_order = "filing", 1
    fields = ["name", "description", "position", "in_navigation", "comment_policy"]
    list_display = ["name", "position", "in_navigation", "slug"]
    list_editable = ["position", "in_navigation"]

    def has_delete_permission(self, request, obj=None):
        may = request.user.has_perm("articles.change_section")
        return may and (obj is None or not obj.articles.exists())

    def delete_view(self, request, object_id, extra_context=None):
        section = self.get_object(request, object_id)
        if section is None:
            raise Http404
        if section.articles.exists():
            messages.error(request, _("Stories are filed under this section. Move them first, or hide it."))
            return redirect("admin:articles_section_change", section.pk)
        return super().delete_view(request, object_id, extra_context)

    def get_deleted_objects(self, objs, request):
        return [str(section) for section in objs], {}, set(), []
