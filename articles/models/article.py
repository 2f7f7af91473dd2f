"""The story: one row, its pictures in place, and where it stood in print."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.enums import AIMark, ArticleStatus, CommentPolicy, Origin, PrintPosition
from articles.models.fields import RichTextField
from articles.models.section import TaggedArticle
from articles.words import mark_words


def _public_now(*also: models.When) -> models.Case:
    """The condition of being public (design, rule 1), or of what `also` says.

    Said as one CASE, since an OR over `status` leads SQLite to the index of states: it then reads and sorts the whole
    archive for the twenty newest (350 ms of 100,000 stories, where walking the newest first takes 1).
    """
    return models.Case(
        models.When(status=ArticleStatus.PUBLISHED, then=True),
        models.When(status=ArticleStatus.SCHEDULED, publish_at__lte=timezone.now(), then=True),
        *also,
        default=False,
        output_field=models.BooleanField(),
    )


class ArticleQuerySet(models.QuerySet):
    def published(self):
        """What the public may see. The only definition of public there is (design, rule 1)."""
        return self.filter(_public_now())

    def visible_to(self, user):
        """What `user` may see in the admin: every story for whoever may view all, the own ones for a reporter."""
        if not user.is_active:
            return self.none()
        if user.has_perm("articles.view_any_article"):
            return self
        if user.has_perm("articles.view_article"):
            return self.filter(_public_now(models.When(created_by=user, then=True)))
        return self.none()

    def newest_first(self):
        return self.order_by("-published_at", "-id")

    def for_cards(self):
        """With what a card in a list shows, in two queries: section, cover, byline."""
        return self.select_related("section", "cover").prefetch_related("credits").defer("body")

    def for_page(self):
        """With what the story's own page shows, in four queries."""
        from articles.models.credit import Credit

        return self.select_related("section", "source", "cover").prefetch_related(
            models.Prefetch("credits", Credit.objects.select_related("person")),
            models.Prefetch("placed_pictures", PlacedPicture.objects.select_related("picture")),
            "tags",
        )


