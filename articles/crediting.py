"""Writing the credits of a story: the whole ordered list at once, since position is part of each row."""

from dataclasses import dataclass

from django.db import transaction

from articles.enums import CreditRole
from articles.models import Article, Credit, Person


@dataclass(frozen=True)
class CreditEntry:
    """One credit to write; `person` is None where the name prints without a link."""

    role: CreditRole
    printed_name: str
    unit: str = ""
    person: Person | None = None


@transaction.atomic
def write_credits(article: Article, entries: list[CreditEntry]) -> None:
    """Make `entries`, in their order, the credits of `article`. What was there before is gone."""
    article.credits.all().delete()
    Credit.objects.bulk_create(
        Credit(
            article=article,
            position=position,
            role=entry.role,
            printed_name=entry.printed_name,
            unit=entry.unit,
            person=entry.person,
        )
        for position, entry in enumerate(entries)
    )
    _forget_prefetched(article, "credits")


def _forget_prefetched(article: Article, relation: str) -> None:
    getattr(article, "_prefetched_objects_cache", {}).pop(relation, None)
