"""Accounts: who may sign in, in which roles. A password is made here once and shown once; an ended account is out."""

import secrets

from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from newsroom.logs import log_security
from newsroom.models import Account
from newsroom.roles import ROLES, STAFF_ROLES

ROLE_NAMES = {
    "reporter": gettext_lazy("Reporter"),
    "editor": gettext_lazy("Editor"),
    "head": gettext_lazy("Head of the desk"),
    "chief": gettext_lazy("Chief editor"),
    "proofreader": gettext_lazy("Proofreader"),
    "moderator": gettext_lazy("Comment moderator"),
    "admin": gettext_lazy("Administrator"),
    "contributor": gettext_lazy("Contributor"),
}
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without the letters and digits one mistakes for another when a password is read out."""


def made_password() -> str:
    """A password of 99 bits in groups of five, such as 7k2mx-…"""
    return "-".join("".join(secrets.choice(_ALPHABET) for _letter in range(5)) for _group in range(4))


def end_sessions(account) -> None:
    """Sign `account` out everywhere."""
    for session in UserSession.objects.filter(user=account):
        session.end()


class RoleField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, group):
        return str(ROLE_NAMES.get(group.name, group.name))


class AccountForm(forms.ModelForm):
    groups = RoleField(
        Group.objects.order_by("id"),
        label=gettext_lazy("Roles"),
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "checks"}),
    )

    class Meta:
        model = Account
        fields = ("username", "display_name", "email", "phone", "groups", "is_active")
        labels = {"is_active": gettext_lazy("May sign in")}
        help_texts = {"is_active": gettext_lazy("Take this away instead of deleting the account.")}


@admin.register(Account)
class AccountAdmin(admin.ModelAdmin):
    desk_group, desk_order = "accounts", 1
    form = AccountForm
    fields = ["username", "display_name", "email", "phone", "groups", "is_active"]
    list_display = ["username", "display_name", "roles_column", "active_column", "last_login"]
    list_filter = ["is_active"]
    search_fields = ["username", "display_name", "email", "phone"]
    search_help_text = gettext_lazy("User name, name, e-mail or phone")
    sortable_by = ["username", "last_login"]
    ordering = ["username"]
    show_full_result_count = False
    view_on_site = False
    actions = ["deactivate"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        raise Http404

    @admin.display(description=gettext_lazy("Roles"))
    def roles_column(self, account):
        return "、".join(str(ROLE_NAMES.get(group.name, group.name)) for group in account.groups.all()) or "—"

    @admin.display(description=gettext_lazy("State"))
    def active_column(self, account):
        words, style = (pgettext("account", "active"), "good") if account.is_active else (_("deactivated"), "bad")
        return format_html('<span class="badge badge-{}">{}</span>', style, words)

    def has_delete_permission(self, request, obj=None):
        """Accounts stay, since stories and events name them; they are deactivated instead."""
        return False

    def get_actions(self, request):
        return super().get_actions(request) if request.user.has_perm("newsroom.change_account") else {}

    @admin.action(description=gettext_lazy("Deactivate and sign out"))
    def deactivate(self, request, queryset):
        for account in queryset:
            if account == request.user:
                messages.error(request, _("You cannot deactivate yourself."))
                continue
            account.is_active = False
            account.save(update_fields=["is_active"])
            end_sessions(account)
            log_security("account-deactivated", who=request.user, account=account.pk)
            messages.success(request, _("%(name)s is deactivated and signed out.") % {"name": account})

    def save_model(self, request, obj, form, change):
        if obj == request.user and not obj.is_active:
            obj.is_active = True
            messages.error(request, _("You cannot deactivate yourself."))
        if not change:
            request.made_password = made_password()
            obj.set_password(request.made_password)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """Roles decide who is staff; a change of roles or an end of the account signs it out everywhere."""
        super().save_related(request, form, formsets, change)
        account = form.instance
        names = set(account.groups.values_list("name", flat=True))
        is_staff, is_superuser = bool(names & set(STAFF_ROLES)), "admin" in names
        if (account.is_staff, account.is_superuser) != (is_staff, is_superuser):
            account.is_staff, account.is_superuser = is_staff, is_superuser
            account.save(update_fields=["is_staff", "is_superuser"])
        if change and {"groups", "is_active"} & set(form.changed_data):
            if account != request.user:
                end_sessions(account)
            facts = {"account": account.pk, "roles": sorted(names & set(ROLES)), "active": account.is_active}
            log_security("account-changed", who=request.user, **facts)

    def response_add(self, request, obj, post_url_continue=None):
        log_security("account-made", who=request.user, account=obj.pk)
        return self._shown_once(request, obj, request.made_password)

    def get_urls(self):
        wrap = self.admin_site.admin_view
        renew = path("<int:pk>/password/", wrap(self.password_view), name="newsroom_account_password")
        return [renew, *super().get_urls()]

    def password_view(self, request, pk):
        """POST: a new password, shown once; the old one and every session end."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        account = self.get_object(request, pk)
        if account is None:
            raise Http404
        if not self.has_change_permission(request, account):
            raise PermissionDenied
        if account == request.user:
            return redirect("account_change_password")
        password = made_password()
        with transaction.atomic():
            account.set_password(password)
            account.save(update_fields=["password"])
            end_sessions(account)
        log_security("password-renewed", who=request.user, account=account.pk)
        return self._shown_once(request, account, password)

    def _shown_once(self, request, account, password):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Password of %(name)s") % {"name": account},
            "opts": self.opts,
            "account": account,
            "password": password,
            "back": reverse("admin:newsroom_account_change", args=[account.pk]),
        }
        response = TemplateResponse(request, "admin/newsroom/account/password.html", context)
        response.headers["Cache-Control"] = "private, no-store"
        return response
