"""Promise R16: the rules hold in the database itself. Each is tried with raw SQL, on whichever database runs.

Uniqueness, foreign keys and NOT NULL are tried for every table by reading the models; each CHECK has its own tries
below, and a CHECK without one fails. What Django validates counts for nothing here.
"""

import datetime
import itertools

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, models

OURS = ("articles", "comments", "newsroom")
MODELS = [model for app in OURS for model in apps.get_app_config(app).get_models() if not model._meta.proxy]
NOWHERE = 987_654_321

CHECKS = {
    # constraint: SQL that would break it, each on a row that stands
    "article_status_known": [
        "UPDATE articles_article SET status = 'vanished'",
        "UPDATE articles_article SET status = ''",
        "UPDATE articles_article SET status = 'PUBLISHED', published_at = created_at",
    ],
    "public_article_has_headline_body_time": [
        "UPDATE articles_article SET status = 'published', published_at = NULL",
        "UPDATE articles_article SET status = 'published', published_at = created_at, headline = ''",
        "UPDATE articles_article SET status = 'published', published_at = created_at, body = ''",
        "UPDATE articles_article SET status = 'scheduled', publish_at = created_at, body = ''",
    ],
    "scheduled_article_has_time": [
        "UPDATE articles_article SET status = 'scheduled', publish_at = NULL, published_at = created_at",
    ],
    "credit_role_known": ["UPDATE articles_credit SET role = 'king'", "UPDATE articles_credit SET role = ''"],
    "credit_has_name": ["UPDATE articles_credit SET printed_name = ''"],
    "front_slot_known": ["UPDATE articles_frontplace SET slot = 'cellar'"],
    "person_kind_known": ["UPDATE articles_person SET kind = 'ghost'"],
    "focal_point_inside": [
        "UPDATE articles_picture SET focal_x = 1.01",
        "UPDATE articles_picture SET focal_x = -0.01",
        "UPDATE articles_picture SET focal_y = 2",
        "UPDATE articles_picture SET focal_y = -1",
    ],
    "one_row_of_site_settings": ["UPDATE articles_sitesettings SET id = 2", "UPDATE articles_sitesettings SET id = 0"],
}


class Rows:
    """Two whole rows of every model, each with every field filled, made from the models themselves."""

    def __init__(self):
        self._made = {}
        self._numbers = itertools.count(1)
        self.pairs = {model: (self.get(model, 1), self.get(model, 2)) for model in MODELS if self._allows_two(model)}
        for model in MODELS:
            self.get(model, 1)

    @staticmethod
    def _allows_two(model) -> bool:
        return model._meta.model_name != "sitesettings"

    def get(self, model, which: int):
        if model is ContentType:
            return ContentType.objects.order_by("pk")[which]
        if (model, which) not in self._made:
            values = {}
            for field in model._meta.local_concrete_fields:
                if not field.primary_key and not (field.null and field.is_relation and field.related_model is model):
                    values[field.name] = self._value(field, which)
            row = model(**values)
            row.save()
            self._made[model, which] = row
        return self._made[model, which]

    def _value(self, field, which: int):
        number = next(self._numbers)
        if field.is_relation:
            return self.get(field.related_model, which)
        if field.has_default():
            return field.get_default()
        if field.choices:
            return next(value for value, _label in field.flatchoices if value)
        if isinstance(field, models.EmailField):
            return f"row{number}@example.cn"
        if isinstance(field, models.URLField):
            return f"https://example.cn/{number}"
        if isinstance(field, models.DateTimeField):
            return datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC) + datetime.timedelta(hours=number)
        if isinstance(field, models.DateField):
            return datetime.date(2026, 3, 1) + datetime.timedelta(days=number)
        if isinstance(field, models.TextField | models.CharField):
            return f"行{number}"
        return number


@pytest.fixture
def rows(transactional_db):
    return Rows()


def refused(sql: str, values=()) -> bool:
    """Whether the database itself refuses the statement, which stands in a transaction of its own."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            if cursor.rowcount == 0:
                raise AssertionError(f"no row was there to be changed: {sql}")
    except IntegrityError:
        return True
    return False


def sql_value(row, field):
    return field.get_db_prep_save(getattr(row, field.attname), connection)


def copy_of(rows, model, fields) -> tuple[str, list]:
    """SQL that gives the second row of `model` what the first one has in `fields`."""
    first, second = rows.pairs[model]
    columns = ", ".join(f'"{field.column}" = %s' for field in fields)
    values = [sql_value(first, field) for field in fields]
    return f'UPDATE "{model._meta.db_table}" SET {columns} WHERE id = %s', [*values, second.pk]


def test_every_unique_column_and_pair_is_unique(rows):
    accepted = []
    for model in rows.pairs:
        meta = model._meta
        tried = [[field] for field in meta.local_concrete_fields if field.unique and not field.primary_key]
        for constraint in meta.constraints:
            if isinstance(constraint, models.UniqueConstraint):
                names = constraint.fields or [
                    source.name for source in constraint.expressions[0].get_source_expressions()
                ]
                tried.append([meta.get_field(name) for name in names])
        for fields in tried:
            sql, values = copy_of(rows, model, fields)
            if not refused(sql, values):
                accepted.append((meta.label, [field.name for field in fields]))
    assert accepted == []


def test_the_email_is_unique_whatever_its_case(rows):
    account = apps.get_model("newsroom.account")
    first, second = rows.pairs[account]
    assert refused("UPDATE newsroom_account SET email = %s WHERE id = %s", [first.email.upper(), second.pk])
    for row in (first, second):
        assert not refused("UPDATE newsroom_account SET email = '', phone = '' WHERE id = %s", [row.pk])


def accepted_in(rows, columns, value) -> list[str]:
    """The columns among those `columns(field)` picks into which the database lets `value`."""
    return [
        f"{model._meta.label}.{field.name}"
        for model in MODELS
        for field in model._meta.local_concrete_fields
        if columns(field)
        and not refused(
            f'UPDATE "{model._meta.db_table}" SET "{field.column}" = %s WHERE id = %s', [value, rows.get(model, 1).pk]
        )
    ]


def test_every_foreign_key_leads_somewhere(rows):
    assert accepted_in(rows, lambda field: field.is_relation, NOWHERE) == []


def test_no_column_that_must_be_filled_can_be_null(rows):
    assert accepted_in(rows, lambda field: not field.null and not field.primary_key, None) == []


def test_no_counting_column_goes_below_zero(rows):
    counting = (models.PositiveIntegerField, models.PositiveSmallIntegerField, models.PositiveBigIntegerField)
    assert accepted_in(rows, lambda field: isinstance(field, counting), -1) == []


def test_every_check_has_its_tries():
    checks = [
        constraint.name
        for model in MODELS
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
    ]
    assert sorted(checks) == sorted(CHECKS)


def test_every_check_refuses_every_try(rows):
    accepted = [sql for tries in CHECKS.values() for sql in tries if not refused(sql)]
    assert accepted == []


def test_what_is_named_by_others_cannot_be_deleted_under_them(rows):
    accepted = []
    for table, model in (
        ("articles_picture", "picture"),
        ("articles_person", "person"),
        ("newsroom_account", "account"),
    ):
        app = table.split("_")[0]
        row = rows.get(apps.get_model(app, model), 1)
        if not refused(f'DELETE FROM "{table}" WHERE id = %s', [row.pk]):
            accepted.append(table)
    assert accepted == []
