"""People who make stories. One record a person, whichever desk they belong to; two people may share a name."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.enums import Grade, PersonKind


class Unit(models.Model):
    """单位: the office, school or company a correspondent writes for."""

    name = models.CharField(_("name"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["name"]

    def __str__(self):
        return self.name


class PersonQuerySet(models.QuerySet):
    def public(self):
        """People a reader may know of: whoever is credited in a story that is public."""
        from articles.models.article import Article

        credited = Article.objects.published().filter(credits__person=models.OuterRef("pk"))
        return self.filter(models.Exists(credited))


class Person(models.Model):
    kind = models.CharField(_("kind"), max_length=15, choices=PersonKind)
    name = models.CharField(_("person's name"), max_length=30, db_index=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("unit")
    )
    title = models.CharField(_("title"), max_length=40, blank=True, help_text=_("For example: head of the photo desk"))
    press_card = models.CharField(_("press card number"), max_length=20, blank=True)
    portrait = models.ForeignKey(
        "articles.Picture",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="portrays",
        verbose_name=_("portrait"),
    )
    biography = models.TextField(_("biography"), max_length=2000, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    left_on = models.DateField(_("left on"), null=True, blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
        verbose_name=_("account"),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "id"]
        permissions = [
            ("view_contact_data", _("Can see people's contact data")),
            ("merge_person", _("Can merge two records of one person")),
        ]
        constraints = [models.CheckConstraint(condition=models.Q(kind__in=PersonKind.values), name="person_kind_known")]

    def __str__(self):
        return f"{self.name}（{self.unit}）" if self.unit else self.name

    def get_absolute_url(self):
        return reverse(self.kind, args=[self.pk])

    def grade_on(self, day):
        """The grade held on `day` (a date), or None where none is recorded."""
        held = [row for row in self.grades.all() if row.since <= day]
        return max(held, key=lambda row: row.since).grade if held else None


class PenName(models.Model):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="pen_names")
    name = models.CharField(_("pen name"), max_length=30, db_index=True)

    class Meta:
        verbose_name = _("pen name")
        verbose_name_plural = _("pen names")
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="pen_name_once")]

    def __str__(self):
        return self.name


class PersonGrade(models.Model):
    """A grade and the day it began: 实习 → 见习 → 记者."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="grades")
    grade = models.CharField(_("grade"), max_length=10, choices=Grade)
    since = models.DateField(_("since"))

    class Meta:
        verbose_name = _("grade")
        verbose_name_plural = _("grades")
        ordering = ["-since"]
        constraints = [models.UniqueConstraint(fields=["person", "since"], name="one_grade_a_day")]

    def __str__(self):
        return self.get_grade_display()


class Contact(models.Model):
    """How to reach a person. A table of its own, so that no list of people loads it by accident."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="contact")
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    wechat = models.CharField(_("WeChat number"), max_length=40, blank=True)
    address = models.CharField(_("postal address"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("contact data")
        verbose_name_plural = _("contact data")

    def __str__(self):
        return str(_("Contact data"))


class PersonMerge(models.Model):
    """That two records were one person: what the vanished record said, and whose credits moved."""

    kept = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="merges", verbose_name=_("kept record"))
    vanished_id = models.BigIntegerField(_("number of the vanished record"), unique=True)
    vanished = models.JSONField(_("what the vanished record said"))
    credits_moved = models.PositiveIntegerField(_("credits moved"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("merge of records")
        verbose_name_plural = _("merges of records")
        ordering = ["-at"]

    def __str__(self):
        return f"{self.vanished_id} → {self.kept_id}"


class KindManager(models.Manager.from_queryset(PersonQuerySet)):
    def __init__(self, kind=None):
        super().__init__()
        self.kind = kind

    def get_queryset(self):
        return super().get_queryset().filter(kind=self.kind)

    def create(self, **values):
        return super().create(kind=self.kind, **values)


class Reporter(Person):
    objects = KindManager(PersonKind.REPORTER)

    class Meta:
        proxy = True
        verbose_name = _("reporter")
        verbose_name_plural = _("reporters")


class Correspondent(Person):
    objects = KindManager(PersonKind.CORRESPONDENT)

    class Meta:
        proxy = True
        verbose_name = _("correspondent")
        verbose_name_plural = _("correspondents")
