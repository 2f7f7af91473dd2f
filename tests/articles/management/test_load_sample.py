import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Credit, TaggedArticle

pytestmark = pytest.mark.django_db


def test_the_asked_number_of_public_stories_is_added(capsys):
    call_command("load_sample", "25")
    assert Article.objects.published().count() == 25
    assert (Credit.objects.count(), TaggedArticle.objects.count()) == (50, 50)
    assert capsys.readouterr().err.startswith("25 / 25 ")
    call_command("load_sample", "5")
    assert Article.objects.count() == 30


@pytest.mark.parametrize("number", ["0", "-3", "1000001"])
def test_a_senseless_number_is_refused(number):
    with pytest.raises(CommandError):
        call_command("load_sample", number)
    assert Article.objects.count() == 0
