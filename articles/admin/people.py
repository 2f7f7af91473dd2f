"""Reporters and correspondents, each in a list of their own; two records of one person merged, a kind changed."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import people, permissions
from articles.admin.merging import merge_view
from articles.admin.rows import DeskAdmin
from articles.admin.widgets import PictureChoice, SuggestInput
from articles.enums import PersonKind
from articles.models import (
    Contact,
    Correspondent,
    Credit,
    PenName,
    Person,
    PersonGrade,
    Picture,
    Reporter,
    Unit,
)


class PersonForm(forms.ModelForm):
    unit_name = forms.CharField(
        label=gettext_lazy("Unit"),
        max_length=60,
        required=False,
        widget=SuggestInput("admin:articles_suggest_units"),
        help_text=gettext_lazy("A unit not known yet is added. It tells people of one name apart."),
    )
    portrait = forms.ModelChoiceField(
        Picture.objects, label=gettext_lazy("Portrait"), required=False, widget=PictureChoice
    )
    account = forms.ModelChoiceField(
        get_user_model().objects,
        label=gettext_lazy("Account"),
        required=False,
        to_field_name="username",
        widget=SuggestInput("admin:articles_suggest_accounts"),
        help_text=gettext_lazy("The user name of the account this person signs in with."),
    )

    class Meta:
        model = Person
        fields = ("name", "title", "press_card", "portrait", "biography", "is_active", "left_on", "account")
        widgets = {"left_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args, instance=None, initial=None, **kwargs):
        initial = {**(initial or {})}
        if instance and instance.pk:
            initial["unit_name"] = instance.unit.name if instance.unit else ""
            initial["account"] = instance.account.username if instance.account else ""
        super().__init__(*args, instance=instance, initial=initial, **kwargs)

    def save(self, commit=True):
        name = " ".join(self.cleaned_data.get("unit_name", "").split())
        self.instance.unit = Unit.objects.get_or_create(name=name)[0] if name else None
        return super().save(commit)


class FollowsPerson:
    """Rows that are part of a person's record: whoever may change the record may change them."""

    def has_add_permission(self, request, obj=None):
        return request.user.has_perm("articles.change_reporter")

    has_change_permission = has_delete_permission = has_add_permission

    def has_view_permission(self, request, obj=None):
        return True


class PenNameInline(FollowsPerson, admin.TabularInline):
    model = PenName
    extra = 0


class GradeForm(forms.ModelForm):
    class Meta:
        widgets = {"since": forms.DateInput({"type": "date"}, format="%Y-%m-%d")}


class GradeInline(FollowsPerson, admin.TabularInline):
    model = PersonGrade
    form = GradeForm
    extra = 0


class ContactInline(admin.StackedInline):
    """Contact data, for whoever may see it; for everyone else it is not there."""

    model = Contact
    can_delete = False

    def has_view_permission(self, request, obj=None):
        return permissions.can_see_contact_data(request.user)

    def has_add_permission(self, request, obj=None):
        return self.has_view_permission(request) and request.user.has_perm("articles.change_contact")

    has_change_permission = has_add_permission


