"""The widgets of the desk's forms. What a person reads in them is handed to the scripts in data- attributes."""

import json

from django import forms
from django.forms.widgets import Script
from django.urls import reverse
from django.utils.translation import gettext as _
from django_prose_editor.widgets import importmap, prose_editor_js
from js_asset import Media

from articles.admin.thumbnails import picture_facts
from articles.models import Picture
from articles.numbers import row_number

EDITOR_STYLES = ["django_prose_editor/material-icons.css", "django_prose_editor/editor.css", "articles/css/editor.css"]


class DeskEditor(forms.Textarea):
    """The prose editor with the desk's own set of what a body may hold (`articles.richtext`).

    Without scripts it is a text area that takes the same HTML.
    """

    def __init__(self, attrs=None, *, with_pictures=True):
        self.with_pictures = with_pictures
        super().__init__({"rows": 20, "cols": 40, **(attrs or {})})

    @property
    def media(self):
        return Media(
            importmap=importmap,
            css={"all": EDITOR_STYLES},
            js=[
                "articles/js/admin/editor-words.js",
                prose_editor_js,
                Script("articles/js/admin/editor.js", type="module"),
            ],
        )

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"].update(
            {
                "data-desk-editor": "",
                "data-labels": json.dumps(editor_labels()),
                "data-words": json.dumps(package_words()),
            }
        )
        if self.with_pictures:
            context["widget"]["attrs"]["data-pictures"] = ""
        return context

    def use_required_attribute(self, initial):
        return False


class SuggestInput(forms.TextInput):
    """A text field that offers what the desk knows while one types; what is not known may be typed all the same.

    `fill` maps the end of a field's name in the same row to the key of the suggestion it takes; with `several`, names
    are separated by 、 and one is offered at a time.
    """

    class Media:
        js = ["articles/js/admin/suggest.js"]

    def __init__(self, url_name, *, fill=None, several=False, attrs=None):
        self.url_name, self.fill, self.several = url_name, fill or {}, several
        super().__init__(attrs)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"].update(
            {
                "class": "vTextField",
                "autocomplete": "off",
                "data-suggest": reverse(self.url_name),
                "data-fill": json.dumps(self.fill),
                "data-none": _("Nothing known by that name; it is taken as typed."),
            }
        )
        if self.several:
            context["widget"]["attrs"]["data-several"] = ""
        return context


class PictureChoice(forms.Widget):
    """A picture of the library, chosen in a dialog; its number is what is posted."""

    template_name = "articles/widgets/picture.html"

    class Media:
        js = [Script("articles/js/admin/pictures.js", defer=True)]

    def get_context(self, name, value, attrs):
        value = getattr(value, "pk", value)
        context = super().get_context(name, value, attrs)
        number = row_number(value)
        picture = Picture.objects.filter(pk=number).first() if number else None
        context["picture"] = picture_facts(picture) if picture else None
        return context

    def id_for_label(self, id_):
        return ""


def editor_labels() -> dict[str, str]:
    """What the buttons of the editor are called, by the name of the button."""
    return {
        "paragraph": _("Paragraph"),
        "heading2": _("Subhead"),
        "heading3": _("Smaller subhead"),
        "bold": _("Bold (Ctrl+B)"),
        "italic": _("Italic (Ctrl+I)"),
        "underline": _("Underline (Ctrl+U)"),
        "strike": _("Strike through"),
        "subscript": _("Subscript"),
        "superscript": _("Superscript"),
        "bulletList": _("Bulleted list"),
        "orderedList": _("Numbered list"),
        "blockquote": _("Quotation"),
        "horizontalRule": _("Dividing line"),
        "picture": _("Insert a picture from the library"),
        "link": _("Link (Ctrl+K)"),
        "unlink": _("Remove the link"),
        "table": _("Insert a table"),
        "table:addColumnAfter": _("Add a column"),
        "table:deleteColumn": _("Delete the column"),
        "table:addRowAfter": _("Add a row"),
        "table:deleteRow": _("Delete the row"),
        "table:mergeCells": _("Merge cells"),
        "table:splitCell": _("Split the cell"),
        "table:toggleHeaderCell": _("Header cell on or off"),
        "table:deleteTable": _("Delete the table"),
        "history:undo": _("Undo (Ctrl+Z)"),
        "history:redo": _("Redo (Ctrl+Shift+Z)"),
        "fullscreen": _("Whole screen on or off (F11)"),
        "toolbar": _("Formatting"),
        "removePicture": _("Take the picture out of the text"),
        "noThumb": _("Picture"),
        "picturesDropped": _(
            "Pictures in what you pasted were left out: upload them to the library, then insert them."
        ),
    }


def package_words() -> dict[str, str]:
    """The sentences the editor's package asks for by their English."""
    return {
        "Update": _("Update"),
        "Cancel": _("Cancel"),
        "URL": _("Address"),
        "Title": _("Title of the link"),
        "Edit Link": _("Edit the link"),
        "Toggle fullscreen": _("Whole screen on or off (F11)"),
    }
