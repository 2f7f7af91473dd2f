"""What a field for a web address takes: nothing that a browser would run (promise S1)."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Source
from tests.hostile.scripts import ADDRESSES

NOT_OF_THE_WEB = [one for one in ADDRESSES if not one.startswith("https://")]


@pytest.mark.django_db
@pytest.mark.parametrize("address", NOT_OF_THE_WEB)
def test_an_address_that_runs_something_is_refused(address):
    with pytest.raises(ValidationError) as refusal:
        Source(name="海城日报", address=address).full_clean()
    assert list(refusal.value.message_dict) == ["address"]
