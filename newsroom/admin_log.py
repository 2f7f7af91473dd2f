"""What the desk's admin writes to the security log (promise S23)."""

from django.db import transaction

from newsroom.logs import log_security

RIGHTS = {"groups", "user_permissions", "permissions", "is_staff", "is_superuser", "is_active", "password"}
"""Form fields whose change is a change of somebody's rights or keys."""


class SecurityLogged:
    """Writes deletions and changes of rights after the commit. Goes before a ModelAdmin in the bases of a class;
    `NewsroomAdminSite.register` puts it there, so that no admin forgets it."""

    def log_deletions(self, request, queryset):
        model, ids = self.model._meta.label_lower, [row.pk for row in queryset]
        transaction.on_commit(lambda: log_security("delete", who=request.user, model=model, ids=ids))
        return super().log_deletions(request, queryset)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if changed := sorted(RIGHTS.intersection(form.changed_data)):
            facts = {"model": form.instance._meta.label_lower, "id": form.instance.pk, "changed": changed}
            transaction.on_commit(lambda: log_security("permission change", who=request.user, **facts))


def logged(admin_class: type) -> type:
    """`admin_class` as a class that is SecurityLogged."""
    if issubclass(admin_class, SecurityLogged):
        return admin_class
    return type(admin_class.__name__, (SecurityLogged, admin_class), {"__module__": admin_class.__module__})
