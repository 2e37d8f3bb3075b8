"""Reading a query string: filters, facets, chips, paging."""

import unicodedata
from datetime import UTC, date, datetime
from decimal import Decimal
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.db.models import F
from django.http import QueryDict

from articles import desk, models
from articles.collections import BY_NAME, counting
from articles.collections.listing import Listing
from articles.patience import TooSlow, at_most
from articles.totals.ledger import settle
from articles.vocabulary import Attribution, PlaceKind, Precision, Qualifier, Review, Stage
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    InvestmentFactory,
    OrganisationFactory,
    PlaceFactory,
    QuoteFactory,
    publish_story,
)

pytestmark = pytest.mark.django_db


def ask(name, query=""):
    return Listing(BY_NAME[name], QueryDict(query))


def in_order(listing):
    """Return the ids of all rows of a list, as the database itself sorts them, the greatest first."""
    rows = listing.narrowed(listing.public()).annotate(place=listing.sort.expression())
    return [row.public_id for row in rows.order_by(F("place").desc(nulls_last=True), "-pk")]


def titles(name, query):
    return sorted(str(row) for row in ask(name, query).rows)


@pytest.fixture
def country():
    return PlaceFactory(name_en="Viet Nam")


@pytest.fixture
def provinces(country):
    """Bắc Giang, which became part of Bắc Ninh on 1 July 2025."""
    ends, begins = {"valid_to": date(2025, 6, 30)}, {"valid_from": date(2025, 7, 1)}
    common = {"kind": PlaceKind.PROVINCE, "parent": country}
    old = PlaceFactory(name_en="Bac Giang", name_ko="박장성", **common, **ends)
    new = PlaceFactory(name_en="Bac Ninh", name_vi="Bắc Ninh", **common, **begins)
    models.Succession.objects.create(predecessor=old, successor=new, on=begins["valid_from"])
    desk.refresh_places()
    old.refresh_from_db()
    return old, new


def invest(title, destination=None, usd=80_000_000, stage=Stage.ANNOUNCED, year=2024, **fields):
    """Return a public investment that rests on one claim."""
    article = ArticleFactory()
    dated = {"announced_on": date(year, 1, 1), "announced_precision": Precision.YEAR}
    investment = InvestmentFactory(title_en=title, destination=destination, **dated, **fields)
    amount = {"amount_min": Decimal(usd), "amount_max": Decimal(usd)} if usd else {}
    bare = {} if usd else {"qualifier": Qualifier.UNDISCLOSED, "currency": "", "amount_min": None, "amount_max": None}
    claim = ClaimFactory(article=article, stage=stage, **amount, **bare)
    desk.match(claim, investment)
    desk.publish(article)
    return models.Investment.objects.get(pk=investment.pk)


def test_todays_map_finds_the_record_of_a_former_province(provinces):
    old, new = provinces
    invest("Chips", old)
    assert titles("investments", f"destination={new.public_id}") == ["Chips"]
    assert titles("investments", f"destination_then={old.public_id}") == ["Chips"]
    assert titles("investments", f"destination_then={new.public_id}") == []
    assert titles("investments", f"destination_country={old.country.public_id}") == ["Chips"]


def test_place_inside_a_former_province_lies_on_todays_map(provinces):
    old, new = provinces
    zone = PlaceFactory(name_en="Zone", kind=PlaceKind.ZONE, parent=old)
    desk.refresh_places()
    invest("Plant", zone)
    assert titles("investments", f"destination={new.public_id}") == ["Plant"]


def test_facet_leaves_out_its_own_filter_and_obeys_the_others():
    invest("A", stage=Stage.PLANNED, year=2024)
    invest("B", stage=Stage.ANNOUNCED, year=2024)
    invest("C", stage=Stage.ANNOUNCED, year=2023)
    facets = {facet.name: facet for facet in ask("investments", "stage=planned&year=2024").facets}
    assert [(v.value, v.count, v.chosen) for v in facets["stage"].values] == [
        ("planned", 1, True),
        ("announced", 1, False),
    ]
    assert [(v.value, v.count) for v in facets["year"].values] == [("2024", 1)]


