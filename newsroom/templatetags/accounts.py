"""What the account templates need that Django has no filter for."""

import json

from django import template
from django.core.serializers.json import DjangoJSONEncoder

register = template.Library()


@register.filter
def as_json(value) -> str:
    """`value` as JSON, for a data- attribute; escaped there like any other text, so no inline script carries it."""
    return json.dumps(value, cls=DjangoJSONEncoder)
