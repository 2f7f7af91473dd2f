"""The picture library. Files are named by rows, never the other way round: what no row names is swept."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

_FRACTION = [MinValueValidator(0), MaxValueValidator(1)]


class Picture(models.Model):
    """One picture as cleaned on arrival, and the renditions made of it.

    `file` is the re-encoded master (its name unguessable, for staff alone). `renditions` is a list of
    {cut: "" | "3:2" | "1:1", format: "avif" | "webp" | "jpeg", width: px, height: px, name: storage name}; one replaced
    also has `retired`, when, and is only kept for pages that still name it (`articles.pictures.renditions`). `focal_x`
    and `focal_y` are fractions of width and height that a cut keeps in view. `palette` names a placeholder colour.
    """

    file = models.CharField(_("file"), max_length=120, unique=True, editable=False)
    name = models.CharField(_("name of the uploaded file"), max_length=120, blank=True, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    size = models.PositiveIntegerField(_("bytes"), default=0, editable=False)
    sha256 = models.CharField(max_length=64, db_index=True, editable=False)
    palette = models.CharField(max_length=20, default="stone", editable=False)
    focal_x = models.FloatField(_("focal point, from the left"), default=0.5, validators=_FRACTION)
    focal_y = models.FloatField(_("focal point, from the top"), default=0.5, validators=_FRACTION)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=60, blank=True)
    alt = models.CharField(_("description for who cannot see it"), max_length=200, blank=True)
    ai_label = models.BooleanField(_("labelled as made by AI"), default=False)
    renditions = models.JSONField(default=list, editable=False)
    renditions_made_at = models.DateTimeField(null=True, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("uploaded by"),
    )
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__range=(0, 1), focal_y__range=(0, 1)), name="focal_point_inside"
            ),
        ]

    def __str__(self):
        return self.caption or self.name or f"#{self.pk}"
