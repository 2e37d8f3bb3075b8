"""The parts of a listing as its page shows them: the values of facets, the chips, and the rows of one page."""

from dataclasses import dataclass

from django.utils.functional import Promise

# A facet of more values is one to type in.
MANY_VALUES = 12


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet with the number of rows that choosing it would show; None when that is not known."""

    value: str
    label: str
    count: int | None
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """The values of one filter, counted under all the other filters; only the chosen ones where there are too many."""

    name: str
    label: str | Promise
    values: list
    is_counted: bool
    # Where values that are not among these are found; empty when there are none.
    more_url: str = ""

    @property
    def is_long(self):
        """Whether it has so many values that a reader would rather type one than look for it."""
        return bool(self.more_url) or len(self.values) > MANY_VALUES


@dataclass(frozen=True)
class Chip:
    """A chosen filter value, and the address without it."""

    label: str | Promise
    value: str
    url: str


@dataclass(frozen=True)
class Page:
    """The rows of one page, and whether others come before and behind it."""

    rows: list
    has_earlier: bool
    has_later: bool
