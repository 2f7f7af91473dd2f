from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.enums import ArticleStatus
from tests.factories import make_article


@pytest.mark.django_db
def test_what_is_due_is_published_and_counted_once(capsys):
    due = make_article(status=ArticleStatus.SCHEDULED, publish_at=timezone.now() - timedelta(minutes=1))
    later = make_article(status=ArticleStatus.SCHEDULED, publish_at=timezone.now() + timedelta(hours=1))
    call_command("publish_due")
    call_command("publish_due")
    due.refresh_from_db()
    later.refresh_from_db()
    assert (due.status, later.status) == (ArticleStatus.PUBLISHED, ArticleStatus.SCHEDULED)
    assert capsys.readouterr().out == "1 published\n0 published\n"
