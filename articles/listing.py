"""Lists of stories a page at a time, at a cost that does not grow with the archive."""

from dataclasses import dataclass

from django.http import Http404

from articles.models import Article

PAGE_SIZE = 20
LAST_PAGE = 200
"""Deeper than this nobody leafs; the day pages reach every story. It bounds what one request may skip over."""


@dataclass(frozen=True)
class Page:
    """One page of a list. There is no total: counting 100,000 rows would cost more than showing twenty."""

    articles: list[Article]
    number: int
    has_next: bool

    @property
    def previous_number(self) -> int:
        return self.number - 1

    @property
    def next_number(self) -> int:
        return self.number + 1

    @property
    def has_pages(self) -> bool:
        return self.number > 1 or self.has_next


def page_number(raw: str | None) -> int:
    """The page asked for by `?page=`; what is no page number of ours does not exist (Http404)."""
    if raw is None:
        return 1
    if not (raw.isascii() and raw.isdigit() and len(raw) <= 4 and not raw.startswith("0")):
        raise Http404
    if not 1 <= int(raw) <= LAST_PAGE:
        raise Http404
    return int(raw)


def page_of(articles, raw_number: str | None, size: int = PAGE_SIZE) -> Page:
    """Page `raw_number` of the queryset `articles`, newest first. Past the end is an Http404, the first page never.

    The rows to skip are skipped by number alone, so that no text is read only to be thrown away.
    """
    number = page_number(raw_number)
    start = (number - 1) * size
    ids = list(articles.newest_first().values_list("pk", flat=True)[start : start + size + 1])
    if number > 1 and not ids:
        raise Http404
    return Page(cards(ids[:size]), number, has_next=len(ids) > size and number < LAST_PAGE)


def cards(ids: list[int]) -> list[Article]:
    """The public stories of `ids` in that order, with what a card shows."""
    found = Article.objects.published().for_cards().in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]
