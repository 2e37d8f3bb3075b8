"""The ladder of investments: each number is the sum of what its page lists."""

from decimal import Decimal

import pytest
from django.db import transaction
from django.http import QueryDict
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from articles import desk, models
from articles.collections import BY_NAME
from articles.collections.ladder import read_included, read_ladder
from articles.collections.listing import Listing
from articles.totals.dimensions import Figures
from articles.vocabulary import Precision, Qualifier, Review, Rung, Stage
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


def listed(query):
    return Listing(BY_NAME["investments"], QueryDict(query))


def ladder(query=""):
    return {step.rung: step.figure for step in read_ladder(listed(query))}


def invest(stage, low, high, **fields):
    """Return a public investment between two amounts in millions; without any, when both are None."""
    ends = {"amount_min": low and Decimal(low * 10**6), "amount_max": high and Decimal(high * 10**6)}
    kinds = {(False, False): Qualifier.UNDISCLOSED, (True, False): Qualifier.AT_LEAST, (False, True): Qualifier.UP_TO}
    kind = kinds.get((low is not None, high is not None), Qualifier.EXACT if low == high else Qualifier.BETWEEN)
    article = ArticleFactory()
    investment = InvestmentFactory(**fields)
    currency = "" if kind == Qualifier.UNDISCLOSED else "USD"
    desk.match(ClaimFactory(article=article, stage=stage, qualifier=kind, currency=currency, **ends), investment)
    desk.publish(article)
    return investment


def million(n, low, high, undisclosed=0, without_end=0):
    return Figures.of_dollars(n, low * 10**6, high * 10**6, undisclosed, without_end)


def test_rungs_stand_apart_with_ranges_and_the_undisclosed():
    invest(Stage.MOU, 5, 5)
    invest(Stage.PLANNED, 1, 2)
    invest(Stage.ANNOUNCED, 10, None)
    invest(Stage.ANNOUNCED, None, None)
    invest(Stage.CANCELLED, 7, 7)
    assert ladder() == {
        Rung.PIPELINE: million(2, 6, 7),
        Rung.ANNOUNCED: million(2, 10, 10, 1, 1),
        Rung.STOPPED: million(1, 7, 7),
    }
    assert ladder("stage=mou") == {Rung.PIPELINE: million(1, 5, 5)}
    assert ladder("usd_from=6000000") == {Rung.ANNOUNCED: million(1, 10, 10, 0, 1), Rung.STOPPED: million(1, 7, 7)}


def test_page_tells_what_is_in_a_number_and_what_is_not(client):
    chips = invest(Stage.ANNOUNCED, 10, None, title_en="Chips")
    invest(Stage.ANNOUNCED, None, None, title_en="Secret")
    invest(Stage.MOU, 5, 5, title_en="Maybe")
    response = client.get("/en/investments/why/announced/")
    assert "Chips" in response.text
    assert "Maybe" not in response.text
    assert "10,000,000" in response.text
    assert "1 investment is counted and adds nothing to the sum" in response.text
    assert "/en/investments/why/pipeline/" in response.text
    models.Claim.objects.filter(investment=chips).update(review=Review.SUGGESTED)
    desk.refresh_investments({chips.pk})
    assert "Chips" not in client.get("/en/investments/why/announced/").text


@pytest.mark.parametrize("path", ["why/none/", "why/announced/?stage=mou"])
def test_rung_that_the_filter_leaves_out_has_no_page(client, path):
    assert client.get(f"/en/investments/{path}").status_code == 404


def test_list_links_every_number_to_its_page(client):
    publish_story("one")
    response = client.get("/en/investments/?stage=announced")
    assert "/en/investments/why/announced/?stage=announced" in response.text
    assert client.get("/en/investments/why/announced/?stage=announced").status_code == 200


@pytest.mark.slow
@settings(
    max_examples=3,
    phases=[Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(random=st.randoms(use_true_random=False))
def test_number_is_the_sum_of_what_its_page_lists(db, random):
    """Sixty-seven filters over each of three newsrooms."""
    with transaction.atomic():
        build(random)
        for _number in range(67):
            query = filter_of(random)
            for step in read_ladder(listed(query)):
                included = read_included(step.rung, QueryDict(query))
                rows = [row for some in included.batches(50) for row in some]
                assert step.figure == sum(map(figure_of, rows), Figures()), query
                assert {row.rung for row in rows} == {step.rung}
        transaction.set_rollback(True)


def build(random):
    """Publish some investments of every kind."""
    places = [PlaceFactory() for _ in range(2)]
    parties, sectors = [OrganisationFactory(country=place) for place in places], [SectorFactory() for _ in range(2)]
    for number in range(14):
        low = random.choice([None, 1, 5, 20])
        high = random.choice([None, low, (low or 0) + 10])
        dated = {"announced_on": f"{random.choice([2024, 2025])}-05-01", "announced_precision": Precision.DAY}
        investment = invest(
            random.choice(Stage.values), low, high, sector=random.choice(sectors), title_en=f"Plant {number}", **dated
        )
        for party in random.sample(parties, random.randrange(3)):
            models.Stake.objects.create(investment=investment, organisation=party)


def filter_of(random):
    """Return a random filter, as a query string."""
    values = {
        "stage": Stage.values,
        "year": ["2024", "2025"],
        "sector": [sector.slug for sector in models.Sector.objects.all()],
        "investor_country": [
            party.country.public_id for party in models.Organisation.objects.filter(country__public_from__isnull=False)
        ],
        "usd_from": ["2000000"],
        "q": ["plant"],
    }
    chosen = random.sample([name for name in values if values[name]], random.randrange(4))
    return "&".join(f"{name}={random.choice(values[name])}" for name in chosen)


def figure_of(row):
    """Return what one listed investment adds."""
    low, high = row.usd_min, row.usd_max
    if low is None and high is None:
        return Figures(1, undisclosed=1)
    return Figures.of_dollars(1, low or 0, low if high is None else high, open=int(high is None))
