"""The tables that the sample's stories fill, and their rows."""

from functools import cache
from operator import itemgetter
from typing import NamedTuple

from django.db.models import Max
from django.db.models.base import ModelState

from articles.models import Article, Claim, Heading, Investment, InvestmentCard, Quote, Stake, Text
from articles.models.bulk import storing

PLACED = ("parent_id", "region", "ordering")
# What has no more columns than these, and no reference to it: the database gives it an id.
SLIGHT = {
    Text: (*PLACED, "html"),
    Heading: (*PLACED, "text"),
    Stake: ("investment_id", "organisation_id", "role"),
    InvestmentCard: (*PLACED, "investment_id"),
    Article.topics.through: ("article_id", "topic_id"),
}
RECORDS = (Article, Quote, Claim, Investment)
TABLES = (*RECORDS, *SLIGHT)


def first_ids():
    """Return the first free id of each kind of record: the stories' own follow from their numbers."""
    return {model: (model.objects.aggregate(last=Max("pk"))["last"] or 0) + 1 for model in RECORDS}


class Sheet(NamedTuple):
    """How the records of a model are stored: columns, what a new record has in them, and what makes values a row."""

    columns: tuple
    blank: dict
    values: itemgetter
    conversions: list


@cache
def sheet(model):
    """Return the sheet of a model."""
    fields = model._meta.concrete_fields
    names = [field.attname for field in fields]
    defaults = [None if field.primary_key else field.get_default() for field in fields]
    conversions = [(place, storing(field)) for place, field in enumerate(fields) if storing(field)]
    return Sheet(
        tuple(field.column for field in fields),
        dict(zip(names, (getattr(value, "value", value) for value in defaults), strict=True)),
        itemgetter(*names),
        conversions,
    )


def columns_of(model):
    """Return the columns of a table that the sample fills."""
    return SLIGHT[model] if model in SLIGHT else sheet(model).columns


def record(model, moment, random, columns, **related):
    """Return a new record made at a moment, with what it refers to.

    It is put together as unpickling does it: there are millions, and a constructor takes most of their time.
    """
    instance = model.__new__(model)
    instance._state = ModelState()
    instance._state.fields_cache = related
    instance.__dict__.update(sheet(model).blank)
    instance.__dict__.update(created_at=moment, updated_at=moment, version=random.getrandbits(62), **columns)
    return instance


def row_of(instance):
    """Return a record as the database takes it."""
    _columns, _blank, values, conversions = sheet(type(instance))
    row = list(values(instance.__dict__))
    for place, convert in conversions:
        if row[place] is not None:
            row[place] = convert(row[place])
    return tuple(row)
