"""What arrived, byte for byte: the file or paste a draft was made from."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.enums import ArrivalKind


class OriginalQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Originals are for whoever brought them and for whoever may edit every story."""
        if not user.is_active:
            return self.none()
        if user.has_perm("articles.edit_any_article"):
            return self
        return self.filter(brought_by=user)


class Original(models.Model):
    """One manuscript as it came in, kept untouched; `file` is its unguessable name in the storage, for staff alone."""

    name = models.CharField(_("name of the uploaded file"), max_length=120, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=ArrivalKind)
    file = models.CharField(_("file"), max_length=120, unique=True)
    size = models.PositiveIntegerField(_("bytes"))
    sha256 = models.CharField(max_length=64)
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("brought by")
    )
    brought_at = models.DateTimeField(_("brought"), auto_now_add=True)
    article = models.ForeignKey(
        "articles.Article",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="originals",
        verbose_name=_("story"),
    )

    objects = OriginalQuerySet.as_manager()

    class Meta:
        verbose_name = _("original manuscript")
        verbose_name_plural = _("original manuscripts")
        ordering = ["-id"]

    def __str__(self):
        return self.name or self.get_kind_display()
