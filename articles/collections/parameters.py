"""What may be asked of a collection: its parameters as their filters declare them, for people and for machines."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.collections.fields import MAX_VALUES
from articles.collections.filters import MAX_USD, Choices, Days, Entities, Usd, Words, Years, YearsOf


@dataclass(frozen=True)
class Parameter:
    """One parameter: its label, what it takes in a sentence, its codes with their labels, and its JSON schema."""

    name: str
    label: str | Promise
    takes: str | Promise
    codes: list
    schema: dict


def words(filter_):
    """Describe a search for words."""
    return _("words that all have to occur"), [], {"type": "string", "maxLength": filter_.extra["max_length"]}


def choices(filter_):
    """Describe a choice among codes."""
    return _("one or more of the codes"), filter_.vocabulary.choices, many({"enum": filter_.vocabulary.values})


def entities(filter_):
    """Describe a choice among records."""
    takes = _("one or more public ids") if filter_.key == "public_id" else _("one or more short names of addresses")
    return takes, [], many({})


def years(filter_):
    """Describe a choice among years."""
    return _("one or more years of four digits"), [], many({"pattern": "^[12][0-9]{3}$"})


def usd(filter_):
    """Describe a bound in US dollars."""
    return _("an amount in US dollars"), [], {"type": "number", "minimum": 0, "maximum": MAX_USD, "multipleOf": 0.01}


def days(filter_):
    """Describe a bound in time."""
    return _("a day, as 2026-01-31"), [], {"type": "string", "format": "date", "pattern": "^[12][0-9]{3}-"}


def many(schema):
    """Return the schema of a parameter that may be given several times."""
    return {"type": "array", "maxItems": MAX_VALUES, "items": {"type": "string", **schema}}


DESCRIBE = {
    Words: words,
    Choices: choices,
    Entities: entities,
    Years: years,
    YearsOf: years,
    Days: days,
    Usd: usd,
}


def parameters_of(collection):
    """Return the parameters of a collection, in the order of their declaration, and how to sort it."""
    filters = collection.filters.base_filters.items()
    return [*(parameter_of(name, filter_) for name, filter_ in filters), sort_of(collection)]


def parameter_of(name, filter_):
    """Return one filter as a parameter."""
    return Parameter(name, filter_.label, *DESCRIBE[type(filter_)](filter_))


def sort_of(collection):
    """Return the parameter that orders a collection."""
    codes = [(sort.key, sort.label) for sort in collection.sorts]
    schema = {"type": "string", "enum": [key for key, _label in codes], "default": codes[0][0]}
    return Parameter("sort", _("Sort"), _("one of the codes"), codes, schema)
