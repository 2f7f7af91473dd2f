"""The form of a story, in the order an editor works. It reads and gives the story's text as `story_text` shapes it."""

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.forms import formset_factory
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import richtext, story_text, tagging
from articles.admin.thumbnails import picture_facts
from articles.admin.widgets import DeskEditor, PictureChoice, SuggestInput
from articles.enums import CreditRole
from articles.models import Article, Person, Picture, Section, Source
from articles.numbers import row_number

PLAIN_FIELDS = (
    "kicker", "headline", "subtitle", "list_title", "summary", "place", "outlet", "dateline", "origin",
    "source_address", "original_title", "is_advertisement", "ai_mark",
)  # fmt: skip
"""Fields of the text that are one field of the form each, under the same name."""


class CreditForm(forms.Form):
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=CreditRole)
    printed_name = forms.CharField(
        label=gettext_lazy("Name as printed"),
        max_length=30,
        widget=SuggestInput(
            "admin:articles_suggest_people",
            fill={"person": "id", "unit": "unit"},
            attrs={"placeholder": gettext_lazy("Name as printed")},
        ),
    )
    unit = forms.CharField(
        label=gettext_lazy("Unit as printed"),
        max_length=60,
        required=False,
        widget=forms.TextInput({"placeholder": gettext_lazy("Unit as printed")}),
    )
    person = forms.ModelChoiceField(Person.objects.select_related("unit"), required=False, widget=forms.HiddenInput)

    def has_changed(self):
        """A new row is a credit once it names someone, whatever role it shows and whatever stood there before."""
        if self.empty_permitted:
            return bool(self["printed_name"].value() or self["person"].value())
        return super().has_changed()

    @cached_property
    def linked_person(self):
        """The person the row is linked to, for its label."""
        return self.known_people.get(row_number(self["person"].value()))

    known_people: dict = {}


class PlacedPictureForm(forms.Form):
    picture = forms.ModelChoiceField(Picture.objects, widget=forms.HiddenInput)
    caption = forms.CharField(
        label=gettext_lazy("Caption"), max_length=300, required=False, widget=forms.Textarea({"rows": 2})
    )
    credit = forms.CharField(label=gettext_lazy("Credit"), max_length=60, required=False)
    alt = forms.CharField(label=gettext_lazy("Description for who cannot see it"), max_length=200, required=False)

    known_pictures: dict = {}

    def has_changed(self):
        return bool(self["picture"].value()) if self.empty_permitted else super().has_changed()

    @cached_property
    def shown(self):
        return self.known_pictures.get(row_number(self["picture"].value()))


class OrderedRows(forms.BaseFormSet):
    """Rows whose order is the number in their ORDER field, a row without one last."""

    ordering_widget = forms.NumberInput({"min": 0, "class": "row-order"})
    deletion_widget = forms.CheckboxInput({"class": "row-delete"})

    def rows(self) -> list[dict]:
        """The cleaned rows in order, without the deleted and the empty."""
        return [form.cleaned_data for form in self.ordered_forms if form.cleaned_data]


CreditRows = formset_factory(CreditForm, formset=OrderedRows, extra=1, can_order=True, can_delete=True, max_num=60)
PictureRows = formset_factory(
    PlacedPictureForm, formset=OrderedRows, extra=0, can_order=True, can_delete=True, max_num=100
)


