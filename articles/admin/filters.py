"""Chips above the list of stories. Each is one cheap condition; none lists a table of people or tags."""

from datetime import timedelta

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import ArticleStatus
from articles.models import Section
from articles.numbers import row_number


class StatusFilter(admin.SimpleListFilter):
    title = _("status")
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return [("mine", _("Mine")), *ArticleStatus.choices]

    def queryset(self, request, queryset):
        if self.value() == "mine":
            return queryset.filter(created_by=request.user)
        return queryset.filter(status=self.value()) if self.value() in ArticleStatus.values else queryset


class SectionFilter(admin.SimpleListFilter):
    title = _("section")
    parameter_name = "section"

    def lookups(self, request, model_admin):
        return [(str(number), name) for number, name in Section.objects.values_list("pk", "name")[:30]]

    def queryset(self, request, queryset):
        number = row_number(self.value())
        return queryset if number is None else queryset.filter(section_id=number)


class TimeFilter(admin.SimpleListFilter):
    """By the time of publication, which has an index."""

    title = _("published")
    parameter_name = "published"
    DAYS = {"today": 0, "week": 6, "month": 29}

    def lookups(self, request, model_admin):
        return [("today", _("Today")), ("week", _("Last 7 days")), ("month", _("Last 30 days"))]

    def queryset(self, request, queryset):
        if self.value() not in self.DAYS:
            return queryset
        today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        return queryset.filter(published_at__gte=today - timedelta(days=self.DAYS[self.value()]))
