"""The desk's first page: what waits for whoever opens it."""

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import permissions
from articles.enums import ArticleStatus
from articles.models import Article

SHOWN = 8


def stories_panel(request) -> dict | None:
    """Own drafts, what waits for review, what is planned and what came out today; a block a question."""
    user = request.user
    if not user.has_perm("articles.view_article"):
        return None
    visible = Article.objects.visible_to(user).select_related("section", "created_by").defer("body", "summary")
    blocks = [
        _block(_("My drafts"), visible.filter(created_by=user, status=ArticleStatus.DRAFT), "modified_at",
               _("No draft of yours waits."), "?status=mine"),
    ]  # fmt: skip
    if user.has_perm("articles.view_any_article"):
        waiting = visible.filter(status__in=[ArticleStatus.SUBMITTED, ArticleStatus.APPROVED]).order_by("id")
        blocks.append(_block(_("Waiting for review"), waiting, "modified_at", _("Nothing waits."), "?status=submitted"))
    else:
        mine = visible.filter(created_by=user, status__in=[ArticleStatus.SUBMITTED, ArticleStatus.APPROVED])
        blocks.append(
            _block(_("Mine in review"), mine, "modified_at", _("Nothing of yours is in review."), "?status=mine")
        )
    planned = visible.filter(status=ArticleStatus.SCHEDULED, publish_at__gt=timezone.now()).order_by("publish_at")
    blocks.append(_block(_("Scheduled"), planned, "publish_at", _("Nothing is scheduled."), "?status=scheduled"))
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    today = Article.objects.published().filter(published_at__gte=midnight).newest_first()
    today = today.select_related("section", "created_by").defer("body", "summary")
    blocks.append(_block(_("Published today"), today, "published_at", _("Nothing yet today."), "?published=today"))
    return {
        "template": "admin/articles/panel.html",
        "blocks": blocks,
        "can_add": user.has_perm("articles.add_article"),
        "can_curate": permissions.can_curate_front(user),
    }


def _block(title, rows, time, empty, query) -> dict:
    found = [{"article": article, "time": getattr(article, time)} for article in rows[:SHOWN]]
    more = reverse("admin:articles_article_changelist") + query
    return {"title": title, "rows": found, "empty": empty, "more": more}


admin.site.add_panel(stories_panel)
