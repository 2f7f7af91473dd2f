"""The one road for each change of a story's state: permission, change, record; and what follows, after the commit.

Which state may follow which, and whose it is to say, is `TRANSITIONS`; `docs/workflow.md` shows the same table and a
test compares them.
"""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import permissions, story_text
from articles.enums import ArticleAction, ArticleStatus
from articles.models import Article, ArticleEvent, Revision

DRAFT, SUBMITTED, APPROVED = ArticleStatus.DRAFT, ArticleStatus.SUBMITTED, ArticleStatus.APPROVED
SCHEDULED, PUBLISHED, RETRACTED = ArticleStatus.SCHEDULED, ArticleStatus.PUBLISHED, ArticleStatus.RETRACTED


@dataclass(frozen=True)
class Transition:
    """From which states an action leads to which, and who may take it: "author" (the own draft) or "publisher"."""

    sources: tuple[ArticleStatus, ...]
    target: ArticleStatus
    who: str


TRANSITIONS = {
    ArticleAction.SUBMIT: Transition((DRAFT,), SUBMITTED, "author"),
    ArticleAction.RETURN: Transition((SUBMITTED, APPROVED), DRAFT, "publisher"),
    ArticleAction.APPROVE: Transition((SUBMITTED,), APPROVED, "publisher"),
    ArticleAction.SCHEDULE: Transition((DRAFT, SUBMITTED, APPROVED, SCHEDULED), SCHEDULED, "publisher"),
    ArticleAction.UNSCHEDULE: Transition((SCHEDULED,), APPROVED, "publisher"),
    ArticleAction.PUBLISH: Transition((DRAFT, SUBMITTED, APPROVED, SCHEDULED), PUBLISHED, "publisher"),
    ArticleAction.RETRACT: Transition((PUBLISHED, SCHEDULED), RETRACTED, "publisher"),
    ArticleAction.RESTORE: Transition((RETRACTED,), DRAFT, "publisher"),
}
START = DRAFT
security = logging.getLogger("newsroom.security")
LOGGED = {ArticleAction.PUBLISH, ArticleAction.SCHEDULE, ArticleAction.REVISE, ArticleAction.RETRACT}
"""What changes the public site, and so stands in the security log as well (promise S23)."""


class TransitionNotAllowed(Exception):
    """A change of state that is refused; the message is a sentence for the person who asked."""


class TextIsStale(Exception):
    """The text was saved by someone else since it was opened; nothing was written."""


def _check_graph() -> None:
    """Refuse a broken graph at import: every state can be reached, and none is a dead end."""
    reached = {START} | {transition.target for transition in TRANSITIONS.values()}
    left = {state for transition in TRANSITIONS.values() for state in transition.sources}
    if reached != set(ArticleStatus) or left != set(ArticleStatus):
        raise AssertionError("articles.workflow.TRANSITIONS leaves a state unreachable or without a way on.")


_check_graph()


def allowed_actions(user, article: Article) -> list[ArticleAction]:
    """The actions `user` may take on `article` now, in the order of the table."""
    return [action for action in TRANSITIONS if _why_not(action, user, article) is None]


def _why_not(action: ArticleAction, user, article: Article) -> str | None:
    transition = TRANSITIONS[action]
    if article.status not in transition.sources:
        return _("“%(action)s” is not possible while the story is “%(status)s”.") % {
            "action": action.label, "status": article.get_status_display(),
        }  # fmt: skip
    may = permissions.can_submit(user, article) if transition.who == "author" else permissions.can_publish(user)
    return None if may else _("Your role may not do this. Ask an editor who may publish.")


def _missing_for_public(article: Article) -> str | None:
    if not article.headline:
        return _("The story has no headline yet. Write one, then publish.")
    if not article.body:
        return _("The story has no text yet. Write it, then publish.")
    return None


def _move(article: Article, action: ArticleAction, by, reason: str = "", *, only_if=None, **changes) -> ArticleEvent:
    """Change the row where it still stands in the state it was read in, and record it; exactly one of many wins."""
    before, target = article.status, TRANSITIONS[action].target
    rows = Article.objects.filter(pk=article.pk, status=before, **(only_if or {}))
    if not rows.update(status=target, modified_at=timezone.now(), **changes):
        raise TransitionNotAllowed(_("Someone else has changed this story just now. Open it again to see."))
    for name, value in {"status": target, **changes}.items():
        setattr(article, name, value)
    return record(article, action, by, before, reason)


def record(article: Article, action: ArticleAction, by, before: str = "", reason: str = "") -> ArticleEvent:
    """Write the event that `action` happened to `article`, which now stands in its state after it."""
    if action in LOGGED:
        who = {"who": by.get_username(), "who_id": by.pk} if by else {"who": None}
        facts = {**who, "article": article.pk, "status": str(article.status)}
        transaction.on_commit(lambda: security.info(str(action.value), extra={"facts": facts}))
    return ArticleEvent.objects.create(
        article=article, action=action, by=by, from_status=before, to_status=article.status, reason=reason[:300]
    )


def _refuse_unless_allowed(action: ArticleAction, by, article: Article) -> None:
    if why := _why_not(action, by, article):
        raise TransitionNotAllowed(why)


def _refuse_unless_complete(article: Article) -> None:
    if why := _missing_for_public(article):
        raise TransitionNotAllowed(why)


@transaction.atomic
def submit(article: Article, *, by) -> ArticleEvent:
    _refuse_unless_allowed(ArticleAction.SUBMIT, by, article)
    if not article.body:
        raise TransitionNotAllowed(_("The story has no text yet. Write it, then submit."))
    if not article.headline:
        raise TransitionNotAllowed(_("The story has no headline yet. Write one, then submit."))
    return _move(article, ArticleAction.SUBMIT, by)


