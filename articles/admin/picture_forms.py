"""The forms of the picture library."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import Picture


class PictureForm(forms.ModelForm):
    class Meta:
        model = Picture
        fields = ["caption", "credit", "alt", "ai_label", "focal_x", "focal_y"]
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 2}),
            "alt": forms.Textarea(attrs={"rows": 2}),
            "focal_x": forms.NumberInput(attrs={"min": 0, "max": 1, "step": 0.01}),
            "focal_y": forms.NumberInput(attrs={"min": 0, "max": 1, "step": 0.01}),
        }

    def clean_caption(self):
        return " ".join(self.cleaned_data["caption"].split())

    def clean_alt(self):
        return " ".join(self.cleaned_data["alt"].split())


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """The uploaded files, a list with at least one. What each holds is judged file by file, not here."""

    widget = ManyFilesInput(attrs={"accept": "image/jpeg,image/png,image/gif,image/webp"})

    def clean(self, data, initial=None):
        if not data:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return list(data)


class UploadForm(forms.Form):
    files = ManyFilesField(label=_("Pictures"), error_messages={"required": _("Choose at least one picture.")})
    credit = forms.CharField(
        label=_("Credit of all of them"),
        max_length=60,
        required=False,
        help_text=_("Who took or drew them; each can be changed afterwards."),
    )
