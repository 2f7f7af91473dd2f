"""导入稿件: a file or paste; the original beside the result; undo what was changed, settle the names; a draft."""

from dataclasses import replace
from io import BytesIO

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles import manuscripts
from articles.admin.articles import ArticleAdmin
from articles.admin.import_forms import AS_PRINTED, ArrivalForm, HeadForm, NameFormSet
from articles.admin.rows import ListButton
from articles.bylines.shapes import PrintedCredit
from articles.differing import differences
from articles.enums import PersonKind
from articles.importing import AlreadyImported, make_draft, match_people
from articles.models import Article, Original
from articles.numbers import row_number
from articles.originals import bytes_of, keep_original, read_original
from articles.uploads import Refused

CHANGE_LABELS = {
    "byline": gettext_lazy("Byline read"),
    "headline": gettext_lazy("Headline found"),
    "kicker": gettext_lazy("Kicker found"),
    "subtitle": gettext_lazy("Subtitle found"),
    "source": gettext_lazy("Source read"),
    "subhead": gettext_lazy("Subhead found"),
    "caption": gettext_lazy("Caption found"),
    "furniture": gettext_lazy("Page furniture cut"),
    "word-rubbish": gettext_lazy("Word's rubbish removed"),
    "quotes": gettext_lazy("Quotes paired"),
    "punctuation": gettext_lazy("Punctuation made full-width"),
    "spaces": gettext_lazy("Padding spaces removed"),
    "indent": gettext_lazy("Indents removed"),
    "invisible": gettext_lazy("Invisible characters removed"),
}
"""The kinds of change, the weightier first."""
MOVED = {"byline", "headline", "kicker", "subtitle", "source", "caption"}
"""Kinds whose text leaves the body for a field of its own: it is not lost, so it is not struck through."""
WORTH_A_LOOK = {"byline", "headline", "kicker", "subtitle", "source", "subhead", "caption", "furniture"}


def _refuse_unless_may_import(request) -> None:
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied


def arrive(request):
    """Take a manuscript in; what cannot be read is said, and what was pasted stays in the form."""
    _refuse_unless_may_import(request)
    form = ArrivalForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data, name, kind = form.arrived()
        try:
            original = keep_original(data, name=name, kind=kind, by=request.user)
            read_original(original)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("admin:articles_import_review", original.pk)
    recent = Original.objects.visible_to(request.user).filter(article=None, brought_by=request.user)[:5]
    return _page(request, "arrive.html", {"title": _("Import a manuscript"), "form": form, "recent": recent})


def review(request, number):
    """The original beside the result. "again" reads it anew without the changes undone; "draft" makes the draft."""
    _refuse_unless_may_import(request)
    original = _get_original(request, number)
    if original.article_id:
        return redirect("admin:articles_article_change", original.article_id)
    try:
        manuscript = read_original(original)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:articles_import")
    undone = set(request.POST.getlist("undo"))
    as_read = manuscript
    if undone:
        manuscript = manuscripts.undo(replace(manuscript, left_out=frozenset(undone)), [])
    wants_draft = request.method == "POST" and "draft" in request.POST
    head, names = _forms(request, manuscript, bound=wants_draft)
    if wants_draft and head.is_valid() and names.is_valid():
        return _make(request, original, manuscript, head, names)
    context = _review_context(original, manuscript, head, names)
    return _page(request, "review.html", {**context, "changes": _changes(as_read, manuscript, undone)})


def _forms(request, manuscript, *, bound):
    initial = {name: getattr(manuscript, name) for name in ("kicker", "headline", "subtitle", "place")}
    head = HeadForm(request.POST if bound else None, initial=initial)
    matches = match_people(_asked_credits(request) if bound else manuscript.credits)
    rows = [
        {
            "role": match.credit.role,
            "printed_name": match.credit.name,
            "unit": match.credit.unit,
            "person": str(match.person.pk) if match.person else "" if match.candidates else AS_PRINTED,
        }
        for match in matches
    ]
    may_create = [kind for kind in PersonKind if request.user.has_perm(f"articles.add_{kind.value}")]
    data = request.POST if bound else None
    names = NameFormSet(data, initial=rows, prefix="names", matches=matches, may_create=may_create)
    return head, names


