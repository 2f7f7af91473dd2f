"""Who made a story, in the order printed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.enums import CreditRole


class Credit(models.Model):
    """One name under one role in one story. A name without a person prints without a link."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="credits")
    person = models.ForeignKey(
        "articles.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("person"),
    )
    role = models.CharField(_("role"), max_length=15, choices=CreditRole, default=CreditRole.REPORTER)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    printed_name = models.CharField(_("name as printed"), max_length=30)
    unit = models.CharField(_("unit as printed"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        ordering = ["article", "position"]
        constraints = [
            models.UniqueConstraint(fields=["article", "position"], name="credit_position_unique"),
            models.CheckConstraint(condition=models.Q(role__in=CreditRole.values), name="credit_role_known"),
            models.CheckConstraint(condition=~models.Q(printed_name=""), name="credit_has_name"),
        ]

    def __str__(self):
        return self.printed_name
