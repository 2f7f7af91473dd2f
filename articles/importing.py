"""From a manuscript to a draft: its names matched to people, its pictures in the library, nothing of it lost."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles import pictures, workflow
from articles.bylines.shapes import PrintedCredit
from articles.crediting import CreditEntry, write_credits
from articles.enums import AIMark, ArticleAction, Origin
from articles.manuscripts import Manuscript
from articles.models import Article, Original, Person, Picture, Section, SiteSettings, Source
from articles.story_text import place_pictures
from articles.uploads import Refused

LONGEST_NAME = 30  # what `Credit.printed_name` holds


@dataclass(frozen=True)
class NameMatch:
    """One credit of a manuscript and who it may be. `person` is set only where there is no doubt."""

    credit: PrintedCredit
    candidates: tuple[Person, ...] = ()
    person: Person | None = None

    @property
    def is_doubtful(self) -> bool:
        return bool(self.candidates) and self.person is None

    def entry(self) -> CreditEntry:
        return CreditEntry(self.credit.role, self.credit.name, self.credit.unit, self.person)


class AlreadyImported(Exception):
    """A draft was made of this original before; `article_id` is its number."""

    def __init__(self, article_id: int):
        super().__init__(article_id)
        self.article_id = article_id


@dataclass
class Imported:
    """What an import made: the draft, and sentences for whoever imports about what could not be taken."""

    article: Article
    problems: list[str] = field(default_factory=list)


def match_people(credits: Iterable[PrintedCredit]) -> list[NameMatch]:
    """A match for each of `credits`, in order, in a fixed number of queries.

    One active person of that name (or pen name), and of that unit where one is printed, is taken; two or more are a
    question; nobody prints as printed.
    """
    credits = list(credits)
    names = {credit.name for credit in credits}
    people = Person.objects.filter(Q(name__in=names) | Q(pen_names__name__in=names), is_active=True)
    by_name: dict[str, list[Person]] = {name: [] for name in names}
    for person in people.select_related("unit").prefetch_related("pen_names").order_by("id").distinct():
        for name in {person.name, *(pen_name.name for pen_name in person.pen_names.all())} & names:
            by_name[name].append(person)
    return [_match(credit, by_name[credit.name]) for credit in credits]


def _match(credit: PrintedCredit, candidates: list[Person]) -> NameMatch:
    of_unit = [person for person in candidates if person.unit and person.unit.name == credit.unit]
    fitting = of_unit if credit.unit else candidates
    sure = fitting[0] if len(fitting) == 1 else None
    return NameMatch(credit, tuple(candidates), sure)


def make_draft(
    manuscript: Manuscript,
    *,
    by,
    credits: list[CreditEntry] | None = None,
    section: Section | None = None,
    original: Original | None = None,
) -> Imported:
    """A draft of `by` made from `manuscript`, with `credits` where a person has settled them, else as matched.

    Pictures are checked one by one before the draft is written: a refused one is a problem told, not an end. The draft,
    its credits, its pictures and its first revision are written in one transaction. Raises AlreadyImported where
    `original` has its draft.
    """
    kept, problems = _keep_pictures(manuscript, by)
    if credits is None:
        matches = match_people(manuscript.credits)
        credits = [match.entry() for match in matches]
        problems += [_why_doubtful(match) for match in matches if match.is_doubtful]
    fitting = [entry for entry in credits if len(entry.printed_name) <= LONGEST_NAME]
    too_long = [entry.printed_name for entry in credits if entry not in fitting]
    problems += [_("“%(name)s” is too long for a name: it stands in the text.") % {"name": name} for name in too_long]
    with transaction.atomic():
        article = _write(manuscript, by, section, kept, too_long)
        write_credits(article, fitting)
        place_pictures(article, [_placed(picture) for picture in dict.fromkeys(kept.values())])
        if original is not None:
            _claim(original, article)
        workflow.record(article, ArticleAction.IMPORT, by)
        workflow.keep_revision(article, by=by)
    return Imported(article, problems)


def _claim(original: Original, article: Article) -> None:
    """Of two that make a draft of one original at the same moment, one wins; the other's draft is rolled back."""
    if not Original.objects.filter(pk=original.pk, article=None).update(article=article):
        raise AlreadyImported(Original.objects.values_list("article_id", flat=True).get(pk=original.pk))


def _why_doubtful(match: NameMatch) -> str:
    return _("“%(name)s” may be %(people)s: printed as it stands, without a link. Choose the person in the story.") % {
        "name": match.credit.name,
        "people": _(", ").join(str(person) for person in match.candidates),
    }


def _keep_pictures(manuscript: Manuscript, by) -> tuple[dict[int, Picture], list[str]]:
    kept, problems = {}, []
    for index, picture in enumerate(manuscript.pictures):
        if not picture.data:
            continue
        try:
            kept[index] = pictures.add_picture(
                picture.data, name=picture.name, by=by, caption=picture.caption[:300], credit=picture.credit[:60]
            )
        except Refused as refusal:
            problems.append(str(refusal))
    return kept, problems


def _placed(picture: Picture) -> dict:
    return {"picture": picture.pk, "caption": "", "credit": "", "alt": ""}


def _write(
    manuscript: Manuscript, by, section: Section | None, kept: dict[int, Picture], too_long: list[str]
) -> Article:
    """The row of the draft; whatever is too long for its field begins the text, so that none of it is lost."""
    article = Article(created_by=by, section=section)
    in_text = list(too_long)
    for name, value in {
        "kicker": manuscript.kicker,
        "headline": manuscript.headline,
        "subtitle": manuscript.subtitle,
        "place": manuscript.place,
        "outlet": manuscript.outlet,
        "dateline": manuscript.date,
        "source_name": manuscript.source,
    }.items():
        if len(value) <= Article._meta.get_field(name).max_length:  # type: ignore[union-attr,operator]
            setattr(article, name, value)
        else:
            in_text.append(value)
    _name_source(article)
    body = manuscript.to_html({index: picture.pk for index, picture in kept.items()})
    article.body = "".join(f"<p>{escape(line)}</p>" for line in in_text) + body
    article.cover = next(iter(kept.values()), None)
    if any(picture.ai_label for picture in kept.values()):
        article.ai_mark = AIMark.GENERATED
    article.save()
    return article


def _name_source(article: Article) -> None:
    """Link a printed source the desk knows; what comes from elsewhere is a reprint."""
    article.source = Source.objects.filter(name=article.source_name, is_active=True).first()
    if article.source and article.source.name != SiteSettings.load().name:
        article.origin = Origin.REPRINT