def test_values_of_one_filter_widen_and_filters_narrow():
    invest("A", stage=Stage.PLANNED)
    invest("B", stage=Stage.MOU, year=2020)
    assert titles("investments", "stage=planned&stage=mou") == ["A", "B"]
    assert titles("investments", "stage=planned&stage=mou&year=2020") == ["B"]


def test_two_investors_are_one_row():
    investment = invest("Joint")
    organisations = [OrganisationFactory(), OrganisationFactory()]
    for organisation in organisations:
        models.Stake.objects.create(investment=investment, organisation=organisation)
    desk.refresh_references(desk.References(investments={investment.pk}))
    query = "&".join(f"investor={organisation.public_id}" for organisation in organisations)
    listing = ask("investments", query)
    assert listing.total == len(listing.rows) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("usd_from=80000000", ["exact", "large"]),
        ("usd_to=80000000", ["exact", "small"]),
        ("usd_from=1&usd_to=79999999.99", ["small"]),
        ("", ["exact", "large", "none", "small"]),
    ],
)
def test_amount_range_finds_by_us_dollars(query, found):
    for title, usd in (("small", 1_000_000), ("exact", 80_000_000), ("large", 1_500_000_000), ("none", None)):
        invest(title, usd=usd)
    assert titles("investments", query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("date_from=2020-06-01", ["at noon", "later"]),
        ("date_to=2020-05-31", ["before"]),
        ("date_from=2020-06-01&date_to=2020-06-01", ["at noon"]),
    ],
)
def test_days_are_those_of_the_newsroom_and_both_belong_to_the_range(settings, query, found):
    for headline, moment in (("before", "05-31T14:59:59"), ("at noon", "06-01T14:59:59"), ("later", "06-01T15:00:00")):
        ArticleFactory(headline=headline)
        models.Article.objects.filter(headline=headline).update(public_from=f"2020-{moment}+00:00")
        invest(headline)
        day = {"before": "2020-05-31", "at noon": "2020-06-01", "later": "2020-06-02"}[headline]
        models.Investment.objects.filter(title_en=headline).update(announced_on=day)
    headlines = {row.headline for row in ask("articles", query).rows} & {"before", "at noon", "later"}
    assert sorted(headlines) == found
    assert titles("investments", query) == found


@pytest.mark.parametrize(
    ("name", "query", "parameter"),
    [
        ("investments", "stage=unheard", "stage"),
        ("investments", "usd_from=NaN", "usd_from"),
        ("investments", "usd_from=1e308", "usd_from"),
        ("investments", "usd_from=-1", "usd_from"),
        ("investments", "date_from=2024-02-30", "date_from"),
        ("investments", "date_from=20240131", "date_from"),
        ("quotes", "date_to=٢٠٢٤-01-01", "date_to"),
        ("investments", "year=0", "year"),
        ("investments", "year=٢٠٢٤", "year"),
        ("investments", "year=10000", "year"),
        ("investments", "investor=nobody", "investor"),
        ("investments", "investor=a%00b", "investor"),
        ("investments", "page=0", "page"),
        ("investments", "page=99999999999", "page"),
        ("investments", "page=²", "page"),
        ("quotes", "q=a%00b", "q"),
        ("quotes", "q=" + "x" * 201, "q"),
        ("quotes", "&".join(f"year={year}" for year in range(1000, 1051)), "year"),
        ("quotes", "&".join(f"speaker={number}" for number in range(51)), "speaker"),
    ],
)
def test_wrong_value_is_named_and_not_applied(name, query, parameter):
    listing = ask(name, query)
    assert list(listing.problems) == [parameter]
    assert listing.url() == listing.collection.url()


