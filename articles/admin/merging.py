"""Two records of one person made one: the page that shows what would move, and the record of what did."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import people, permissions
from articles.admin.rows import DeskAdmin
from articles.models import Person, PersonMerge
from articles.numbers import row_number

CREDITS_SHOWN = 100


def merge_view(model_admin, request, pk):
    """GET: choose the other record and see what moves. POST: merge it into this one."""
    kept = model_admin.get_object(request, pk)
    if kept is None:
        raise Http404
    if not permissions.can_merge_people(request.user):
        raise PermissionDenied
    number = row_number(request.POST.get("vanished") or request.GET.get("vanished")) or 0
    vanished = Person.objects.filter(pk=number).exclude(pk=kept.pk).select_related("unit").first()
    if request.method == "POST" and vanished:
        return _merge(model_admin, request, Person.objects.get(pk=kept.pk), vanished)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Merge two records of one person"),
        "subtitle": str(kept),
        "opts": model_admin.opts,
        "kept": kept,
        "vanished": vanished,
        "said": _sentences(vanished, permissions.can_see_contact_data(request.user)) if vanished else [],
        "moving": vanished.credits.select_related("article")[:CREDITS_SHOWN] if vanished else [],
        "count": vanished.credits.count() if vanished else 0,
        "candidates": Person.objects.filter(Q(name=kept.name) | Q(pen_names__name=kept.name))
        .exclude(pk=kept.pk).select_related("unit").distinct()[:20],
    }  # fmt: skip
    return TemplateResponse(request, "admin/articles/person/merge.html", context)


def _merge(model_admin, request, kept, vanished):
    name = str(vanished)
    try:
        merge = people.merge(kept, vanished, by=request.user)
    except people.PersonChangeRefused as refusal:
        messages.error(request, str(refusal))
    else:
        model_admin.log_change(request, kept, _("Merged with %(name)s") % {"name": name})
        done = _("%(name)s was merged in; %(count)d credits moved.")
        messages.success(request, done % {"name": name, "count": merge.credits_moved})
    return redirect(f"admin:articles_{model_admin.opts.model_name}_change", kept.pk)


def _sentences(person, with_contact: bool) -> list[tuple[str, str]]:
    """What the record of `person` says, for who decides whether it is the same person."""
    said = people.describe(person)
    lines = [
        (_("Name"), str(person)),
        (_("Kind"), person.get_kind_display()),
        (_("Title"), said["title"]),
        (_("Pen names"), "、".join(said["pen_names"])),
        (_("Biography"), said["biography"]),
    ]
    if with_contact and said["contact"]:
        lines.append((_("Contact data"), " · ".join(value for value in said["contact"].values() if value)))
    return [(name, value) for name, value in lines if value]


@admin.register(PersonMerge)
class PersonMergeAdmin(DeskAdmin):
    """The record of merges; only read, and only by who may see contact data, which a record may hold."""

    desk_group, desk_order = "people", 4
    list_display = ["kept", "vanished_column", "credits_moved", "by", "at"]
    list_select_related = ["kept__unit", "by"]
    list_display_links = None
    sortable_by = []
    actions = None

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) and permissions.can_see_contact_data(request.user)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("Vanished record"))
    def vanished_column(self, merge):
        return f"{merge.vanished.get('name', '')} #{merge.vanished_id}"

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return HttpResponseNotAllowed(["POST"]) if request.method != "GET" else self._kept(request, object_id)

    def _kept(self, request, object_id):
        merge = self.get_object(request, object_id)
        if merge is None or not self.has_view_permission(request, merge):
            raise Http404
        return redirect(f"admin:articles_{merge.kept.kind}_change", merge.kept_id)
