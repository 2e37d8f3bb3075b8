"""The map of Viet Nam: a tile a province, shaded by the amount."""

from decimal import Decimal
from typing import NamedTuple

from articles.charts.drawing import Panel, greatest_of
from articles.charts.rows import Row
from articles.charts.tiles import COLUMNS, ROWS, TILES
from articles.models import PlaceCode
from articles.vocabulary import CodeSystem

WIDTH, HEIGHT = 72, 52
LEVELS = 5
# How much of a name stands on one line of a tile; Hangul takes twice the room of a Latin letter.
LINE = 10


class DrawnTile(NamedTuple):
    """A province on one rung: where its tile stands, its name in lines, its row if it has one, and its shade."""

    x: int
    y: int
    lines: list
    row: Row | None
    level: int = 0


def draw_tiles(groups, language):
    """Return a panel a rung that has investments in a province of Viet Nam."""
    codes = read_codes(row.value for group in groups for row in group.known)
    top = greatest_of(row for group in groups for row in group.rows if row.value in codes)
    panels = [draw_tiles_of(group, codes, top, language) for group in groups]
    return [panel for panel in panels if any(tile.row for tile in panel.marks)]


def read_codes(places):
    """Return {primary key: code} of the places that are provinces of today's Viet Nam."""
    codes = PlaceCode.objects.filter(place__in={*places}, system=CodeSystem.VN_GSO, code__in=TILES)
    return dict(codes.values_list("place", "code"))


def draw_tiles_of(group, codes, top, language):
    """Return the panel of one rung; other places are left to the table."""
    rows = {codes.get(row.value): row for row in group.rows}
    bounds = level_bounds(top)
    tiles = [draw_tile(tile, rows.get(code), bounds, language) for code, tile in TILES.items()]
    left_out = [row for row in group.rows if row.value not in codes]
    return Panel(group.rung, tiles, ROWS * HEIGHT, top, left_out, box=f"0 0 {COLUMNS * WIDTH} {ROWS * HEIGHT}")


def draw_tile(tile, row, bounds, language):
    """Return one tile."""
    level = sum(row.figure.usd_max >= bound for bound in bounds) if row else 0
    return DrawnTile(tile.column * WIDTH, tile.row * HEIGHT, lines_of(getattr(tile, language)), row, level)


def lines_of(name):
    """Return a name in the lines that a tile has room for."""
    return name.split() if len(name) > LINE - 1 else [name]


def level_bounds(top):
    """Return what an amount reaches at each level, the lowest first: 1, 3, 10 … below the greatest, and anything."""
    highest = 2 * top.adjusted() + (top >= step_of(2 * top.adjusted() + 1))
    return [Decimal("0.01"), *(step_of(highest - below) for below in range(LEVELS - 2, -1, -1))]


def step_of(number):
    """Return a step of the series 1, 3, 10, 30 …"""
    return Decimal(10) ** (number // 2) * (3 if number % 2 else 1)
