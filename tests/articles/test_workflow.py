"""The road of a story: every state × action × role, and what each step leaves behind."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.enums import ArticleAction, ArticleStatus
from articles.models import Article, ArticleEvent
from tests import factories

A, S = ArticleAction, ArticleStatus
ROLES = ("author", "reporter", "editor", "head", "chief", "proofreader", "moderator", "admin", "contributor")
PUBLISHERS = {"editor", "head", "chief", "admin"}

# State → the actions possible in it for whoever may publish; the desk may do more than the author.
PUBLISHER_TABLE = {
    S.DRAFT: {A.SUBMIT, A.SCHEDULE, A.PUBLISH},
    S.SUBMITTED: {A.RETURN, A.APPROVE, A.SCHEDULE, A.PUBLISH},
    S.APPROVED: {A.RETURN, A.SCHEDULE, A.PUBLISH},
    S.SCHEDULED: {A.SCHEDULE, A.UNSCHEDULE, A.PUBLISH, A.RETRACT},
    S.PUBLISHED: {A.RETRACT},
    S.RETRACTED: {A.RESTORE},
}
AUTHOR_TABLE = {S.DRAFT: {A.SUBMIT}}


def _expected(role, status):
    if role in PUBLISHERS:
        return PUBLISHER_TABLE[status]
    return AUTHOR_TABLE.get(status, set()) if role == "author" else set()


@pytest.mark.parametrize("status", list(S))
@pytest.mark.parametrize("role", ROLES)
def test_table_of_states_roles_actions(cast, role, status):
    author = factories.make_account("writer", groups=["reporter"], is_staff=True)
    article = factories.make_article(by=author, status=status)
    account = author if role == "author" else cast[role]
    assert set(workflow.allowed_actions(account, article)) == _expected(role, status)


def _call(action, article, account):
    extra = {
        A.RETURN: {"reason": "补充采访对象"},
        A.RETRACT: {"reason": "事实有误"},
        A.SCHEDULE: {"at": timezone.now() + timedelta(hours=2)},
    }.get(action, {})
    name = "return_" if action == A.RETURN else action.value
    return getattr(workflow, name)(article, by=account, **extra)


@pytest.mark.parametrize("status", list(S))
@pytest.mark.parametrize("action", list(workflow.TRANSITIONS))
def test_each_action_does_what_the_table_says(editor, action, status):
    values = (
        {"publish_at": timezone.now() - timedelta(minutes=1)} if (action, status) == (A.RETRACT, S.SCHEDULED) else {}
    )
    article = factories.make_article(status=status, **values)
    if action not in PUBLISHER_TABLE[status]:
        with pytest.raises(workflow.TransitionNotAllowed):
            _call(action, article, editor)
        assert Article.objects.get().status == status
        assert ArticleEvent.objects.count() == 0
        return
    _call(action, article, editor)
    target = workflow.TRANSITIONS[action].target
    assert Article.objects.get().status == article.status == target
    event = ArticleEvent.objects.get()
    assert (event.action, event.from_status, event.to_status, event.by) == (action, status, target, editor)


def test_who_may_not_publish_changes_nothing(reporter):
    article = factories.make_article(by=reporter)
    with pytest.raises(workflow.TransitionNotAllowed):
        workflow.publish(article, by=reporter)
    assert Article.objects.get().status == S.DRAFT


def test_deactivated_editor_may_do_nothing(editor):
    editor.is_active = False
    article = factories.make_article()
    assert workflow.allowed_actions(editor, article) == []


@pytest.mark.parametrize(("field", "value"), [("headline", ""), ("body", "")])
def test_publish_refused_when_headline_or_body_missing(editor, field, value):
    article = factories.make_article(**{field: value})
    with pytest.raises(workflow.TransitionNotAllowed):
        workflow.publish(article, by=editor)
    with pytest.raises(workflow.TransitionNotAllowed):
        workflow.schedule(article, by=editor, at=timezone.now() + timedelta(hours=1))
    assert Article.objects.get().status == S.DRAFT


@pytest.mark.parametrize("field", ["headline", "body"])
def test_submit_refused_when_headline_or_body_missing(reporter, field):
    article = factories.make_article(by=reporter, **{field: ""})
    with pytest.raises(workflow.TransitionNotAllowed):
        workflow.submit(article, by=reporter)
    assert Article.objects.get().status == S.DRAFT


def test_published_story_is_public_and_keeps_its_first_time(editor):
    article = factories.make_article()
    workflow.publish(article, by=editor)
    first = Article.objects.get().published_at
    workflow.retract(article, by=editor, reason="待核实")
    assert list(Article.objects.published()) == []
    workflow.restore(article, by=editor)
    workflow.publish(article, by=editor)
    assert Article.objects.published().get().published_at == first


def test_publish_dated_back_keeps_that_time(editor):
    yesterday = timezone.now() - timedelta(days=1)
    workflow.publish(factories.make_article(), by=editor, at=yesterday)
    assert Article.objects.get().published_at == yesterday


def test_publish_in_the_future_is_refused(editor):
    with pytest.raises(workflow.TransitionNotAllowed):
        workflow.publish(factories.make_article(), by=editor, at=timezone.now() + timedelta(minutes=1))


def test_scheduled_story_becomes_public_at_its_time_without_a_timer(editor, time_machine):
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    article = factories.make_article()
    workflow.schedule(article, by=editor, at=start + timedelta(hours=1))
    assert not Article.objects.published().exists()
    assert not article.is_public
    time_machine.move_to(start + timedelta(hours=1), tick=False)
    assert Article.objects.published().get() == article
    assert article.is_public


def test_publish_due_turns_each_due_row_once(editor, time_machine):
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    due, later = factories.make_article(headline="到时"), factories.make_article(headline="未到")
    workflow.schedule(due, by=editor, at=start + timedelta(minutes=10))
    workflow.schedule(later, by=editor, at=start + timedelta(days=1))
    time_machine.move_to(start + timedelta(minutes=11), tick=False)
    assert [workflow.publish_due(), workflow.publish_due()] == [1, 0]
    due.refresh_from_db()
    assert (due.status, due.publish_at, due.published_at) == (S.PUBLISHED, None, start + timedelta(minutes=10))
    assert Article.objects.get(pk=later.pk).status == S.SCHEDULED
    assert due.events.filter(action=A.PUBLISH, by=None).count() == 1


def test_clock_set_back_hides_nothing_published(editor, time_machine):
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    article = factories.make_article()
    workflow.schedule(article, by=editor, at=start + timedelta(minutes=1))
    time_machine.move_to(start + timedelta(minutes=2), tick=False)
    workflow.publish_due()
    time_machine.move_to(start - timedelta(hours=1), tick=False)
    assert Article.objects.published().get() == article


def test_schedule_in_the_past_is_refused(editor):
    with pytest.raises(workflow.TransitionNotAllowed):
        workflow.schedule(factories.make_article(), by=editor, at=timezone.now() - timedelta(seconds=1))


def test_unschedule_takes_back_the_planned_time(editor):
    article = factories.make_article()
    workflow.schedule(article, by=editor, at=timezone.now() + timedelta(hours=1))
    workflow.unschedule(article, by=editor)
    article.refresh_from_db()
    assert (article.status, article.publish_at, article.published_at) == (S.APPROVED, None, None)


def test_story_not_yet_due_is_unscheduled_and_not_retracted(editor):
    article = factories.make_article(status=S.SCHEDULED)
    with pytest.raises(workflow.TransitionNotAllowed):
        workflow.retract(article, by=editor, reason="事实有误")


@pytest.mark.parametrize(("verb", "status"), [("return_", S.SUBMITTED), ("retract", S.PUBLISHED)])
def test_reason_is_required(editor, verb, status):
    article = factories.make_article(status=status)
    with pytest.raises(workflow.TransitionNotAllowed):
        getattr(workflow, verb)(article, by=editor, reason="  ")
    assert Article.objects.get().status == status


def test_second_of_two_that_read_the_same_state_is_refused(editor, head):
    article = factories.make_article(status=S.SUBMITTED)
    mine, theirs = Article.objects.get(pk=article.pk), Article.objects.get(pk=article.pk)
    workflow.approve(mine, by=editor)
    with pytest.raises(workflow.TransitionNotAllowed):
        workflow.return_(theirs, by=head, reason="导语重写")
    assert Article.objects.get().status == S.APPROVED
    assert ArticleEvent.objects.count() == 1


class TestRevise:
    @pytest.fixture
    def article(self, db):
        return factories.make_published()

    def _text(self, article, **changes):
        from articles import story_text

        return {**story_text.take(article), **changes}

    def test_replaces_the_text_and_keeps_number_and_time(self, article, editor):
        before = (article.pk, article.published_at, article.get_absolute_url())
        text = self._text(article, headline="海堤步道今起试开放", tags=["步道"])
        revision = workflow.revise(article, by=editor, text=text, expected_version=1, note="更正标题")
        fresh = Article.objects.get()
        assert (fresh.pk, fresh.published_at, fresh.get_absolute_url()) == before
        assert (fresh.headline, [tag.name for tag in fresh.tags.all()]) == ("海堤步道今起试开放", ["步道"])
        assert fresh.text_changed_at is not None
        assert fresh.version == 2
        assert (revision.text, revision.note) == (text, "更正标题")
        assert fresh.events.get().action == A.REVISE

    def test_stale_version_writes_nothing(self, article, editor):
        workflow.revise(article, by=editor, text=self._text(article, headline="甲"), expected_version=1)
        with pytest.raises(workflow.TextIsStale):
            workflow.revise(article, by=editor, text=self._text(article, headline="乙"), expected_version=1)
        assert Article.objects.get().headline == "甲"

    def test_who_may_not_publish_may_not_revise(self, article, reporter):
        with pytest.raises(workflow.TransitionNotAllowed):
            workflow.revise(article, by=reporter, text=self._text(article), expected_version=1)

    def test_draft_is_edited_and_not_revised(self, editor):
        draft = factories.make_article()
        with pytest.raises(workflow.TransitionNotAllowed):
            workflow.revise(draft, by=editor, text=self._text(draft), expected_version=1)

    def test_headline_cannot_be_emptied(self, article, editor):
        with pytest.raises(workflow.TransitionNotAllowed):
            workflow.revise(article, by=editor, text=self._text(article, headline=""), expected_version=1)
        assert Article.objects.get().headline == article.headline
