"""The drawing of a chart as a sheet of its own: the panels in two columns, under what the figures are of."""

from datetime import date
from typing import NamedTuple

from articles.addresses import absolute
from articles.charts.drawing import Panel
from articles.clock import editorial_today

MARGIN, GAP, PANEL_WIDTH = 20, 40, 360
HEADING, LINE, FOOTER = 60, 18, 50
WIDTH = 2 * (MARGIN + PANEL_WIDTH) + GAP


class Placed(NamedTuple):
    """A panel and where its name stands."""

    panel: Panel
    x: int
    y: int


class Sheet(NamedTuple):
    """The size of the drawing and what stands where on it. `lines` are (height, text)."""

    width: int
    height: int
    panel_width: int
    lines: list
    panels: list
    address: str
    day: date


def lay_out(picture, sayings):
    """Return the sheet of a picture; `sayings` are lines to stand under its title."""
    chips = [f"{chip.label}: {chip.value}" for chip in picture.listing.chips]
    texts = [str(text) for text in (*chips, *sayings) if text]
    lines = [(HEADING + place * LINE, text) for place, text in enumerate(texts)]
    y = HEADING + len(lines) * LINE + LINE
    panels = []
    for first in range(0, len(picture.panels), 2):
        pair = picture.panels[first : first + 2]
        panels += [Placed(panel, MARGIN + place * (PANEL_WIDTH + GAP), y) for place, panel in enumerate(pair)]
        y += max(panel.height for panel in pair) + GAP
    address = absolute(picture.listing.url())
    return Sheet(WIDTH, y + FOOTER, PANEL_WIDTH, lines, panels, address, editorial_today())
