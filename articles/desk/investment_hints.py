"""Which investment a claim may be about: the same investor, the same place, about the same amount. Only suggestions.

For all claims together it takes the queries of the names (see `hints`), one for the investments (at most 60 a claim,
the newest) and one for their stakes; and a rate for each currency, that of the story's day, as a power of ten will do.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext as _

from articles.clock import editorial_day, editorial_today
from articles.desk.hints import Hint, best, day_of, names_like, on_the_map
from articles.models import Investment, Organisation, Place
from articles.rates import rate_on
from articles.vocabulary import PlaceKind

MOST_INVESTMENTS = 60
POWER = 10  # how many times as much the larger of two amounts may be that are still compared
SLIP = Decimal("0.02")  # how far from a power of ten a factor may be that looks like zeros lost or won
SAME_AMOUNT, ABOUT_SAME = Decimal("1.001"), Decimal("1.05")


def hints_for(claims):
    """Return whom and where the printed names of claims may mean, as two lists of hints for each claim."""
    investors = names_like(Organisation, [claim.investor_text for claim in claims])
    places = names_like(Place, [claim.place_text for claim in claims])
    return (
        [investors.get(claim.investor_text, []) for claim in claims],
        [on_the_map(places.get(claim.place_text, []), day_of(claim)) for claim in claims],
    )


def investments_for(claims, investors, places):
    """Return the investments that each of many claims may be about, given the hints for its names."""
    rates = Rates()
    traces = [Trace.of(*row, rates) for row in zip(claims, investors, places, strict=True)]
    candidates = find_candidates(traces) if traces else []
    return [best(filter(None, (trace.compare(investment) for investment in candidates))) for trace in traces]


def find_candidates(traces):
    """Return the investments that share investor, or place and power of ten, with any of the traces."""
    wanted = Q(pk__in=[])
    for trace in traces:
        wanted |= trace.condition()
    rows = Investment.objects.filter(wanted).select_related("adopted", "destination").distinct().order_by("-pk")
    rows = rows.defer("search_text", "adopted__search_text", "destination__search_text")
    return list(rows.prefetch_related("stakes")[: MOST_INVESTMENTS * len(traces)])


class Rates:
    """One rate a currency, kept as long as one screen is drawn."""

    def __init__(self):
        self.known = {}

    def in_usd(self, claim):
        """Return about what a claim's amount is worth in US dollars, or None."""
        amount = amount_of(claim)
        if amount is None or claim.currency == "USD":
            return amount
        if claim.equivalent_currency == "USD":
            return claim.equivalent_amount
        if claim.currency not in self.known:
            printed = claim.article.published_at
            self.known[claim.currency] = rate_on(claim.currency, editorial_day(printed) or editorial_today())
        rate = self.known[claim.currency]
        return amount / rate.per_usd if rate else None


def amount_of(claim):
    """Return the one amount by which a claim is compared: the least, else the greatest it allows, else None."""
    return claim.amount_max if claim.amount_min is None else claim.amount_min


@dataclass(frozen=True)
class Trace:
    """What a claim gives to find its investment by."""

    claim: object
    investors: dict
    places: frozenset
    usd: Decimal | None

    @classmethod
    def of(cls, claim, investors, places, rates):
        """Return the trace of a claim, given whom and what its printed names may mean; a country is no trace."""
        called_so = [hint.entry for hint in places if hint.is_same and hint.entry.kind != PlaceKind.COUNTRY]
        return cls(claim, {hint.entry.pk: hint for hint in investors}, areas(called_so), rates.in_usd(claim))

    def condition(self):
        """Return which investments are worth comparing."""
        wanted = Q(stakes__organisation__in=self.investors)
        if not self.places:
            return wanted
        here = Q(destination__in=self.places) | Q(destination__unit__in=self.places)
        here |= Q(destination__today__in=self.places)
        return wanted | here & self.about_as_much()

    def about_as_much(self):
        """Return the condition on an amount within a power of ten, in the claim's currency or in US dollars."""
        amount, near = amount_of(self.claim), Q(pk__in=[])
        if amount is not None:
            bounds = (amount / POWER, amount * POWER)
            same = Q(adopted__amount_min__range=bounds) | Q(adopted__amount_max__range=bounds)
            near |= Q(adopted__currency=self.claim.currency) & same
        if self.usd is not None:
            bounds = (self.usd / POWER, self.usd * POWER)
            near |= Q(usd_min__range=bounds) | Q(usd_max__range=bounds)
        return near

    def compare(self, investment):
        """Return an investment as a hint, with what it has in common with the claim; None when that is too little."""
        parties = {stake.organisation_id for stake in investment.stakes.all()}
        investor = min((self.investors[pk] for pk in parties & set(self.investors)), key=rank_of, default=None)
        here = investment.destination is not None and bool(areas([investment.destination]) & self.places)
        times = self.times(investment)
        if investor is None and not (here and times is not None and 1 / POWER <= times <= POWER):
            return None
        reasons = [reason_of_investor(investor), _("same place") if here else "", reason_of_amount(times)]
        far = 3 if times is None else min(abs(times.log10()) * 2, 6)
        rank = (rank_of(investor) if investor else 15) + (0 if here else 8) + float(far)
        return Hint(investment, ", ".join(filter(None, reasons)), rank)

    def times(self, investment):
        """Return how many times the investment's amount the claim's is, or None when they cannot be compared."""
        adopted = investment.adopted
        pairs = []
        if adopted and adopted.currency == self.claim.currency:
            pairs.append((amount_of(self.claim), amount_of(adopted)))
        pairs.append((self.usd, investment.usd_max if investment.usd_min is None else investment.usd_min))
        return next((mine / its for mine, its in pairs if mine and its), None)


def rank_of(hint):
    """Return how far off a hint is."""
    return hint.rank


def areas(places):
    """Return the ids of places, of the units they lay in and of the units they lie in today."""
    ids = {pk for place in places for pk in (place.pk, place.unit_id, place.today_id)}
    return frozenset(ids - {None})


def reason_of_investor(hint):
    """Say how the investor agrees."""
    if hint is None:
        return ""
    return _("same investor") if hint.is_same else _("investor: %(reason)s") % {"reason": hint.reason}


def reason_of_amount(times):
    """Say by what factor the claim's amount differs; one of zeros alone looks like a slip."""
    if times is None:
        return ""
    larger = max(times, 1 / times)
    if larger < ABOUT_SAME:
        return _("same amount") if larger < SAME_AMOUNT else _("about the same amount")
    power = Decimal(10) ** round(larger.log10())
    slip = power > 1 and abs(larger / power - 1) <= SLIP
    factor = f"{'×' if times > 1 else '÷'}{power if slip else larger:,.{0 if slip or larger >= 10 else 1}f}"
    text = _("amount %(factor)s (a slip?)") if slip else _("amount %(factor)s")
    return text % {"factor": factor}
