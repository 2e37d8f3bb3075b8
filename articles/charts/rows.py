"""The rows of a chart: its figures with the names of their values, and where the very same records are listed."""

from typing import NamedTuple
from urllib.parse import urlencode

from articles.addresses import with_query
from articles.charts.figures import figures_by
from articles.collections import BY_NAME
from articles.collections.fields import open_rows
from articles.collections.filters import Entities
from articles.collections.ladder import stages_on
from articles.totals.dimensions import Figures
from articles.vocabulary import RUNG_OF_STAGE, Rung


class Row(NamedTuple):
    """One value on one rung. `key` is what the filter takes; a value that is not known has none, and no address."""

    value: int | None
    key: str
    label: str
    figure: Figures
    url: str = ""


class Group(NamedTuple):
    """The rows of one rung of the ladder."""

    rung: Rung
    rows: list

    @property
    def known(self):
        """The rows whose value is known."""
        return [row for row in self.rows if row.value is not None]


def read_groups(listing, dimension, unknown):
    """Return a Group a rung that has investments; `unknown` names the value of those of which it is not known."""
    figures = figures_by(listing, dimension)
    names = name_values(listing, dimension, {value for row in figures.values() for value in row if value is not None})
    return [
        Group(rung, rows_of(listing, dimension, rung, merged(row, names), names, unknown))
        for rung, row in figures.items()
    ]


def name_values(listing, dimension, values):
    """Return {value: (key, label)}; records that readers may not see have no name here."""
    filter_ = listing.filters[dimension]
    if not isinstance(filter_, Entities):
        return {value: (str(value), str(value)) for value in values}
    records = open_rows(filter_.target).in_bulk(values)
    return {value: (getattr(record, filter_.key), str(record)) for value, record in records.items()}


def merged(row, names):
    """Return {value: Figures} in which the values without a name are not known."""
    found = {}
    for value, figures in row.items():
        value = value if value in names else None
        found[value] = found.get(value, Figures()) + figures
    return found


def rows_of(listing, dimension, rung, figures, names, unknown):
    """Return the rows of one rung: years in their order, other values the greatest first, the unknown one last."""
    url_of = addresses(listing, dimension, rung)
    rows = [Row(value, *names[value], figures[value], url_of(names[value][0])) for value in names if value in figures]
    rows.sort(key=lambda row: row.value if dimension == "year" else (-row.figure.high, -row.figure.n, row.label))
    return [*rows, *([Row(None, "", unknown, figures[None])] if None in figures else [])]


def addresses(listing, dimension, rung):
    """Return what gives the address of a row of a rung by its key; empty where no filter keeps to just its records."""
    params = listing.params()
    chosen, stages = params.getlist(dimension), params.getlist("stage") or RUNG_OF_STAGE
    params.setlist("stage", [stage for stage in stages_on(rung) if stage in stages])
    params.pop(dimension, None)
    base = with_query(BY_NAME[listing.collection.name].url(), params)
    return lambda key: "" if chosen and key not in chosen else f"{base}&{urlencode({dimension: key})}"
