"""The stories of one day."""

from datetime import date, datetime, time, timedelta

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from articles.listing import page_of
from articles.models import Article
from newsroom.public_pages import public_page


@public_page
def day(request, year, month, day):
    """The stories first published on a day as the newsroom's clock shows it; days before the first story or to come do
    not exist."""
    wanted = _date(year, month, day)
    begin, end = _midnight(wanted), _midnight(wanted + timedelta(days=1))
    public = Article.objects.published()
    page = page_of(public.filter(published_at__gte=begin, published_at__lt=end), request.GET.get("page"))
    before = public.filter(published_at__lt=begin).newest_first().values_list("published_at", flat=True).first()
    if before is None and not page.articles:
        raise Http404
    after = public.filter(published_at__gte=end).order_by("published_at").values_list("published_at", flat=True).first()
    context = {"day": wanted, "page": page, "day_before": _local_day(before), "day_after": _local_day(after)}
    return render(request, "articles/day.html", context)


def _date(year: int, month: int, day: int) -> date:
    try:
        wanted = date(year, month, day)
        # The first and last days a calendar knows have no day beside them in UTC.
        if not date(1000, 1, 1) <= wanted <= timezone.localdate():
            raise Http404
    except ValueError as error:
        raise Http404 from error
    return wanted


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _local_day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None
