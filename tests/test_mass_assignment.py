"""Promise S9: every field of a model posted to every form of the desk changes nothing beyond what the form shows."""

import datetime

import pytest
from django.contrib import admin
from django.db import models
from django.forms import BaseFormSet
from django.urls import reverse

from tests.addresses import make_world
from tests.factories import make_account

FOLLOWS = {
    # what a save changes by itself, so that it says nothing of what was posted
    "articles.article": {"modified_at", "version", "headline_marked", "list_title_marked", "text_changed_at"},
    "articles.flatpage": {"changed_at"},
    "newsroom.account": {"is_staff", "is_superuser"},  # they follow the roles, which the form does show; see below
}
ADMINS = sorted(admin.site._registry.items(), key=lambda item: item[0]._meta.label)


def hostile(field, other):
    """A value for `field` that is not what stands there and that the field's type would take."""
    if field.is_relation:
        return other.get(field.related_model._meta.label_lower, 1)
    if isinstance(field, models.BooleanField):
        return "on"
    if isinstance(field, models.DateTimeField):
        return datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC).isoformat()
    if isinstance(field, models.DateField):
        return "2001-01-01"
    if field.choices:
        return field.flatchoices[-1][0]
    if isinstance(field, models.IntegerField | models.FloatField):
        return "1"
    if isinstance(field, models.JSONField):
        return "{}"
    return "planted"


def filled(page) -> dict:
    """What a browser would post back of the form it was shown, untouched."""
    form = page.context["adminform"].form
    formsets = [inline.formset for inline in page.context["inline_admin_formsets"]]
    formsets += [part for part in vars(form).values() if isinstance(part, BaseFormSet)]
    forms = [form, *(one for formset in formsets for one in [formset.management_form, *formset.forms])]
    data = {}
    for one in forms:
        for bound in one:
            value = bound.value()
            if value is None or value is False:
                continue
            value = bound.field.prepare_value(value)
            widget_data = (
                bound.field.widget.format_value(value) if hasattr(bound.field.widget, "format_value") else value
            )
            data[bound.html_name] = widget_data if widget_data is not None else ""
    return data


def all_values(row) -> dict:
    fresh = type(row)._default_manager.get(pk=row.pk)
    return {field.name: getattr(fresh, field.attname) for field in row._meta.concrete_fields}


@pytest.mark.parametrize(("model", "model_admin"), ADMINS, ids=[model._meta.label for model, _admin in ADMINS])
def test_nothing_beyond_the_form_changes(model, model_admin, client, roles):
    chief = make_account("the-chief", is_staff=True, is_superuser=True)
    client.force_login(chief)
    world = make_world(make_account("owner", is_staff=True, groups=["reporter"]))
    label = model._meta.label_lower
    row = world.rows["a draft"] if label == "articles.article" else world.rows[label]
    path = reverse(f"admin:{label.replace('.', '_')}_change", args=[row.pk])
    page = client.get(path)
    if "adminform" not in (page.context or {}) or not model_admin.has_change_permission(page.wsgi_request, row):
        assert client.post(path, {"name": "planted"}).status_code in {302, 403, 404, 405}
        return
    shown = set(page.context["adminform"].form.fields)
    others = {"newsroom.account": chief.pk}
    planted = {
        field.name: hostile(field, others)
        for field in model._meta.concrete_fields
        if field.name not in shown and not field.primary_key
    }
    before = all_values(row)
    answer = client.post(path, {**planted, **filled(page), "id": "999", "pk": "999"})
    errors = answer.context["errors"] if answer.status_code == 200 and answer.context else None
    assert answer.status_code == 302, errors
    after = all_values(row)
    changed = {name for name in before if before[name] != after[name]} - FOLLOWS.get(label, set())
    assert changed <= shown
    assert {name: after[name] for name in planted if name not in FOLLOWS.get(label, set())} == {
        name: before[name] for name in planted if name not in FOLLOWS.get(label, set())
    }


def test_an_account_form_gives_no_superuser_to_who_asks_for_it(client, roles):
    client.force_login(make_account("the-chief", is_staff=True, is_superuser=True))
    row = make_account("lin", is_staff=True, groups=["reporter"])
    path = reverse("admin:newsroom_account_change", args=[row.pk])
    data = filled(client.get(path))
    assert client.post(path, {**data, "is_superuser": "on", "user_permissions": ["1"]}).status_code == 302
    row.refresh_from_db()
    assert not row.is_superuser
    assert not row.user_permissions.exists()
