"""The figures of a chart as CSV."""

import csv

from django.http import HttpResponse

from articles.collections.formats.values import plain, safe_cell

COLUMNS = ("rung", "rung_label", "value", "label", "investments", "undisclosed", "no_upper_end", "usd_min", "usd_max")


def render_csv(picture):
    """Return every row of a chart, rung by rung: RFC 4180, UTF-8 with a mark for Excel, formula-safe."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="investments-by-{picture.chart.name}.csv"'
    writer = csv.writer(response)
    writer.writerow(COLUMNS)
    for group in picture.groups:
        writer.writerows([safe_cell(cell) for cell in cells_of(group.rung, row)] for row in group.rows)
    return response


def cells_of(rung, row):
    """Return the cells of a row, in the order of the columns; amounts are empty when all are undisclosed."""
    figures = row.figure
    ends = (plain(figures.usd_min), plain(figures.usd_max)) if figures.is_disclosed else (None, None)
    return rung.value, rung.label, row.key, row.label, figures.n, figures.undisclosed, figures.open, *ends
