"""Rows of several tables in one statement, for pages that need a few of each."""

from datetime import UTC, datetime

from django.db.models import Value
from django.db.models.functions import JSONObject


def fetch_together(querysets):
    """Return the rows of each queryset as a list, by one statement; those they are related to are not brought along.

    They come in no order, and deferred columns stay deferred. Columns that JSON would round are not for this.
    """
    first, *others = [as_objects(number, rows) for number, rows in enumerate(querysets)]
    found = [[] for _rows in querysets]
    for number, columns in first.union(*others, all=True):
        found[number].append(instance_of(querysets[number].model, columns))
    return found


def as_objects(number, rows):
    """Return a queryset of pairs: the number that tells these rows from others, and a row's columns by name."""
    left, is_deferred = rows.query.deferred_loading
    fields = [field for field in rows.model._meta.concrete_fields if not (is_deferred and field.name in left)]
    plain = rows.select_related(None).order_by()
    return plain.values_list(Value(number), JSONObject(**{field.attname: field.attname for field in fields}))


def instance_of(model, columns):
    """Return the row that has these columns."""
    fields = [field for field in model._meta.concrete_fields if field.attname in columns]
    values = [value_of(field, columns[field.attname]) for field in fields]
    return model.from_db(None, [field.attname for field in fields], values)


def value_of(field, stored):
    """Return a column's value as Python has it; SQLite writes moments without their zone."""
    value = field.to_python(stored)
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) and value.tzinfo is None else value