@pytest.mark.parametrize("query", ["박장성", unicodedata.normalize("NFD", "박장성"), "bac giang", "BẮC NINH", "chips"])
def test_words_find_an_investment_by_title_and_place(provinces, query):
    invest("Chips", provinces[0])
    listing = ask("investments", urlencode({"q": query}))
    assert listing.total == 1


def test_chip_removes_only_its_value():
    invest("A", stage=Stage.PLANNED)
    listing = ask("investments", "stage=planned&stage=mou&year=2024")
    removals = {str(chip.value): chip.url for chip in listing.chips}
    assert removals["2024"].endswith("?stage=planned&stage=mou")
    assert removals["planned"].endswith("?stage=mou&year=2024")
    assert [chip.url for chip in ask("investments", "stage=planned").chips] == ["/en/investments/"]


def test_pages_follow_each_other_without_overlap(settings):
    settings.PAGE_SIZE = 2
    for number in range(5):
        invest(f"I{number}")
    seen, query = [], "page=1"
    while query:
        listing = ask("investments", query)
        seen += [row.public_id for row in listing.rows]
        query = (listing.next_url or "").partition("?")[2]
    assert len(seen) == len(set(seen)) == 5


@pytest.mark.parametrize("sort", ["newest", "largest", "changed"])
@pytest.mark.slow
def test_pages_lead_forth_and_back_over_rows_without_a_place(settings, sort):
    settings.PAGE_SIZE = 2
    for number in range(7):
        invest(f"I{number}", usd=(number % 3) * 1_000_000)
    models.Investment.objects.filter(title_en__in=["I1", "I3", "I5"]).update(
        announced_on=None, announced_precision=Precision.UNKNOWN
    )
    whole = in_order(ask("investments", f"sort={sort}"))
    forth, listing = [], ask("investments", f"sort={sort}")
    while True:
        forth.append([row.public_id for row in listing.rows])
        if not listing.next_url:
            break
        listing = ask("investments", listing.next_url.partition("?")[2])
    assert [public_id for page in forth for public_id in page] == whole
    back = []
    while listing.previous_url:
        listing = ask("investments", listing.previous_url.partition("?")[2])
        back.append([row.public_id for row in listing.rows])
    assert [public_id for page in back[::-1] for public_id in page] == whole[:-1]
    assert [row.public_id for rows in listing.batches(2) for row in rows] == whole


@pytest.mark.parametrize(
    ("query", "problem"), [("after=unknown", "after"), ("before=a%00b", "before"), ("page=1&after=x", "after")]
)
def test_place_that_is_none_is_named(query, problem):
    invest("A")
    listing = ask("investments", query)
    assert list(listing.problems) == [problem]
    assert len(listing.rows) == 1


def test_facet_over_too_many_rows_shows_no_counts_and_says_so(client, settings):
    settings.FACET_ROWS = 1
    for number in range(3):
        invest(f"Plant {number}", year=2020 + number)
    listing = ask("investments", "q=plant&year=2020")
    assert listing.total == 1
    response = client.get("/en/investments/?q=plant")
    assert "More than 1 results" in response.text
    assert "Too many rows to count here" in response.text


def test_list_that_takes_too_long_is_stopped(client, settings, monkeypatch):
    invest("A")

    def stop(counting, read):
        raise TooSlow

    monkeypatch.setattr("articles.collections.counting.Counting.read_first", stop)
    assert client.get("/en/investments/").status_code == 503
    response = client.get("/en/investments.json")
    assert (response.status_code, response.headers["Content-Type"]) == (503, "application/problem+json")


def test_depth_of_pages_is_limited(settings):
    settings.PAGE_SIZE, settings.MAX_PAGE = 1, 2
    for number in range(4):
        invest(f"I{number}")
    assert len(ask("investments", "page=2").rows) == 1
    assert "page" in ask("investments", "page=3").problems


