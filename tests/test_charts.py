"""Charts say what the list says: the same investments, each rung by itself, on the page and in both files."""

import csv
import io
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from articles import desk, models
from articles.charts import CHARTS, Picture, read_charts, read_rungs
from articles.charts.drawing import shorten
from articles.charts.figures import figures_by
from articles.charts.map import level_bounds
from articles.charts.tiles import COLUMNS, ROWS, TILES
from articles.collections.listing import Listing
from articles.totals.dimensions import Figures
from articles.vocabulary import CodeSystem, PlaceKind, Precision, Qualifier, Rung, Stage
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    InvestmentFactory,
    OrganisationFactory,
    PlaceFactory,
    SectorFactory,
    publish_story,
)

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"
every_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
MILLION = Decimal(10**6)


def invest(low, high, stage=Stage.ANNOUNCED, countries=(), **fields):
    """Return a public investment of so many million dollars; None is an end that is not known."""
    investment = InvestmentFactory(**fields)
    for country in countries:
        models.Stake.objects.create(investment=investment, organisation=OrganisationFactory(country=country))
    article = ArticleFactory()
    claim = ClaimFactory(article=article, stage=stage, **amounts(low, high))
    desk.match(claim, investment)
    desk.publish(article)
    return investment


def amounts(low, high):
    """Return the columns of a claim with these ends, in millions."""
    kinds = {(False, False): Qualifier.UNDISCLOSED, (True, False): Qualifier.AT_LEAST, (False, True): Qualifier.UP_TO}
    both = Qualifier.EXACT if low == high else Qualifier.BETWEEN
    kind = kinds.get((low is not None, high is not None), both)
    ends = {"amount_min": low and low * MILLION, "amount_max": high and high * MILLION}
    return {"qualifier": kind, "currency": "" if kind == Qualifier.UNDISCLOSED else "USD", **ends}


def dated(year):
    return {"announced_on": f"{year}-03-01", "announced_precision": Precision.MONTH}


def figures(dimension, query=""):
    return figures_by(read_charts(QueryDict(query)), dimension)


def million(n, low, high, undisclosed=0, without_end=0):
    return Figures.of_dollars(n, low * MILLION, high * MILLION, undisclosed, without_end)


@pytest.mark.slow
def test_figures_keep_rungs_ranges_and_the_undisclosed_apart():
    invest(10, 10, **dated(2024))
    invest(20, 30, **dated(2024))
    invest(40, None, **dated(2024))
    invest(None, 50, **dated(2025))
    invest(None, None, **dated(2025))
    invest(5, 5, stage=Stage.MOU, **dated(2024))
    invest(7, 7, stage=Stage.PLANNED)
    assert figures("year") == {
        Rung.PIPELINE: {2024: million(1, 5, 5), None: million(1, 7, 7)},
        Rung.ANNOUNCED: {2024: million(3, 70, 80, 0, 1), 2025: million(2, 0, 50, 1)},
    }


def test_investment_stands_once_at_each_country_of_its_investors():
    korea, japan = PlaceFactory(name_en="Korea"), PlaceFactory(name_en="Japan")
    invest(10, 10, countries=[korea, korea, None, japan])
    invest(20, 20, countries=[None, None])
    invest(30, 30)
    assert figures("investor_country") == {
        Rung.ANNOUNCED: {korea.pk: million(1, 10, 10), japan.pk: million(1, 10, 10), None: million(2, 50, 50)}
    }


@every_chart
def test_filters_narrow_the_figures(chart):
    sector = SectorFactory()
    invest(10, 10, sector=sector)
    invest(20, 20, stage=Stage.MOU)
    found = figures(chart.name, f"stage=mou&sector={sector.slug}")
    assert found == {}
    assert [*figures(chart.name, "stage=mou")] == [Rung.PIPELINE]


def test_totals_that_find_nothing_are_not_counted_again(monkeypatch):
    invest(10, 10)
    monkeypatch.setattr("articles.charts.figures.live_figures", lambda *_all: pytest.fail("counted"))
    assert figures("year", "stage=mou") == {}


@every_chart
@pytest.mark.slow
def test_every_row_leads_to_just_its_investments(client, chart):
    publish_story("one")
    publish_story("two")
    invest(20, 20, stage=Stage.MOU, **dated(2024))
    seen = 0
    for query in ("", "stage=mou", "year=2024"):
        picture = Picture(chart, read_charts(QueryDict(query)))
        for row in (row for group in picture.groups for row in group.rows if row.url):
            assert client.get(row.url).context["listing"].total == row.figure.n
            seen += 1
    assert seen


def test_addresses_of_rows_are_made_once_a_rung(monkeypatch):
    """A chart by sector or country has some hundreds of rows."""
    for year in (2022, 2023, 2024):
        invest(10, 10, **dated(year))
    asked = []
    params = Listing.params
    monkeypatch.setattr(Listing, "params", lambda listing: asked.append(listing) or params(listing))
    (group,) = Picture(CHARTS[0], read_charts(QueryDict("year=2023&year=2024&stage=announced"))).groups
    urls = [row.url for row in group.rows]
    assert [url.partition("?")[2] for url in urls] == ["stage=announced&year=2023", "stage=announced&year=2024"]
    assert len(asked) == 1


@every_chart
def test_files_and_page_have_the_same_figures(client, chart):
    publish_story("one")
    invest(10, 20, stage=Stage.MOU, **dated(2024))
    text = client.get(reverse("chart-csv", args=[chart.name])).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    groups = Picture(chart, read_charts(QueryDict())).groups
    assert [(row["rung"], row["value"], row["investments"]) for row in rows] == [
        (group.rung, row.key, str(row.figure.n)) for group in groups for row in group.rows
    ]
    assert sum(int(row["investments"]) for row in rows) == 2


