"""Why a file is refused, in words for the person who sent it: the reason, and what to do now.

A reason is a code (the child's `Refusal`) and a sentence in which `{file}` is the name of the file; other values come from
the `Refusal`. Callers of `confine` add their own.
"""

from django.utils.translation import gettext_lazy as _

CONFINEMENT_REASONS = {
    "busy": _("“{file}”: too many files are being checked at this moment. Please send it again in a minute."),
    "too-slow": _(
        "“{file}” takes too long to open, so it was not taken. Please save it anew in an ordinary program and send that."
    ),
    "too-much-memory": _("“{file}” needs too much memory to open. Please send it in a smaller size."),
    "broken": _("“{file}” cannot be opened: it seems damaged. Please save it anew or choose another file."),
}
