"""What happened to a story and every text it had: shown, compared, taken up again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles import permissions, story_text, workflow
from articles.admin import reading
from articles.differing import differences
from articles.enums import ArticleAction, ArticleStatus
from articles.numbers import row_number


def compare(before: dict, after: dict) -> list[dict]:
    """The parts in which two texts differ: [{name, label, parts: [(kind, text)…]}…], in the order of the form."""
    labels, old, new = reading.labels(), reading.as_words(before), reading.as_words(after)
    found = []
    for name in reading.TEXT_FIELDS:
        if before[name] != after[name]:
            parts = differences(old[name], new[name])
            is_form_only = old[name] == new[name]
            found.append({"name": name, "label": labels[name], "parts": parts, "is_form_only": is_form_only})
    return found


def history_view(model_admin, request, object_id):
    """Events and texts of a story the visitor may see, and two texts side by side."""
    article = model_admin.get_object(request, object_id)
    if article is None:
        raise Http404
    revisions = list(article.revisions.select_related("by").defer("text")[:500])
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("History"),
        "subtitle": str(article),
        "article": article,
        "opts": model_admin.opts,
        "events": article.events.select_related("by")[:500],
        "revisions": revisions,
        "can_restore": can_restore(request.user, article),
        **_compared(request, article, revisions),
    }
    return TemplateResponse(request, "admin/articles/article/history.html", context)


def _compared(request, article, revisions) -> dict:
    """What the query asks to compare; the two newest texts where it asks for nothing."""
    known = {revision.number for revision in revisions}
    newest = [revision.number for revision in revisions[:2]]
    if len(newest) < 2:
        return {"compared": None}
    asked = [request.GET.get("from", ""), request.GET.get("to", "")]
    numbers = [number for value in asked if (number := row_number(value)) in known]
    old, new = sorted(numbers if len(numbers) == 2 else newest)
    texts = dict(article.revisions.filter(number__in=[old, new]).values_list("number", "text"))
    return {"old": old, "new": new, "compared": compare(texts[old], texts[new])}


def can_restore(user, article) -> bool:
    if article.status == ArticleStatus.PUBLISHED:
        return permissions.can_publish(user)
    return permissions.can_edit(user, article)


@transaction.atomic
def restore_view(model_admin, request, object_id, number):
    """POST: make an earlier text the story's text again; what it replaces stays in the history."""
    article = model_admin.get_object(request, object_id)
    if article is None:
        raise Http404
    revision = get_object_or_404(article.revisions, number=number)
    if not can_restore(request.user, article):
        raise PermissionDenied
    note = _("Text no. %(number)d taken up again") % {"number": number}
    try:
        with transaction.atomic():
            _take_up(article, revision.text, by=request.user, note=note)
    except workflow.TransitionNotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, note)
    return redirect("admin:articles_article_history", article.pk)


def _take_up(article, text, *, by, note):
    if article.status == ArticleStatus.PUBLISHED:
        workflow.revise(article, by=by, text=text, expected_version=article.version, note=note)
        return
    workflow.keep_revision(article, by=by)
    workflow.claim_version(article, article.version)
    story_text.put(article, text)
    workflow.record(article, ArticleAction.EDIT, by, article.status, note)
    workflow.keep_revision(article, by=by, note=note)
