"""How much was invested, by what: the figures under every chart, never added across rungs of the ladder."""

from collections import defaultdict
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, Sum
from django.db.models.functions import Coalesce

from articles.collections.filters import EditorialYear
from articles.models import Stake
from articles.vocabulary import Rung


class Figure(NamedTuple):
    """How many investments, the two ends of their amounts in US dollars, how many give none, how many no upper end."""

    n: int = 0
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    undisclosed: int = 0
    open: int = 0

    def __add__(self, other):
        return Figure(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def is_disclosed(self):
        """Whether any of the investments gives an amount."""
        return self.undisclosed < self.n


def by_country(rows):
    """Give each investment its investors' countries, each once; it stays once without any."""
    stakes = Stake.objects.filter(investment=OuterRef("pk"))
    earlier = Q(pk__lt=OuterRef("stake"))
    same = stakes.filter(earlier, organisation__country=OuterRef("value"))
    better = stakes.filter(earlier | Q(organisation__country__isnull=False))
    located = rows.annotate(value=F("stakes__organisation__country"), stake=F("stakes"))
    return located.filter(Q(value__isnull=False) & ~Exists(same) | Q(value__isnull=True) & ~Exists(better))


# By the name of the filter that keeps to one of the values.
VALUED = {
    "year": lambda rows: rows.annotate(value=EditorialYear("announced_on")),
    "sector": lambda rows: rows.annotate(value=F("sector")),
    "investor_country": by_country,
    "destination": lambda rows: rows.annotate(value=F("destination__today")),
}
SUMS = {
    "n": Count("pk"),
    "low": Coalesce(Sum("usd_min"), Decimal(0)),
    "high": Coalesce(Sum(Coalesce("usd_max", "usd_min")), Decimal(0)),
    "undisclosed": Count("pk", filter=Q(usd_min=None, usd_max=None)),
    "open": Count("pk", filter=Q(usd_min__isnull=False, usd_max=None)),
}


def figures_by(listing, dimension):
    """Return {rung: {value: Figure}} of the public investments that a listing finds, in one query.

    The values are years or primary keys; None is the value of those of which it is not known.
    """
    rows = listing.narrowed(listing.collection.model.objects.public(listing.at)).order_by()
    found = defaultdict(lambda: defaultdict(Figure))
    for stage, value, *sums in (
        VALUED[dimension](rows).values_list("stage", "value").annotate(**SUMS).values_list("stage", "value", *SUMS)
    ):
        found[Rung.of(stage)][value] += Figure(*sums)
    return {rung: dict(found[rung]) for rung in Rung if rung in found}
