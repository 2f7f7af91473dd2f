"""The site's own data: its settings (one row, opened at once), flat pages, the sources it may reprint."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import richtext
from articles.admin.rows import DeskAdmin
from articles.admin.sections import InNavigation
from articles.admin.widgets import DeskEditor, PictureChoice
from articles.models import FlatPage, Picture, SiteSettings, Source


def _picture_field(label):
    return forms.ModelChoiceField(Picture.objects, label=label, required=False, widget=PictureChoice)


class SiteSettingsForm(forms.ModelForm):
    """The admin says which fields."""

    logo = _picture_field(_("Picture for shared links"))
    wechat_account_code = _picture_field(_("WeChat public account: picture of the code"))
    mini_program_code = _picture_field(_("WeChat mini program: picture of the code"))


@admin.register(SiteSettings)
class SiteSettingsAdmin(DeskAdmin):
    desk_group, desk_order = "site", 1
    form = SiteSettingsForm
    fieldsets = [
        (_("Name"), {"fields": ["name", "slogan", "description", "sponsor", "logo"]}),
        (_("House style"), {"fields": ["outlet", "byline_style", "comment_policy"]}),
        (
            _("Licences and reports"),
            {"fields": ["icp_number", "police_number", "news_licence", "report_phone", "report_email"]},
        ),
        (
            _("WeChat"),
            {
                "fields": [
                    "wechat_account", "wechat_account_address", "wechat_account_code", "mini_program",
                    "mini_program_address", "mini_program_code",
                ]
            },
        ),
        (_("For the day"), {"fields": ["is_grey", "notice", "notice_address"]}),
    ]  # fmt: skip

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        """The one row, made where the desk has saved none yet, opens at once."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        SiteSettings.objects.get_or_create(pk=1)
        return redirect("admin:articles_sitesettings_change", 1)

    def response_change(self, request, obj):
        self.message_user(request, _("The settings are saved."))
        return redirect("admin:articles_sitesettings_change", 1)


class FlatPageForm(forms.ModelForm):
    body = forms.CharField(label=_("Body"), widget=DeskEditor(with_pictures=False), strip=False)

    class Meta:
        model = FlatPage
        fields = ("title", "body", "position", "in_footer")

    def clean_body(self):
        return richtext.clean(self.cleaned_data["body"])


@admin.register(FlatPage)
class FlatPageAdmin(InNavigation):
    desk_group, desk_order = "site", 2
    form = FlatPageForm
    fields = ["title", "body", "position", "in_footer"]
    list_display = ["title", "position", "in_footer", "slug"]
    list_editable = ["position", "in_footer"]


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    desk_group, desk_order = "site", 3
    fields = ["name", "address", "is_active"]
    list_display = ["name", "address", "may_column"]
    search_fields = ["name"]
    search_help_text = _("Name")
    actions = None

    @admin.display(description=_("May be reprinted"))
    def may_column(self, source):
        words, style = (_("yes"), "good") if source.is_active else (_("no"), "bad")
        return format_html('<span class="badge badge-{}">{}</span>', style, words)
