"""A chart of the investments that a query finds: its rows, its panels, and the addresses of its files."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.urls import reverse
from django.utils.translation import get_language

from articles.addresses import with_query
from articles.charts.declarations import CHARTS, Chart
from articles.charts.map import level_bounds
from articles.charts.rows import read_groups
from articles.collections.investments import Investments
from articles.collections.listing import Listing
from articles.money.printing import pick_unit
from articles.totals.dimensions import Figures


class Charted(Investments):
    """The investments, on the page of their charts: chips and filters lead there."""

    def url(self, suffix=""):
        """Return the path of the charts, whatever the suffix."""
        return reverse("charts")


def read_charts(query):
    """Return a query's listing with the addresses of the charts."""
    return Listing(Charted(), query)


@dataclass(frozen=True)
class Picture:
    """One chart of one listing."""

    chart: Chart
    listing: Listing

    @cached_property
    def groups(self):
        """The rows, rung by rung."""
        return read_groups(self.listing, self.chart.name, self.chart.unknown)

    @cached_property
    def panels(self):
        """The rungs drawn."""
        return self.chart.draw(self.groups, get_language()[:2])

    @property
    def template(self):
        """The template that draws a panel."""
        return f"charts/_{self.chart.form}.html"

    @property
    def top(self):
        """The largest amount drawn; 1 when nothing is."""
        return self.panels[0].top if self.panels else Decimal(1)

    @property
    def bounds(self):
        """What an amount reaches at each shade of a map, the lightest first."""
        return level_bounds(self.top)

    @property
    def unit(self):
        """The unit of the figures on a map."""
        return pick_unit(self.top, get_language()[:2])

    @property
    def is_ranged(self):
        """Whether the ends of any amount differ."""
        return any(row.figure.low < row.figure.high for group in self.groups for row in group.rows)

    @property
    def svg_url(self):
        """The address of the drawing."""
        return self.url("svg")

    @property
    def csv_url(self):
        """The address of the figures."""
        return self.url("csv")

    def url(self, suffix):
        """Return the address of a file under the same filters."""
        return with_query(reverse(f"chart-{suffix}", args=[self.chart.name]), self.listing.params())


def read_pictures(listing):
    """Return every chart of a listing."""
    return [Picture(chart, listing) for chart in CHARTS]


def read_rungs(picture):
    """Return (rung, Figures) of the whole, rung by rung, of a chart in which every investment stands once."""
    return [(group.rung, sum((row.figure for row in group.rows), Figures())) for group in picture.groups]