@pytest.mark.any_database
@every_chart
@pytest.mark.parametrize("language", ["ko", "en", "vi"])
@pytest.mark.slow
def test_drawing_stands_on_its_own(client, chart, language):
    publish_story("one")
    invest(10, 20, stage=Stage.MOU, **dated(2024))
    response = client.get(f"/{language}/investments/charts/{chart.name}.svg?stage=mou")
    assert response.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    drawing = ET.fromstring(response.content)
    assert drawing.tag == f"{SVG}svg"
    assert {element.tag for element in drawing.iter()} <= {
        f"{SVG}{name}" for name in ("svg", "g", "title", "style", "rect", "text", "line", "circle")
    }
    assert not [element for element in drawing.iter() if {"style", "href"} & {*element.keys()}]


@every_chart
def test_wrong_parameters_are_refused_by_files_and_named_on_the_page(client, chart):
    for suffix in ("svg", "csv"):
        response = client.get(reverse(f"chart-{suffix}", args=[chart.name]), {"colour": "red"})
        assert response.status_code == 400
    assert client.get(reverse("charts"), {"colour": "red"}).context["listing"].problems.keys() == {"colour"}


def test_unknown_charts_are_not_found(client):
    assert client.get("/en/investments/charts/colour.svg").status_code == 404


def test_chips_lead_back_to_the_charts_and_the_list_keeps_the_filters(client):
    invest(10, 20, stage=Stage.MOU, **dated(2024))
    context = client.get("/en/investments/charts/?stage=mou&year=2024").context
    assert [chip.url for chip in context["listing"].chips] == [
        "/en/investments/charts/?year=2024",
        "/en/investments/charts/?stage=mou",
    ]
    assert context["list_url"] == "/en/investments/?stage=mou&year=2024"
    assert "/en/investments/charts/?stage=mou&amp;year=2024" in client.get(context["list_url"]).text


@pytest.mark.slow
@pytest.mark.any_database
def test_queries_do_not_grow_with_rows(client):
    counts = []
    for more in ("one", "two"):
        publish_story(more)
        invest(10, 20, stage=Stage.MOU, sector=SectorFactory(), countries=[PlaceFactory()], **dated(2020 + len(counts)))
        with CaptureQueriesContext(connection) as counted:
            client.get(reverse("charts"))
        counts.append(len(counted))
    assert counts == [QUERIES] * 2


# The figures of each chart and the names of its values, years aside; the provinces' codes.
QUERIES = 8


def test_ladder_counts_every_investment_once():
    publish_story("one")
    invest(10, 20, stage=Stage.MOU, **dated(2024))
    invest(None, None)
    picture = Picture(CHARTS[0], read_charts(QueryDict()))
    assert sum(figure.n for _rung, figure in read_rungs(picture)) == models.Investment.objects.public().count()


def test_tiles_are_the_34_provinces_each_at_a_place_of_its_own():
    places = {(tile.column, tile.row) for tile in TILES.values()}
    assert len(TILES) == len(places) == 34
    assert all(column < COLUMNS and row < ROWS for column, row in places)


def test_tile_is_shaded_and_other_places_are_left_to_the_table():
    country = PlaceFactory(name_en="Viet Nam")
    hue = PlaceFactory(name_en="Hue", kind=PlaceKind.CENTRAL_CITY, parent=country)
    models.PlaceCode.objects.create(place=hue, system=CodeSystem.VN_GSO, code="46")
    desk.refresh_places()
    invest(10, 10, destination=hue)
    invest(20, 20, destination=country)
    (panel,) = Picture(next(chart for chart in CHARTS if chart.name == "destination"), read_charts(QueryDict())).panels
    assert [(tile.lines, tile.level) for tile in panel.marks if tile.row] == [(["Hue"], 5)]
    assert [row.label for row in panel.left_out] == ["Viet Nam"]


@pytest.mark.parametrize(
    ("top", "bounds"),
    [("4500", [0.01, 100, 300, 1000, 3000]), ("100", [0.01, 3, 10, 30, 100]), ("299", [0.01, 3, 10, 30, 100])],
)
def test_shades_fall_in_steps_of_one_and_three(top, bounds):
    assert [float(bound) for bound in level_bounds(Decimal(top))] == bounds


def test_columns_show_the_same_years_on_every_rung_and_leave_the_older_ones_to_the_table():
    for year in (1990, 2020, 2024):
        invest(10, 10, **dated(year))
    invest(5, 10, stage=Stage.MOU, **dated(2022))
    panels = Picture(CHARTS[0], read_charts(QueryDict())).panels
    assert [len(panel.marks) for panel in panels] == [16, 16]
    assert [[row.label for row in panel.left_out] for panel in panels] == [[], ["1990"]]
    (column,) = [mark for mark in panels[0].marks if mark.row]
    assert (column.low, column.span) == ("50.0", "50.0")


def test_names_above_bars_fit_the_narrowest_screen():
    assert shorten("전자부품 및 기판 제조업과 그 밖의 모든 제조업") == "전자부품 및 기판 제조업과 그 밖의…"
    assert shorten("Short") == "Short"


def test_numbers_in_attributes_keep_their_point_in_vietnamese(client):
    invest(10, 30, stage=Stage.MOU, **dated(2024))
    with translation.override("vi"):
        text = client.get(reverse("chart-svg", args=["sector"])).text
    assert 'width="33.33%"' in text
