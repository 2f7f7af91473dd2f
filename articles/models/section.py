"""Sections and tags: what a story is filed under, each with an address in pinyin that stays."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from articles.enums import CommentPolicy
from articles.slugs import free_slug


class Section(models.Model):
    name = models.CharField(_("name"), max_length=20, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True, editable=False)
    description = models.CharField(_("description"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    in_navigation = models.BooleanField(_("shown in the navigation"), default=True)
    comment_policy = models.CharField(
        _("comments"), max_length=10, choices=CommentPolicy, default=CommentPolicy.INHERIT
    )

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "id"]

    def __str__(self):
        return self.name

    def save(self, **kwargs):
        if not self.slug:
            self.slug = free_slug(self.name, Section.objects.all())
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("section", args=[self.slug])


class Tag(TagBase):
    slug = models.SlugField(_("address"), max_length=100, unique=True, editable=False, allow_unicode=False)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def slugify(self, tag, i=None):
        return free_slug(tag, Tag.objects.all(), TagAlias.objects.all())

    def get_absolute_url(self):
        return reverse("tag", args=[self.slug])


class TaggedArticle(ItemBase):
    content_object = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="tagged_items")
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="tagged_items")

    class Meta:
        verbose_name = _("tagged story")
        verbose_name_plural = _("tagged stories")
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="tagged_once")]


class TagAlias(models.Model):
    """A name and address a tag once had: the address redirects, the name typed again finds the tag."""

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="aliases")

    class Meta:
        verbose_name = _("former tag name")
        verbose_name_plural = _("former tag names")

    def __str__(self):
        return self.name
