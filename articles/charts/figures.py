"""How much was invested, by what: the figures under every chart, never added across rungs of the ladder."""

from collections import defaultdict

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q

from articles.collections.filters import EditorialYear
from articles.collections.ladder import SUMS
from articles.models import Stake
from articles.patience import at_most
from articles.totals.dimensions import Figures
from articles.vocabulary import Rung


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


def figures_by(listing, dimension):
    """Return {rung: {value: Figures}} of the public investments that a listing finds, in one query.

    The values are years or primary keys; None is the value of those of which it is not known. Raises TooSlow.
    """
    found = defaultdict(lambda: defaultdict(Figures))
    kept = kept_figures(listing, dimension)
    for stage, value, figures in live_figures(listing, dimension) if kept is None else kept:
        found[Rung.of(stage)][value] += figures
    return {rung: dict(found[rung]) for rung in Rung if rung in found}


def kept_figures(listing, dimension):
    """Return (stage, value, Figures) from the kept totals, or None where they do not know the filters."""
    kept = listing.counting.by_stage_and(dimension)
    if kept is None:
        return None
    return [
        (stage, int(value) if value else None, figures)
        for stage, found in kept.items()
        for value, figures in found.items()
        if figures.n
    ]


def live_figures(listing, dimension):
    """Return (stage, value, Figures) counted one by one, in one query. Raises TooSlow."""
    rows = VALUED[dimension](listing.narrowed(listing.public()).order_by())
    sums = rows.values_list("stage", "value").annotate(**SUMS).values_list("stage", "value", *SUMS)
    with at_most(settings.LIST_MILLISECONDS):
        return [(stage, value, Figures.of_dollars(*figures)) for stage, value, *figures in sums]
