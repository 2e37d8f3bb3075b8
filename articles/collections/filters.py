"""The kinds of filter a collection may declare. Each can narrow rows; most can also count them as a facet.

A filter never joins a table that could repeat a row, so that counts need no DISTINCT over the rows themselves.
"""

from copy import deepcopy
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_

import django_filters
from django import forms
from django.db.models import Count, DecimalField, ExpressionWrapper, Q
from django.db.models.functions import Coalesce, ExtractYear
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import search
from articles.clock import editorial_zone
from articles.collections.fields import DayField, ManyKeys, ManyValues, WordsField, YearsField
from articles.collections.narrowing import Countable, Narrowing, Rare, Tested, count_by, tested, through

MAX_USD = 10**15


def form_of(filters, query):
    """Return the form that reads a query, with the fields that it names and those that a reader types into.

    A list has many filters and is asked for a few of them: to make all their fields takes longer than to read its rows.
    """
    form = forms.Form(query)
    form.fields = {
        name: deepcopy(filter_.field)
        for name, filter_ in filters.items()
        if name in query or not isinstance(filter_, Countable)
    }
    return form


def by(dimension, letter):
    """Return what a declaration says of the kept totals: the dimension, and the letter of the part it filters by."""
    return {"dimension": dimension, "letter": letter}


class Words(Narrowing, django_filters.Filter):
    """Rows that a search for the words finds."""

    field_class = WordsField

    def __init__(self):
        super().__init__(label=_("Words"), max_length=200)

    def filter(self, queryset, value):
        """Apply the words."""
        return search.narrow(queryset, value) if value else queryset

    def in_turn(self, queryset, value):
        """Apply them row by row, for a page out of many rows."""
        return search.narrow_in_turn(queryset, value) if value and value.wanted else self.filter(queryset, value)

    def chips(self, value):
        """The words as one chip."""
        return [(value.text, f"“{value.text}”")]


class Choices(Countable, django_filters.MultipleChoiceFilter):
    """Rows with one of the chosen codes of a vocabulary."""

    field_class = ManyValues

    def __init__(self, vocabulary, label, path, dimension=""):
        self.vocabulary, self.dimension = vocabulary, dimension
        super().__init__(field_name=path, label=label, choices=vocabulary.choices)

    def filter(self, queryset, value):
        """Apply the codes."""
        return queryset.filter(**{f"{self.field_name}__in": value}) if value else queryset

    def test(self, queryset, value):
        """Apply them to rows that another filter looks up."""
        return tested(queryset, self.field_name, value)

    def has_several(self, value):
        """Whether there are several codes."""
        return len(value) > 1

    def chips(self, value):
        """A chip a code."""
        return [(code, self.vocabulary(code).label) for code in value]

    def named(self, figures, entries):
        """Return them in the vocabulary's own order."""
        return [(code, label, figures[code]) for code, label in self.vocabulary.choices if code in figures]


class Entities(Countable, django_filters.Filter):
    """Rows that point along `path` to one of the chosen records, which are named by `key`.

    `through` names a public record on the way, which must be public too. `few` says that a record has few rows.
    """

    field_class = ManyKeys

    def __init__(self, model, label, path, key="public_id", through="", few=False, dimension="", letter=""):
        # not `model`: django-filter puts the filtered model there
        self.target, self.key, self.through, self.few = model, key, through, few or not dimension
        self.dimension, self.letter, self.in_order = dimension, letter, "__" not in path
        unknown = {"invalid_choice": _("There is no record “%(value)s”.")}
        super().__init__(field_name=path, label=label, target=model, to_field_name=key, error_messages=unknown)

    def filter(self, queryset, value):
        """Apply the records."""
        if not value:
            return queryset
        condition = self.condition(value)
        return through(queryset, self.few, **condition) if "__" in self.field_name else queryset.filter(**condition)

    def condition(self, records):
        """Return the condition that a row points to one of the records."""
        condition = {f"{self.field_name}__in": records}
        return condition | ({f"{self.through}__public_from__lte": timezone.now()} if self.through else {})

    def count_of(self, queryset, records):
        """Return {id: rows} for these records alone, however many rows others have."""
        rows = queryset.order_by().filter(**self.condition(records)).values_list(self.field_name)
        return {str(pk): n for pk, n in rows.annotate(n=Count("pk", distinct=True))}

    def test(self, queryset, value):
        """Apply them to rows that another filter looks up."""
        return tested(queryset, self.field_name, self.codes(value)) if self.in_order else self.filter(queryset, value)

    def has_several(self, value):
        """Whether there are several records."""
        return len(value) > 1

    def codes(self, chosen):
        """Return the ids of the records."""
        return [str(record.pk) for record in chosen]

    def chips(self, value):
        """A chip a record."""
        return [(getattr(record, self.key), str(record)) for record in value]

    def needed(self, figures):
        """Return the records that are counted."""
        return self.target, [int(code) for code in figures]

    def named(self, figures, entries):
        """Return them by their keys; records that are not public are left out."""
        records = ((entries.get(int(code)), counted) for code, counted in figures.items())
        return [(getattr(record, self.key), str(record), counted) for record, counted in records if record]


