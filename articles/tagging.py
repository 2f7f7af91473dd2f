"""Tags: read from what a person typed, renamed, merged. A former name finds its tag; a former address redirects."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.enums import ArticleStatus
from articles.models import Tag, TagAlias, TaggedArticle
from articles.slugs import free_slug

_SEPARATORS = str.maketrans(dict.fromkeys("，、；;,\n\r\t|", ","))
MAX_LENGTH = 30


class TagChangeRefused(Exception):
    """A change of a tag that is refused; the message is a sentence for the person who asked."""


def parse_tags(text: str) -> list[str]:
    """The tag names in `text`, in the order typed, each once.

    Separators are ，、；,; and a new line; a # before a name is taken off. Spaces belong to a name ("AI 大赛"), so they
    separate nothing. A name is cut at `MAX_LENGTH` characters.
    """
    names: dict[str, str] = {}
    for part in text.translate(_SEPARATORS).split(","):
        name = " ".join(part.strip().strip("#＃").split())[:MAX_LENGTH]
        if name:
            names.setdefault(name.casefold(), name)
    return list(names.values())


def current_names(names) -> list[str]:
    """`names` with each former name of a tag replaced by the present one, each once, the order kept."""
    names = list(names)
    known = {name.casefold() for name in Tag.objects.filter(name__in=names).values_list("name", flat=True)}
    former = {
        alias.name.casefold(): alias.tag.name
        for alias in TagAlias.objects.filter(name__in=names).select_related("tag")
        if alias.name.casefold() not in known
    }
    current = (former.get(name.casefold(), name) for name in names)
    return list({name.casefold(): name for name in current}.values())


@transaction.atomic
def rename(tag: Tag, name: str, *, by) -> None:
    """Give `tag` another name and the address that goes with it; the old ones lead to it from now on."""
    _refuse_unless_allowed(by, "articles.change_tag")
    name = "".join(parse_tags(name)[:1])
    if not name or name == tag.name:
        raise TagChangeRefused(_("Write the new name of the tag."))
    if Tag.objects.exclude(pk=tag.pk).filter(name__iexact=name).exists():
        raise TagChangeRefused(_("A tag of that name exists already: merge the two instead."))
    returning = tag.aliases.filter(name=name).first()
    slug = returning.slug if returning else free_slug(name, Tag.objects.all(), TagAlias.objects.all())
    if returning:
        returning.delete()
    TagAlias.objects.create(name=tag.name, slug=tag.slug, tag=tag)
    tag.name, tag.slug = name, slug
    tag.save()


@transaction.atomic
def merge(kept: Tag, vanished: Tag, *, by) -> int:
    """Move every story from `vanished` to `kept`, whose former name it becomes; how many stories gained `kept`."""
    _refuse_unless_allowed(by, "articles.delete_tag")
    if kept.pk == vanished.pk:
        raise TagChangeRefused(_("Choose another tag to merge into."))
    has_both = TaggedArticle.objects.filter(tag=kept, content_object__tagged_items__tag=vanished)
    has_both = list(has_both.values_list("content_object", flat=True))
    moved = TaggedArticle.objects.filter(tag=vanished).exclude(content_object__in=has_both).update(tag=kept)
    vanished.aliases.update(tag=kept)
    name, slug = vanished.name, vanished.slug
    vanished.delete()
    TagAlias.objects.create(name=name, slug=slug, tag=kept)
    return moved


def is_public(tag: Tag) -> bool:
    """Whether the tag's page is, or once was, known to readers: then it is renamed or merged, never just deleted."""
    shown = [ArticleStatus.PUBLISHED, ArticleStatus.SCHEDULED, ArticleStatus.RETRACTED]
    return tag.aliases.exists() or tag.tagged_items.filter(content_object__status__in=shown).exists()


def _refuse_unless_allowed(by, permission: str) -> None:
    if not (by.is_active and by.has_perm(permission)):
        raise TagChangeRefused(_("Your role may not change tags. Ask an editor."))
