"""The admin site: the stock one with a face of its own, whose only login door is `/accounts/login/`.

It knows no news. An app's admin says where its entries stand (`desk_group`, `desk_order` on a ModelAdmin, or
`add_entry`), and what the first page shows (`add_panel`); an entry appears only where something is registered for it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from newsroom.admin_log import logged
from newsroom.admin_queries import bounded

GROUPS = {
    "stories": pgettext_lazy("desk", "Stories"),
    "pictures": pgettext_lazy("desk", "Pictures"),
    "people": pgettext_lazy("desk", "People"),
    "submissions": pgettext_lazy("desk", "Submissions"),
    "comments": pgettext_lazy("desk", "Comments"),
    "filing": pgettext_lazy("desk", "Sections and tags"),
    "site": pgettext_lazy("desk", "Site"),
    "accounts": pgettext_lazy("desk", "Accounts"),
}
"""The groups of the navigation in the desk's order."""
OWN_APPS = {"newsroom", "articles", "comments"}


@dataclass(frozen=True)
class Entry:
    """A line of the navigation; `allowed(request)` says whether this visitor sees it."""

    group: str
    order: int
    label: str
    url_name: str
    allowed: Callable


class NewsroomAdminSite(admin.AdminSite):
    site_title = gettext_lazy("Newsroom")
    site_header = gettext_lazy("Newsroom")
    index_title = gettext_lazy("Desk")
    enable_nav_sidebar = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._entries: list[Entry] = []
        self._panels: list[Callable] = []

    def register(self, model_or_iterable, admin_class=None, **options):
        """Register our own models alone: what packages register (tokens, sessions, tasks) is no work of a desk."""
        models = model_or_iterable if isinstance(model_or_iterable, (list, tuple, set)) else [model_or_iterable]
        own = [model for model in models if model._meta.app_label in OWN_APPS]
        if own:
            super().register(own, logged(bounded(admin_class or admin.ModelAdmin)), **options)

    def add_entry(self, entry: Entry) -> None:
        """Show `entry` in the navigation."""
        self._entries.append(entry)

    def add_panel(self, panel: Callable) -> None:
        """Show on the first page what `panel(request)` returns: a dict with `template` and what it shows, or None."""
        self._panels.append(panel)

    def get_urls(self):
        """Without the shortcut to public pages, which would tell that the number of a draft exists (promise S8)."""
        return [url for url in super().get_urls() if getattr(url, "name", None) != "view_on_site"]

    def login(self, request, extra_context=None):
        """Lead to the one login door; who is signed in is let through, or refused and not sent in a circle."""
        target = request.GET.get("next", "")
        if not url_has_allowed_host_and_scheme(target, allowed_hosts=None):
            target = reverse("admin:index")
        if self.has_permission(request):
            return redirect(target)
        if request.user.is_authenticated:
            raise PermissionDenied(_("Your account has no place at the desk. Ask an administrator to give it one."))
        return redirect_to_login(target, reverse("account_login"))

    def logout(self, request, extra_context=None):
        return redirect("account_logout")

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")

    def each_context(self, request):
        return {**super().each_context(request), "desk_navigation": self.navigation(request)}

    def index(self, request, extra_context=None):
        found = (panel(request) for panel in self._panels)
        context = {"panels": [panel for panel in found if panel], "warnings": site_warnings()}
        return super().index(request, {**context, **(extra_context or {})})

    def navigation(self, request) -> list[dict]:
        """[{name, entries: [{label, url, is_current}]}…]: the groups that hold something this visitor may open."""
        entries = [entry for entry in self._entries + self._model_entries() if entry.allowed(request)]
        groups = []
        for group, name in GROUPS.items():
            of_group = sorted((entry for entry in entries if entry.group == group), key=lambda entry: entry.order)
            if of_group:
                groups.append({"name": name, "entries": [self._line(request, entry) for entry in of_group]})
        lines = [line for group in groups for line in group["entries"] if request.path.startswith(line["url"])]
        if lines:
            max(lines, key=lambda line: len(line["url"]))["is_current"] = True
        return groups

    def _model_entries(self) -> list[Entry]:
        return [
            Entry(
                group=model_admin.desk_group,
                order=model_admin.desk_order,
                label=capfirst(model._meta.verbose_name_plural),
                url_name=f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist",
                allowed=model_admin.has_view_or_change_permission,
            )
            for model, model_admin in self._registry.items()
            if hasattr(model_admin, "desk_group")
        ]

    @staticmethod
    def _line(request, entry: Entry) -> dict:
        return {"label": entry.label, "url": reverse(entry.url_name), "is_current": False}


def site_warnings() -> list[str]:
    """What the operator has to put right, a sentence each."""
    warnings = []
    if not settings.SITE_IS_HTTPS and not settings.SITE_IS_LOOPBACK:
        warnings.append(
            _("The site is served over plain http: passwords and drafts can be read on the way. Set SITE_URL to https.")
        )
    if settings.DEBUG:
        warnings.append(_("DEBUG is on: error pages show settings to everyone. Turn it off."))
    return warnings
