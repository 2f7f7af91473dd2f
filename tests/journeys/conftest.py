"""What the journeys share: the walk through the demo, made once."""

import pytest

from tests.journeys import sitewalk


@pytest.fixture(scope="session")
def pages(demo_newsroom):
    """Every public page of the demo, by path."""
    return sitewalk.walk(demo_newsroom)


@pytest.fixture(scope="session")
def kinds(pages):
    """One path of each kind of public page: the fullest of its kind."""
    return sitewalk.one_of_each(pages)
