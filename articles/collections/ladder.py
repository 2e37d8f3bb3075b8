"""The ladder: what investments amount to, rung by rung, and which of them each number is made of."""

from decimal import Decimal
from typing import NamedTuple

from django.conf import settings
from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.urls import reverse

from articles.addresses import with_query
from articles.collections.investments import Investments
from articles.collections.listing import Listing
from articles.patience import at_most
from articles.totals.dimensions import Figures
from articles.vocabulary import RUNG_OF_STAGE, Rung

# What Figures are made of, counted one by one: in US dollars.
SUMS = {
    "n": Count("pk"),
    "low": Coalesce(Sum("usd_min"), Decimal(0)),
    "high": Coalesce(Sum(Coalesce("usd_max", "usd_min")), Decimal(0)),
    "undisclosed": Count("pk", filter=Q(usd_min=None, usd_max=None)),
    "open": Count("pk", filter=Q(usd_min__isnull=False, usd_max=None)),
}


class Step(NamedTuple):
    """One rung with its figure, and the address that tells what it is made of."""

    rung: Rung
    figure: Figures
    url: str


class Included(Investments):
    """The investments on one rung, at the address that explains its number."""

    def __init__(self, rung):
        self.rung = rung

    def url(self, suffix=""):
        """Return the path of the explanation, or of the list's file with that suffix."""
        return super().url(suffix) if suffix else reverse("why", args=[self.rung.value])


def stages_on(rung):
    """Return the stages that count on a rung."""
    return [stage.value for stage, on in RUNG_OF_STAGE.items() if on == rung]


def read_included(rung, query):
    """Return the listing of the investments under a query that are on a rung, or None when the query excludes it."""
    asked = QueryDict(mutable=True)
    asked.update(query)
    chosen = query.getlist("stage")
    kept = [stage for stage in stages_on(rung) if stage in chosen or not chosen]
    if not kept:
        return None
    asked.setlist("stage", kept)
    return Listing(Included(rung), asked)


def read_ladder(listing):
    """Return the steps of the investments that a listing finds, the lowest first. Raises TooSlow.

    Rungs are never added together.
    """
    with at_most(settings.LIST_MILLISECONDS):
        figures = sum_up(listing)
    steps = {}
    for stage, figure in figures.items():
        rung = Rung.of(stage)
        steps[rung] = steps.get(rung, Figures()) + figure
    return [Step(rung, steps[rung], why_url(rung, listing)) for rung in Rung if rung in steps and steps[rung].n]


def sum_up(listing):
    """Return {stage: Figures}, from the kept totals where they know the filters."""
    kept = listing.counting.by_stage
    if kept is not None:
        return kept
    rows = listing.narrowed(listing.public()).order_by().values_list("stage").annotate(**SUMS)
    return {stage: Figures.of_dollars(*sums) for stage, *sums in rows.values_list("stage", *SUMS)}


def why_url(rung, listing):
    """Return the address that explains the number of a rung under the filters of a listing."""
    return with_query(reverse("why", args=[rung.value]), listing.params())


def count_unconverted(listing):
    """Return how many of a listing's investments print an amount that could not be converted into US dollars.

    None when that takes too long to count.
    """
    rows = listing.counting.gathered().filter(usd_min=None, usd_max=None)
    printed = Q(adopted__amount_min__isnull=False) | Q(adopted__amount_max__isnull=False)
    return listing.counting.briefly(rows.filter(printed).order_by().count)
