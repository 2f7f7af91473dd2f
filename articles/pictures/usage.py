"""Where a picture is used: every row that points at it, and every body it stands in."""

from dataclasses import dataclass

from django.db.models import Model

from articles.models import Article, FlatPage, Picture, PlacedPicture
from articles.permissions import can_edit

MOST = 50
"""Uses shown of one kind; one is enough to refuse a delete."""


@dataclass(frozen=True)
class Use:
    """`row` (a story, person, page …) uses the picture as `role`, for example "cover"."""

    row: Model
    role: str


def where_used(picture: Picture) -> list[Use]:
    """Every use of `picture`, at most `MOST` of a kind, the newest first; a story that uses it twice stands once.

    Relations are read from the models, so that one added later counts from its first day.
    """
    uses: dict[tuple, Use] = {}
    for relation in _relations():
        related = relation.related_model
        rows = related._default_manager.filter(**{relation.field.name: picture}).order_by("-pk")
        if related is PlacedPicture:
            rows = rows.select_related("article")
        for row in rows[:MOST]:
            _add(uses, row.article if related is PlacedPicture else row, relation.field.verbose_name)
    for model in (Article, FlatPage):
        for row in model._default_manager.filter(body__contains=f'data-picture="{picture.pk}"').order_by("-pk")[:MOST]:
            _add(uses, row, model._meta.get_field("body").verbose_name)
    return list(uses.values())


def may_change(user, picture: Picture) -> bool:
    """Whether `user` may change what the library says of `picture`, which pages print where a story says nothing.

    The desk may; whoever else only their own upload, while nothing but stories they may edit uses it: a published text
    changes by approval alone (design, rule 3).
    """
    if not user.is_active or not user.has_perm("articles.change_picture"):
        return False
    if user.has_perm("articles.edit_any_article"):
        return True
    used_by = [use.row for use in where_used(picture)]
    return picture.uploaded_by_id == user.pk and all(
        isinstance(row, Article) and can_edit(user, row) for row in used_by
    )


def _relations():
    """Each foreign key to a picture, those whose way back has no name ("+") included."""
    fields = Picture._meta.get_fields(include_hidden=True)
    return [field for field in fields if field.auto_created and not field.concrete]


def _add(uses: dict[tuple, Use], row: Model, role) -> None:
    uses.setdefault((type(row), row.pk), Use(row, str(role)))
