import pytest

from articles.models import FlatPage, PlacedPicture, SiteSettings
from articles.pictures import where_used
from tests.factories import make_article, make_person, make_picture

pytestmark = pytest.mark.django_db


def test_a_picture_used_nowhere():
    make_article(body='<figure data-picture="999"></figure>')
    assert where_used(make_picture()) == []


def test_every_use_is_found_once():
    picture = make_picture()
    cover = make_article(cover=picture, body=f'<figure data-picture="{picture.pk}"></figure>')
    placed = make_article()
    PlacedPicture.objects.create(article=placed, picture=picture)
    inside = make_article(body=f'<p>文</p><figure data-picture="{picture.pk}"></figure>')
    person = make_person(portrait=picture)
    page = FlatPage.objects.create(title="关于", body=f'<figure data-picture="{picture.pk}"></figure>')
    uses = where_used(picture)
    assert {use.row for use in uses} == {cover, placed, inside, person, page}
    assert len(uses) == 5


def test_a_number_that_only_begins_alike_is_another_picture():
    picture = make_picture()
    make_article(body=f'<figure data-picture="{picture.pk}0"></figure>')
    assert where_used(picture) == []


@pytest.mark.parametrize(
    "field",
    [f.name for f in SiteSettings._meta.get_fields() if f.related_model and f.related_model.__name__ == "Picture"],
)
def test_the_sites_own_pictures_count(field):
    picture = make_picture()
    settings = SiteSettings.objects.first() or SiteSettings()
    setattr(settings, field, picture)
    settings.save()
    assert [use.row for use in where_used(picture)] == [settings]


def test_it_takes_a_fixed_number_of_queries(django_assert_num_queries):
    picture = make_picture()
    for count in (1, 3):
        for _ in range(count):
            PlacedPicture.objects.create(article=make_article(cover=picture), picture=picture)
        with django_assert_num_queries(8):
            where_used(picture)
