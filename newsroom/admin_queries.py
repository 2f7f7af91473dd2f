"""What anyone at the desk may write into the address of a page of the admin, odd as it is (promise S3)."""

LONGEST_SEARCH = 200
"""Characters. Each word makes the query deeper, and SQLite refuses one that is a thousand deep."""


class BoundedQueries:
    """Goes before a ModelAdmin in the bases of a class; `NewsroomAdminSite.register` puts it there."""

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, search_term[:LONGEST_SEARCH])

    def get_object(self, request, object_id, from_field=None):
        """`?_to_field=` with nothing after it names no field; Django would ask for the one called ""."""
        return super().get_object(request, object_id, from_field or None)


def bounded(admin_class: type) -> type:
    """`admin_class` with BoundedQueries before it."""
    if issubclass(admin_class, BoundedQueries):
        return admin_class
    return type(admin_class.__name__, (BoundedQueries, admin_class), {"__module__": admin_class.__module__})