class Article(models.Model):
    """A story. Its `status` is changed by `articles.workflow` alone.

    `published_at` is the time readers see and lists are sorted by: the first publication, kept ever after; on a
    scheduled story it is the planned time. `text_changed_at` is set when a published text is replaced. `version` grows
    with every saved text, so that a save from a stale one is seen.
    """

    kicker = models.CharField(_("kicker"), max_length=60, blank=True)
    headline = models.CharField(_("headline"), max_length=80, blank=True)
    headline_marked = models.CharField(max_length=200, blank=True, editable=False)
    subtitle = models.CharField(_("subtitle"), max_length=120, blank=True)
    list_title = models.CharField(
        _("list title"), max_length=40, blank=True, help_text=_("Shorter headline for lists; empty = the headline.")
    )
    list_title_marked = models.CharField(max_length=120, blank=True, editable=False)
    summary = models.TextField(_("summary"), max_length=300, blank=True)
    body = RichTextField(_("body"), blank=True)
    section = models.ForeignKey(
        "articles.Section",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("section"),
    )
    tags = TaggableManager(_("tags"), through=TaggedArticle, blank=True, related_name="articles", help_text="")

    place = models.CharField(_("dateline place"), max_length=30, blank=True)
    outlet = models.CharField(_("outlet"), max_length=30, blank=True, help_text=_("As printed, for example 本报."))
    dateline = models.CharField(_("dateline date"), max_length=30, blank=True, help_text=_("As printed: 4月20日."))
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.ORIGINAL)
    source = models.ForeignKey(
        "articles.Source",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("source"),
    )
    source_name = models.CharField(_("source as printed"), max_length=60, blank=True)
    source_address = models.URLField(_("address of the original"), max_length=400, blank=True)
    original_title = models.CharField(_("original title"), max_length=120, blank=True)

    cover = models.ForeignKey(
        "articles.Picture",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="covers",
        verbose_name=_("cover"),
    )
    comment_policy = models.CharField(
        _("comments"), max_length=10, choices=CommentPolicy, default=CommentPolicy.INHERIT
    )
    is_advertisement = models.BooleanField(_("advertisement"), default=False)
    ai_mark = models.CharField(_("AI mark"), max_length=10, choices=AIMark, default=AIMark.NONE)

    status = models.CharField(
        _("status"), max_length=10, choices=ArticleStatus, default=ArticleStatus.DRAFT, editable=False
    )
    publish_at = models.DateTimeField(_("planned for"), null=True, blank=True, editable=False)
    published_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False)
    text_changed_at = models.DateTimeField(_("updated"), null=True, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        editable=False,
        related_name="articles",
        verbose_name=_("created by"),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    modified_at = models.DateTimeField(_("last saved"), auto_now=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-id"]
        permissions = [
            ("view_any_article", _("Can see every story")),
            ("edit_any_article", _("Can edit every story")),
            ("publish_article", _("Can publish, schedule, revise and retract")),
            ("curate_front", _("Can arrange the front page")),
        ]
        indexes = [
            # What is public is read off the index, so that a story passed over is not fetched.
            models.Index(fields=["-published_at", "-id", "status", "publish_at"], name="article_newest"),
            models.Index(
                fields=["section", "-published_at", "-id", "status", "publish_at"], name="article_section_newest"
            ),
            models.Index(fields=["status", "publish_at"], name="article_due"),
            models.Index(fields=["created_by", "-id"], name="article_by_author"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=ArticleStatus.values), name="article_status_known"),
            models.CheckConstraint(
                condition=~Q(status__in=[ArticleStatus.PUBLISHED, ArticleStatus.SCHEDULED])
                | (~Q(headline="") & ~Q(body="") & Q(published_at__isnull=False)),
                name="public_article_has_headline_body_time",
            ),
            models.CheckConstraint(
                condition=~Q(status=ArticleStatus.SCHEDULED) | Q(publish_at__isnull=False),
                name="scheduled_article_has_time",
            ),
        ]

    def __str__(self):
        return self.headline or str(_("(no headline yet)"))

    def save(self, **kwargs):
        self.headline_marked = mark_words(self.headline)
        self.list_title_marked = mark_words(self.list_title)
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("article", args=[self.pk])

    @property
    def is_public(self):
        """Whether readers can reach it now; the same rule as `ArticleQuerySet.published`."""
        if self.status == ArticleStatus.SCHEDULED:
            return self.publish_at is not None and self.publish_at <= timezone.now()
        return self.status == ArticleStatus.PUBLISHED

    @property
    def card_title(self):
        return self.list_title or self.headline

    @property
    def card_title_marked(self):
        return self.list_title_marked if self.list_title else self.headline_marked

    @property
    def printed_source(self):
        return self.source.name if self.source else self.source_name


class PlacedPicture(models.Model):
    """A picture of one story: its order, and what this story says of it where that differs from the library."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="placed_pictures")
    picture = models.ForeignKey(
        "articles.Picture", on_delete=models.PROTECT, related_name="placements", verbose_name=_("picture")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=60, blank=True)
    alt = models.CharField(_("description for who cannot see it"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("picture of the story")
        verbose_name_plural = _("pictures of the story")
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "picture"], name="picture_placed_once")]

    def __str__(self):
        return self.caption or str(self.picture)

    @property
    def printed_caption(self):
        return self.caption or self.picture.caption

    @property
    def printed_credit(self):
        return self.credit or self.picture.credit

    @property
    def printed_alt(self):
        return self.alt or self.picture.alt or self.printed_caption


class PrintPlacement(models.Model):
    """That a story stood in print: the day, the page (版次) and where on it."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="print_placements")
    printed_on = models.DateField(_("printed on"))
    page = models.CharField(_("page of the paper"), max_length=10, help_text=_("版次, for example A01."))
    placement = models.CharField(
        _("place on the page"), max_length=12, choices=PrintPosition, default=PrintPosition.INSIDE
    )

    class Meta:
        verbose_name = _("print placement")
        verbose_name_plural = _("print placements")
        ordering = ["-printed_on", "page"]
        constraints = [
            models.UniqueConstraint(fields=["article", "printed_on", "page"], name="printed_once_a_page"),
        ]

    def __str__(self):
        return f"{self.printed_on} {self.page}"
