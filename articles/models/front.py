"""The arrangement of the front page: which stories the desk put where."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.enums import FrontSlot


class FrontPlace(models.Model):
    """A story in a slot of the front page. A story that is not public leaves its place unseen."""

    slot = models.CharField(_("slot"), max_length=10, choices=FrontSlot)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="front_places", verbose_name=_("story")
    )

    class Meta:
        verbose_name = _("place on the front page")
        verbose_name_plural = _("front page")
        ordering = ["slot", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["slot", "article"], name="front_story_once_a_slot"),
            models.CheckConstraint(condition=models.Q(slot__in=FrontSlot.values), name="front_slot_known"),
        ]

    def __str__(self):
        return f"{self.get_slot_display()} {self.position}"