@transaction.atomic
def return_(article: Article, *, by, reason: str) -> ArticleEvent:
    """Give the story back to its author, with what is to be done."""
    _refuse_unless_allowed(ArticleAction.RETURN, by, article)
    if not reason.strip():
        raise TransitionNotAllowed(_("Say why the story is returned, so that the author knows what to do."))
    return _move(article, ArticleAction.RETURN, by, reason)


@transaction.atomic
def approve(article: Article, *, by) -> ArticleEvent:
    _refuse_unless_allowed(ArticleAction.APPROVE, by, article)
    return _move(article, ArticleAction.APPROVE, by)


@transaction.atomic
def publish(article: Article, *, by, at: datetime | None = None) -> ArticleEvent:
    """Make the story public. `at` dates a first publication (imports, the demo); a later one keeps the first time."""
    _refuse_unless_allowed(ArticleAction.PUBLISH, by, article)
    _refuse_unless_complete(article)
    now = timezone.now()
    if at and at > now:
        raise TransitionNotAllowed(_("A story is not published in the future: schedule it."))
    first = at or now
    if article.status != SCHEDULED and article.published_at:
        first = article.published_at
    return _move(article, ArticleAction.PUBLISH, by, published_at=first, publish_at=None)


@transaction.atomic
def schedule(article: Article, *, by, at: datetime) -> ArticleEvent:
    """Let the story become public at `at` by itself."""
    _refuse_unless_allowed(ArticleAction.SCHEDULE, by, article)
    _refuse_unless_complete(article)
    if article.is_public:
        raise TransitionNotAllowed(_("The story is public already."))
    if at <= timezone.now():
        raise TransitionNotAllowed(_("The planned time has passed. Choose a later one, or publish now."))
    first = article.published_at if article.status != SCHEDULED and article.published_at else at
    return _move(article, ArticleAction.SCHEDULE, by, publish_at=at, published_at=first)


@transaction.atomic
def unschedule(article: Article, *, by) -> ArticleEvent:
    _refuse_unless_allowed(ArticleAction.UNSCHEDULE, by, article)
    if article.is_public:
        raise TransitionNotAllowed(_("The planned time has come: the story is public. Retract it instead."))
    was_public = article.events.filter(action=ArticleAction.PUBLISH).exists()
    first = article.published_at if was_public else None
    return _move(article, ArticleAction.UNSCHEDULE, by, publish_at=None, published_at=first)


@transaction.atomic
def retract(article: Article, *, by, reason: str) -> ArticleEvent:
    """Take a public story away from readers. Its number, credits and first publication time stay."""
    _refuse_unless_allowed(ArticleAction.RETRACT, by, article)
    if not article.is_public:
        raise TransitionNotAllowed(_("The story is not public yet: cancel its schedule instead."))
    if not reason.strip():
        raise TransitionNotAllowed(_("Say why the story is retracted; the reason is kept with it."))
    return _move(article, ArticleAction.RETRACT, by, reason, publish_at=None)


@transaction.atomic
def restore(article: Article, *, by) -> ArticleEvent:
    """Make a retracted story a draft again."""
    _refuse_unless_allowed(ArticleAction.RESTORE, by, article)
    return _move(article, ArticleAction.RESTORE, by)


def publish_due(now: datetime | None = None) -> int:
    """Turn every scheduled story whose time has come to published, each exactly once however many call; how many."""
    now = now or timezone.now()
    due = Article.objects.filter(status=SCHEDULED, publish_at__lte=now).order_by("publish_at", "pk")
    # Read whole before the first write: on SQLite a SELECT still open is a stale snapshot, which may not write.
    return sum(_publish_one_due(article, now) for article in list(due.only("pk", "status")))


@transaction.atomic
def _publish_one_due(article: Article, now: datetime) -> bool:
    try:
        _move(article, ArticleAction.PUBLISH, None, only_if={"publish_at__lte": now}, publish_at=None)
    except TransitionNotAllowed:
        return False
    return True


@transaction.atomic
def revise(article: Article, *, by, text: dict, expected_version: int, note: str = "") -> Revision:
    """Replace the text of a public story in one transaction, keeping number, address and first publication time."""
    if not permissions.can_publish(by):
        raise TransitionNotAllowed(_("Your role may not revise a published story. Ask an editor who may publish."))
    if article.status != PUBLISHED:
        raise TransitionNotAllowed(_("Only a published story is revised; this one can simply be edited."))
    if not text["headline"] or not text["body"]:
        raise TransitionNotAllowed(_("A published story keeps a headline and a text."))
    claim_version(article, expected_version)
    article.text_changed_at = timezone.now()
    story_text.put(article, text)
    record(article, ArticleAction.REVISE, by, PUBLISHED, note)
    return keep_revision(article, by=by, note=note)


def claim_version(article: Article, expected: int) -> None:
    """Take the next version of `article` where it is still at `expected`.

    Raises TextIsStale where someone saved in between; call inside the transaction that writes the text.
    """
    if not Article.objects.filter(pk=article.pk, version=expected).update(version=expected + 1):
        raise TextIsStale
    article.version = expected + 1


def keep_revision(article: Article, *, by, note: str = "") -> Revision:
    """Keep the text `article` has now as its next revision; a text equal to the newest one is not kept twice."""
    text = story_text.take(article)
    newest = article.revisions.first()
    if newest and newest.text == text:
        return newest
    number = newest.number + 1 if newest else 1
    return Revision.objects.create(article=article, number=number, text=text, by=by, note=note[:200])
