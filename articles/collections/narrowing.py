"""What the filters of a list have in common: how they narrow rows, and how most of them count these as a facet."""

from django.conf import settings
from django.db.models import BooleanField, Count, Exists, F, Func, OuterRef, Value
from django.db.models.functions import Coalesce

from articles.totals.questions import Limit


def count_by(queryset, expression):
    """Return {value: rows}, most rows first, for at most FACET_VALUES values; unknown values are left out."""
    groups = queryset.order_by().annotate(facet=expression).filter(facet__isnull=False).values_list("facet")
    counts = groups.annotate(n=Count("pk", distinct=True)).order_by("-n", "facet")[: settings.FACET_VALUES]
    return {str(value): n for value, n in counts}


def through(queryset, few, **condition):
    """Keep the rows that a condition over other tables holds for, and each of them once.

    A `few` rows are gathered first; many are tried one by one in the order they are read, until a page is full.
    """
    found = queryset.model.objects.filter(**condition).order_by()
    if few:
        return queryset.filter(pk__in=found.values("pk"))
    # As a part of an expression: by itself, PostgreSQL would join all rows that fit, however few are wanted.
    return queryset.filter(Coalesce(Exists(found.filter(pk=OuterRef("pk"))), Value(False)))


def tested(queryset, column, values):
    """Keep the rows with one of the values in a column, by which none are looked up."""
    return queryset.alias(**{f"{column}_tested": Tested(F(column))}).filter(**{f"{column}_tested__in": values})


class Tested(Func):
    """A column that rows are tested by as they are read; SQLite would look them up, not knowing how many there are."""

    template = "%(expressions)s"

    def as_sqlite(self, compiler, connection, **extra):
        """Write it as a sum, of which there is no index."""
        return self.as_sql(compiler, connection, template="+%(expressions)s", **extra)


class Rare(Func):
    """A condition that few rows are taken to fulfil, so that SQLite looks these up and not, say, all that is public."""

    template = "%(expressions)s"
    output_field = BooleanField()

    def as_sqlite(self, compiler, connection, **extra):
        """Write it with SQLite's hint, which changes nothing but the plan."""
        return self.as_sql(compiler, connection, template="unlikely(%(expressions)s)", **extra)


class Narrowing:
    """A filter of a list. One that `leads` names rows that stand together at any depth of it: they are looked up.

    They are then tested by the other filters.
    """

    leads = False
    # Whether its rows stand close together where the list is read in its order, or all over it.
    in_order = True
    # The column whose index has its rows as one range: in the order of a list that is sorted by it, else in another.
    range_of = ""

    def is_across(self, sort):
        """Whether an index has its rows as a range, but not in the order of a list."""
        return bool(self.range_of) and self.range_of != sort.by

    def strands(self, value):
        """Return conditions for parts of the rows, each of which is read in its order; none: all are read at once."""
        return ()

    def has_several(self, value):
        """Whether no index has the rows in order, but one for each of several values."""
        return False

    def test(self, queryset, value):
        """Apply the filter to rows that another one looks up."""
        return self.filter(queryset, value)


class Countable(Narrowing):
    """A filter whose values can be counted: by a dimension of the kept totals, and the letter of its part.

    Those of `few` rows are no limit of the kept totals: the rows are gathered, and counted as they are.
    """

    dimension = letter = ""
    few = False

    def limit(self, chosen):
        """Return the chosen values as the kept totals know them."""
        return Limit(self.dimension, tuple(self.codes(chosen)), self.letter)

    def codes(self, chosen):
        """Return the chosen values as codes or ids."""
        return chosen

    def count(self, queryset):
        """Return {code or id: rows}, for at most FACET_VALUES values."""
        return count_by(queryset, F(self.field_name))

    def named(self, figures, entries):
        """Return (value, label, figures) of the counted values. `entries` gives public records of a model by id."""
        return [(code, code, figures[code]) for code in figures]

    def needed(self, figures):
        """Return the model and the ids whose names are needed to label the counted values."""
        return None, ()
