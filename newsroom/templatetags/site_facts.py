"""Data of the site as links need it."""

from django import template

register = template.Library()


@register.filter
def digits(text):
    """The digits of `text` alone: 鲁公网安备 37021102000001号 → 37021102000001"""
    return "".join(character for character in text if character.isascii() and character.isdigit())


@register.filter
def dialled(text):
    """A phone number as it is dialled: digits and a leading +."""
    return ("+" if text.startswith("+") else "") + digits(text)


@register.filter
def web_address(text):
    """`text` where it leads to the web, else ""; a row written past the forms may hold javascript: or worse."""
    return text if text.lower().startswith(("https://", "http://")) else ""
