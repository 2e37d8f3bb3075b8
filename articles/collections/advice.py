"""What to tell readers whose filter finds nothing: which part of it to drop, and what they would see."""

from dataclasses import dataclass

from django.utils.functional import Promise

from articles.addresses import with_query

# So many filters are tried, and so many rows are counted for each.
MOST_TRIED, MOST_COUNTED = 6, 1_000


@dataclass(frozen=True)
class Step:
    """Leaving out one filter: its label and values, how many rows are found then, or are counted, and their address."""

    label: str | Promise
    values: list
    count: int | None
    is_counted_out: bool
    url: str


def find_steps(listing):
    """Return the filters of a listing that keep it empty, the one that hides most rows first."""
    steps = [step_without(listing, name) for name in list(listing.chosen)[:MOST_TRIED]]
    return sorted((step for step in steps if step.count), key=lambda step: -step.count)


def step_without(listing, name):
    """Return what leaving out one filter would show; its count is None when it takes too long."""
    filter_ = listing.filters[name]
    count = listing.counting.kept_without(name)
    is_kept = count is not None
    if not is_kept:
        rows = listing.narrowed(listing.public(), without=name)
        count = listing.counting.briefly(rows.order_by()[:MOST_COUNTED].count)
    values = [label for _value, label in filter_.chips(listing.chosen[name])]
    params = listing.params()
    del params[name]
    is_counted_out = not is_kept and count == MOST_COUNTED
    return Step(filter_.label, values, count, is_counted_out, with_query(listing.collection.url(), params))
