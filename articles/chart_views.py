"""The pages and files of the charts, under the filters of the investments."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.addresses import with_query
from articles.charts import CHARTS, Picture, lay_out, read_charts, read_pictures, read_rungs, render_csv
from articles.collections import BY_NAME
from articles.collections.formats.problems import render_problems, render_too_slow
from articles.patience import TooSlow
from articles.views import PUBLIC, in_time, page_of_list


@require_safe
@in_time
def charts(request):
    """Every chart of the investments that the filters find."""
    listing = read_charts(request.GET)
    pictures = read_pictures(listing)
    context = {
        "collection": BY_NAME["investments"],
        "listing": listing,
        "list_url": with_query(BY_NAME["investments"].url(), listing.params()),
        "pictures": pictures,
        "rungs": read_rungs(pictures[0]),
        "path": listing.url(),
    }
    return page_of_list(request, "charts/page.html", context)


@require_safe
def chart_svg(request, name):
    """A chart as a drawing that stands on its own."""
    return answer(request, name, render_svg)


@require_safe
def chart_csv(request, name):
    """The figures of a chart."""
    return answer(request, name, lambda _request, picture: render_csv(picture))


def answer(request, name, render_file):
    """Return a file of the chart with that name, 400 when a parameter was wrong, or 503 when it takes too long."""
    chart = next((chart for chart in CHARTS if chart.name == name), None)
    if chart is None:
        raise Http404
    try:
        listing = read_charts(request.GET)
        wrong = listing.problems
        response = render_problems(wrong) if wrong else render_file(request, Picture(chart, listing))
    except TooSlow:
        return render_too_slow()
    response.headers["Cache-Control"] = PUBLIC
    return response


def render_svg(request, picture):
    """Return the panels of a chart on one sheet, with a style sheet of its own."""
    context = {"picture": picture, "sheet": lay_out(picture, sayings_of(picture))}
    response = render(request, "charts/file.svg", context, content_type="image/svg+xml; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="investments-by-{picture.chart.name}.svg"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


def sayings_of(picture):
    """Return what a reader of the drawing alone has to know."""
    ranged = _("Dark: at least. Light: up to.") if picture.is_ranged and picture.chart.form != "tiles" else ""
    unit = _("Figures in %(unit)s") % {"unit": picture.unit[1]} if picture.chart.form == "tiles" else ""
    rungs = _("US dollars, each rung of the ladder by itself; ? and ○ are amounts undisclosed.")
    return rungs, ranged, unit, picture.chart.note
