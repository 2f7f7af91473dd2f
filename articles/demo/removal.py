"""The demo newsroom taken out again: exactly the rows it made, and nothing that people made since stands on them."""

from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import models, transaction

from articles.demo.loading import PASSWORD_FILE, marked
from articles.models import Article, DemoRecord, FlatPage, Person, Picture, Section, SiteSettings, Source, Tag, Unit
from articles.models.site import _CACHE_KEY
from articles.pictures.library import delete_picture
from articles.uploads import Refused
from newsroom.models import Account

ORDER: tuple[type[models.Model], ...] = (
    Article, SiteSettings, FlatPage, Tag, Person, Unit, Section, Source, Picture, Account,
)  # fmt: skip
"""What points comes before what it points at."""


@dataclass
class Removed:
    """How many rows went, and which stayed because something that is not of the demo needs them."""

    count: int = 0
    kept: list[str] = field(default_factory=list)


def remove() -> Removed:
    """Remove the demo. A row that others need stays, and a kept account can no longer log in."""
    outcome = _remove_rows()
    cache.delete(_CACHE_KEY)  # or the site would bear the demo's name for a minute more
    (settings.VAR_DIR / PASSWORD_FILE).unlink(missing_ok=True)
    return outcome


@transaction.atomic
def _remove_rows() -> Removed:
    outcome = Removed()
    for model in ORDER:
        kind = ContentType.objects.get_for_model(model)
        for row in list(marked(model)):
            number = row.pk
            if _delete(row):
                DemoRecord.objects.filter(content_type=kind, object_id=number).delete()
                outcome.count += 1
            else:
                outcome.kept.append(f"{model._meta.model_name} {row}")
        gone = DemoRecord.objects.filter(content_type=kind).exclude(object_id__in=model._default_manager.values("pk"))
        gone.delete()
    return outcome


def _delete(row: models.Model) -> bool:
    """Whether `row` is gone; False where something else needs it."""
    try:
        with transaction.atomic():
            if isinstance(row, Picture):
                delete_picture(row)
            elif isinstance(row, Tag) and row.tagged_items.exists():
                return False
            else:
                row.delete()
    except (models.ProtectedError, models.RestrictedError, Refused):
        if isinstance(row, Account):
            row.is_active = False
            row.set_unusable_password()
            row.save()
        return False
    return True
