"""The public page of a reporter or correspondent."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from articles.enums import Grade, PersonKind
from articles.listing import page_of
from articles.models import Article, Credit, Person, PersonMerge
from newsroom.public_pages import public_page


@public_page
def reporter(request, pk):
    return _person_page(request, pk, PersonKind.REPORTER)


@public_page
def correspondent(request, pk):
    return _person_page(request, pk, PersonKind.CORRESPONDENT)


def _person_page(request, pk, kind):
    """Address follows the present kind; the other one, and the number of a merged record, lead there."""
    people = Person.objects.public().select_related("unit", "portrait").prefetch_related("grades", "pen_names")
    person = people.filter(pk=pk).first() or _merged_into(pk)
    if person.kind != kind or person.pk != pk:
        return redirect(person, permanent=True)
    credited = Credit.objects.filter(person=person).values("article")
    page = page_of(Article.objects.published().filter(pk__in=credited), request.GET.get("page"))
    grade = person.grade_on(timezone.localdate()) if person.is_active else None
    context = {"person": person, "page": page, "grade": Grade(grade).label if grade else ""}
    return render(request, "articles/person.html", context)


def _merged_into(pk):
    merge = PersonMerge.objects.filter(vanished_id=pk).first()
    kept = merge and Person.objects.public().filter(pk=merge.kept_id).first()
    if not kept:
        raise Http404
    return kept
