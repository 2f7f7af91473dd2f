"""Stories in the admin: the list, the form, and the ways out of both. States change through `workflow` alone."""

from typing import ClassVar

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import permissions, story_text, workflow
from articles.admin import conflict, history, moves, reading, suggestions
from articles.admin.filters import SectionFilter, StatusFilter, TimeFilter
from articles.admin.forms import ArticleForm
from articles.admin.rows import DeskAdmin
from articles.admin.thumbnails import thumbnail
from articles.enums import BYLINE_ROLES, ArticleAction, ArticleStatus
from articles.models import Article, PrintPlacement
from articles.numbers import row_number


class NothingWritten(Exception):
    """A new story that says nothing was to be moved on: there is nothing to store. Carries the refusal to show."""


class PrintPlacementInline(admin.TabularInline):
    model = PrintPlacement
    extra = 0

    def has_add_permission(self, request, obj=None):
        return request.user.has_perm("articles.change_article")

    has_change_permission = has_delete_permission = has_view_permission = has_add_permission


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    desk_group, desk_order = "stories", 1
    form = ArticleForm
    inlines = [PrintPlacementInline]
    change_form_template = "admin/articles/article/change_form.html"
    delete_confirmation_template = "admin/articles/article/delete.html"
    fields = [*ArticleForm.Meta.fields, "tag_names", "opened_version", "note"]
    list_display = ["picture_column", "headline_column", "status_column", "byline_column", "time_column"]
    list_display_links = None
    list_filter = [StatusFilter, SectionFilter, TimeFilter]
    list_select_related = ["section", "cover", "created_by"]
    search_fields = ["headline"]
    search_help_text = gettext_lazy("Words of the headline, or a number")
    ordering = ["-id"]
    actions = moves.BULK_ACTIONS
    extra_urls: ClassVar[list] = [suggestions.urls]
    """Functions that give addresses below the list of stories; other modules of the admin add theirs."""

    # who may

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def get_object(self, request, object_id, from_field=None):
        """The story, locked while it is changed: what is saved must not undo a change of state made meanwhile."""
        try:
            number = int(unquote(str(object_id)))
        except ValueError:
            return None
        rows = self.get_queryset(request).filter(pk=number)
        if request.method == "POST" and connection.in_atomic_block:
            rows = rows.select_for_update(of=("self",))
        try:
            return rows.first()
        except OverflowError:
            return None

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        if obj.status == ArticleStatus.PUBLISHED:
            return "revise" in request.GET and permissions.can_publish(request.user)
        return permissions.can_edit(request.user, obj)

    def has_view_permission(self, request, obj=None):
        if obj is None:
            return super().has_view_permission(request)
        return permissions.can_view(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        """A draft readers never saw, by whoever may edit it."""
        return obj is not None and self._why_not_delete(request.user, obj) is None

    @staticmethod
    def _why_not_delete(user, article):
        if article.status != ArticleStatus.DRAFT or article.published_at:
            return _("Only a draft that was never public is deleted. A public story is retracted, with a reason.")
        if not permissions.can_edit(user, article):
            return _("Only the author or an editor may delete this draft.")
        return None

    # the list

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        for name in [] if permissions.can_publish(request.user) else ["approve", "publish", "retract"]:
            actions.pop(f"bulk_{name}", None)
        return actions if request.user.has_perm("articles.change_article") else {}

    def changelist_view(self, request, extra_context=None):
        if request.method == "POST" and not request.user.has_perm("articles.change_article"):
            raise PermissionDenied
        return super().changelist_view(request, extra_context)

    def get_list_queryset(self, queryset):
        return queryset.defer("body", "summary").prefetch_related("credits")

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        changelist.result_list = self.get_list_queryset(changelist.result_list)
        return changelist

    def get_search_results(self, request, queryset, search_term):
        term = search_term.strip()
        if number := row_number(term):
            found = queryset.filter(pk=number)
            if found.exists():
                return found, False
        for word in term.split()[:5]:
            queryset = queryset.filter(headline__icontains=word)
        return queryset, False

    @admin.display(description=gettext_lazy("Picture"))
    def picture_column(self, article):
        return thumbnail(article.cover) if article.cover_id else ""

    @admin.display(description=gettext_lazy("Headline"), ordering="-id")
    def headline_column(self, article):
        return format_html(
            '<a class="row-title" href="{}">{}</a><span class="row-note">{}</span>',
            reverse("admin:articles_article_change", args=[article.pk]),
            article,
            " · ".join(
                part for part in (str(article.section or ""), f"#{article.pk}", str(article.created_by)) if part
            ),
        )

    @admin.display(description=gettext_lazy("Status"))
    def status_column(self, article):
        return status_badge(article)

    @admin.display(description=gettext_lazy("Byline"))
    def byline_column(self, article):
        return " ".join(credit.printed_name for credit in article.credits.all() if credit.role in BYLINE_ROLES)

    @admin.display(description=gettext_lazy("Time"), ordering="-published_at")
    def time_column(self, article):
        return article.published_at or article.modified_at

    # the form

    def get_urls(self):
        wrap = self.admin_site.admin_view
        own = [
            path("<path:object_id>/move/<str:action>/", wrap(self.move_view), name="articles_article_move"),
            path(
                "<path:object_id>/texts/<int:number>/restore/", wrap(self.restore_view), name="articles_article_restore"
            ),
        ]
        more = [url for make in self.extra_urls for url in make()]
        return [*more, *own, *super().get_urls()]

    def move_view(self, request, object_id, action):
        return moves.move_view(self, request, object_id, action)

    def history_view(self, request, object_id, extra_context=None):
        return history.history_view(self, request, object_id)

    def restore_view(self, request, object_id, number):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        return history.restore_view(self, request, object_id, number)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None:
            try:
                return super().changeform_view(request, None, form_url, extra_context)
            except NothingWritten as refusal:
                messages.error(request, str(refusal))
                return redirect("admin:articles_article_add")
        article = self.get_object(request, object_id)
        if article is None:
            raise Http404
        if not self.has_change_permission(request, article):
            if request.method == "POST":
                return self._closed(request, article)
            return self.read_view(request, article)
        if conflict.is_answer(request):
            conflict.apply_choices(request, article)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except workflow.TextIsStale:
            return conflict.conflict_view(self, request, article)

    def _closed(self, request, article):
        """What someone typed into a story that may no longer be edited is shown, never thrown away."""
        if "opened_version" not in request.POST or not request.user.has_perm("articles.change_article"):
            raise PermissionDenied
        why = _("The story is “%(status)s” now and cannot be edited. What you wrote is below: copy what you need.")
        return conflict.conflict_view(self, request, article, closed=why % {"status": article.get_status_display()})

    def read_view(self, request, article):
        """The story to read, with what the visitor may do with it."""
        text = story_text.take(article)
        context = {
            **self.admin_site.each_context(request),
            "title": str(article),
            "article": article,
            "opts": self.opts,
            "body": reading.body_html(article.body),
            "facts": _facts(text),
            **self._story_context(request, article),
        }
        return TemplateResponse(request, "admin/articles/article/read.html", context)

    def _story_context(self, request, article) -> dict:
        events = list(article.events.select_related("by")[:6])
        returned = next((event for event in events if event.action == ArticleAction.RETURN), None)
        return {
            "moves": moves.offered(request.user, article),
            "at_once": moves.AT_ONCE,
            "events": events,
            "returned": returned if article.status == ArticleStatus.DRAFT and events[:1] == [returned] else None,
            "badge": status_badge(article),
            "can_revise": article.status == ArticleStatus.PUBLISHED and permissions.can_publish(request.user),
            "can_delete": self.has_delete_permission(request, article),
            "placements": article.print_placements.all(),
        }

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.is_revision = bool(obj and obj.status == ArticleStatus.PUBLISHED)
        form.must_look_again = conflict.is_answer(request) and "_look" in request.POST
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        form.know_rows()
        context |= {
            "story_form": form,
            "is_revision": form.is_revision,
            "title": _("New story") if add else str(obj),
            "subtitle": "",
            "media": context["media"] + form.credit_rows.media + form.picture_rows.media,
        }
        if obj:
            context |= self._story_context(request, obj)
        else:
            context["moves"] = moves.offered(request.user, Article(created_by=request.user))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        text, note = form.text(), form.cleaned_data["note"]
        if not change:
            obj.created_by = request.user
            obj.save()
            workflow.record(obj, ArticleAction.CREATE, request.user)
            story_text.put(obj, text)
            workflow.keep_revision(obj, by=request.user, note=note)
            return
        expected = form.cleaned_data["opened_version"] or 0
        if form.is_revision:
            workflow.revise(obj, by=request.user, text=text, expected_version=expected, note=note)
            return
        workflow.claim_version(obj, expected)
        before = workflow.keep_revision(Article.objects.get(pk=obj.pk), by=request.user)
        story_text.put(obj, text)
        if workflow.keep_revision(obj, by=request.user, note=note) != before:
            workflow.record(obj, ArticleAction.EDIT, request.user, obj.status, note)

    def save_related(self, request, form, formsets, change):
        """Raises NothingWritten, which takes back the story, for an empty new form that asks for more than saving."""
        parts = (form, form.credit_rows, form.picture_rows, *formsets)
        wanted = request.POST.get("_then")
        if wanted and not change and not any(part.has_changed() for part in parts):
            if wanted == ArticleAction.SUBMIT:
                raise NothingWritten(_("The story has no text yet. Write it, then submit."))
            raise NothingWritten(_("The story has no text yet. Write it, then publish."))
        super().save_related(request, form, formsets, change)

    def log_addition(self, request, obj, message):
        """The story's own events are the record."""

    def log_change(self, request, obj, message):
        """The story's own events are the record."""

    def response_add(self, request, obj, post_url_continue=None):
        return self._after_save(request, obj)

    def response_change(self, request, obj):
        return self._after_save(request, obj)

    def _after_save(self, request, article):
        messages.success(request, _("“%(story)s” is saved.") % {"story": article})
        wanted = request.POST.get("_then", "")
        if wanted in moves.AT_ONCE:
            try:
                messages.success(request, moves.take(article, ArticleAction(wanted), by=request.user))
            except workflow.TransitionNotAllowed as refusal:
                messages.error(request, str(refusal))
        elif wanted in {action.value for action in moves.LABELS}:
            return redirect("admin:articles_article_move", article.pk, wanted)
        elif "_save" in request.POST:
            return redirect("admin:articles_article_changelist")
        return redirect("admin:articles_article_change", article.pk)

    # deleting

    def delete_view(self, request, object_id, extra_context=None):
        article = self.get_object(request, object_id)
        if article is None:
            raise Http404
        if why := self._why_not_delete(request.user, article):
            messages.error(request, why)
            return redirect("admin:articles_article_change", article.pk)
        return super().delete_view(request, object_id, extra_context)

    def get_deleted_objects(self, objs, request):
        """A draft takes its own rows with it, and nothing else."""
        return [str(article) for article in objs], {}, set(), []


def status_badge(article):
    """The state of `article` as a badge; a story whose time has come reads as published, which it is."""
    status = ArticleStatus.PUBLISHED if article.is_public else ArticleStatus(article.status)
    return format_html('<span class="badge badge-{}">{}</span>', status.value, status.label)


def _facts(text) -> list[tuple[str, str]]:
    """What a text says beside headline and body, without what it leaves empty."""
    labels, words = reading.labels(), reading.as_words(text)
    shown_above = {"kicker", "headline", "subtitle", "body", "is_advertisement"}
    return [(labels[name], words[name]) for name in reading.TEXT_FIELDS if name not in shown_above and words[name]]
