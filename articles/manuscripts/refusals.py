"""Why a manuscript is not taken, in words for who sent it: each reason with what to do now."""

from django.utils.translation import gettext_lazy as _

REASONS = {
    "too-large": _("“{file}” is larger than 20 MB. Please make its pictures smaller, or send them apart."),
    "empty": _("“{file}” is empty. Please choose the file with the text."),
    "not-docx": _("“{file}” is no Word document. Please open it in Word or WPS, choose “Save as”, then .docx."),
    "old-word": _(
        "“{file}” is in the old format of Word or WPS. Please open it there, choose “File”, “Save as”, then "
        "“Word document (*.docx)”, and send that file."
    ),
    "encrypted": _("“{file}” is protected by a password. Please remove the password in Word or WPS and send it again."),
    "macros": _("“{file}” holds macros, which are not taken. Please save it as an ordinary .docx and send that."),
    "too-many-members": _("“{file}” is made of more than {most} parts. Please copy its text into a new document."),
    "odd-names": _("“{file}” holds parts with forbidden names. Please copy its text into a new document."),
    "same-names": _("“{file}” holds two parts of one name. Please copy its text into a new document."),
    "zip-bomb": _(
        "“{file}” unpacks to far more than it should, so it was not opened. Please copy its text into a new document."
    ),
    "too-much-text": _("“{file}” holds more than {most} MB of text and layout. Please send it in several parts."),
    "too-much-media": _("“{file}” holds more than {most} MB of pictures. Please send the pictures apart."),
    "doctype": _(
        "“{file}” holds a document type declaration, which no Word document needs. "
        "Please copy its text into a new document."
    ),
    "embedded-file": _("“{file}” holds another file as part of its text. Please copy its text into a new document."),
    "too-deep": _("“{file}” is nested too deeply. Please copy its text into a new document."),
    "strict": _("“{file}” is in the format “Strict Open XML”. Please save it as an ordinary .docx and send that."),
    "unknown-encoding": _("“{file}” is not readable as text. Please save it as UTF-8 text or as .docx and send that."),
    "converter-failed": _(
        "“{file}” could not be converted. Please open it in Word or WPS, save it as .docx, and send that file."
    ),
}
