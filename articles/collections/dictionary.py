"""What each column and each parameter of a collection means and may hold, read from its declaration and its model."""

from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models.fields import WebAddress


class Kind(TextChoices):
    """What a column holds."""

    TEXT = "text", _("text")
    CODE = "code", _("code")
    NUMBER = "number", _("number")
    DAY = "day", _("date")
    MOMENT = "moment", _("date and time")
    FLAG = "flag", _("yes or no")
    ADDRESS = "address", _("web address")


# The first that fits counts: a moment is a kind of day, a web address a kind of text.
KINDS = (
    (models.DateTimeField, Kind.MOMENT),
    (models.DateField, Kind.DAY),
    (models.DecimalField | models.IntegerField, Kind.NUMBER),
    (models.BooleanField, Kind.FLAG),
    (WebAddress, Kind.ADDRESS),
)


@dataclass(frozen=True)
class Entry:
    """One column as readers of the files have to know it. `codes` are pairs of a code and its label."""

    name: str
    label: str | Promise
    note: str | Promise
    kind: Kind
    codes: list
    may_be_empty: bool


# The column that every file ends with.
URL = Entry("url", _("address of the record"), "", Kind.ADDRESS, [], may_be_empty=False)


def entries_of(collection):
    """Return the entries of all columns of the files, in their order."""
    return [*(entry_of(collection.model, column) for column in collection.columns), URL]


def entry_of(model, column):
    """Return the entry of a column of a model."""
    field, may_be_empty = find_field(model, column.value)
    codes = column.vocabulary.choices if column.vocabulary else getattr(field, "choices", None) or []
    kind = Kind.CODE if codes else kind_of(field)
    return Entry(column.name, column.label, column.note, kind, list(codes), may_be_empty)


def find_field(model, path):
    """Return the field at the end of an attribute path, or None when it is none, and whether it may be empty."""
    if not isinstance(path, str):
        return None, True
    field, may_be_empty = None, False
    for name in path.split("."):
        try:
            field = model._meta.get_field(name)
        except FieldDoesNotExist:
            return None, True
        may_be_empty |= field.null or field.blank
        model = field.related_model or model
    return field, may_be_empty


def kind_of(field):
    """Return what a field holds; what is no field is text."""
    return next((kind for types, kind in KINDS if isinstance(field, types)), Kind.TEXT)
