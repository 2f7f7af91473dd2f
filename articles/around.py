"""What stands around a story: the one before, the one after, and what else a reader of it may want."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, Q, Value

from articles.models import Article, TaggedArticle

RELATED = 6
_PER_TAG = 20
_TAGS = 5


@dataclass(frozen=True)
class Neighbour:
    """A story as a line of a list; `title` is marked between words."""

    pk: int
    title: str
    published_at: datetime
    is_advertisement: bool


@dataclass(frozen=True)
class Around:
    previous: Neighbour | None
    next: Neighbour | None
    related: list[Neighbour]


def around(article: Article) -> Around:
    """One query, whatever the size of the archive: each part of it reads a few rows by an index."""
    public = Article.objects.published().exclude(pk=article.pk)
    older = Q(published_at__lt=article.published_at) | Q(published_at=article.published_at, pk__lt=article.pk)
    newer = Q(published_at__gt=article.published_at) | Q(published_at=article.published_at, pk__gt=article.pk)
    parts = [
        _part("previous", public.filter(older, published_at__lte=article.published_at).newest_first()[:1]),
        _part("next", public.filter(newer, published_at__gte=article.published_at).order_by("published_at", "pk")[:1]),
        _part("section", public.filter(section=article.section_id).newest_first()[: RELATED + 2]),
    ]
    for tag in article.tags.all()[:_TAGS]:
        newest = TaggedArticle.objects.filter(tag=tag).order_by("-pk").values("content_object")[:_PER_TAG]
        parts.append(_part("tag", public.filter(pk__in=newest)))
    return _sorted_out(list(parts[0].union(*parts[1:], all=True)))


def _part(which: str, chosen):
    """`chosen` as a part of a union; a limit has to stand in a subquery of its own there (SQLite)."""
    within = Article.objects.published().filter(pk__in=chosen.values("pk"))
    shown = ("pk", "headline_marked", "list_title_marked", "published_at", "is_advertisement")
    return within.order_by().values_list(Value(which, output_field=CharField()), *shown)


def _sorted_out(rows: list[tuple]) -> Around:
    lines = {row[1]: Neighbour(row[1], row[3] or row[2], row[4], row[5]) for row in rows}
    found = {row[0]: lines[row[1]] for row in rows}
    shared = Counter(row[1] for row in rows if row[0] == "tag")
    in_section = {row[1] for row in rows if row[0] == "section"}

    def closeness(line: Neighbour):
        return shared[line.pk], line.published_at, line.pk

    candidates = [lines[pk] for pk in shared.keys() | in_section]
    related = sorted(candidates, key=closeness, reverse=True)[:RELATED]
    return Around(found.get("previous"), found.get("next"), related)
