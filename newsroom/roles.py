"""The desk's roles: groups of permissions, named like the demo accounts. Data in one place; predicates ask permissions.

A group once made belongs to the operator: `make_roles` grants what is listed here and takes nothing away.
"""

from typing import Any

OWN_STORIES = {
    "articles": ["add_article", "change_article", "view_article", "view_section", "view_tag", "view_person",
                 "view_reporter", "view_correspondent", "view_unit", "view_source", "view_picture", "add_picture",
                 "change_picture", "add_tag"],
}  # fmt: skip
ANY_STORY = {
    "articles": [*OWN_STORIES["articles"], "view_any_article", "edit_any_article", "publish_article", "delete_picture",
                 "change_tag", "delete_tag", "add_reporter", "change_reporter", "add_correspondent",
                 "change_correspondent", "add_unit", "change_unit", "curate_front", "view_frontplace",
                 "add_frontplace", "change_frontplace", "delete_frontplace"],
}  # fmt: skip
HEAD = {
    "articles": [*ANY_STORY["articles"], "view_contact_data", "merge_person", "view_contact", "add_contact",
                 "change_contact", "delete_contact", "view_personmerge"],
}  # fmt: skip
CHIEF = {
    "articles": [*HEAD["articles"], "add_section", "change_section", "add_source", "change_source", "view_flatpage",
                 "add_flatpage", "change_flatpage", "delete_flatpage", "view_sitesettings", "change_sitesettings",
                 "delete_unit"],
}  # fmt: skip

ROLES: dict[str, dict[str, Any]] = {
    "reporter": OWN_STORIES,
    "editor": ANY_STORY,
    "head": HEAD,
    "chief": CHIEF,
    "proofreader": {"articles": ["view_article", "view_any_article", "view_section", "view_tag", "view_picture"]},
    "moderator": {},
    "admin": {"articles": "all", "comments": "all", "newsroom": "all", "auth": ["view_group", "change_group"]},
    "contributor": {},
}
STAFF_ROLES = ("reporter", "editor", "head", "chief", "proofreader", "moderator", "admin")


def make_roles(group_model, permission_model) -> None:
    """Make the groups of `ROLES` and grant them their permissions, which must exist already."""
    for role, granted in ROLES.items():
        group, _made = group_model.objects.get_or_create(name=role)
        for app_label, codenames in granted.items():
            permissions = permission_model.objects.filter(content_type__app_label=app_label)
            if codenames != "all":
                permissions = permissions.filter(codename__in=codenames)
            group.permissions.add(*permissions)
