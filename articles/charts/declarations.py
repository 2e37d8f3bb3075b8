"""The charts of the investments: a new one is an entry here; its page, files and tests follow."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.charts.drawing import draw_bars, draw_columns
from articles.charts.map import draw_tiles


@dataclass(frozen=True)
class Chart:
    """A chart by the values of the filter called `name`. `form` names its template; `unknown` is for rows without one.

    `draw` takes the groups of rows and a language, and returns the panels.
    """

    name: str
    title: str | Promise
    values: str | Promise
    unknown: str | Promise
    form: str
    draw: Callable
    note: str | Promise = ""


CHARTS = (
    Chart("year", _("Amounts by year"), _("Year"), _("date unknown"), "columns", draw_columns),
    Chart(
        "destination",
        _("Amounts by province of Viet Nam"),
        _("Destination, today's map"),
        _("place unknown"),
        "tiles",
        draw_tiles,
        _("The map in force since 1 July 2025. Other places are in the table."),
    ),
    Chart("sector", _("Amounts by sector"), _("Sector"), _("sector unknown"), "bars", draw_bars),
    Chart(
        "investor_country",
        _("Amounts by investor's country"),
        _("Investor's country"),
        _("country unknown"),
        "bars",
        draw_bars,
        _("An investment with investors of several countries stands at each of them with its whole amount."),
    ),
)