class ArticleForm(forms.ModelForm):
    """`is_revision`: the text of a public story is replaced; `must_look_again`: a valid form is not saved this once."""

    is_revision = False
    must_look_again = False

    opened_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    body = forms.CharField(label=gettext_lazy("Body"), widget=DeskEditor(), required=False, strip=False)
    section = forms.ModelChoiceField(Section.objects, label=gettext_lazy("Section"), required=False)
    tag_names = forms.CharField(
        label=gettext_lazy("Tags"),
        required=False,
        help_text=gettext_lazy("Separate with 、 or ，"),
        widget=SuggestInput("admin:articles_suggest_tags", several=True),
    )
    source = forms.ModelChoiceField(Source.objects, required=False, widget=forms.HiddenInput)
    source_name = forms.CharField(
        label=gettext_lazy("Source"),
        required=False,
        max_length=60,
        widget=SuggestInput("admin:articles_suggest_sources", fill={"source": "id", "source_address": "address"}),
    )
    source_address = forms.URLField(
        label=gettext_lazy("Address of the original"), required=False, max_length=400, assume_scheme="https"
    )
    cover = forms.ModelChoiceField(Picture.objects, required=False, widget=PictureChoice)
    note = forms.CharField(
        label=gettext_lazy("What was changed"),
        required=False,
        max_length=200,
        widget=AdminTextInputWidget,
        help_text=gettext_lazy("Kept in the story's history."),
    )

    class Meta:
        model = Article
        fields = (*PLAIN_FIELDS, "body", "section", "source", "source_name", "cover", "comment_policy")
        widgets = {"summary": forms.Textarea({"rows": 3, "cols": 40})}

    def __init__(self, data=None, files=None, *, instance=None, initial=None, **kwargs):
        text = story_text.take(instance) if instance and instance.pk else None
        initial = {**(initial or {})}
        if text:
            initial |= {
                "opened_version": instance.version,
                "tag_names": "、".join(text["tags"]),
                "source_name": instance.printed_source,
            }
        super().__init__(data, files, instance=instance, initial=initial, **kwargs)
        self.credit_rows = CreditRows(data, prefix="credits", initial=text["credits"] if text else None)
        self.picture_rows = PictureRows(data, prefix="pictures", initial=text["pictures"] if text else None)

    def is_valid(self):
        rows = [self.credit_rows.is_valid(), self.picture_rows.is_valid()]
        return super().is_valid() and all(rows)

    def clean_body(self):
        body = richtext.clean(self.cleaned_data["body"])
        return body if richtext.plain(body) or richtext.picture_ids(body) else ""

    def clean_tag_names(self):
        return tagging.current_names(tagging.parse_tags(self.cleaned_data["tag_names"]))

    def clean(self):
        cleaned = super().clean()
        name, source = cleaned.get("source_name", ""), cleaned.get("source")
        if not source or source.name != name:
            cleaned["source"] = Source.objects.filter(name=name).first() if name else None
        if cleaned.get("source"):
            cleaned["source_name"] = ""
        if self.is_revision:
            for field in ("headline", "body"):
                if not cleaned.get(field) and field not in self.errors:
                    self.add_error(field, _("A published story keeps a headline and a text."))
        if self.must_look_again:
            self.add_error(None, _("Your choices are in the form below. Look them over, then save."))
        return cleaned

    def text(self) -> dict:
        """The text of the story as this valid form says it. A picture that stands in the body belongs to the story."""
        cleaned = self.cleaned_data
        pictures = [
            {**{name: row[name] for name in ("caption", "credit", "alt")}, "picture": row["picture"].pk}
            for row in self.picture_rows.rows()
        ]
        placed = {row["picture"] for row in pictures}
        pictures += [
            {"picture": number, "caption": "", "credit": "", "alt": ""}
            for number in dict.fromkeys(richtext.picture_ids(cleaned["body"]))
            if number not in placed
        ]
        return {
            **{name: cleaned[name] for name in (*PLAIN_FIELDS, "body", "source_name")},
            **{f"{name}_id": cleaned[name].pk if cleaned[name] else None for name in ("section", "source", "cover")},
            "tags": sorted(cleaned["tag_names"]),
            "credits": [
                {
                    "role": row["role"],
                    "printed_name": row["printed_name"],
                    "unit": row["unit"],
                    "person": row["person"].pk if row["person"] else None,
                }
                for row in self.credit_rows.rows()
            ],
            "pictures": list({row["picture"]: row for row in pictures}.values()),
        }

    def know_rows(self) -> None:
        """Fetch at once the people and pictures the rows name, for their labels and thumbnails."""
        people = _numbers(form["person"].value() for form in self.credit_rows)
        pictures = _numbers(form["picture"].value() for form in self.picture_rows)
        pictures |= set(richtext.picture_ids(self["body"].value() or ""))
        known_people = Person.objects.select_related("unit").in_bulk(people)
        self.known_pictures = {
            number: picture_facts(picture) for number, picture in Picture.objects.in_bulk(pictures).items()
        }
        for form in self.credit_rows:
            form.known_people = known_people
        for form in self.picture_rows:
            form.known_pictures = self.known_pictures


def _numbers(values) -> set[int]:
    return {number for value in values if (number := row_number(value))}


def posted(text: dict, version: int) -> dict[str, str]:
    """`text` as a browser would post it through `ArticleForm`: field name to value."""
    source = Source.objects.filter(pk=text["source_id"]).first()
    data = {name: text[name] for name in (*PLAIN_FIELDS, "body")}
    data["is_advertisement"] = "on" if text["is_advertisement"] else ""
    data |= {name: text[f"{name}_id"] or "" for name in ("section", "source", "cover")}
    data |= {
        "source_name": source.name if source else text["source_name"],
        "tag_names": "、".join(text["tags"]),
        "opened_version": version,
    }
    data |= _posted_rows("credits", text["credits"]) | _posted_rows("pictures", text["pictures"])
    return {name: str(value) for name, value in data.items()}


def _posted_rows(prefix: str, rows: list[dict]) -> dict:
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": len(rows)}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": "" if value is None else value for name, value in row.items()}
        data[f"{prefix}-{number}-ORDER"] = number
    return data
