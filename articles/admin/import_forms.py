"""The forms of the import page: what arrives, its headline, and who each name is."""

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.crediting import CreditEntry
from articles.enums import ArrivalKind, CreditRole, PersonKind
from articles.importing import NameMatch
from articles.models import Person, Section, Unit

AS_PRINTED = "printed"
NEW = "new:"


class ArrivalForm(forms.Form):
    """One manuscript: a file, or a paste whose HTML the browser hands over beside its text."""

    file = forms.FileField(label=gettext_lazy("Word or text file"), required=False)
    html = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    text = forms.CharField(label=gettext_lazy("Or paste the text here"), required=False, strip=False)

    def clean(self):
        data = super().clean()
        if not data.get("file") and not data.get("html", "").strip() and not data.get("text", "").strip():
            raise forms.ValidationError(_("Choose a file or paste the text first."))
        return data

    def arrived(self) -> tuple[bytes, str, ArrivalKind]:
        """What came, its file name and how it came."""
        if file := self.cleaned_data["file"]:
            return file.read(), file.name, ArrivalKind.FILE
        if html := self.cleaned_data["html"]:
            return html.encode(), "", ArrivalKind.PASTED
        return self.cleaned_data["text"].encode(), "", ArrivalKind.TYPED


class HeadForm(forms.Form):
    kicker = forms.CharField(label=gettext_lazy("Kicker"), max_length=60, required=False)
    headline = forms.CharField(label=gettext_lazy("Headline"), max_length=80, required=False)
    subtitle = forms.CharField(label=gettext_lazy("Subtitle"), max_length=120, required=False)
    place = forms.CharField(label=gettext_lazy("Dateline place"), max_length=30, required=False)
    section = forms.ModelChoiceField(Section.objects, label=gettext_lazy("Section"), required=False)


class NameForm(forms.Form):
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=CreditRole)
    printed_name = forms.CharField(label=gettext_lazy("Name as printed"), max_length=30, required=False)
    unit = forms.CharField(label=gettext_lazy("Unit as printed"), max_length=60, required=False)
    person = forms.ChoiceField(label=gettext_lazy("Who it is"), required=False)

    def __init__(self, *args, match: NameMatch | None = None, may_create=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.match = match
        self.known = {str(person.pk): person for person in match.candidates} if match else {}
        kinds = [kind for kind in PersonKind if kind in may_create]
        doubtful = bool(match and match.is_doubtful)
        self.fields["person"].required = doubtful
        self.fields["person"].error_messages["required"] = _("Several people have this name: choose which one.")
        self.fields["person"].choices = [
            *([("", _("Which one?"))] if doubtful else []),
            *((number, f"{person} · {person.get_kind_display()}") for number, person in self.known.items()),
            *((f"{NEW}{kind.value}", _("New record: %(kind)s") % {"kind": kind.label}) for kind in kinds),
            (AS_PRINTED, _("Print as it stands, no link")),
        ]

    def entry(self, made: dict[tuple, Person]) -> CreditEntry | None:
        """The credit as settled; a person to be created is created here, once a name and unit: `made` remembers."""
        data = self.cleaned_data
        if not data["printed_name"]:
            return None
        person = self.known.get(data["person"]) or _new_person(data, made)
        return CreditEntry(CreditRole(data["role"]), data["printed_name"], data["unit"], person)


def _new_person(data, made: dict[tuple, Person]) -> Person | None:
    if not data["person"].startswith(NEW):
        return None
    who = (data["person"], data["printed_name"], data["unit"])
    if who not in made:
        unit = Unit.objects.get_or_create(name=data["unit"])[0] if data["unit"] else None
        kind = data["person"].removeprefix(NEW)
        made[who] = Person.objects.create(kind=kind, name=data["printed_name"], unit=unit)
    return made[who]


class NameRows(forms.BaseFormSet):
    def __init__(self, *args, matches=(), may_create=(), **kwargs):
        self.matches, self.may_create = list(matches), may_create
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index):
        match = self.matches[index] if index is not None and index < len(self.matches) else None
        return {"match": match, "may_create": self.may_create}


NameFormSet = formset_factory(NameForm, formset=NameRows, extra=0, max_num=60)
