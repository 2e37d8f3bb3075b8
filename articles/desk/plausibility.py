"""What of a plan an editor should look at, by what the directory, the rates and the known investments say of it."""

from datetime import date
from decimal import Decimal

from articles.desk.naming import Names
from articles.intake.reader import URGENCY
from articles.intake.report import Doubt
from articles.models import Investment
from articles.money import print_amount
from articles.rates import rate_on
from articles.vocabulary import DoubtKind, Qualifier

# A printed equivalent is rounded, and converted at a rate of some day; beyond this it is a slip or another year's rate.
RATE_TOLERANCE = Decimal("0.10")
# Slips of the pen: 억 for 만 is ten thousand, million for billion a thousand, a digit too many ten.
SLIPS = (10, 100, 1000, 10_000)
SLIP_TOLERANCE = Decimal("0.01")


def find_doubts(plan, names=None):
    """Return the doubts about a plan, most important first: those of its reader, and those found here."""
    names = names or Names.of(plan)
    found = [
        *plan.doubts,
        *doubts_about_rates(plan),
        *doubts_about_scales(plan, names),
        *doubts_about_names(plan, names),
    ]
    return sorted(found, key=lambda doubt: (URGENCY[doubt.kind], doubt.start or 0))


def doubts_about_names(plan, names):
    """Yield the names that are known misspellings, and those that nobody in the directory has."""
    yield from (Doubt(DoubtKind.NAME_MISSPELT, name) for name in sorted(names.misspelt))
    yield from (Doubt(DoubtKind.NAME_UNKNOWN, name) for name in names.strangers(plan))


def doubts_about_rates(plan):
    """Yield the amounts whose printed equivalent is not what the rates of the story's day make of them.

    A story without a date has no such day: nothing is compared then.
    """
    day = date.fromisoformat(plan.published_on[:10]) if plan.published_on else None
    for claim in plan.claims:
        if day and claim.amount and claim.equivalent and claim.amount.amount:
            printed = claim.equivalent.amount / claim.amount.amount
            usual = cross_rate(claim.amount.currency, claim.equivalent.currency, day)
            if usual and abs(printed / usual - 1) > RATE_TOLERANCE:
                detail = (
                    f"1 {claim.amount.currency} = {rounded(printed)} {claim.equivalent.currency} ≠ {rounded(usual)}"
                )
                yield Doubt(DoubtKind.RATE_OFF, claim.amount_text, claim.amount_start, detail)


def cross_rate(currency, other, day):
    """Return how many units of the other currency one unit was worth on a day; None when no source has either."""
    rate, other_rate = rate_on(currency, day), rate_on(other, day)
    return other_rate.per_usd / rate.per_usd if rate and other_rate else None


def rounded(rate):
    """Return a rate to five significant digits."""
    return f"{float(f'{rate:.5g}'):,.10g}"


def doubts_about_scales(plan, names):
    """Yield the amounts that are a round multiple of what the same investor's known investment came to."""
    priced = [claim for claim in plan.claims if claim.amount and claim.qualifier != Qualifier.UNDISCLOSED]
    investors = {claim.investor: names.organisations.get(claim.investor) for claim in priced}
    known = known_amounts({entry.pk for entry in investors.values() if entry})
    for claim in priced:
        entry = investors[claim.investor]
        for other in known.get(entry.pk if entry else None, ()):
            slip = slip_between(claim.amount, other)
            if slip:
                detail = f"{slip} {print_amount(other['amount'], other['currency'], plan.language)}"
                yield Doubt(DoubtKind.SCALE_SLIP, claim.amount_text, claim.amount_start, detail)
                break


def known_amounts(investors):
    """Return {organisation id: the amounts that its investments have adopted}, in one query."""
    if not investors:
        return {}
    rows = Investment.objects.filter(stakes__organisation__in=investors, adopted__amount_min__gt=0)
    known = {}
    for pk, amount, currency in rows.order_by("pk").values_list(
        "stakes__organisation", "adopted__amount_min", "adopted__currency"
    ):
        known.setdefault(pk, []).append({"amount": amount, "currency": currency})
    return known


def slip_between(money, other):
    """Return by what an amount is out of scale with a known one of the same currency (`×10`, `÷1000`), or ""."""
    if money.currency != other["currency"] or not money.amount:
        return ""
    ratio = money.amount / other["amount"]
    for slip in SLIPS:
        for sign, scaled in (("×", ratio / slip), ("÷", ratio * slip)):
            if abs(scaled - 1) <= SLIP_TOLERANCE:
                return f"{sign}{slip:,}"
    return ""
