"""What the desk says of itself: name, licences, house style, flat pages, the sources it may reprint."""

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.enums import BylineStyle, CommentPolicy
from articles.models.fields import RichTextField
from articles.slugs import free_slug

_CACHE_KEY = "site-settings"


class SiteSettings(models.Model):
    """The one row of the site's own data; `SiteSettings.load()` reads it, warm from the cache."""

    name = models.CharField(_("name of the site"), max_length=30, default="新闻编辑部")
    slogan = models.CharField(_("slogan"), max_length=60, blank=True)
    description = models.CharField(_("description for search engines"), max_length=160, blank=True)
    sponsor = models.CharField(_("sponsor"), max_length=60, blank=True)
    outlet = models.CharField(_("outlet in bylines"), max_length=20, default="本报")
    byline_style = models.CharField(
        _("byline style"), max_length=10, choices=BylineStyle, default=BylineStyle.BRACKETED
    )
    logo = models.ForeignKey(
        "articles.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture for shared links"),
    )
    icp_number = models.CharField(
        _("ICP number"),
        max_length=40,
        blank=True,
        validators=[
            RegexValidator(
                r"^[\u4e00-\u9fff]ICP[备证][0-9]{6,12}号(-[0-9]{1,3})?$", _("Write it like 鲁ICP备12345678号-1.")
            )
        ],
    )
    police_number = models.CharField(
        _("public security number"),
        max_length=40,
        blank=True,
        validators=[
            RegexValidator(r"^[\u4e00-\u9fff]公网安备 ?[0-9]{14}号$", _("Write it like 鲁公网安备 37021102000001号."))
        ],
    )
    news_licence = models.CharField(
        _("internet news licence"),
        max_length=40,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{8,16}$", _("Only the digits of the licence number."))],
    )
    report_phone = models.CharField(
        _("phone for reports"),
        max_length=30,
        blank=True,
        validators=[RegexValidator(r"^[0-9+][0-9 -]{4,28}$", _("Digits, spaces and hyphens only."))],
    )
    report_email = models.EmailField(_("mailbox for reports"), blank=True)
    wechat_account = models.CharField(_("WeChat public account: name"), max_length=40, blank=True)
    wechat_account_address = models.URLField(_("WeChat public account: address for the code"), blank=True)
    wechat_account_code = models.ForeignKey(
        "articles.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("WeChat public account: picture of the code"),
    )
    mini_program = models.CharField(_("WeChat mini program: name"), max_length=40, blank=True)
    mini_program_address = models.URLField(_("WeChat mini program: address for the code"), blank=True)
    mini_program_code = models.ForeignKey(
        "articles.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("WeChat mini program: picture of the code"),
    )
    comment_policy = models.CharField(
        _("comments"),
        max_length=10,
        default=CommentPolicy.CLOSED,
        choices=[choice for choice in CommentPolicy.choices if choice[0] != CommentPolicy.INHERIT],
    )
    is_grey = models.BooleanField(_("grey site (day of mourning)"), default=False)
    notice = models.CharField(_("pinned notice"), max_length=120, blank=True)
    notice_address = models.URLField(_("address of the notice"), blank=True)

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_row_of_site_settings")]

    def __str__(self):
        return str(_("Site settings"))

    def save(self, **kwargs):
        self.pk = 1
        super().save(**kwargs)
        cache.delete(_CACHE_KEY)

    @classmethod
    def remembered(cls):
        """The settings if the cache holds them, else None; never asks the database."""
        return cache.get(_CACHE_KEY)

    @classmethod
    def load(cls):
        """The settings, from the cache where warm; the defaults where the desk has saved none yet."""
        found = cache.get(_CACHE_KEY)
        if found is None:
            related = ("logo", "wechat_account_code", "mini_program_code")
            found = cls.objects.select_related(*related).filter(pk=1).first() or cls(pk=1)
            cache.set(_CACHE_KEY, found, 60)
        return found


class FlatPage(models.Model):
    """A page that is not news: 关于我们, 投稿须知."""

    title = models.CharField(_("page title"), max_length=40)
    slug = models.SlugField(_("address"), max_length=80, unique=True, editable=False)
    body = RichTextField(_("body"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    in_footer = models.BooleanField(_("linked in the footer"), default=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["position", "id"]

    def __str__(self):
        return self.title

    def save(self, **kwargs):
        if not self.slug:
            self.slug = free_slug(self.title, FlatPage.objects.all())
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("page", args=[self.slug])


class Source(models.Model):
    """An outlet the desk may reprint from (稿源名单)."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    address = models.URLField(_("address"), blank=True)
    is_active = models.BooleanField(_("may be reprinted"), default=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]

    def __str__(self):
        return self.name


class DemoRecord(models.Model):
    """That a row was made by `manage.py demo`, so that `demo --remove` removes it and nothing else."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_type", "object_id"], name="demo_record_once")]

    def __str__(self):
        return f"{self.content_type_id}:{self.object_id}"
