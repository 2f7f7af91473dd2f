"""The buttons that move a story on: each asks where it hurts, goes through `workflow`, and says what came of it."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import workflow
from articles.enums import ArticleAction, ArticleStatus

LABELS = {
    ArticleAction.SUBMIT: gettext_lazy("Submit for review"),
    ArticleAction.RETURN: gettext_lazy("Return to the author"),
    ArticleAction.APPROVE: gettext_lazy("Approve"),
    ArticleAction.SCHEDULE: gettext_lazy("Schedule"),
    ArticleAction.UNSCHEDULE: gettext_lazy("Cancel the schedule"),
    ArticleAction.PUBLISH: gettext_lazy("Publish"),
    ArticleAction.RETRACT: gettext_lazy("Retract"),
    ArticleAction.RESTORE: gettext_lazy("Restore to draft"),
}
CONSEQUENCES = {
    ArticleAction.SUBMIT: gettext_lazy("The story goes to the editors; until they return it you can only read it."),
    ArticleAction.RETURN: gettext_lazy("The story becomes a draft again; its author reads your reason."),
    ArticleAction.APPROVE: gettext_lazy("The story is marked as ready to be published."),
    ArticleAction.SCHEDULE: gettext_lazy("The story becomes public by itself at the time you choose."),
    ArticleAction.UNSCHEDULE: gettext_lazy("The story will not be published by itself; it stays approved."),
    ArticleAction.PUBLISH: gettext_lazy("Readers see the story at once."),
    ArticleAction.RETRACT: gettext_lazy("Readers can no longer open the story. Its history stays."),
    ArticleAction.RESTORE: gettext_lazy("The story becomes a draft that can be edited and published again."),
}
DONE = {
    ArticleAction.SUBMIT: gettext_lazy("“%(story)s” is submitted."),
    ArticleAction.RETURN: gettext_lazy("“%(story)s” is returned to its author."),
    ArticleAction.APPROVE: gettext_lazy("“%(story)s” is approved."),
    ArticleAction.SCHEDULE: gettext_lazy("“%(story)s” is scheduled."),
    ArticleAction.UNSCHEDULE: gettext_lazy("The schedule of “%(story)s” is cancelled."),
    ArticleAction.PUBLISH: gettext_lazy("“%(story)s” is published."),
    ArticleAction.RETRACT: gettext_lazy("“%(story)s” is retracted."),
    ArticleAction.RESTORE: gettext_lazy("“%(story)s” is a draft again."),
}
ASKS_REASON = {ArticleAction.RETURN, ArticleAction.RETRACT}
AT_ONCE = {ArticleAction.SUBMIT, ArticleAction.APPROVE}
"""What hurts nobody needs no second page when it is asked for while saving."""
HURTS = {ArticleAction.RETRACT, ArticleAction.RETURN, ArticleAction.UNSCHEDULE}


class PlainMove(forms.Form):
    """A move that asks nothing."""


class ReasonedMove(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=300, widget=forms.Textarea({"rows": 3, "autofocus": True})
    )


class TimedMove(forms.Form):
    at = forms.DateTimeField(
        label=gettext_lazy("Publish at"),
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
        help_text=gettext_lazy("Beijing time."),
    )


def offered(user, article) -> list[dict]:
    """The moves `user` is offered on `article` now: [{action, label, hurts}…]."""
    actions = workflow.allowed_actions(user, article)
    if article.status == ArticleStatus.SCHEDULED:
        hidden = {ArticleAction.UNSCHEDULE, ArticleAction.SCHEDULE} if article.is_public else {ArticleAction.RETRACT}
        actions = [action for action in actions if action not in hidden]
    return [{"action": action.value, "label": LABELS[action], "hurts": action in HURTS} for action in actions]


def take(article, action: ArticleAction, *, by, reason: str = "", at=None) -> str:
    """Move `article` and say so in a sentence. Raises TransitionNotAllowed with another one."""
    if action == ArticleAction.SCHEDULE:
        workflow.schedule(article, by=by, at=at)
    elif action in ASKS_REASON:
        road = workflow.return_ if action == ArticleAction.RETURN else workflow.retract
        road(article, by=by, reason=reason)
    else:
        getattr(workflow, action.value)(article, by=by)
    return DONE[action] % {"story": article}


def move_view(model_admin, request, object_id, action):
    """GET: what the move does, and what it asks. POST: the move, and back to the story."""
    article = model_admin.get_object(request, object_id)
    if article is None or action not in {known.value for known in LABELS}:
        raise Http404
    action = ArticleAction(action)
    form = _form(action, request.POST if request.method == "POST" else None, article)
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, take(article, action, by=request.user, **form.cleaned_data))
        except workflow.TransitionNotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("admin:articles_article_change", article.pk)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": LABELS[action],
        "subtitle": str(article),
        "article": article,
        "form": form,
        "consequence": CONSEQUENCES[action],
        "hurts": action in HURTS,
        "opts": model_admin.opts,
        "back": reverse("admin:articles_article_change", args=[article.pk]),
    }
    return TemplateResponse(request, "admin/articles/article/move.html", context)


def _form(action, data, article):
    if action in ASKS_REASON:
        return ReasonedMove(data)
    if action == ArticleAction.SCHEDULE:
        planned = article.publish_at or _next_hour()
        return TimedMove(data, initial={"at": timezone.localtime(planned)})
    return PlainMove(data)


def _next_hour():
    return (timezone.now() + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)


def _bulk(action):
    def run(model_admin, request, queryset):
        return bulk_view(model_admin, request, queryset, action)

    run.short_description = LABELS[action]
    run.__name__ = f"bulk_{action.value}"
    return run


BULK_ACTIONS = [
    _bulk(action)
    for action in (ArticleAction.SUBMIT, ArticleAction.APPROVE, ArticleAction.PUBLISH, ArticleAction.RETRACT)
]
BULK_LIMIT = 100


def bulk_view(model_admin, request, queryset, action):
    """Ask once for all chosen stories, then move each by itself; a message a story says what came of it."""
    articles = list(queryset[:BULK_LIMIT])
    form = _form(action, request.POST if "confirmed" in request.POST else None, None)
    if form.is_bound and form.is_valid():
        for article in articles:
            try:
                messages.success(request, take(article, action, by=request.user, **form.cleaned_data))
            except workflow.TransitionNotAllowed as refusal:
                messages.error(request, _("“%(story)s”: %(why)s") % {"story": article, "why": refusal})
        return None
    context = {
        **model_admin.admin_site.each_context(request),
        "title": LABELS[action],
        "subtitle": _("%(count)d stories") % {"count": len(articles)},
        "articles": articles,
        "form": form,
        "consequence": CONSEQUENCES[action],
        "hurts": action in HURTS,
        "action_name": f"bulk_{action.value}",
        "opts": model_admin.opts,
    }
    return TemplateResponse(request, "admin/articles/article/bulk.html", context)