def test_facet_values_are_limited(settings):
    settings.FACET_VALUES = 1
    invest("A", year=2023)
    invest("B", year=2024)
    invest("C", year=2024)
    facets = {facet.name: facet for facet in ask("investments").facets}
    assert [(v.value, v.count) for v in facets["year"].values] == [("2024", 2)]


def test_chosen_value_behind_those_with_most_rows_has_no_count(settings):
    settings.FACET_VALUES = 1
    for name, year in (("A", 2023), ("B", 2024), ("C", 2024)):
        invest(name, year=year)
    (facet,) = (facet for facet in ask("investments", "year=2023").facets if facet.name == "year")
    assert [(v.value, v.count) for v in facet.values] == [("2024", 2), ("2023", None)]
    settings.FACET_VALUES = 40
    (facet,) = (facet for facet in ask("investments", "year=2022").facets if facet.name == "year")
    assert [(v.value, v.count) for v in facet.values] == [("2024", 2), ("2023", 1), ("2022", 0)]


def test_json_pages_have_a_next(client, settings):
    settings.JSON_ROWS = 1
    for number in range(2):
        invest(f"I{number}")
    first = client.get("/en/investments.json").json()
    second = client.get(first["meta"]["next"].removeprefix("http://newsroom.test")).json()
    assert first["meta"]["total"] == second["meta"]["total"] == 2
    assert first["items"][0]["id"] != second["items"][0]["id"]
    assert second["meta"]["next"] is None


def test_page_is_refused_by_formats_without_pages(client):
    assert client.get("/en/investments.csv?page=2").status_code == 400


def test_csv_never_runs_as_a_formula(client):
    invest("=1+1")
    text = client.get("/en/investments.csv").content.decode()
    assert text.startswith("\ufeffid,")
    assert ",'=1+1," in text
    assert "\r\n" in text


def test_anonymous_quotes_are_found_by_attribution():
    article = publish_story()
    article.quote_blocks.update(attribution=Attribution.ANONYMOUS, speaker=None, speaker_text="")
    assert ask("quotes", "attribution=anonymous").total == 1
    assert ask("quotes", "attribution=named").total == 0


def test_year_is_that_of_the_editorial_zone(settings):
    """Half past midnight on New Year's Day in Seoul is still last year in UTC."""
    article = publish_story()
    article.published_at, article.published_precision = datetime(2025, 12, 31, 15, 30, tzinfo=UTC), Precision.MINUTE
    article.save()
    desk.refresh_article(article)
    assert ask("articles", "year=2026").total == 1
    assert [value.value for facet in ask("articles").facets if facet.name == "year" for value in facet.values] == [
        "2026"
    ]


def test_quotes_move_to_another_year_with_their_story():
    article = publish_story()
    assert ask("quotes", "year=2024").total == article.quote_blocks.public().count() > 0
    article.published_at = datetime(2019, 3, 1, tzinfo=UTC)
    article.save()
    desk.refresh_article(article)
    assert (ask("quotes", "year=2024").total, ask("quotes", "year=2024").rows) == (0, [])
    assert ask("quotes", "year=2019").total == len(ask("quotes", "year=2019").rows) > 0


@pytest.mark.slow
@pytest.mark.parametrize("query", ["year=2022&year=2024", "year=2022&year=2023&year=2024&sort=largest"])
def test_pages_of_several_years_are_those_of_one_list(settings, query):
    settings.PAGE_SIZE = 2
    for number in range(7):
        invest(f"Plant {number}", year=2022 + number % 3, usd=10 + number % 2)
    whole = [row.pk for batch in ask("investments", query).batches(100) for row in batch]
    pages, listing = [], ask("investments", query)
    while listing.rows:
        pages.append([row.pk for row in listing.rows])
        if not listing.next_url:
            break
        listing = ask("investments", listing.next_url.partition("?")[2])
    assert [pk for page in pages for pk in page] == whole
    while listing.previous_url:
        listing = ask("investments", listing.previous_url.partition("?")[2])
        assert [row.pk for row in listing.rows] in pages