def _asked_credits(request) -> list[PrintedCredit]:
    """The credits as posted, so that names corrected on the page are matched by their corrected form."""
    rows = range(min(row_number(request.POST.get("names-TOTAL_FORMS")) or 0, 60))
    return [
        PrintedCredit(
            request.POST.get(f"names-{row}-role", ""),
            request.POST.get(f"names-{row}-printed_name", "").strip(),
            request.POST.get(f"names-{row}-unit", "").strip(),
        )
        for row in rows
    ]


def _make(request, original, manuscript, head, names):
    made: dict = {}
    credits = [entry for form in names.forms if (entry := form.entry(made))]
    settled = {name: head.cleaned_data[name] for name in ("kicker", "headline", "subtitle", "place")}
    try:
        imported = make_draft(
            replace(manuscript, **settled),
            by=request.user,
            credits=credits,
            section=head.cleaned_data["section"],
            original=original,
        )
    except AlreadyImported as made:
        return redirect("admin:articles_article_change", made.article_id)
    for problem in imported.problems:
        messages.warning(request, problem)
    if not imported.article.headline:
        messages.warning(request, _("The draft has no headline yet: write one."))
    messages.success(request, _("The draft is made. Go on editing here."))
    return redirect("admin:articles_article_change", imported.article.pk)


def _review_context(original, manuscript, head, names) -> dict:
    return {
        "title": _("Import a manuscript"),
        "original": original,
        "manuscript": manuscript,
        "head": head,
        "names": names,
        "paragraphs": [_shown(paragraph, manuscript) for paragraph in manuscript.paragraphs],
        "characters": sum(len(paragraph.text) for paragraph in manuscript.paragraphs),
    }


def _shown(paragraph, manuscript) -> dict:
    """A paragraph of the result, a picture with its name, caption and credit."""
    picture = manuscript.pictures[paragraph.picture] if paragraph.picture is not None else None
    return {"kind": paragraph.kind, "text": paragraph.text, "rows": paragraph.rows, "shown": picture}


def _changes(as_read, manuscript, undone) -> list[dict]:
    """Every change made and every one undone, by kind in the order of `CHANGE_LABELS`, each with what differs."""
    left_out = [change for change in as_read.changes if change.identity in undone]
    rows: dict[str, list] = {kind: [] for kind in CHANGE_LABELS}
    for change in sorted([*manuscript.changes, *left_out], key=lambda change: change.line):
        rows[change.kind].append(
            {
                "identity": change.identity,
                "line": change.line + 1,
                "is_undone": change.identity in undone,
                "pieces": differences(change.before, change.after),
            }
        )
    return [
        {"label": CHANGE_LABELS[kind], "rows": found, "is_open": kind in WORTH_A_LOOK, "is_moved": kind in MOVED}
        for kind, found in rows.items()
        if found
    ]


def _get_original(request, number) -> Original:
    original = Original.objects.visible_to(request.user).filter(pk=number).first()
    if original is None:
        raise Http404
    return original


@require_safe
def download(request, number):
    """The original itself, for who may see it, always as an attachment."""
    _refuse_unless_may_import(request)
    original = _get_original(request, number)
    response = FileResponse(
        BytesIO(bytes_of(original)),
        as_attachment=True,
        filename=original.name or f"manuscript-{original.pk}{original.file[-5:]}",
        content_type="application/octet-stream",
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _page(request, template, context):
    context = {**admin.site.each_context(request), "opts": Article._meta, **context}
    return TemplateResponse(request, f"admin/articles/import/{template}", context)


def import_urls() -> list:
    wrap = admin.site.admin_view
    return [
        path("import/", wrap(arrive), name="articles_import"),
        path("import/<int:number>/", wrap(review), name="articles_import_review"),
        path("import/<int:number>/original/", wrap(download), name="articles_import_original"),
    ]


ArticleAdmin.extra_urls = [*ArticleAdmin.extra_urls, import_urls]
ArticleAdmin.list_buttons = [
    *ArticleAdmin.list_buttons,
    ListButton(gettext_lazy("Import a manuscript"), "admin:articles_import", "articles.add_article"),
]
