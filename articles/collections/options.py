"""The values of a facet that somebody has begun to type, beyond those with most rows that a list shows anyway."""

from articles import search
from articles.collections.fields import open_rows
from articles.collections.parts import FacetValue

# So many are offered, and so much of what is typed is read.
MOST_OPTIONS, LONGEST_TYPED = 20, 60


def has_options(collection, name):
    """Whether the values of a facet are found by their names."""
    return name in collection.facets and is_named(collection.filters.base_filters[name])


def is_named(filter_):
    """Whether a filter chooses among records whose names the search knows."""
    return getattr(filter_, "target", None) in search.PUBLIC_KINDS


def find_options(listing, name, typed):
    """Return the public records that are called so and have rows under the other filters, a few at most.

    Where the rows take too long to count, all are offered without a number.
    """
    filter_, typed = listing.filters[name], typed[:LONGEST_TYPED].strip()
    if not typed:
        return []
    found = search.find(open_rows(filter_.target), typed).only(filter_.key, *filter_.target.label_columns)
    records = list(found.order_by("pk")[:MOST_OPTIONS])
    rows = listing.narrowed(listing.public(), without=name)
    counts = listing.counting.briefly(lambda: filter_.count_of(rows, records)) if records else {}
    chosen = {record.pk for record in listing.chosen.get(name, ())}
    return [
        FacetValue(getattr(record, filter_.key), str(record), counts and counts[str(record.pk)], record.pk in chosen)
        for record in records
        if counts is None or str(record.pk) in counts
    ]
