"""Tags in the admin: renamed, merged, and never simply deleted once readers have seen them."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.db.models import Count
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import tagging
from articles.admin.rows import DeskAdmin
from articles.models import Tag


class TagForm(forms.ModelForm):
    class Meta:
        model = Tag
        fields = ("name",)
        help_texts = {"name": gettext_lazy("A new name gets a new address; the old name and address lead to it.")}

    def clean_name(self):
        names = tagging.parse_tags(self.cleaned_data["name"])
        if len(names) != 1:
            raise forms.ValidationError(_("Write one name, without 、 or ，."))
        others = Tag.objects.exclude(pk=self.instance.pk)
        if others.filter(name__iexact=names[0]).exists():
            raise forms.ValidationError(_("A tag of that name exists already: merge the two instead."))
        return names[0]


@admin.register(Tag)
class TagAdmin(DeskAdmin):
    desk_group, desk_order = "filing", 2
    form = TagForm
    fields = ["name"]
    list_display = ["name", "stories_column", "former_column"]
    search_fields = ["name", "aliases__name"]
    search_help_text = gettext_lazy("Name or former name")
    sortable_by = ["name"]
    view_on_site = False
    actions = ["merge_tags"]

    def get_queryset(self, request):
        counted = super().get_queryset(request).annotate(stories=Count("tagged_items", distinct=True))
        return counted.prefetch_related("aliases")

    @admin.display(description=gettext_lazy("Number of stories"))
    def stories_column(self, tag):
        return tag.stories

    @admin.display(description=gettext_lazy("Former names"))
    def former_column(self, tag):
        return "、".join(alias.name for alias in tag.aliases.all()) or "—"

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or not tagging.is_public(obj))

    def get_deleted_objects(self, objs, request):
        return [str(tag) for tag in objs], {}, set(), []

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions if request.user.has_perm("articles.delete_tag") else {}

    def save_model(self, request, obj, form, change):
        if not change:
            super().save_model(request, obj, form, change)
        elif "name" in form.changed_data:
            stored = Tag.objects.get(pk=obj.pk)
            tagging.rename(stored, obj.name, by=request.user)
            obj.slug = stored.slug

    @admin.action(description=gettext_lazy("Merge into one tag"))
    def merge_tags(self, request, queryset):
        """Ask which of the chosen tags stays; the others become its former names."""
        tags = list(queryset)
        kept = next((tag for tag in tags if str(tag.pk) == request.POST.get("kept")), None)
        if len(tags) < 2:
            messages.error(request, _("Choose at least two tags to merge."))
            return None
        if kept is None:
            context = {
                **self.admin_site.each_context(request),
                "title": _("Merge into one tag"),
                "opts": self.opts,
                "tags": tags,
                "checkbox": helpers.ACTION_CHECKBOX_NAME,
            }
            return TemplateResponse(request, "admin/articles/tag/merge.html", context)
        for tag in tags:
            if tag.pk != kept.pk:
                self._merge(request, kept, tag)
        return None

    def _merge(self, request, kept, vanished):
        name = vanished.name
        try:
            tagging.merge(kept, vanished, by=request.user)
        except tagging.TagChangeRefused as refusal:
            messages.error(request, str(refusal))
        else:
            self.log_change(request, kept, _("Merged with %(name)s") % {"name": name})
            messages.success(request, _("“%(name)s” was merged into “%(kept)s”.") % {"name": name, "kept": kept.name})