class PersonAdmin(DeskAdmin):
    form = PersonForm
    fields = [
        "name", "unit_name", "title", "press_card", "portrait", "biography", ("is_active", "left_on"), "account",
    ]  # fmt: skip
    inlines = [PenNameInline, GradeInline, ContactInline]
    list_display = ["name_column", "unit", "grade_column", "active_column", "stories_column"]
    list_display_links = None
    list_filter = ["is_active"]
    list_select_related = ["unit"]
    search_fields = ["name__startswith", "pen_names__name__startswith", "unit__name"]
    search_help_text = gettext_lazy("Name, pen name or unit")
    sortable_by = []
    view_on_site = False
    actions = ["change_kind_action"]
    other_kind: PersonKind

    def get_queryset(self, request):
        stories = Credit.objects.filter(person=OuterRef("pk")).order_by().values("person")
        counted = stories.annotate(number=Count("article", distinct=True)).values("number")
        rows = super().get_queryset(request).select_related("unit", "account").prefetch_related("grades")
        return rows.annotate(stories=Coalesce(Subquery(counted), 0))

    @admin.display(description=gettext_lazy("Name"))
    def name_column(self, person):
        address = reverse(f"admin:articles_{self.opts.model_name}_change", args=[person.pk])
        return format_html(
            '<a class="row-title" href="{}">{}</a><span class="row-note">{}</span>', address, person.name, person.title
        )

    @admin.display(description=gettext_lazy("Grade"))
    def grade_column(self, person):
        grade = person.grade_on(timezone.localdate())
        return PersonGrade(grade=grade).get_grade_display() if grade else "—"

    @admin.display(description=gettext_lazy("Active"))
    def active_column(self, person):
        words, style = (_("active"), "good") if person.is_active else (_("left"), "bad")
        return format_html('<span class="badge badge-{}">{}</span>', style, words)

    @admin.display(description=gettext_lazy("Number of stories"))
    def stories_column(self, person):
        return person.stories

    def get_readonly_fields(self, request, obj=None):
        return [] if request.user.has_perm("newsroom.view_account") else ["account"]

    def get_inlines(self, request, obj):
        return [inline for inline in self.inlines if inline is not ContactInline or self._sees_contact(request)]

    @staticmethod
    def _sees_contact(request):
        return permissions.can_see_contact_data(request.user)

    def has_delete_permission(self, request, obj=None):
        """A record nothing names; one with credits is merged or marked as left."""
        may = request.user.has_perm(f"articles.change_{self.opts.model_name}")
        return may and obj is not None and not obj.credits.exists()

    def get_deleted_objects(self, objs, request):
        return [str(person) for person in objs], {}, set(), []

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        both = ["articles.change_reporter", "articles.change_correspondent"]
        return actions if request.user.has_perms(both) else {}

    def change_kind_action(self, request, queryset):
        for person in Person.objects.filter(pk__in=queryset.values("pk")):
            try:
                people.change_kind(person, self.other_kind, by=request.user)
            except people.PersonChangeRefused as refusal:
                messages.error(request, str(refusal))
            else:
                self.log_change(request, person, _("Kind changed to %(kind)s") % {"kind": person.get_kind_display()})
                done = _("%(name)s is now: %(kind)s. Number, credits and history stay.")
                messages.success(request, done % {"name": person, "kind": person.get_kind_display()})

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and permissions.can_merge_people(request.user):
            address = reverse(f"admin:articles_{self.opts.model_name}_merge", args=[obj.pk])
            context["form_buttons"] = [{"label": _("Merge with another record"), "url": address}]
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        merge = path(
            "<int:pk>/merge/",
            self.admin_site.admin_view(self.merge_view),
            name=f"articles_{self.opts.model_name}_merge",
        )
        return [merge, *super().get_urls()]

    def merge_view(self, request, pk):
        return merge_view(self, request, pk)


@admin.register(Reporter)
class ReporterAdmin(PersonAdmin):
    desk_group, desk_order = "people", 1
    other_kind = PersonKind.CORRESPONDENT

    @admin.action(description=gettext_lazy("Make correspondents, keeping the history"))
    def change_kind_action(self, request, queryset):
        super().change_kind_action(request, queryset)

    def save_model(self, request, obj, form, change):
        obj.kind = PersonKind.REPORTER
        super().save_model(request, obj, form, change)


@admin.register(Correspondent)
class CorrespondentAdmin(PersonAdmin):
    desk_group, desk_order = "people", 2
    other_kind = PersonKind.REPORTER

    @admin.action(description=gettext_lazy("Make reporters, keeping the history"))
    def change_kind_action(self, request, queryset):
        super().change_kind_action(request, queryset)

    def save_model(self, request, obj, form, change):
        obj.kind = PersonKind.CORRESPONDENT
        super().save_model(request, obj, form, change)


@admin.register(Unit)
class UnitAdmin(DeskAdmin):
    desk_group, desk_order = "people", 3
    list_display = ["name", "people_column"]
    search_fields = ["name"]
    actions = None

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(members=Count("people"))

    @admin.display(description=gettext_lazy("People"))
    def people_column(self, unit):
        return unit.members
