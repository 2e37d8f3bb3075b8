"""Where the marks of a chart stand. Across, they are parts of the width, so that words keep their size on any screen.

Every panel shows one rung; the panels of a chart share one scale.
"""

import math
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from articles.charts.rows import Row
from articles.text import excerpt
from articles.vocabulary import Rung

MOST_BARS = 8
BAR_HEIGHT = 58
# How many letters of a name have room above a bar on the narrowest screen; Hangul takes twice the room of Latin.
LATIN_ROOM, HANGUL_ROOM = 38, 19
MOST_YEARS = 16
MOST_YEAR_LABELS = 8
# What a column grows from and how far, in a panel of so much height; the dot for an unknown amount floats above it.
BASE, RISE, COLUMN_PANEL, FLOAT = 124, 100, 146, 7


class Bar(NamedTuple):
    """A row as a bar: how far down, its name, the lower end of its amount and what its range adds, both across."""

    row: Row
    y: int
    label: str
    low: str
    span: str


class Column(NamedTuple):
    """A year as a column: where across, its row if it has one, its label if there is room, and what stands how high."""

    row: Row | None
    x: str
    label: str
    low: str = "0"
    low_y: str = ""
    span: str = ""
    span_y: str = ""
    dot_y: str = ""


@dataclass(frozen=True)
class Panel:
    """One rung of a chart, ready for its template."""

    rung: Rung
    marks: list
    height: int
    top: Decimal
    left_out: list = field(default_factory=list)
    box: str = ""
    slot: str = ""

    @property
    def figures(self):
        """The (label, figure) pairs that are drawn."""
        return [(mark.row.label, mark.row.figure) for mark in self.marks if mark.row]

    @property
    def greatest(self):
        """The (label, figure) of the largest amount, or None when there is none."""
        return max((pair for pair in self.figures if pair[1].high), key=lambda pair: pair[1].high, default=None)

    @property
    def undisclosed(self):
        """How many of the investments drawn give no amount."""
        return sum(figure.undisclosed for _label, figure in self.figures)


def percent(share):
    """Return a share of the width as SVG takes it, in whatever language."""
    return f"{share * 100:.2f}%"


def greatest_of(rows):
    """Return the largest amount of rows in US dollars; 1 when there is none, so that it can divide."""
    return max((row.figure.usd_max for row in rows), default=0) or Decimal(1)


def draw_bars(groups, _language):
    """Return panels with a bar a row, the greatest first."""
    top = greatest_of(row for group in groups for row in group.rows)
    return [draw_bars_of(group, top) for group in groups]


def draw_bars_of(group, top):
    """Return the panel of one rung; rows beyond the first few are left to the table."""
    shown, left_out = group.rows[:MOST_BARS], group.rows[MOST_BARS:]
    bars = [draw_bar(row, place * BAR_HEIGHT, top) for place, row in enumerate(shown)]
    return Panel(group.rung, bars, len(shown) * BAR_HEIGHT, top, left_out)


def draw_bar(row, y, top):
    """Return one bar."""
    low, high = row.figure.usd_min, row.figure.usd_max
    return Bar(row, y, shorten(row.label), percent(low / top), percent((high - low) / top) if high > low else "")


def shorten(label):
    """Return as much of a name as has room above a bar."""
    return excerpt(label, HANGUL_ROOM if any(letter >= "\u1100" for letter in label) else LATIN_ROOM)


def draw_columns(groups, _language):
    """Return panels with a column a year, all with the same years."""
    years = [row.value for group in groups for row in group.known]
    if not years:
        return []
    shown = range(max(min(years), max(years) - MOST_YEARS + 1), max(years) + 1)
    top = greatest_of(row for group in groups for row in group.rows if row.value in shown)
    return [draw_columns_of(group, shown, top) for group in groups]


def draw_columns_of(group, years, top):
    """Return the panel of one rung; years before the shown ones and the unknown one are left to the table."""
    rows = {row.value: row for row in group.rows}
    slot = Decimal(1) / len(years)
    step = math.ceil(len(years) / MOST_YEAR_LABELS)
    columns = [
        draw_column(rows.get(year), percent(slot * place), str(year) if (years[-1] - year) % step == 0 else "", top)
        for place, year in enumerate(years)
    ]
    left_out = [row for row in group.rows if row.value not in years]
    return Panel(group.rung, columns, COLUMN_PANEL, top, left_out, slot=percent(slot))


def draw_column(row, x, label, top):
    """Return one column, its range on top of what is known at least."""
    if row is None:
        return Column(None, x, label)
    low, high = (RISE * amount / top for amount in (row.figure.usd_min, row.figure.usd_max))
    heights = (f"{number:.1f}" for number in (low, BASE - low, high - low, BASE - high, BASE - high - FLOAT))
    return Column(row, x, label, *heights)