class EditorialYear(ExtractYear):
    """The year of a day, or of a moment in the editorial time zone, whatever zone is current."""

    def get_tzname(self):
        """Name the zone for the database."""
        return str(editorial_zone())


class Years(Countable, django_filters.Filter):
    """Rows of one of the chosen years, which they hold as a number."""

    field_class = YearsField
    leads = True

    def __init__(self, label, path, dimension=""):
        wrong = {"invalid_choice": _("“%(value)s” is not a year of four digits.")}
        self.dimension = dimension
        super().__init__(field_name=path, label=label, error_messages=wrong)

    def filter(self, queryset, value):
        """Apply the years."""
        return queryset.filter(**{f"{self.field_name}__in": [int(year) for year in value]}) if value else queryset

    def strands(self, value):
        """A condition for each of the years."""
        return [Q(**self.span(int(year))) for year in value]

    def span(self, year):
        """Return the conditions that a row is of a year."""
        return {self.field_name: year}

    def chips(self, value):
        """A chip a year."""
        return [(year, year) for year in value]

    def named(self, figures, entries):
        """Return them, the newest year first."""
        return [(year, year, figures[year]) for year in sorted(figures, reverse=True)]


class YearsOf(Years):
    """Rows with a day, or a `moment` in the editorial time zone, in one of the chosen years."""

    leads = False

    def __init__(self, label, path, dimension="", moment=False):
        self.moment = moment
        super().__init__(label, path, dimension)

    def filter(self, queryset, value):
        """Apply the years, as spans of time that an index knows."""
        spans = [Q(**self.span(int(year))) for year in value or ()]
        return queryset.filter(reduce(or_, spans)) if spans else queryset

    def span(self, year):
        """Return the conditions that a row is dated in a year."""
        first, next_first = date(year, 1, 1), date(year + 1, 1, 1)
        if self.moment:
            first, next_first = (datetime.combine(day, time(), editorial_zone()) for day in (first, next_first))
        return {f"{self.field_name}__gte": first, f"{self.field_name}__lt": next_first}

    def count(self, queryset):
        """Return {year: rows}."""
        return count_by(queryset, EditorialYear(self.field_name))


class Days(Narrowing, django_filters.Filter):
    """Rows with a day, or a `moment` in the editorial time zone, from the chosen day on or up to its end."""

    field_class = DayField

    def __init__(self, label, path, lookup, moment=False):
        self.lookup, self.moment, self.range_of = lookup, moment, path
        super().__init__(field_name=path, label=label)

    def filter(self, queryset, value):
        """Apply the bound; rows without a day never match."""
        if not value:
            return queryset
        return queryset.filter(Rare(Q(**{f"{self.field_name}__{self.within}": self.bound(value)})))

    def test(self, queryset, value):
        """Apply the bound to rows that are read in another order."""
        name = f"{self.field_name}_{self.within}"
        return queryset.alias(**{name: Tested(self.field_name)}).filter(**{f"{name}__{self.within}": self.bound(value)})

    @property
    def within(self):
        """How rows are compared with the bound: moments of the last day lie before the day after it."""
        return "lt" if self.moment and self.lookup == "lte" else self.lookup

    def bound(self, day):
        """Return what rows are compared with."""
        if not self.moment:
            return day
        return datetime.combine(day + timedelta(days=self.lookup == "lte"), time(), editorial_zone())

    def chips(self, value):
        """The bound with its sign."""
        sign = {"gte": "≥", "lte": "≤"}[self.lookup]
        return [(value.isoformat(), f"{sign} {value.isoformat()}")]


class Usd(Narrowing, django_filters.NumberFilter):
    """Rows whose amount in US dollars reaches, or stays within, a bound. An open end is taken at its known end.

    The model has an index on each of the two expressions.
    """

    BOUNDS = {"gte": ("usd_max", "usd_min"), "lte": ("usd_min", "usd_max")}
    COMPARE = {"gte": GreaterThanOrEqual, "lte": LessThanOrEqual}
    range_of = "usd"

    def __init__(self, label, lookup):
        self.lookup = lookup
        super().__init__(label=label, min_value=0, max_value=MAX_USD, max_digits=18, decimal_places=2)

    def filter(self, queryset, value):
        """Apply the bound; rows without an amount never match."""
        return queryset if value is None else queryset.filter(Rare(self.bounded(value, self.BOUNDS[self.lookup])))

    def test(self, queryset, value):
        """Apply the bound to rows that are read in another order."""
        return queryset.filter(self.bounded(value, map(Tested, self.BOUNDS[self.lookup])))

    def bounded(self, value, ends):
        """Return the condition that the first known end is on the right side of the bound."""
        # Wrapped as Django wraps what is in an index, or SQLite would not know it again.
        known = ExpressionWrapper(Coalesce(*ends), output_field=DecimalField())
        return self.COMPARE[self.lookup](known, value)

    def chips(self, value):
        """The bound with its sign."""
        sign = {"gte": "≥", "lte": "≤"}[self.lookup]
        return [(str(value), f"{sign} ${value:,}")]
