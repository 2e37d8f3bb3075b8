"""Pages by key: the rows behind or before a row, in a stable order, at the same cost at any depth."""

from dataclasses import dataclass
from heapq import merge
from itertools import islice
from typing import Any

from django.db.models import BooleanField, F, Func, Value


class Compared(Func):
    """Whether a row's (value, id) stands on one side of another's: one range of an index."""

    output_field = BooleanField()

    def __init__(self, place, value, pk, sign):
        self.sign = sign
        super().__init__(place, F("pk"), value, Value(pk))

    def as_sql(self, compiler, connection, **extra):
        """Write it as a comparison of rows, which both databases know."""
        written = [compiler.compile(part) for part in self.get_source_expressions()]
        mine, own, other, its = (sql for sql, _parameters in written)
        parameters = [parameter for _sql, some in written for parameter in some]
        return f"(({mine}, {own}) {self.sign} ({other}, {its}))", parameters


@dataclass(frozen=True)
class Mark:
    """A row that a page begins behind, or ends before: its place in the order, and its id."""

    place: Any
    pk: int


class Order:
    """The rows of a list in one order. Those without a place come last, in an order of their own.

    `strands` are conditions one of which each row fulfils, and for which an index has the rows in their order.
    """

    def __init__(self, sort, rows, strands=()):
        self.sort, self.strands = sort, strands
        self.rows = rows.order_by().annotate(place=sort.expression())

    def mark(self, public_id):
        """Return the mark of a row, or None when it is not among them."""
        found = self.rows.filter(public_id=public_id).values_list("place", "pk").first()
        return Mark(*found) if found else None

    def mark_of(self, pk):
        """Return the mark of the row with an id."""
        return Mark(*self.rows.filter(pk=pk).values_list("place", "pk").get())

    def ids(self, size, behind=None, before=None, offset=0):
        """Return the ids of at most `size` rows: the first ones, those behind a mark, or the last ones before it."""
        found = []
        for dated in self.parts(before is not None):
            part = self.part(dated, behind or before, before is not None)
            if part is None:
                continue
            found += self.take(part, offset, offset + size - len(found), before is not None)
            if len(found) >= size:
                break
            # Only here is it asked how many rows an earlier part has.
            offset = max(0, offset - part.count()) if offset and dated and self.sort.nullable else 0
        return found[::-1] if before else found

    def parts(self, back):
        """Return whether rows with a place are read, part by part."""
        if not self.sort.nullable:
            return [True]
        return [False, True] if back else [True, False]

    def part(self, dated, mark, back):
        """Return the rows with, or without, a place, on the right side of the mark; None when there are none."""
        descending = self.sort.descending != back
        rows = self.rows.filter(place__isnull=not dated) if self.sort.nullable else self.rows
        if mark and dated == (mark.place is not None):
            sign = "<" if descending else ">"
            if dated:
                value = Value(mark.place, output_field=self.output_field)
                rows = rows.filter(Compared(F("place"), value, mark.pk, sign))
            else:
                rows = rows.filter(**{"pk__lt" if descending else "pk__gt": mark.pk})
        elif mark and dated != back:
            return None  # behind a row without a place there is none with one, and the other way round
        direction = "-" if descending else ""
        keys = (f"{direction}place", f"{direction}pk") if dated else (f"{direction}pk",)
        return rows.order_by(*keys)

    def take(self, part, first, last, back):
        """Return the ids of a part from the `first` place to before the `last`.

        Of several strands at once the database would read and sort all rows, so they are read one by one and merged.
        """
        if len(self.strands) < 2:
            return list(part.values_list("pk", flat=True)[first:last])
        strands = [part.filter(strand).values_list("place", "pk")[:last] for strand in self.strands]
        together = merge(*strands, reverse=self.sort.descending != back)
        return [pk for _place, pk in islice(together, first, last)]

    @property
    def output_field(self):
        """The kind of value that rows are compared by."""
        return self.rows.query.annotations["place"].output_field
