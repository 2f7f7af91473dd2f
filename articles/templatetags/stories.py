"""How a story's words are set on a page: headlines between words, bylines with links, times as readers say them."""

from django import template
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join

from articles.bylines import PrintedCredit, byline_parts, print_byline, signoff_parts
from articles.enums import BylineStyle, Origin
from articles.feeds import summary_of
from articles.typesetting import set_headline
from articles.words import mark_words

register = template.Library()


@register.filter
def marked(text):
    """A text whose word boundaries are marked already, to break between words alone."""
    return set_headline(text)


@register.filter
def unbroken(text):
    """A short text to break between words alone, its boundaries found now."""
    return set_headline(mark_words(text))


@register.filter
def headline(article):
    return marked(article.headline_marked or article.headline)


@register.filter
def card_title(article):
    """The title lists show, marked between words where the row was saved with marks."""
    return article.card_title_marked or article.card_title


@register.filter
def card_headline(article):
    return marked(card_title(article))


@register.filter
def card_summary(article):
    """The story in a sentence or two, for who has not opened it."""
    return summary_of(article)


@register.simple_tag
def byline(article, site):
    """The byline in the house style, each name with a person a link to that person."""
    credits = list(article.credits.all())
    facts = {"place": article.place, "outlet": article.outlet or site.outlet, "date": article.dateline}
    return _linked(byline_parts(_printed(credits), site.byline_style, **facts), credits)


@register.simple_tag
def sign_off(article):
    """责任编辑：周舒　校对：何未, each name with a person a link."""
    credits = list(article.credits.all())
    return _linked(signoff_parts(_printed(credits)), credits)


@register.filter
def short_byline(article):
    """Who made the story, for a card: roles and names alone."""
    printed = [PrintedCredit(credit.role, credit.printed_name) for credit in article.credits.all()]
    return print_byline(printed, BylineStyle.WEB)


def _printed(credits):
    return [PrintedCredit(credit.role, credit.printed_name, credit.unit) for credit in credits]


def _linked(pieces, credits):
    def person_of(piece):
        return credits[piece.credit].person if piece.credit is not None else None

    return format_html_join(
        "",
        "{}",
        (
            (format_html('<a href="{}">{}</a>', person.get_absolute_url(), piece.text) if person else piece.text,)
            for piece, person in ((piece, person_of(piece)) for piece in pieces)
        ),
    )


@register.filter
def source_name(article, site):
    """Where the story comes from: the outlet it is reprinted from, else this site."""
    return article.printed_source or (site.name if article.origin == Origin.ORIGINAL else article.source_address)


@register.filter
def picture_credit(placed):
    """沈砚 → 沈砚 摄; what says already how the picture was made (资料图, 受访者供图) stays."""
    credit = placed.printed_credit
    return credit if credit.endswith(("摄", "图", "影", "制", "供")) else f"{credit} 摄"


@register.filter
def share_picture(article, site):
    """The picture a shared link shows."""
    return article.cover or site.logo


@register.filter
def when(moment):
    """Today's time, this year's day, else the whole date."""
    local, today = timezone.localtime(moment), timezone.localdate()
    if local.date() == today:
        return formats.date_format(local, "TIME_FORMAT")
    return formats.date_format(local, "n月j日" if local.year == today.year else "DATE_FORMAT")


@register.filter
def when_short(moment):
    """For a narrow column: 09:20 today, 11-22 before."""
    local = timezone.localtime(moment)
    return local.strftime("%H:%M" if local.date() == timezone.localdate() else "%m-%d")


@register.filter
def day_address(article):
    local = timezone.localtime(article.published_at)
    return reverse("archive_day", args=[local.year, local.month, local.day])
