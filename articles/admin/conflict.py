"""Two saves of one story: the second sees both texts, chooses part by part, and loses nothing of what was typed."""

from django.http import QueryDict
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles import story_text
from articles.admin import reading
from articles.admin.forms import ArticleForm, posted
from articles.admin.history import compare

FIELDS_OF_PART = {
    "tags": ("tag_names",),
    "section_id": ("section",),
    "cover_id": ("cover",),
    "source_id": ("source", "source_name"),
    "source_name": ("source", "source_name"),
}
"""Which posted fields carry a part of the text, where they are not named like it."""
ROWS_OF_PART = {"credits": "credits-", "pictures": "pictures-"}
MARK = "conflict"


def is_answer(request) -> bool:
    return request.method == "POST" and MARK in request.POST


def apply_choices(request, article) -> None:
    """Turn an answered conflict page into an ordinary post of the form: each part as chosen.

    A part not chosen stays as typed. `opened_version` is the one both texts were compared at, so that a third save in
    between is seen again.
    """
    theirs = posted(story_text.take(article), article.version)
    data = request.POST.copy()
    for part in reading.TEXT_FIELDS:
        if data.get(f"choose-{part}") != "theirs":
            continue
        prefix = ROWS_OF_PART.get(part)
        for name in [name for name in data if prefix and name.startswith(prefix)]:
            del data[name]
        for name in theirs:
            if (prefix and name.startswith(prefix)) or name in FIELDS_OF_PART.get(part, (part,)):
                data[name] = theirs[name]
    data["opened_version"] = data.get("compared_version", "0")
    request.POST = data


def conflict_view(model_admin, request, article, *, closed: str = ""):
    """The page of both texts. With `closed`, a sentence, saving is over for this story and the page only shows them."""
    article.refresh_from_db()
    theirs = story_text.take(article)
    mine = _typed(request.POST, article)
    last = article.revisions.select_related("by").first()
    hidden = QueryDict(mutable=True)
    for name, values in request.POST.lists():
        if name not in {"csrfmiddlewaretoken", "opened_version", MARK, "compared_version"} and not name.startswith(
            ("choose-", "_")
        ):
            hidden.setlist(name, values)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Someone else saved this story while you were writing"),
        "subtitle": str(article),
        "article": article,
        "opts": model_admin.opts,
        "last": last,
        "closed": closed,
        "parts": _parts(theirs, mine),
        "hidden": [(name, value) for name, values in hidden.lists() for value in values],
        "version": article.version,
        "mark": MARK,
    }
    return TemplateResponse(request, "admin/articles/article/conflict.html", context, status=409)


def _parts(theirs: dict, mine: dict) -> list[dict]:
    old, new = reading.as_words(theirs), reading.as_words(mine)
    return [{**part, "theirs": old[part["name"]], "mine": new[part["name"]]} for part in compare(theirs, mine)]


def _typed(data, article) -> dict:
    """The text that was typed, as far as it is valid; a part that is not keeps what is saved."""
    form = ArticleForm(data, instance=type(article)())
    if form.is_valid():
        return form.text()
    text = story_text.take(article)
    cleaned = getattr(form, "cleaned_data", {})
    for name in reading.TEXT_FIELDS:
        if name in cleaned:
            text[name] = cleaned[name]
    return text
