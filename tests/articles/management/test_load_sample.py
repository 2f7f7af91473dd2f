import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Credit
from tests.factories import make_account, make_person, make_section


@pytest.mark.django_db
def test_so_many_stories_are_added_with_progress_each_with_a_credit(capsys):
    make_account("author")
    make_section()
    make_person()
    call_command("load_sample", "1003")
    assert capsys.readouterr().out == "1000 of 1003\n1003 of 1003\n"
    assert (Article.objects.published().count(), Credit.objects.count()) == (1003, 1003)
    assert Article.objects.values("published_at").distinct().count() == 1003


@pytest.mark.django_db
def test_a_newsroom_without_accounts_is_told_what_to_do():
    with pytest.raises(CommandError, match="Run demo or open_desk first"):
        call_command("load_sample", "1")
