"""Charts of amounts: figures, drawings made of them, and files. Nothing here adds up different rungs of the ladder."""

from articles.charts.declarations import CHARTS
from articles.charts.files import render_csv
from articles.charts.pictures import Picture, read_charts, read_pictures, read_rungs
from articles.charts.sheet import lay_out

__all__ = ["CHARTS", "Picture", "lay_out", "read_charts", "read_pictures", "read_rungs", "render_csv"]
