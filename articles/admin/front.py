"""The front page as the desk arranges it: the lead, the ranked list, the pictures of the day."""

import hashlib

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import formset_factory
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import permissions
from articles.admin.forms import OrderedRows
from articles.admin.rows import DeskAdmin
from articles.admin.widgets import SuggestInput
from articles.enums import FrontSlot
from articles.front_page import SHOWN
from articles.models import Article, FrontPlace
from articles.numbers import row_number

HINTS = {
    FrontSlot.LEAD: gettext_lazy("The first public one leads the page; the next ones stand in when it is retracted."),
    FrontSlot.RANKED: gettext_lazy("Numbered, the most important first."),
    FrontSlot.PICTURES: gettext_lazy("Stories whose cover is worth a look."),
}


class PlaceForm(forms.Form):
    article = forms.IntegerField(widget=forms.HiddenInput, required=False)
    headline = forms.CharField(
        label=gettext_lazy("Story"),
        required=False,
        widget=SuggestInput("admin:articles_suggest_stories", fill={"article": "id"}),
    )

    known_stories: dict = {}

    def has_changed(self):
        return bool(self["article"].value() or self["headline"].value())

    def clean(self):
        cleaned = super().clean()
        number = cleaned.get("article")
        number = row_number(number or cleaned.get("headline"))
        found = Article.objects.published().filter(pk=number).first() if number else None
        if found is None and self.has_changed():
            is_known = Article.objects.filter(pk=number or 0, front_places__isnull=False).first()
            if is_known is None:
                raise forms.ValidationError(_("Choose a public story from the list, or write its number."))
            found = is_known
        cleaned["story"] = found
        return cleaned

    @cached_property
    def story(self):
        return self.known_stories.get(row_number(self["article"].value()))


class PlaceRows(OrderedRows):
    """The places of one slot: `max_num` stories at most, each counted once."""

    def stories(self) -> list[Article]:
        chosen = [row["story"] for row in self.rows() if row.get("story")]
        return list({story.pk: story for story in chosen}.values())

    def clean(self):
        if self.management_form.is_valid() and not any(self.errors) and len(self.stories()) > self.max_num:
            said = {"most": self.max_num, "count": len(self.stories())}
            raise forms.ValidationError(
                _("This part shows at most %(most)s stories; %(count)s are chosen. Remove some. Nothing is saved yet.")
                % said
            )


ROWS = {
    slot: formset_factory(PlaceForm, formset=PlaceRows, extra=1, can_order=True, can_delete=True, max_num=most)
    for slot, most in SHOWN.items()
}


@admin.register(FrontPlace)
class FrontPlaceAdmin(DeskAdmin):
    """One page for all places; there is no form for a single one."""

    desk_group, desk_order = "stories", 3

    def has_view_permission(self, request, obj=None):
        return permissions.can_curate_front(request.user)

    has_change_permission = has_view_permission

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def add_view(self, request, form_url="", extra_context=None):
        raise Http404

    def change_view(self, request, object_id, form_url="", extra_context=None):
        raise Http404

    def delete_view(self, request, object_id, extra_context=None):
        raise Http404

    def history_view(self, request, object_id, extra_context=None):
        raise Http404

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        with transaction.atomic():
            places = _places(locked=request.method == "POST")
            slots = _slots(places, request.POST if request.method == "POST" else None)
            is_stale = request.method == "POST" and request.POST.get("opened") != fingerprint(places)
            is_valid = request.method == "POST" and not [slot for slot in slots if not slot["rows"].is_valid()]
            if is_valid and not is_stale:
                _arrange(slots)
                messages.success(request, _("The front page is arranged."))
                return redirect("admin:articles_frontplace_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Front page"),
            "opts": self.opts,
            "slots": slots,
            "is_stale": is_stale,
            "opened": fingerprint(places),
            "media": self.media + slots[0]["rows"].media,
        }
        return TemplateResponse(request, "admin/articles/frontplace/arrange.html", context)


def _places(*, locked: bool) -> list[FrontPlace]:
    places = FrontPlace.objects.select_related("article", "article__section").defer("article__body")
    return list(places.select_for_update(of=("self",)) if locked else places)


def fingerprint(places) -> str:
    """What tells one arrangement from another: a save that was opened on another one is refused."""
    said = sorted((place.slot, place.position, place.article_id) for place in places)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def _slots(places: list[FrontPlace], data) -> list[dict]:
    """Each slot with its rows, as stored or as posted in `data`, and the stories that stand there `now`."""
    known = {place.article_id: place.article for place in places}
    slots = []
    for slot in FrontSlot:
        initial = [
            {"article": place.article_id, "headline": place.article.headline} for place in places if place.slot == slot
        ]
        rows = ROWS[slot](data, prefix=slot.value, initial=initial)
        for row in [*rows.forms]:
            row.known_stories = known
        now = [place.article for place in places if place.slot == slot]
        slots.append({"slot": slot, "label": slot.label, "hint": HINTS[slot], "rows": rows, "now": now})
    return slots


@transaction.atomic
def _arrange(slots) -> None:
    """Store what valid `slots` say, each story once a slot, in their order."""
    FrontPlace.objects.all().delete()
    for slot in slots:
        FrontPlace.objects.bulk_create(
            FrontPlace(slot=slot["slot"], position=position, article=story)
            for position, story in enumerate(slot["rows"].stories())
        )