@pytest.mark.slow
@pytest.mark.parametrize("few", [-1, 1_000])
def test_rows_are_the_same_read_in_turn_and_gathered(settings, monkeypatch, few):
    settings.PAGE_SIZE = 1
    monkeypatch.setattr(counting, "FEW_ROWS", few)
    place = PlaceFactory(kind=PlaceKind.COUNTRY)
    for number in range(6):
        invest(f"Plant {number}", destination=place if number % 2 else None, year=2020 + number)
    desk.refresh_places()
    models.Place.objects.update(public_from=models.Investment.objects.first().public_from)
    settle()
    query = f"destination_country={place.public_id}"
    listing = ask("investments", query)
    assert (listing.counting.in_turn() is not None) is (few < 0)
    assert [row.title_en for row in listing.page_of(3)] == ["Plant 5", "Plant 3", "Plant 1"]


def test_recipe_of_a_list_is_canonical():
    listing = ask("investments", "year=2024&stage=planned&page=1")
    assert listing.url(page=listing.page).endswith("?stage=planned&year=2024")


def test_article_filter_knows_only_accepted_claims():
    """That an article's undecided claim was matched to an investment is the desk's business."""
    investment = invest("Chips")
    other = publish_story()
    ClaimFactory(article=other, investment=investment, review=Review.SUGGESTED)
    assert titles("investments", f"article={other.public_id}") == ["Investment plain"]


def test_people_are_found_by_the_organisations_of_public_quotes_only():
    speaker = publish_story("one").quote_blocks.get().speaker
    organisation = publish_story("two").quote_blocks.get().organisation
    QuoteFactory(speaker=speaker, organisation=organisation)
    assert titles("people", f"organisation={organisation.public_id}") == ["Person two"]


SLOW = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n",
    "postgresql": "SELECT pg_sleep(60)",
}


def test_database_is_stopped_when_the_time_is_over_and_answers_again():
    with pytest.raises(TooSlow), at_most(20), connection.cursor() as cursor:
        cursor.execute(SLOW[connection.vendor])
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def ask_within_two_limits():
    """Ask briefly inside an inner limit, then too long inside the outer one."""
    with at_most(20):
        with at_most(60_000), connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        with connection.cursor() as cursor:
            cursor.execute(SLOW[connection.vendor])


def test_inner_limit_leaves_the_outer_one_in_charge():
    with pytest.raises(TooSlow):
        ask_within_two_limits()


def test_value_beyond_those_with_most_rows_is_found_by_its_name(client, settings, django_assert_max_num_queries):
    settings.FACET_VALUES = 1
    investment = invest("Joint")
    public = [OrganisationFactory(name_en=f"Gana {name}") for name in ("One", "Two", "Idle")]
    for organisation in public[:2]:
        models.Stake.objects.create(investment=investment, organisation=organisation)
    OrganisationFactory(name_en="Gana Hidden")
    desk.refresh_references(desk.References(investments={investment.pk}))
    for organisation in public:
        desk.refresh_entity(organisation)
    facet = next(facet for facet in ask("investments", "").facets if facet.name == "investor")
    assert facet.more_url == "/en/investments/facets/investor/"
    with django_assert_max_num_queries(8):
        page = client.get(facet.more_url, {"find": "gana tw", "stage": "announced"})
    assert page.text.count("<label") == 1
    assert f'value="{public[1].public_id}"' in page.text
    assert "Gana Two" in page.text
    assert page.headers["Cache-Control"] == "public, no-cache"
    assert "<label" not in client.get(facet.more_url, {"find": "gana hidden"}).text
    assert "<label" not in client.get(facet.more_url, {"find": "gana", "stage": "mou"}).text
    assert "<label" not in client.get(facet.more_url).text
    assert client.get("/en/investments/facets/stage/").status_code == 404
