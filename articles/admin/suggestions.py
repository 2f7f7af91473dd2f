"""What a field offers while one types: people, tags, sources, stories, pictures. A few rows each, as JSON."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.http import JsonResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.admin.thumbnails import picture_facts
from articles.models import Article, PenName, Person, Picture, Source, Tag, TagAlias, Unit
from articles.numbers import row_number

OFFERED = 12
PICTURES_A_PAGE = 24
PICTURE_PAGES = 10_000


def _asked(request) -> str:
    return " ".join(request.GET.get("q", "").replace("\0", "").split())[:40]


def _refuse_unless(request, *permissions) -> None:
    if not any(request.user.has_perm(permission) for permission in permissions):
        raise PermissionDenied


@require_safe
def people(request):
    """People by name, pen name or unit; two of one name are told apart by unit, kind and title."""
    _refuse_unless(request, "articles.change_article", "articles.add_article")
    words = _asked(request)
    if not words:
        return JsonResponse({"results": []})
    pen = PenName.objects.filter(person=OuterRef("pk"), name__istartswith=words)
    rows = Person.objects.filter(Q(name__istartswith=words) | Exists(pen) | Q(unit__name__icontains=words))
    rows = rows.select_related("unit").prefetch_related("pen_names").order_by("-is_active", "name", "id")
    return JsonResponse({"results": [_person(person, words) for person in rows[:OFFERED]]})


def _person(person, words) -> dict:
    pen_name = next(
        (row.name for row in person.pen_names.all() if row.name.casefold().startswith(words.casefold())), ""
    )
    is_by_pen_name = bool(pen_name) and not person.name.casefold().startswith(words.casefold())
    notes = [person.get_kind_display(), person.title, f"#{person.pk}"]
    if pen_name:
        notes.insert(0, _("pen name %(name)s") % {"name": pen_name})
    if not person.is_active:
        notes.append(_("left"))
    return {
        "id": person.pk,
        "value": pen_name if is_by_pen_name else person.name,
        "unit": person.unit.name if person.unit else "",
        "label": str(person),
        "note": " · ".join(note for note in notes if note),
    }


@require_safe
def tags(request):
    """Tags by name or former name."""
    _refuse_unless(request, "articles.change_article", "articles.add_article")
    words = _asked(request)
    if not words:
        return JsonResponse({"results": []})
    found = dict.fromkeys(Tag.objects.filter(name__istartswith=words).values_list("name", flat=True)[:OFFERED], "")
    for alias in TagAlias.objects.filter(name__istartswith=words).select_related("tag")[:OFFERED]:
        found.setdefault(alias.tag.name, _("formerly %(name)s") % {"name": alias.name})
    return JsonResponse(
        {"results": [{"value": name, "label": name, "note": note} for name, note in list(found.items())[:OFFERED]]}
    )


@require_safe
def sources(request):
    """Outlets the desk may reprint from."""
    _refuse_unless(request, "articles.change_article", "articles.add_article")
    words = _asked(request)
    rows = Source.objects.filter(is_active=True, name__icontains=words)[:OFFERED] if words else []
    return JsonResponse(
        {
            "results": [
                {"id": row.pk, "value": row.name, "label": row.name, "address": "", "note": row.address} for row in rows
            ]
        }
    )


@require_safe
def units(request):
    """Units by any part of the name."""
    _refuse_unless(request, "articles.view_unit")
    words = _asked(request)
    names = Unit.objects.filter(name__icontains=words).values_list("name", flat=True)[:OFFERED] if words else []
    return JsonResponse({"results": [{"value": name, "label": name, "note": ""} for name in names]})


@require_safe
def accounts(request):
    """Accounts by user name or display name, for linking a person's record to one."""
    _refuse_unless(request, "newsroom.view_account")
    words = _asked(request)
    rows = get_user_model().objects.filter(Q(username__istartswith=words) | Q(display_name__istartswith=words))
    found = rows.order_by("username")[:OFFERED] if words else []
    return JsonResponse(
        {"results": [{"value": row.username, "label": str(row), "note": row.username} for row in found]}
    )


@require_safe
def stories(request):
    """Public stories by number or words of the headline, the newest first; for the front page."""
    _refuse_unless(request, "articles.curate_front")
    words = _asked(request)
    rows = Article.objects.published().newest_first()
    if number := row_number(words):
        rows = rows.filter(Q(pk=number) | Q(headline__contains=words))
    elif words:
        rows = rows.filter(headline__icontains=words)
    rows = rows.select_related("section").defer("body")[:OFFERED]
    return JsonResponse(
        {
            "results": [
                {"id": row.pk, "value": row.headline, "label": row.headline, "note": f"#{row.pk} · {row.section or ''}"}
                for row in rows
            ]
        }
    )


@require_safe
def pictures(request):
    """A page of the library, the newest first, by words of the caption or file name."""
    _refuse_unless(request, "articles.view_picture")
    words, page = _asked(request), row_number(request.GET.get("page")) or 1
    start = (min(page, PICTURE_PAGES) - 1) * PICTURES_A_PAGE
    rows = Picture.objects.order_by("-id")
    if words:
        rows = rows.filter(Q(caption__icontains=words) | Q(name__icontains=words) | Q(credit__icontains=words))
    found = list(rows[start : start + PICTURES_A_PAGE + 1])
    results = [picture_facts(picture) for picture in found[:PICTURES_A_PAGE]]
    return JsonResponse({"results": results, "more": len(found) > PICTURES_A_PAGE})


def urls() -> list:
    wrap = admin.site.admin_view
    return [
        path(f"suggest/{view.__name__}/", wrap(view), name=f"articles_suggest_{view.__name__}")
        for view in (people, tags, sources, units, accounts, stories, pictures)
    ]
