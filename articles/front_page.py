"""The front page: what the desk arranged, filled up with the newest where it arranged nothing."""

from dataclasses import dataclass, field
from itertools import islice

from django.db.models import CharField, Value

from articles.enums import FrontSlot
from articles.listing import cards
from articles.models import Article, FrontPlace, Section

LATEST = 10
RANKED = 8
BESIDE_LEAD = 2
PICTURES = 6
PICTURES_IN_A_ROW = 3
PER_SECTION = 5
SECTIONS = 12
SHOWN = {FrontSlot.LEAD: 1 + BESIDE_LEAD, FrontSlot.RANKED: RANKED, FrontSlot.PICTURES: PICTURES}
"""How many stories each slot shows, and so how many the desk may place there."""


@dataclass
class SectionBlock:
    section: Section
    articles: list[Article]


@dataclass
class FrontPage:
    lead: Article | None = None
    beside: list[Article] = field(default_factory=list)
    ranked: list[Article] = field(default_factory=list)
    latest: list[Article] = field(default_factory=list)
    pictures: list[Article] = field(default_factory=list)
    blocks: list[SectionBlock] = field(default_factory=list)


def arrange(sections: list[Section]) -> FrontPage:
    """The front page for `sections`, the navigation's. Four queries, whatever the number of rows.

    A story stands once among lead, beside and ranked; the lists by time and by section are complete of themselves.
    """
    chosen = _candidates(sections[:SECTIONS])
    articles = {article.pk: article for article in cards(sorted(set().union(*chosen.values()), reverse=True))}

    def of(part: str) -> list[Article]:
        return [articles[pk] for pk in chosen.get(part, ()) if pk in articles]

    latest = _by_time(of("latest"))
    page = FrontPage(latest=latest[:LATEST])
    news = [article for article in latest if not article.is_advertisement]
    leads = of(FrontSlot.LEAD) or [article for article in news if article.cover_id][:1] or news[:1] or latest[:1]
    page.lead = leads[0] if leads else None
    used = {article.pk for article in leads[: 1 + BESIDE_LEAD]}
    page.ranked = [article for article in of(FrontSlot.RANKED) if article.pk not in used][:RANKED]
    used |= {article.pk for article in page.ranked}
    with_picture = (article for article in news if article.cover_id and article.pk not in used)
    page.beside = leads[1 : 1 + BESIDE_LEAD] or list(islice(with_picture, BESIDE_LEAD))
    used |= {article.pk for article in page.beside}
    page.pictures = _pictures(of(FrontSlot.PICTURES), latest, used)
    blocks = [SectionBlock(section, _by_time(of(f"section {section.pk}"))) for section in sections[:SECTIONS]]
    page.blocks = [block for block in blocks if block.articles]
    return page


def _pictures(chosen: list[Article], latest: list[Article], used: set[int]) -> list[Article]:
    """What the desk chose; where it chose nothing, whole rows of three of the newest pictures not yet on the page."""
    if chosen:
        return [article for article in chosen if article.cover_id][:PICTURES]
    unused = [article for article in latest if article.cover_id and article.pk not in used][:PICTURES]
    return unused[: len(unused) // PICTURES_IN_A_ROW * PICTURES_IN_A_ROW]


def _candidates(sections: list[Section]) -> dict[str, list[int]]:
    """The numbers of the stories each part may show: slots in the desk's order, the others in none."""
    chosen: dict[str, list[int]] = {}
    for slot in FrontSlot.values:
        chosen[slot] = []
    for slot, pk in FrontPlace.objects.order_by("slot", "position", "pk").values_list("slot", "article_id")[:100]:
        chosen[slot].append(pk)
    public = Article.objects.published()
    parts = [_part("latest", public.newest_first()[: LATEST * 3])]
    parts += [
        _part(f"section {section.pk}", public.filter(section=section).newest_first()[:PER_SECTION])
        for section in sections
    ]
    # One part alone is no union; the same part twice changes nothing.
    for part, pk in parts[0].union(*(parts[1:] or parts[:1]), all=True):
        chosen.setdefault(part, []).append(pk)
    return chosen


def _part(name: str, articles):
    """`articles` as a part of a union; a limit has to stand in a subquery of its own there (SQLite)."""
    within = Article.objects.filter(pk__in=articles.values("pk"))
    return within.order_by().values_list(Value(name, output_field=CharField()), "pk")


def _by_time(articles: list[Article]) -> list[Article]:
    unique = {article.pk: article for article in articles}
    return sorted(unique.values(), key=lambda article: (article.published_at, article.pk), reverse=True)
