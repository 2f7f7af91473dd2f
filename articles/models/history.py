"""What happened to a story, and every text it had."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.enums import ArticleAction, ArticleStatus


class ArticleEvent(models.Model):
    """One change of one story: who, when, what, from which state to which, and why. Rows are only ever added."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="events")
    action = models.CharField(_("action"), max_length=12, choices=ArticleAction)
    from_status = models.CharField(_("from"), max_length=10, choices=ArticleStatus, blank=True)
    to_status = models.CharField(_("to"), max_length=10, choices=ArticleStatus)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
        help_text=_("Empty when the scheduler did it."),
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-id"]

    def __str__(self):
        return self.get_action_display()


class Revision(models.Model):
    """The whole text of a story as saved once: `articles.story_text.take` says what it holds."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    text = models.JSONField(_("text"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_unique")]

    def __str__(self):
        return f"#{self.number}"
